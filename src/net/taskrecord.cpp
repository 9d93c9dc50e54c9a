// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/taskrecord.h"

#include <QJsonArray>
#include <QTimeZone>
#include <QUuid>

namespace net {

namespace {

QJsonArray toArray(const QList<qint64>& ids)
{
    QJsonArray array;
    for (const qint64 id : ids) {
        array.append(id);
    }
    return array;
}

QList<qint64> idsFrom(const QJsonValue& value)
{
    QList<qint64> ids;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& id : array) {
        ids.append(id.toInteger());
    }
    return ids;
}

QJsonArray toArray(const FormFields& fields)
{
    QJsonArray array;
    for (const auto& [name, value] : fields) {
        array.append(QJsonArray{name, value});
    }
    return array;
}

FormFields fieldsFrom(const QJsonValue& value)
{
    FormFields fields;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& field : array) {
        fields.append({field.toArray().at(0).toString(), field.toArray().at(1).toString()});
    }
    return fields;
}

QJsonValue toJson(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
}

QDateTime timeFrom(const QJsonValue& value)
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), QTimeZone::UTC) : QDateTime();
}

Phase phaseFrom(const QJsonValue& value)
{
    return phaseFromKey(value.toString()).value_or(Phase::Hashing);
}

} // namespace

bool TaskRecord::enter(Phase next, const QDateTime& now)
{
    phase = next;
    progress = -1;
    words.clear();
    nextTry = {};
    const bool isFurther = pacer.reach(next);
    if (isFurther) {
        attempts = 0;
    }
    // A server that goes back and forth does not make a task younger.
    if (isFurther || !isPolled(next) || !entered.contains(next)) {
        entered.insert(next, now);
    }
    return isFurther;
}

void TaskRecord::forgetServerPhases()
{
    for (const Phase past : {Phase::Pending, Phase::Running, Phase::Completed, Phase::Reported}) {
        entered.remove(past);
    }
}

void TaskRecord::followSuccessor(qint64 taskId)
{
    serverTaskIds.prepend(taskId);
    forgetServerPhases();
}

void TaskRecord::addRemark(const QString& text)
{
    if (!remark.contains(text)) {
        remark = remark.isEmpty() ? text : remark + u'\n' + text;
    }
}

QString newTaskId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void TaskRecord::submitAgain(const QString& why, const QDateTime& now)
{
    if (!isReused) {
        replacedIds = serverTaskIds + replacedIds;
    }
    serverTaskIds.clear();
    isReused = false;
    wasSeen = false;
    ignoreExisting = true;
    forgetServerPhases();
    reportPath.clear();
    litePath.clear();
    deletePending = false;
    uploads = 0;
    uselessIds.clear();
    remark = why;
    pacer.restart(Phase::Hashing);
    enter(isUrl ? Phase::Uploading : Phase::Searching, now);
}

QJsonObject toJson(const TaskRecord& record)
{
    QJsonObject entered;
    for (auto phase = record.entered.begin(); phase != record.entered.end(); ++phase) {
        entered.insert(phaseKey(phase.key()), toJson(phase.value()));
    }
    return {
        {QStringLiteral("id"), record.id},
        {QStringLiteral("profile"), record.profileId},
        {QStringLiteral("other_profiles"), QJsonArray::fromStringList(record.otherProfiles)},
        {QStringLiteral("file_name"), record.fileName},
        {QStringLiteral("is_url"), record.isUrl},
        {QStringLiteral("source"), record.sourcePath},
        {QStringLiteral("sample"), record.samplePath},
        {QStringLiteral("sha256"), record.sha256},
        {QStringLiteral("size"), record.size},
        {QStringLiteral("fields"), toArray(record.fields)},
        {QStringLiteral("ignore_existing"), record.ignoreExisting},
        {QStringLiteral("delete_after_fetch"), record.deleteAfterFetch},
        {QStringLiteral("reboot_asked"), record.rebootAsked},
        {QStringLiteral("server_ids"), toArray(record.serverTaskIds)},
        {QStringLiteral("reused"), record.isReused},
        {QStringLiteral("known_ids"), toArray(record.knownTaskIds)},
        {QStringLiteral("upload_started"), record.uploadStarted},
        {QStringLiteral("uploads"), record.uploads},
        {QStringLiteral("useless_ids"), toArray(record.uselessIds)},
        {QStringLiteral("seen"), record.wasSeen},
        {QStringLiteral("failed_on_server"), record.failedOnServer},
        {QStringLiteral("resubmitted"), record.resubmitted},
        {QStringLiteral("late_tries"), record.lateTries},
        {QStringLiteral("replaced_ids"), toArray(record.replacedIds)},
        {QStringLiteral("reboot_of"), record.rebootOf},
        {QStringLiteral("delete_pending"), record.deletePending},
        {QStringLiteral("deletes_only_waiting"), record.deletesOnlyWaiting},
        {QStringLiteral("paused"), record.isPaused},
        {QStringLiteral("phase"), phaseKey(record.phase)},
        {QStringLiteral("failed_in"), phaseKey(record.failedIn)},
        {QStringLiteral("words"), record.words},
        {QStringLiteral("remark"), record.remark},
        {QStringLiteral("entered"), entered},
        {QStringLiteral("next_try"), toJson(record.nextTry)},
        {QStringLiteral("attempts"), record.attempts},
        {QStringLiteral("furthest"), phaseKey(record.pacer.furthest)},
        {QStringLiteral("requests"), record.pacer.requests},
        {QStringLiteral("last_request"), toJson(record.pacer.lastRequest)},
        {QStringLiteral("machine"), record.machine},
        {QStringLiteral("report"), record.reportPath},
        {QStringLiteral("lite"), record.litePath},
        {QStringLiteral("score"), record.score ? QJsonValue(*record.score) : QJsonValue()},
        {QStringLiteral("awaits_library"), record.awaitsLibrary},
        {QStringLiteral("position"), record.position},
        {QStringLiteral("created"), toJson(record.createdOn)},
    };
}

TaskRecord taskFromJson(const QJsonObject& json)
{
    const auto value = [&](const char* key) { return json.value(QLatin1StringView(key)); };
    TaskRecord record;
    record.id = value("id").toString();
    record.profileId = value("profile").toString();
    record.otherProfiles = value("other_profiles").toVariant().toStringList();
    record.fileName = value("file_name").toString();
    record.isUrl = value("is_url").toBool();
    record.sourcePath = value("source").toString();
    record.samplePath = value("sample").toString();
    record.sha256 = value("sha256").toString();
    record.size = value("size").toInteger();
    record.fields = fieldsFrom(value("fields"));
    record.ignoreExisting = value("ignore_existing").toBool();
    record.deleteAfterFetch = value("delete_after_fetch").toBool();
    record.rebootAsked = value("reboot_asked").toBool();
    record.serverTaskIds = idsFrom(value("server_ids"));
    record.isReused = value("reused").toBool();
    record.knownTaskIds = idsFrom(value("known_ids"));
    record.uploadStarted = value("upload_started").toBool();
    record.uploads = value("uploads").toInt();
    record.uselessIds = idsFrom(value("useless_ids"));
    record.wasSeen = value("seen").toBool();
    record.failedOnServer = value("failed_on_server").toBool();
    record.resubmitted = value("resubmitted").toBool();
    record.lateTries = value("late_tries").toInt();
    record.replacedIds = idsFrom(value("replaced_ids"));
    record.rebootOf = value("reboot_of").toString();
    record.deletePending = value("delete_pending").toBool();
    record.deletesOnlyWaiting = value("deletes_only_waiting").toBool();
    record.isPaused = value("paused").toBool();
    record.phase = phaseFrom(value("phase"));
    record.failedIn = phaseFrom(value("failed_in"));
    record.words = value("words").toString();
    record.remark = value("remark").toString();
    const QJsonObject entered = value("entered").toObject();
    for (auto phase = entered.begin(); phase != entered.end(); ++phase) {
        if (const auto key = phaseFromKey(phase.key())) {
            record.entered.insert(*key, timeFrom(phase.value()));
        }
    }
    record.nextTry = timeFrom(value("next_try"));
    record.attempts = value("attempts").toInt();
    record.pacer.furthest = phaseFrom(value("furthest"));
    record.pacer.requests = value("requests").toInt();
    record.pacer.lastRequest = timeFrom(value("last_request"));
    record.machine = value("machine").toString();
    record.reportPath = value("report").toString();
    record.litePath = value("lite").toString();
    if (value("score").isDouble()) {
        record.score = value("score").toDouble();
    }
    record.awaitsLibrary = value("awaits_library").toBool();
    record.position = value("position").toInteger();
    record.createdOn = timeFrom(value("created"));
    return record;
}

} // namespace net
