// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportwarnings.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr std::size_t mostWarnings = 200;
constexpr std::size_t longestPath = 256; // bytes; keys are the report's, and may be megabytes

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportWarning)
};

void shorten(std::string& path)
{
    if (path.size() <= longestPath) {
        return;
    }
    std::size_t end = longestPath;
    while (end > 0 && (static_cast<unsigned char>(path[end]) & 0xc0) == 0x80) {
        --end; // a character stays whole
    }
    path.resize(end);
    path += "\u2026";
}

} // namespace

void ReportWarnings::wrongType(std::string_view path, std::string_view key)
{
    std::string full(path);
    if (!key.empty()) {
        full += '.';
        full += key;
    }
    add(std::move(full), Text::tr("The field has an unexpected type and is left out."));
}

void ReportWarnings::missing(std::string_view path)
{
    add(std::string(path), Text::tr("The report has no such section."));
}

void ReportWarnings::add(std::string path, const QString& what)
{
    shorten(path);
    const auto same = std::ranges::find_if(
        m_warnings, [&](const Warning& warning) { return warning.path == path && warning.what == what; });
    if (same != m_warnings.end()) {
        ++same->count;
    } else if (m_warnings.size() < mostWarnings) {
        m_warnings.push_back({std::move(path), what});
    }
}

} // namespace core
