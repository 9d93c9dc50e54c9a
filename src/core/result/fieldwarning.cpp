// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/fieldwarning.h"

#include "core/json/python.h"

#include <QCoreApplication>

namespace core {

void warnOfField(Warnings& warnings, std::string_view field)
{
    warnings.add(QCoreApplication::translate(
        "Conversion", "The report's field %1 is missing or not of the expected kind; what depends on it was left out.")
            .arg(QString::fromUtf8(field.data(), qsizetype(field.size()))));
}

const json::Array& listOf(const json::Value& value, std::string_view field, Warnings& warnings)
{
    if (!value.isArray() && json::python::truthy(value)) {
        warnOfField(warnings, field);
    }
    return value.toArray();
}

} // namespace core
