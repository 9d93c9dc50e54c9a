// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submissionvariant.h"

#include <QCoreApplication>

namespace cli {

QString variantOf(const net::Submission& submission)
{
    QStringList parts;
    for (const QStringView name : {u"machine", u"platform", u"tags"}) {
        parts << net::fieldValue(submission.fields, name);
    }
    if (net::fieldValue(submission.fields, u"options").split(u',').contains(QStringLiteral("free=yes"))) {
        parts << QCoreApplication::translate("SubmitCommand", "monitor disabled");
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace cli
