// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/submissionplan.h"

#include "core/submission/filename.h"
#include "core/submission/planner.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace ui {

namespace {

namespace sub = core::submission;

net::FormFields formFields(const core::json::Object& fields)
{
    net::FormFields form;
    for (const auto& [name, value] : fields) {
        const std::string text = value.isString() ? value.toString() : core::json::dump(value);
        form.append({fromUtf8(name), fromUtf8(text)});
    }
    return form;
}

sub::FileFacts factsOf(const Sample& sample)
{
    sub::FileFacts facts;
    facts.name = sample.isUrl ? sample.path.toStdString() : QFileInfo(sample.path).fileName().toStdString();
    facts.type = sample.isUrl ? "uri/http" : "unknown";
    return facts;
}

net::Submission submissionOf(const Sample& sample, const SubmitServer& server, const sub::Parameters& parameters,
    const std::string& fileName, const core::json::Object& fields)
{
    net::Submission submission;
    submission.profileId = server.profileId;
    (sample.isUrl ? submission.url : submission.path) = sample.path;
    if (!sample.isUrl) {
        submission.fileName = fromUtf8(fileName);
    }
    submission.fields = formFields(fields);
    submission.ignoreExisting = parameters.ignoreCache;
    return submission;
}

// A server whose machines are not known gets what is asked for, without a check.
void planBlindly(
    const Sample& sample, const SubmitServer& server, const sub::Parameters& parameters, SubmissionPlan& plan)
{
    core::json::Object destination;
    if (!parameters.specificMachine.empty()) {
        destination.set("machine", parameters.specificMachine);
    }
    if (parameters.platform != "none") {
        destination.set("platform", parameters.platform);
    }
    const std::string& image = parameters.specificImage;
    if (parameters.specificMachine.empty() && !image.starts_with("auto") && image != "all") {
        destination.set("tags", image);
    }
    const sub::FileFacts file = factsOf(sample);
    std::vector<sub::Note> notes;
    for (const bool withoutMonitor : {false, true}) {
        if (withoutMonitor && !parameters.monitoredAndUnmonitored) {
            continue;
        }
        const core::json::Object fields
            = sub::taskFields(destination, parameters, sub::PoolConfig(), file, withoutMonitor, notes);
        plan.submissions << submissionOf(sample, server, parameters, sub::cleanFileName(file.name), fields);
    }
    for (const sub::Note& note : notes) {
        plan.problems << fromUtf8(note.title);
    }
}

sub::Case caseOf(const Sample& sample, const SubmitServer& server, const sub::Parameters& parameters)
{
    sub::Case input;
    input.file = factsOf(sample);
    input.parameters = parameters;
    sub::Host host;
    host.ip = server.profileId.toStdString();
    host.available = 1;
    for (const net::Machine& machine : *server.machines) {
        host.machines.push_back({machine.name.toStdString(), machine.platform.toStdString()});
    }
    input.hosts.push_back(std::move(host));
    const std::string& image = parameters.specificImage;
    if (!image.starts_with("auto") && image != "all") {
        input.config.allowedImages.push_back(image);
    }
    return input;
}

// Whether the analyst asks for something that only some machines are; otherwise the server chooses.
bool choosesMachine(const sub::Parameters& parameters)
{
    return !parameters.specificMachine.empty() || parameters.platform != "none" || parameters.specificImage != "auto";
}

void planWithMachines(
    const Sample& sample, const SubmitServer& server, const sub::Parameters& parameters, SubmissionPlan& plan)
{
    const auto planned = sub::plan(caseOf(sample, server, parameters));
    if (!planned) {
        plan.problems
            << QCoreApplication::translate("SubmissionPlan", "%1: %2").arg(server.name, planned.error().message);
        return;
    }
    // The planner knows the type from the name alone here; a file without an extension is still the server's to judge.
    if (planned->refused) {
        return planBlindly(sample, server, parameters, plan);
    }
    for (const sub::PlannedTask& task : planned->tasks) {
        plan.submissions << submissionOf(sample, server, parameters, task.fileName, task.fields);
    }
    for (const sub::Note& note : planned->notes) {
        plan.problems << QCoreApplication::translate("SubmissionPlan", "%1: %2").arg(server.name, fromUtf8(note.title));
    }
}

} // namespace

QString problemOf(const sub::Parameters& parameters)
{
    static const QRegularExpression clock(QStringLiteral("^\\d{2}-\\d{2}-\\d{4} \\d{2}:\\d{2}:\\d{2}$"));
    const QString time = fromUtf8(parameters.clock);
    if (!time.isEmpty()) {
        const QDateTime parsed = QDateTime::fromString(time, QStringLiteral("MM-dd-yyyy HH:mm:ss"));
        if (!clock.match(time).hasMatch() || !parsed.isValid()) {
            return QCoreApplication::translate(
                "SubmissionPlan", "The clock must be a real time as MM-DD-YYYY HH:MM:SS, or empty.");
        }
    }
    return {};
}

SubmissionPlan planSubmissions(
    const QList<Sample>& samples, const QList<SubmitServer>& servers, const sub::Parameters& parameters)
{
    SubmissionPlan plan;
    for (const Sample& sample : samples) {
        if (sample.isBlocked()) {
            continue;
        }
        for (const SubmitServer& server : servers) {
            if (server.machines && !server.machines->isEmpty() && choosesMachine(parameters)) {
                planWithMachines(sample, server, parameters, plan);
            } else {
                planBlindly(sample, server, parameters, plan);
            }
        }
    }
    plan.problems.removeDuplicates();
    return plan;
}

} // namespace ui
