// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/safetext.h"

#include <QWidget>

class QToolButton;

namespace ui {

class WrappedText;

// The first lines of a text of a report, and, where it has more, a button that opens the whole in a viewer.
class TextPreview : public QWidget {
    Q_OBJECT
public:
    // The title is that of the viewer.
    TextPreview(const QString& title, const QFont& font, QWidget* parent = nullptr);

    void setText(const QString& text, TextLimit limit = {.characters = 1200, .rows = 12});
    bool isCut() const;

private:
    QString m_title;
    WrappedText* m_start;
    QToolButton* m_all;
};

} // namespace ui
