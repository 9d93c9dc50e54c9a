// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/callreader.h"

#include "core/json/valuereader.h"

#include <QCoreApplication>

#include <utility>

namespace core {

namespace {

constexpr std::uint32_t callsBetweenQuestions = 1 << 10;
constexpr std::string_view callsPath = "behavior.processes.calls";

ValueTag tagOf(const json::Value& value)
{
    switch (value.type()) {
    case json::Value::Type::Null:
        return ValueTag::Null;
    case json::Value::Type::Bool:
        return ValueTag::Bool;
    case json::Value::Type::Integer:
        return ValueTag::Integer;
    case json::Value::Type::BigInteger:
        return ValueTag::BigInteger;
    case json::Value::Type::Double:
        return ValueTag::Double;
    case json::Value::Type::String:
        return ValueTag::String;
    case json::Value::Type::Array:
    case json::Value::Type::Object:
        return ValueTag::Json;
    }
    return ValueTag::Null;
}

} // namespace

CallReader::CallReader(json::Cursor& cursor, ApiCallStore& store, ReportWarnings& warnings,
    const json::ReadLimits& limits, std::function<bool()> goOn)
    : m_cursor(cursor)
    , m_store(store)
    , m_warnings(warnings)
    , m_limits(limits)
    , m_goOn(std::move(goOn))
{
}

IndexRange CallReader::read()
{
    m_store.reserve();
    const CallIndex first = m_store.callCount();
    m_cursor.beginArray();
    while (!m_stopped && m_cursor.nextItem()) {
        if (m_store.callCount() < m_limits.values && m_store.argumentCount() < m_limits.values) {
            readCall();
        } else {
            leaveOut();
        }
        if (m_store.callCount() % callsBetweenQuestions == 0) {
            m_stopped = !m_goOn();
        }
    }
    return {first, m_store.callCount() - first};
}

void CallReader::leaveOut()
{
    m_warnings.add(std::string(callsPath),
        QCoreApplication::translate("ReportWarning", "There are too many API calls; the rest is left out."));
    m_cursor.skip();
}

void CallReader::readCall()
{
    if (m_cursor.peek() != '{') {
        m_warnings.wrongType(callsPath, {});
        m_cursor.skip();
        return;
    }
    ApiCall call;
    std::string_view key;
    m_cursor.beginObject();
    while (m_cursor.nextMember(key)) {
        readField(call, key);
    }
    if (m_cursor.failed()) {
        m_store.dropPendingArguments();
    } else {
        m_store.appendCall(call);
    }
}

void CallReader::readField(ApiCall& call, std::string_view key)
{
    if (key == "timestamp") {
        call.timestamp = cell(m_timestamp);
    } else if (key == "thread_id") {
        call.threadId = cell(m_threadId);
    } else if (key == "caller") {
        call.caller = cell(m_caller);
    } else if (key == "parentcaller") {
        call.parentCaller = cell(m_parentCaller);
    } else if (key == "category") {
        call.category = cell(m_category);
    } else if (key == "api") {
        call.api = cell(m_api);
    } else if (key == "status") {
        call.status = cell(m_status);
    } else if (key == "return") {
        call.returned = cell(m_returned);
    } else if (key == "arguments") {
        call.hasArguments = readArguments();
    } else if (key == "repeated") {
        call.repeated = integer(0, key);
    } else if (key == "id") {
        call.id = integer(-1, key);
    } else if (key == "pretty_return") {
        call.prettyReturn = cell();
    } else {
        m_cursor.skip();
    }
}

bool CallReader::readArguments()
{
    m_store.dropPendingArguments(); // a repeated key takes the last value
    if (m_cursor.peek() != '[') {
        m_warnings.wrongType(callsPath, "arguments");
        m_cursor.skip();
        return false;
    }
    m_cursor.beginArray();
    while (m_cursor.nextItem()) {
        readArgument();
    }
    return true;
}

// An argument that is no object is kept as a value without a name.
void CallReader::readArgument()
{
    ApiArgument argument;
    if (m_cursor.peek() != '{') {
        argument.value = cell();
        m_store.appendArgument(argument);
        return;
    }
    std::string_view key;
    m_cursor.beginObject();
    while (m_cursor.nextMember(key)) {
        if (key == "name") {
            argument.name = cell();
        } else if (key == "value") {
            argument.value = cell();
        } else if (key == "pretty_value") {
            argument.prettyValue = cell();
        } else {
            m_cursor.skip();
        }
    }
    m_store.appendArgument(argument);
}

StringId CallReader::cell()
{
    const char first = m_cursor.peek();
    if (first == '"') {
        return m_store.strings().intern(m_cursor.string());
    }
    if (first == '{' || first == '[') {
        return nestedCell();
    }
    const std::string_view raw = m_cursor.peekScalarText();
    const json::Value value = m_cursor.scalar();
    return m_cursor.failed() ? 0 : m_store.strings().intern(raw, tagOf(value));
}

StringId CallReader::nestedCell()
{
    json::ValueReader reader(m_cursor, m_limits);
    const json::Value value = reader.read();
    if (m_cursor.failed()) {
        return 0;
    }
    if (reader.tooDeep() || reader.tooMany()) {
        m_warnings.add(std::string(callsPath),
            QCoreApplication::translate("ReportWarning", "A value is nested too deeply and is left out."));
    }
    return m_store.strings().intern(json::dump(value), ValueTag::Json);
}

StringId CallReader::cell(Recent& recent)
{
    const std::string_view raw = m_cursor.peekScalarText();
    if (raw == recent.raw && raw.size() > 1) {
        m_cursor.skip();
        return recent.id;
    }
    const bool scalar = raw.size() > 1; // not a bracket
    recent.id = cell();
    recent.raw = scalar && !m_cursor.failed() ? raw : std::string_view();
    return recent.id;
}

std::int64_t CallReader::integer(std::int64_t fallback, std::string_view key)
{
    const char first = m_cursor.peek();
    if (first == '"' || first == '{' || first == '[') {
        m_warnings.wrongType(callsPath, key);
        m_cursor.skip();
        return fallback;
    }
    const json::Value value = m_cursor.scalar();
    if (!value.isInteger() && !value.isNull()) {
        m_warnings.wrongType(callsPath, key);
    }
    return value.toInteger(fallback);
}

} // namespace core
