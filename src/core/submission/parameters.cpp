// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/parameters.h"

#include "core/ioc/text.h"
#include "core/submission/fieldreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

namespace core::submission {

namespace {

// The one list of names: `visit` sees each with its member.
template <typename P, typename Visitor>
void visitMembers(P&& p, Visitor visit)
{
    visit("analysis_timeout_in_seconds", p.analysisTimeout);
    visit("specific_image", p.specificImage);
    visit("specific_machine", p.specificMachine);
    visit("platform", p.platform);
    visit("dll_function", p.dllFunction);
    visit("arguments", p.arguments);
    visit("custom_options", p.customOptions);
    visit("clock", p.clock);
    visit("package", p.package);
    visit("routing", p.routing);
    visit("password", p.password);
    visit("hh_args", p.hollowsHunterArguments);
    visit("dump_memory", p.dumpMemory);
    visit("force_sleepskip", p.forceSleepSkip);
    visit("no_monitor", p.noMonitor);
    visit("monitored_and_unmonitored", p.monitoredAndUnmonitored);
    visit("simulate_user", p.simulateUser);
    visit("reboot", p.reboot);
    visit("ignore_cape_cache", p.ignoreCache);
    visit("deep_scan", p.deepScan);
    visit("priority", p.priority);
    visit("tlp", p.tlp);
    visit("tags_tasks", p.taskTags);
    visit("custom", p.custom);
}

Error wrongText(const QString& reason)
{
    return {ErrorCode::BadInput, reason, {}};
}

Result<void> readText(std::string_view text, std::string& member)
{
    member = text;
    return {};
}

Result<void> readText(std::string_view text, std::int64_t& member)
{
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || code != std::errc() || end != text.data() + text.size()) {
        return std::unexpected(wrongText(QCoreApplication::translate(
            "Submission", "\"%1\" is no whole number; CAPE would silently take 0. Give a number such as 60.")
                .arg(QString::fromUtf8(text.data(), qsizetype(text.size())))));
    }
    member = number;
    return {};
}

Result<void> readText(std::string_view text, bool& member)
{
    // The words that CAPE knows, and in each case whether they are true.
    static constexpr std::array<std::pair<std::string_view, bool>, 8> words{{{"true", true}, {"false", false},
        {"yes", true}, {"no", false}, {"1", true}, {"0", false}, {"on", true}, {"off", false}}};
    const auto word = std::ranges::find(words, lowerCase(text), &std::pair<std::string_view, bool>::first);
    if (word == words.end()) {
        return std::unexpected(wrongText(QCoreApplication::translate(
            "Submission", "\"%1\" is neither yes nor no; CAPE would silently take no. Give true or false.")
                .arg(QString::fromUtf8(text.data(), qsizetype(text.size())))));
    }
    member = word->second;
    return {};
}

} // namespace

Result<Parameters> Parameters::fromJson(const json::Value& object)
{
    Parameters parameters;
    FieldReader reader(object);
    visitMembers(parameters, [&reader](const char* name, auto& member) { reader.read(name, member); });
    if (auto error = reader.error()) {
        return std::unexpected(*error);
    }
    return parameters;
}

json::Object Parameters::toJson() const
{
    json::Object object;
    visitMembers(*this, [&object](const char* name, const auto& member) { object.append(name, member); });
    return object;
}

std::vector<std::string_view> Parameters::names()
{
    std::vector<std::string_view> names;
    visitMembers(Parameters(), [&names](const char* name, const auto&) { names.emplace_back(name); });
    return names;
}

Result<void> Parameters::set(std::string_view name, std::string_view text)
{
    Result<void> done = std::unexpected(Error{ErrorCode::NotFound,
        QCoreApplication::translate("Submission", "There is no submission parameter of that name."), {}});
    visitMembers(*this, [&](const char* candidate, auto& member) {
        if (name == candidate) {
            done = readText(text, member);
        }
    });
    return done;
}

} // namespace core::submission
