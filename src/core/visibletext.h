// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <string>
#include <string_view>

namespace core {

// Whether line breaks and tabs stay where they are, or are shown like other control characters.
enum class LineBreaks { Keep, Show };

// A character that is not seen where it stands, or moves what is: controls, bidi controls, zero-width ones.
bool isInvisible(char32_t character);

// Text of a sample, report or server, made fit to show: control characters as control pictures, bidi controls,
// zero-width characters and other invisible ones as <U+202E>.
QString visibleText(QStringView text, LineBreaks lineBreaks = LineBreaks::Show);

// The same for UTF-8; bytes that are none become U+FFFD.
std::string visibleUtf8(std::string_view text, LineBreaks lineBreaks = LineBreaks::Show);

// Puts \uXXXX in the place of every invisible character of a JSON text: whoever parses it gets the same values.
void escapeInvisible(std::string& json);

} // namespace core
