// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/processmentions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace core {

namespace {

constexpr std::int64_t severalProcesses = -1;
constexpr int deepestMark = 6;
constexpr std::size_t mostPids = 4096; // of a signature
constexpr std::size_t mostInjections = 4096;
constexpr std::size_t longestName = 260; // characters of a file name
constexpr std::size_t shortestCommandLine = 4;
constexpr std::size_t mostSameCommandLines = 4;
constexpr std::size_t longestPid = 10; // digits

// These list the processes that the sample looked at, whatever those did.
constexpr std::array<std::string_view, 3> enumerations{
    "enumerates_running_processes", "process_interest", "process_needed"};
constexpr std::array<std::string_view, 4> pidKeys{"pid", "process_id", "process_identifier", "processid"};

char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), lowerAscii);
    return lower;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordPart(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::string_view withoutTrailing(std::string_view text, std::string_view characters)
{
    const std::size_t last = text.find_last_not_of(characters);
    return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : withoutTrailing(text.substr(first), " \t\r\n");
}

std::optional<std::int64_t> number(std::string_view digits)
{
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool isNumber = code == std::errc() && end == digits.data() + digits.size() && digits.size() <= longestPid;
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

// Without regard to case, and not in the middle of a word.
bool endsWithWord(std::string_view text, std::string_view word)
{
    if (text.size() < word.size()
        || !std::ranges::equal(text.substr(text.size() - word.size()), word, {}, lowerAscii, lowerAscii)) {
        return false;
    }
    return text.size() == word.size() || !isWordPart(text[text.size() - word.size() - 1]);
}

void addPid(ProcessMentions::Found& found, std::int64_t pid)
{
    if (found.pids.size() < mostPids) {
        found.pids.insert(pid);
    }
}

bool leadsTo(std::string_view between)
{
    return between.contains("->") || between.contains(" injected into ");
}

} // namespace

ProcessMentions::ProcessMentions(const std::vector<Process>& processes, const std::vector<ProcessNode>& tree)
{
    for (const Process& process : processes) {
        if (process.pid) {
            add(*process.pid, process.name, process.commandLine);
        }
    }
    std::vector<const std::vector<ProcessNode>*> levels{&tree};
    while (!levels.empty()) {
        const std::vector<ProcessNode>& nodes = *levels.back();
        levels.pop_back();
        for (const ProcessNode& node : nodes) {
            if (node.pid) {
                add(*node.pid, node.name, node.commandLine);
            }
            levels.push_back(&node.children);
        }
    }
}

void ProcessMentions::add(std::int64_t pid, std::string_view name, std::string_view commandLine)
{
    std::vector<std::string>& names = m_names[pid];
    std::string lower = lowered(name.substr(0, longestName));
    if (!lower.empty() && !std::ranges::contains(names, lower)) {
        const auto [place, isNew] = m_byName.try_emplace(lower, pid);
        if (!isNew && place->second != pid) {
            place->second = severalProcesses;
        }
        names.push_back(std::move(lower));
    }
    if (const std::string_view command = trimmed(commandLine); command.size() >= shortestCommandLine) {
        std::vector<std::int64_t>& pids = m_byCommandLine[lowered(command)];
        if (pids.size() < mostSameCommandLines && !std::ranges::contains(pids, pid)) {
            pids.push_back(pid);
        }
    }
}

ProcessMentions::Found ProcessMentions::of(const Signature& signature) const
{
    Found found;
    if (std::ranges::contains(enumerations, std::string_view(signature.name))) {
        return found;
    }
    for (const json::Value& mark : signature.marks) {
        visit({}, mark, 0, found);
    }
    return found;
}

ProcessMentions::Found ProcessMentions::of(const json::Value& mark) const
{
    Found found;
    visit({}, mark, 0, found);
    return found;
}

void ProcessMentions::visit(std::string_view key, const json::Value& value, int depth, Found& found) const
{
    if (depth > deepestMark) {
        return;
    }
    for (const json::Value& item : value.toArray()) {
        visit(key, item, depth + 1, found);
    }
    for (const auto& [name, item] : value.toObject()) {
        if (const auto pid = number(name.view()); pid && m_names.contains(*pid)) {
            addPid(found, *pid);
        }
        visit(name.view(), item, depth + 1, found);
    }
    const bool isPid = std::ranges::contains(pidKeys, lowered(key.substr(0, longestName)));
    if (value.isInteger() && isPid && value.toInteger() >= 0) {
        addPid(found, value.toInteger());
    } else if (value.isString()) {
        if (const auto pid = isPid ? number(trimmed(value.toString())) : std::nullopt) {
            addPid(found, *pid);
        }
        visitText(key, value.toString(), found);
    }
}

void ProcessMentions::visitText(std::string_view key, std::string_view text, Found& found) const
{
    findNumbers(text, found);
    findName(key, text, found);
    if (!m_byCommandLine.empty()) {
        if (const auto command = m_byCommandLine.find(lowered(trimmed(text))); command != m_byCommandLine.end()) {
            std::ranges::for_each(command->second, [&found](std::int64_t pid) { addPid(found, pid); });
        }
    }
}

void ProcessMentions::findNumbers(std::string_view text, Found& found) const
{
    std::optional<std::int64_t> previous;
    std::size_t previousEnd = 0;
    for (std::size_t first = 0; first < text.size();) {
        if (!isDigit(text[first])) {
            ++first;
            continue;
        }
        std::size_t end = first;
        while (end < text.size() && isDigit(text[end])) {
            ++end;
        }
        const auto pid = number(text.substr(first, end - first));
        if (pid && m_names.contains(*pid) && isWrittenAsPid(text, first, end, *pid)) {
            addPid(found, *pid);
            const std::string_view between = text.substr(previousEnd, first - previousEnd);
            if (previous && *previous != *pid && leadsTo(between) && found.injections.size() < mostInjections) {
                found.injections.push_back({*previous, *pid});
            }
            previous = pid;
            previousEnd = end;
        }
        first = end;
    }
}

bool ProcessMentions::isWrittenAsPid(
    std::string_view text, std::size_t first, std::size_t end, std::int64_t pid) const
{
    if ((first > 0 && isWordPart(text[first - 1])) || (end < text.size() && isWordPart(text[end]))) {
        return false;
    }
    const std::string_view before = text.substr(0, first);
    const std::string_view word = withoutTrailing(withoutTrailing(before, " "), ":=# ");
    if (endsWithWord(word, "pid") || endsWithWord(word, "process") || endsWithWord(word, "process id")) {
        return true;
    }
    if (before.ends_with('(') && text.substr(end).starts_with(')')) {
        return endsWithNameOf(withoutTrailing(before, "( "), pid) || leadsTo(text);
    }
    return before.ends_with(':') && endsWithNameOf(withoutTrailing(before, ": "), pid);
}

bool ProcessMentions::endsWithNameOf(std::string_view text, std::int64_t pid) const
{
    const auto names = m_names.find(pid);
    return names != m_names.end()
        && std::ranges::any_of(
            names->second, [text](const std::string& name) { return endsWithWord(text, name); });
}

// "services.exe", "explorer.exe tried to sleep ...", "explorer.exe_InternetOpenA_...", or {"a_exe": ...}.
void ProcessMentions::findName(std::string_view key, std::string_view text, Found& found) const
{
    const auto addNamed = [&](const std::string& name) {
        const auto process = m_byName.find(name);
        if (process != m_byName.end() && process->second != severalProcesses) {
            addPid(found, process->second);
        }
        return process != m_byName.end();
    };
    const std::string lowerKey = lowered(key.substr(0, longestName));
    if (const std::size_t dot = lowerKey.rfind('_'); dot != std::string::npos) {
        addNamed(lowerKey.substr(0, dot) + '.' + lowerKey.substr(dot + 1));
    }
    const bool isOfProcess = lowerKey.contains("process");
    const std::string start = lowered(text.substr(0, longestName + 1));
    for (std::size_t end = start.size(); end > 0; --end) { // the longest name that it starts with
        const bool isEnd = end == start.size() || (isOfProcess && std::string_view(" ,").contains(start[end]));
        const bool isBeforeApi
            = end + 1 < start.size() && start[end] == '_' && text[end + 1] >= 'A' && text[end + 1] <= 'Z';
        if (((isEnd && isOfProcess) || isBeforeApi) && addNamed(start.substr(0, end))) {
            return;
        }
    }
}

} // namespace core
