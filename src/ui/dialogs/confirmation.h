// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace ui {

// A question before something that loses data or stops work.
struct Question {
    QString text; // what is asked; plain text
    QString information = {}; // what a yes means
    QString yes; // the button that does it, named by a verb
    QString no = {}; // the button that does nothing; "Cancel" where it is empty
};

// Opens the question and acts only after a yes. Return and Escape both leave everything as it is: the harmless button
// is the default one.
QMessageBox* confirm(QWidget* parent, const Question& question, std::function<void()> act);

// Asks what becomes of changes that are not saved; nothing is lost by Return (saves) or Escape (stays).
struct Unsaved {
    QString text;
    QString information = {};
    std::function<void()> save;
    std::function<void()> discard;
};
QMessageBox* askAboutUnsaved(QWidget* parent, const Unsaved& unsaved);

} // namespace ui
