// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/proxystyle.h"
#include "ui/theme/systemcontrast.h"

#include <QApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPointer>
#include <QStyleHints>
#include <QToolTip>

namespace ui {

namespace {

QPointer<Theme> installed;

QFont scaled(QFont font, qreal factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

QColor mixed(const QColor& over, const QColor& ground, qreal strength)
{
    const auto channel = [strength](float a, float b) { return float(a * strength + b * (1 - strength)); };
    return QColor::fromRgbF(channel(over.redF(), ground.redF()), channel(over.greenF(), ground.greenF()),
        channel(over.blueF(), ground.blueF()));
}

void setDisabled(QPalette& palette, Scheme scheme)
{
    const QColor faint = mixed(tokenColor(Token::Dim, scheme), tokenColor(Token::Surface, scheme), 0.65);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, tokenColor(Token::Surface, scheme));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokenColor(Token::Line, scheme));
    palette.setColor(QPalette::Disabled, QPalette::Accent, tokenColor(Token::Line, scheme));
}

} // namespace

SchemeChoice schemeChoice(QStringView name)
{
    return name == u"light" ? SchemeChoice::Light : name == u"dark" ? SchemeChoice::Dark : SchemeChoice::System;
}

ContrastChoice contrastChoice(QStringView name)
{
    return name == u"high" ? ContrastChoice::High
        : name == u"normal" ? ContrastChoice::Normal
                            : ContrastChoice::System;
}

QString schemeName(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::Light:
        return QStringLiteral("light");
    case SchemeChoice::Dark:
        return QStringLiteral("dark");
    case SchemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

QPalette schemePalette(Scheme scheme)
{
    const auto color = [scheme](Token token) { return tokenColor(token, scheme); };
    const bool dark = isDark(scheme);
    QPalette palette;
    palette.setColor(QPalette::Window, color(Token::Surface));
    palette.setColor(QPalette::WindowText, color(Token::Text));
    palette.setColor(QPalette::Base, color(Token::Raised));
    palette.setColor(QPalette::AlternateBase, color(Token::Sunken));
    palette.setColor(QPalette::Text, color(Token::Text));
    palette.setColor(QPalette::PlaceholderText, color(Token::Dim));
    palette.setColor(QPalette::Button, color(dark ? Token::Hover : Token::Surface));
    palette.setColor(QPalette::ButtonText, color(Token::Text));
    palette.setColor(QPalette::BrightText, color(Token::Severity5));
    palette.setColor(QPalette::ToolTipBase, color(Token::Raised));
    palette.setColor(QPalette::ToolTipText, color(Token::Text));
    palette.setColor(QPalette::Highlight, color(Token::Selection));
    palette.setColor(QPalette::HighlightedText, color(Token::SelectionText));
    palette.setColor(QPalette::Accent, color(Token::Accent));
    palette.setColor(QPalette::Link, color(Token::Accent));
    palette.setColor(QPalette::LinkVisited, color(Token::Accent));
    // Fusion draws its bevels from these; near the line colour they read as thin outlines.
    palette.setColor(QPalette::Light, mixed(color(Token::Raised), color(Token::Surface), 0.5));
    palette.setColor(QPalette::Midlight, color(Token::Surface));
    palette.setColor(QPalette::Mid, color(Token::Line));
    palette.setColor(QPalette::Dark, mixed(color(Token::Dim), color(Token::Line), 0.3));
    palette.setColor(QPalette::Shadow, dark ? QColor(0, 0, 0) : color(Token::Dim));
    setDisabled(palette, scheme);
    return palette;
}

Theme::Theme()
    : QObject(qApp)
    , m_system(new SystemContrast(this))
{
    QApplication::setStyle(new ProxyStyle);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
    connect(m_system, &SystemContrast::changed, this, &Theme::apply);
    apply();
}

Theme& Theme::install()
{
    if (!installed) {
        installed = new Theme;
    }
    return *installed;
}

Theme& Theme::instance()
{
    return install();
}

QColor Theme::color(Token token)
{
    return tokenColor(token, instance().scheme());
}

QColor Theme::tint(Token token, qreal strength)
{
    // A tint takes contrast from the text on it.
    const qreal shown = isHighContrast(instance().scheme()) ? strength / 2 : strength;
    return mixed(color(token), color(Token::Raised), shown);
}

QFont Theme::dimFont()
{
    return scaled(QApplication::font(), 0.85);
}

QFont Theme::titleFont()
{
    QFont font = scaled(QApplication::font(), 1.2);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::monoFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

void Theme::setChoice(SchemeChoice choice)
{
    if (m_choice == choice) {
        return;
    }
    m_choice = choice;
    apply();
}

void Theme::setContrast(ContrastChoice contrast)
{
    if (m_contrast == contrast) {
        return;
    }
    m_contrast = contrast;
    apply();
}

void Theme::apply()
{
    const bool systemDark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    const bool dark = m_choice == SchemeChoice::Dark || (m_choice == SchemeChoice::System && systemDark);
    const bool high
        = m_contrast == ContrastChoice::High || (m_contrast == ContrastChoice::System && m_system->isHigh());
    m_scheme = high ? (dark ? Scheme::ContrastDark : Scheme::ContrastLight) : (dark ? Scheme::Dark : Scheme::Light);
    const QPalette palette = schemePalette(m_scheme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    Q_EMIT changed();
}

} // namespace ui
