// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

namespace ui {

// Which of the two palettes the user wants.
enum class SchemeChoice { System, Light, Dark };

// By the name in the settings ("system", "light", "dark"); System for another word.
SchemeChoice schemeChoice(QStringView name);
QString schemeName(SchemeChoice choice);

// The application's look: Fusion with our own light or dark palette, made from the token table. One lives as long as
// the application; models and delegates read colours from it as they paint, so a change of scheme needs only a repaint.
class Theme : public QObject {
    Q_OBJECT
public:
    // Sets style and palette of the application and follows the system's scheme; call once, after QApplication.
    static Theme& install();
    // The installed theme; installs it where nobody did (tests).
    static Theme& instance();

    static QColor color(Token token);
    // A ground that hints at a colour: the token's colour laid thinly over the raised ground.
    static QColor tint(Token token, qreal strength = 0.14);
    static QFont dimFont(); // 85 %
    static QFont titleFont(); // 120 %, half bold
    static QFont monoFont();

    SchemeChoice choice() const { return m_choice; }
    void setChoice(SchemeChoice choice);
    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    Theme();
    void apply();

    SchemeChoice m_choice = SchemeChoice::System;
    bool m_dark = false;
};

// The palette of one scheme, as the theme sets it.
QPalette schemePalette(bool dark);

} // namespace ui
