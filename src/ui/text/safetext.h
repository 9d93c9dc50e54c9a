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

// The same for tooltips, which Qt would take for rich text when it looks like it; long lines wrap.
QString safeToolTip(QStringView text);

// Text for a button, tab or menu, where an ampersand would mark a mnemonic.
QString safeLabel(QStringView text);

// Sets a label to plain text.
void setSafeText(QLabel* label, QStringView text, LineBreaks lineBreaks = LineBreaks::Keep);

// A message box that takes none of its texts for rich text, not yet shown; the caller opens it.
QMessageBox* safeMessageBox(QWidget* parent, const QString& text, const QString& information = {});

// Asks, showing the host in full, and opens the address in the browser only after a yes. Only http and https.
void openLinkAfterConfirmation(QWidget* parent, const QUrl& url);

} // namespace ui
