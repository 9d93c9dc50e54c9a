// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/report/process.h"
#include "core/report/signature.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core {

// Finds the processes that the marks of CAPE's signatures name. There is no one form: a call's mark has "pid",
// add_match() writes {"process": {"process_id": 4}}, and most write a text: "a.exe(1180) -> b.exe(1852)",
// "b.exe (1852)", "a.exe, PID 3052", "PID 2744 triggered ...", "a.exe:1180", a name alone, {"1644": ...},
// {"a_exe": ...}, or the command line of one. A number in a text counts where it is the pid of a process of the report
// and is written as one; a name alone where only one process has it.
class ProcessMentions {
public:
    struct Found {
        std::set<std::int64_t> pids;
        std::vector<Injection> injections; // "->" between two of them
    };

    ProcessMentions(const std::vector<Process>& processes, const std::vector<ProcessNode>& tree);

    Found of(const Signature& signature) const;
    Found of(const json::Value& mark) const;

private:
    void add(std::int64_t pid, std::string_view name, std::string_view commandLine);
    void visit(std::string_view key, const json::Value& value, int depth, Found& found) const;
    void visitText(std::string_view key, std::string_view text, Found& found) const;
    void findNumbers(std::string_view text, Found& found) const;
    void findName(std::string_view key, std::string_view text, Found& found) const;
    bool isWrittenAsPid(std::string_view text, std::size_t first, std::size_t end, std::int64_t pid) const;
    bool endsWithNameOf(std::string_view text, std::int64_t pid) const;

    std::unordered_map<std::int64_t, std::vector<std::string>> m_names; // in lower case
    std::unordered_map<std::string, std::int64_t> m_byName; // -1: several processes have it
    std::unordered_map<std::string, std::vector<std::int64_t>> m_byCommandLine;
};

} // namespace core
