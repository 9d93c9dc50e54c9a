// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/warning.h"

#include <string_view>
#include <vector>

namespace core {

// Collects a report's warnings: one for each place and kind, counted; at most a few hundred.
class ReportWarnings {
public:
    ReportWarnings() = default;
    explicit ReportWarnings(std::vector<Warning> earlier)
        : m_warnings(std::move(earlier))
    {
    }

    // A field of another type than it should be; it is left out.
    void wrongType(std::string_view path, std::string_view key);
    void missing(std::string_view path);
    void add(std::string path, const QString& what);

    std::vector<Warning> take() { return std::move(m_warnings); }

private:
    std::vector<Warning> m_warnings;
};

} // namespace core
