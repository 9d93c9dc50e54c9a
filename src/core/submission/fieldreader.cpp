// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/fieldreader.h"

#include "core/json/python.h"

#include <QCoreApplication>

#include <charconv>
#include <limits>

namespace core::submission {

void FieldReader::read(const char* name, std::string& field)
{
    const json::Value& value = m_object[name];
    if (value.isString()) {
        field = value.toString();
    } else if (value.isNumber()) {
        field = json::python::str(value);
    } else if (!value.isNull()) {
        refuse(name);
    }
}

void FieldReader::read(const char* name, bool& field)
{
    const json::Value& value = m_object[name];
    if (value.isBool() || value.isNumber()) {
        field = json::python::truthy(value);
    } else if (!value.isNull()) {
        refuse(name);
    }
}

void FieldReader::read(const char* name, std::int64_t& field)
{
    const json::Value& value = m_object[name];
    if (value.isInteger()) {
        field = value.toInteger();
    } else if (value.bigInteger() && !value.bigInteger()->digits.view().starts_with('-')) {
        field = std::numeric_limits<std::int64_t>::max(); // as far beyond every limit
    } else if (value.isString()) {
        const std::string_view text = value.toString();
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), field);
        if (code != std::errc() || end != text.data() + text.size()) {
            refuse(name);
        }
    } else if (!value.isNull()) {
        refuse(name);
    }
}

void FieldReader::read(const char* name, std::vector<std::string>& field)
{
    const json::Value& value = m_object[name];
    if (value.isNull()) {
        return;
    }
    if (!value.isArray()) {
        return refuse(name);
    }
    field.clear();
    for (const json::Value& item : value.toArray()) {
        field.push_back(json::python::str(item));
    }
}

void FieldReader::refuse(const char* name)
{
    if (m_error) {
        return;
    }
    m_error = Error{ErrorCode::BadInput,
        QCoreApplication::translate("Submission", "The value of \"%1\" is not of the right kind.")
            .arg(QString::fromUtf8(name)),
        QString::fromStdString(json::dump(m_object[name]))};
}

} // namespace core::submission
