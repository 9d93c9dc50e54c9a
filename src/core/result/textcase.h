// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace core {

inline QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// str.lower() of Python, for UTF-8.
inline std::string lowerCase(std::string_view text)
{
    return fromUtf8(text).toLower().toStdString();
}

} // namespace core
