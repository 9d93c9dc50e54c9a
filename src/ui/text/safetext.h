// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/visibletext.h"

#include <QString>
#include <QStringView>

class QAction;
class QLabel;
class QMessageBox;
class QUrl;
class QWidget;

namespace ui {

using core::LineBreaks;

// Text of a sample, report or server, made fit to show: control characters as control pictures, bidi controls,
// zero-width characters and other invisible ones as <U+202E>. Line breaks and tabs stay where they are to be kept.
QString safeText(QStringView text, LineBreaks lineBreaks = LineBreaks::Show);

// How much of a text has room where it is not shown whole: characters, and rows of about so many characters each, into
// which its long lines wrap.
struct TextLimit {
    qsizetype characters = 4000;
    int rows = 40;
    int rowLength = 100;
};

// As much of a text as has room; the whole where it fits.
QStringView textStart(QStringView text, TextLimit limit = {});

// The same, made fit to show, with its line breaks, and with an ellipsis where it was cut.
QString safeStart(QStringView text, TextLimit limit = {});

// Text for a single line: made fit to show, and cut in the middle where no window has room for it.
QString safeLine(QStringView text);

// Text for a tooltip, which Qt would take for rich text when it looks like it: long lines wrap, and what would be taller
// than a small screen is cut.
QString safeToolTip(QStringView text);

// Text for a button, tab or menu, where an ampersand would mark a mnemonic.
QString safeLabel(QStringView text);

// Sets a label to plain text, cut where it is longer than a label has room for.
void setSafeText(QLabel* label, QStringView text, LineBreaks lineBreaks = LineBreaks::Keep);

// A message box that takes none of its texts for rich text, not yet shown; the caller opens it.
QMessageBox* safeMessageBox(QWidget* parent, const QString& text, const QString& information = {});

// Asks, showing the host in full, and opens the address in the browser only after a yes. Only http and https.
void openLinkAfterConfirmation(QWidget* parent, const QUrl& url);

} // namespace ui
