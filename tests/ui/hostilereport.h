// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/report/reportparser.h"

#include <QtTest>

#include <optional>
#include <string>

namespace test {

// Text that a label would show as bold if it took it for rich text.
inline const std::string richText = "<b>bold</b><img src=x>";

inline core::json::Value process(std::int64_t pid, std::int64_t parent, core::json::Array calls = {})
{
    core::json::Object made;
    made["process_id"] = pid;
    made["parent_id"] = parent;
    made["process_name"] = "p" + std::to_string(pid) + ".exe";
    made["module_path"] = "C:\\p.exe";
    made["first_seen"] = "2026-01-31 10:04:12,031";
    made["calls"] = std::move(calls);
    return made;
}

// A node of behavior.processtree.
inline core::json::Value node(
    std::optional<std::int64_t> pid, const std::string& name, core::json::Array children = {})
{
    core::json::Object made;
    made["pid"] = pid ? core::json::Value(*pid) : core::json::Value();
    made["name"] = name;
    made["children"] = std::move(children);
    return made;
}

inline core::json::Value call(std::int64_t id, const std::string& category, const std::string& api,
    const std::string& value, bool succeeded = true)
{
    core::json::Object argument;
    argument["name"] = "Value";
    argument["value"] = value;
    core::json::Object made;
    made["timestamp"] = "2026-01-31 10:04:" + std::to_string(10 + id % 50) + ",000";
    made["thread_id"] = "1";
    made["category"] = category;
    made["api"] = api;
    made["status"] = succeeded;
    made["return"] = "0x0";
    made["arguments"] = core::json::Array{argument};
    made["repeated"] = 0;
    made["id"] = id;
    return made;
}

inline core::json::Value timedCall(std::int64_t id, const std::string& timestamp)
{
    core::json::Value made = call(id, "file", "NtCreateFile", "x");
    (*made.object())["timestamp"] = timestamp;
    return made;
}

inline core::json::Object signature(const std::string& name, std::int64_t severity, core::json::Array marks = {})
{
    core::json::Object made;
    made["name"] = name;
    made["description"] = "What " + name + " saw";
    made["severity"] = severity;
    made["confidence"] = 80;
    made["data"] = std::move(marks);
    return made;
}

inline core::json::Value mark(std::int64_t pid, std::int64_t number)
{
    core::json::Object made;
    made["type"] = "call";
    made["pid"] = pid;
    made["cid"] = number;
    return made;
}

inline core::json::Object report(core::json::Array processes, core::json::Array signatures = {})
{
    core::json::Object behavior;
    behavior["processes"] = std::move(processes);
    core::json::Object made;
    made["info"] = core::json::Object();
    made["behavior"] = std::move(behavior);
    made["signatures"] = std::move(signatures);
    return made;
}

inline QByteArray textOf(const core::json::Object& report)
{
    return QByteArray::fromStdString(core::json::dump(core::json::Value(report)));
}

// The report as the window gets it: written and read again.
inline core::ReportPtr parsed(const core::json::Object& report)
{
    const auto read = core::ReportParser::parse(textOf(report));
    if (!read) {
        qFatal("%s", qPrintable(read.error().message));
    }
    return *read;
}

} // namespace test
