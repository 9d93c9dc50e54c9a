// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QStringView>

#include <array>
#include <span>

namespace ui {

// Every colour of the window by its meaning. A page names a token and never a colour.
enum class Token {
    // Grounds
    Surface, // the window
    Raised, // lists, fields, cards
    Sunken, // headers, strips, the room behind cards
    Hover,
    Selection,
    // Lines and text
    Line,
    Text,
    Dim,
    SelectionText,
    Accent, // links, focus, the current thing
    AccentText, // text on an accent ground
    Good,
    // Severity of a signature and anything ranked like one
    Severity0,
    Severity1,
    Severity2,
    Severity3,
    Severity4,
    Severity5,
    // Phases of a task
    PhaseDone,
    PhaseCurrent,
    PhaseWaiting,
    PhaseFailed,
    // Categories of API calls
    CategoryNetwork,
    CategoryFilesystem,
    CategoryRegistry,
    CategoryProcess,
    CategoryThreading,
    CategoryServices,
    CategorySynchronization,
    CategoryCrypto,
    CategorySystem,
    CategoryDevice,
    CategoryHooking,
    CategoryMisc,
    CategoryOther,
    // Classes of tokens in a JSON text
    JsonKey,
    JsonString,
    JsonNumber,
    JsonKeyword,
};

// The four sets of colours. Those of high contrast are for eyes that need it: text at 7 to 1 on every ground, lines and
// marks at 4.5 to 1.
enum class Scheme { Light, Dark, ContrastLight, ContrastDark };
inline constexpr std::array Schemes{Scheme::Light, Scheme::Dark, Scheme::ContrastLight, Scheme::ContrastDark};

constexpr bool isDark(Scheme scheme)
{
    return scheme == Scheme::Dark || scheme == Scheme::ContrastDark;
}
constexpr bool isHighContrast(Scheme scheme)
{
    return scheme == Scheme::ContrastLight || scheme == Scheme::ContrastDark;
}

// What a token is painted as: grounds carry text, marks are bars and dots and carry none.
enum class TokenRole { Ground, Line, Text, Dim, Mark };

struct TokenRow {
    Token token;
    const char* name;
    TokenRole role;
    std::array<QRgb, Schemes.size()> colors; // by scheme
};

// The whole table, in the order of the enumeration.
std::span<const TokenRow> tokenTable();

QColor tokenColor(Token token, Scheme scheme);
Token severityToken(int severity); // clamped to 0..5
Token categoryToken(QStringView apiCategory); // CategoryOther for a name that is not known

// The contrast of two colours as WCAG 2 defines it: 1 (none) to 21 (black on white).
double contrastRatio(const QColor& a, const QColor& b);

} // namespace ui
