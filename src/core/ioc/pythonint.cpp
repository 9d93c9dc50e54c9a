// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/pythonint.h"

#include "core/json/python.h"

namespace core {

std::optional<long long> pythonInt(std::string_view text)
{
    const auto value = json::python::toInt(text);
    return value && value->isInteger() ? std::optional<long long>(value->toInteger()) : std::nullopt;
}

} // namespace core
