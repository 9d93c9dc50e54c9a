// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/poolorder.h"

#include "core/submission/taskfields.h"

#include <algorithm>

namespace net {

namespace {

QString wireText(const core::json::Value& value)
{
    if (value.isBool()) {
        return value.toBool() ? QStringLiteral("1") : QStringLiteral("0");
    }
    return value.isString() ? QString::fromUtf8(value.toString()) : QString::fromStdString(core::json::dump(value));
}

const PoolMember* memberOf(const QList<PoolMember>& members, const std::string& ip)
{
    const auto member
        = std::ranges::find_if(members, [&ip](const PoolMember& candidate) { return candidate.host.ip == ip; });
    return member == members.end() ? nullptr : &*member;
}

} // namespace

FormFields formFields(const core::json::Object& fields)
{
    FormFields form;
    for (const auto& [name, value] : fields) {
        if (name.view() != "options") {
            form.append({QString::fromUtf8(name.view()), wireText(value)});
        } else if (const std::string options = core::submission::sentOptions(value.toString()); !options.empty()) {
            form.append({QString::fromUtf8(name.view()), QString::fromStdString(options)});
        }
    }
    return form;
}

QList<Submission> submissionsOf(const core::submission::Plan& plan, const OrderSource& source,
    const QList<PoolMember>& members, core::submission::PoolChoice& choice)
{
    QList<Submission> submissions;
    for (const core::submission::PlannedTask& task : plan.tasks) {
        QStringList profiles;
        for (const std::string& ip : choice.chooseInOrder(task.possibleHosts)) {
            if (const PoolMember* member = memberOf(members, ip)) {
                profiles << member->profile.id;
            }
        }
        if (profiles.isEmpty()) {
            continue;
        }
        Submission submission;
        submission.profileId = profiles.takeFirst();
        submission.otherProfiles = profiles;
        submission.path = source.path;
        submission.url = source.url;
        submission.fileName = source.path.isEmpty() ? QString() : QString::fromStdString(task.fileName);
        submission.fields = formFields(task.fields);
        submission.ignoreExisting = source.ignoreExisting;
        submission.reboot = source.reboot;
        submissions << submission;
    }
    return submissions;
}

} // namespace net
