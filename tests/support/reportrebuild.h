// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

namespace test {

// One call as the JSON object that it was read from, with the fields that the store keeps; `original` says which of the
// uninterned fields were there.
inline core::json::Value rebuiltCall(
    const core::ApiCallStore& store, core::CallIndex call, const core::json::Value& original)
{
    using core::StringId;
    core::json::Object object;
    const auto put = [&](const char* key, StringId id) {
        if (id != 0) {
            object.set(key, store.value(id));
        }
    };
    put("timestamp", store.timestampId(call));
    put("thread_id", store.threadId(call));
    put("caller", store.callerId(call));
    put("parentcaller", store.parentCallerId(call));
    put("category", store.categoryId(call));
    put("api", store.apiId(call));
    put("status", store.statusId(call));
    put("return", store.returnId(call));
    if (!store.prettyReturn(call).empty()) {
        object.set("pretty_return", store.prettyReturn(call));
    }
    if (original.find("repeated")) {
        object.set("repeated", store.repeated(call));
    }
    if (original.find("id")) {
        object.set("id", store.callId(call));
    }
    if (store.hasArguments(call)) {
        core::json::Array arguments;
        const core::IndexRange range = store.arguments(call);
        for (core::ArgumentIndex argument = range.first; argument < range.end(); ++argument) {
            core::json::Object item;
            if (store.argumentNameId(argument) != 0) {
                item.set("name", store.value(store.argumentNameId(argument)));
            }
            if (store.argumentValueId(argument) != 0) {
                item.set("value", store.argumentValue(argument));
            }
            if (store.argumentPrettyId(argument) != 0) {
                item.set("pretty_value", store.value(store.argumentPrettyId(argument)));
            }
            arguments.push_back(std::move(item));
        }
        object.set("arguments", std::move(arguments));
    }
    return object;
}

// The whole document again, for comparison with a plain parse of the same text (`original`).
inline core::json::Value rebuilt(const core::Report& report, const core::json::Value& original)
{
    core::json::Object sections = report.sections();
    core::json::Value* behavior = sections.find("behavior");
    core::json::Value* processes = behavior && behavior->object() ? behavior->object()->find("processes") : nullptr;
    if (!processes || !processes->array()) {
        return sections;
    }
    for (std::size_t i = 0; i < processes->array()->size(); ++i) {
        if (!report.processHasCalls(i)) {
            continue;
        }
        const core::IndexRange range = report.processCalls(i);
        core::json::Array calls;
        for (core::CallIndex call = range.first; call < range.end(); ++call) {
            calls.push_back(rebuiltCall(
                report.calls(), call, original["behavior"]["processes"][i]["calls"][std::size_t(call - range.first)]));
        }
        (*processes->array())[i].object()->set("calls", std::move(calls));
    }
    return sections;
}

} // namespace test
