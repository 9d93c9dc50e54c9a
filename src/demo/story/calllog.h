// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/story/chance.h"

#include "core/json/value.h"

#include <QDateTime>
#include <QList>

#include <map>
#include <string>
#include <vector>

namespace demo::story {

struct Argument {
    std::string name;
    std::string value;
    std::string pretty{}; // empty: none
};

struct Outcome {
    bool succeeded = true;
    std::string value = "0x00000000";
    std::string pretty{};
};

// The API calls of one process, as CAPE's monitor records them. Times are milliseconds since the analysis began; calls
// may be added in any order and are numbered by time when the log is closed.
class CallLog {
public:
    CallLog(std::uint64_t seed, QList<int> threads)
        : m_chance(seed)
        , m_threads(std::move(threads))
    {
    }

    // `mark`: a name by which a signature can point at this call.
    void add(qint64 at, std::string category, std::string api, std::vector<Argument> arguments = {},
        Outcome outcome = {}, const std::string& mark = {}, int repeated = 0);
    std::size_t size() const { return m_calls.size(); }
    Chance& chance() { return m_chance; }

    void close();
    // After close(): the number of a marked call; -1 for none.
    int idOf(const std::string& mark) const;
    core::json::Array toJson(const QDateTime& start) const;

    // Gives api and arguments of each call, in order of time.
    template <typename Visit>
    void visit(const Visit& visit) const
    {
        for (const Call& call : m_calls) {
            visit(call.api, call.arguments);
        }
    }

private:
    struct Call {
        qint64 at;
        int thread;
        std::string caller;
        std::string parentCaller;
        std::string category;
        std::string api;
        std::vector<Argument> arguments;
        Outcome outcome;
        std::string mark;
        int repeated;
    };

    Chance m_chance;
    QList<int> m_threads;
    std::vector<Call> m_calls;
    std::map<std::string, int> m_marks;
};

// "2026-03-02 09:00:04,250"
std::string logTime(const QDateTime& start, qint64 at);

} // namespace demo::story
