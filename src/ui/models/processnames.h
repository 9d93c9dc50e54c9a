// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/result/analysisresult.h"

#include <QString>

#include <optional>
#include <string>
#include <unordered_map>

namespace ui {

// Which process made a connection. The capture does not know; the Assemblyline result, which puts capture, API calls,
// Sysmon and event traces together, comes first, and then what the processes' own calls say: the name that one looked
// up or connected to, the address and port.
class ProcessNames {
public:
    explicit ProcessNames(const core::Report& report);
    void take(const core::AnalysisResult& result);

    std::optional<qint64> ofDomain(const std::string& domain) const;
    std::optional<qint64> ofUri(const std::string& uri) const;
    std::optional<qint64> ofDestination(const std::string& ip, std::optional<std::int64_t> port) const;

    // "powershell.exe (3052)"; empty for none.
    QString text(std::optional<qint64> pid) const;

private:
    void learnFromCalls(const core::Report& report);
    std::optional<qint64> find(const std::string& key) const;

    std::unordered_map<qint64, std::string> m_names;
    std::unordered_map<std::string, qint64> m_pids; // by domain, URI, or address:port, as the result has it
    std::unordered_map<std::string, qint64> m_fromCalls; // the same, as the calls have it
};

} // namespace ui
