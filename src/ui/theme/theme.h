// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

namespace ui {

class SystemContrast;

// Which of the two palettes the user wants.
enum class SchemeChoice { System, Light, Dark };

// How strongly text and lines stand out; System asks the desktop.
enum class ContrastChoice { System, Normal, High };

// By the name in the settings ("system", "normal", "high"); System for another word.
ContrastChoice contrastChoice(QStringView name);

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
    ContrastChoice contrast() const { return m_contrast; }
    void setContrast(ContrastChoice contrast);
    Scheme scheme() const { return m_scheme; }
    bool isDark() const { return ui::isDark(m_scheme); }

Q_SIGNALS:
    void changed();

private:
    Theme();
    void apply();

    SystemContrast* m_system;
    SchemeChoice m_choice = SchemeChoice::System;
    ContrastChoice m_contrast = ContrastChoice::System;
    Scheme m_scheme = Scheme::Light;
};

// The palette of one scheme, as the theme sets it.
QPalette schemePalette(Scheme scheme);

} // namespace ui
