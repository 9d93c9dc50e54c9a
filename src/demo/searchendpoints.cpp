// SPDX-License-Identifier: GPL-3.0-or-later
// The endpoints that find tasks.
#include "demo/api.h"
#include "demo/multipart.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

using core::json::Array;
using core::json::Object;

// Nothing unless each of the comma-separated texts is a task id.
std::optional<QList<int>> readIds(const QString& text)
{
    QList<int> ids;
    for (const QString& part : text.split(','_L1, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int id = part.trimmed().toInt(&isNumber);
        if (!isNumber || id < 1) {
            return std::nullopt;
        }
        ids.append(id);
    }
    return ids.isEmpty() ? std::nullopt : std::optional(ids);
}

} // namespace

Answer Api::search(const Request&, const User&, const QStringList& arguments)
{
    if (const auto off = disabled(Endpoint::Search, u"Task Search API is Disabled"_s)) {
        return *off;
    }
    constexpr qsizetype Sha256Digits = 64;
    if (arguments.first().size() == Sha256Digits) {
        if (const auto off = disabled(Endpoint::SearchBySha256, u"Task Search by SHA256 is Disabled"_s)) {
            return *off;
        }
    }
    const TaskStore& store = tasks();
    const QString sha256 = store.sha256Of(arguments.first());
    if (!store.knowsSample(sha256)) {
        return jsonAnswer(Object{{"data", Array()}, {"error", false}});
    }
    Array found;
    for (const Task* task : store.findBySha256(sha256)) {
        found.push_back(searchEntry(*task));
    }
    return jsonAnswer(Object{{"error", Array()}, {"data", std::move(found)}});
}

// Those that ended last first, and before them those that have not ended, as the database sorts them.
Answer Api::tasksList(const Request& request, const User&, const QStringList& arguments)
{
    if (const auto off = disabled(Endpoint::TaskList, u"Task List API is Disabled"_s)) {
        return *off;
    }
    constexpr int UsualLimit = 10;
    constexpr int MostTasks = 50;
    const int limit = std::min(arguments.value(0).isEmpty() ? UsualLimit : arguments[0].toInt(), MostTasks);
    const int offset = arguments.value(1).toInt();
    const QString status = request.query.queryItemValue(u"status"_s);
    QList<const Task*> found;
    for (const Task& task : tasks().tasks()) {
        if (status.isEmpty() || stateName(task.state) == status) {
            found.append(&task);
        }
    }
    std::ranges::stable_sort(found, [](const Task* a, const Task* b) {
        return a->finished.isValid() != b->finished.isValid() ? !a->finished.isValid() : a->finished > b->finished;
    });
    Array entries;
    for (const Task* task : found.mid(offset, limit)) {
        entries.push_back(viewEntry(*task));
    }
    const auto count = std::int64_t(entries.size());
    return jsonAnswer(Object{{"data", std::move(entries)},
        {"config", u"Limit: %1, Offset: %2"_s.arg(limit).arg(offset).toStdString()}, {"buf", count}});
}

// Only its search for task ids: a task that is not reported shows its state; of a reported one there is what the report
// database holds, which is where the other searches look as well, and here is nothing but the id.
Answer Api::extendedSearch(const Request& request, const User&, const QStringList&)
{
    if (const auto off = disabled(Endpoint::ExtendedSearch, u"Extended Task Search API is Disabled"_s)) {
        return *off;
    }
    const QList<FormField> form = readForm(request);
    const QString option = fieldOf(form, u"option");
    const QString argument = fieldOf(form, u"argument");
    if (option.isEmpty() || argument.isEmpty()) {
        return failure(option.isEmpty() && argument.isEmpty() ? u"No option or argument provided."_s
                : option.isEmpty()                            ? u"No option provided."_s
                                                              : u"No argument provided."_s);
    }
    if (option != "ids"_L1) {
        return failure(u"Unable to retrieve records"_s);
    }
    const auto ids = readIds(argument);
    if (!ids) {
        return failure(u"Not all values are valid task ids"_s);
    }
    const TaskStore& store = tasks();
    Array states;
    Array reports;
    for (const int id : *ids) {
        const Task* task = store.find(id);
        if (task && task->state == TaskState::Reported && m_options.reportDatabase) {
            reports.push_back(Object{{"info", Object{{"id", id}}}});
        } else if (task && task->state != TaskState::Reported) {
            states.push_back(
                Object{{"analysis", Object{{"status", stateName(task->state).toStdString()}, {"id", id}}}});
        }
    }
    for (auto& report : reports) {
        states.push_back(std::move(report));
    }
    if (states.empty()) {
        return failure(u"Unable to retrieve records"_s);
    }
    return jsonAnswer(Object{{"error", false}, {"data", std::move(states)}});
}

} // namespace demo
