// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ioc/text.h"

#include <QString>

#include <string_view>

namespace core {

inline QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace core
