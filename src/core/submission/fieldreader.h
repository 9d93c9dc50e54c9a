// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::submission {

// Reads members of a JSON object into typed fields: a missing or null one leaves the field as it is, one of another
// kind is remembered as the error, which names it.
class FieldReader {
public:
    explicit FieldReader(const json::Value& object)
        : m_object(object)
    {
    }

    void read(const char* name, std::string& field);
    void read(const char* name, bool& field);
    void read(const char* name, std::int64_t& field); // a number, or a text of digits
    template <typename T>
    void read(const char* name, std::optional<T>& field)
    {
        if (!m_object[name].isNull()) {
            read(name, field.emplace());
        }
    }
    void read(const char* name, std::vector<std::string>& field);

    const std::optional<Error>& error() const { return m_error; }

private:
    void refuse(const char* name);

    const json::Value& m_object;
    std::optional<Error> m_error;
};

} // namespace core::submission
