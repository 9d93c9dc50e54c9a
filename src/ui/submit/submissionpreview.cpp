// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/submissionpreview.h"

#include "core/json/reader.h"
#include "ui/text/safetext.h"

#include <QFileInfo>

namespace ui {

QString previewText(const QList<net::Submission>& submissions)
{
    QList<std::pair<QString, QStringList>> groups; // the fields, and the names that they go with
    for (const net::Submission& submission : submissions) {
        QStringList lines;
        for (const auto& [name, value] : submission.fields) {
            lines << QStringLiteral("%1 = %2").arg(name, value);
        }
        const QString fields = lines.join(QLatin1Char('\n'));
        const QString name = submission.url.isEmpty() ? submission.fileName : submission.url;
        auto group = std::ranges::find(groups, fields, &std::pair<QString, QStringList>::first);
        if (group == groups.end()) {
            group = groups.insert(groups.end(), {fields, {}});
        }
        if (!group->second.contains(name)) {
            group->second << name;
        }
    }
    constexpr qsizetype MostNames = 5;
    QStringList blocks;
    for (const auto& [fields, names] : groups) {
        QString head
            = QStringLiteral("file = %1").arg(names.first(std::min(names.size(), MostNames)).join(QLatin1String(", ")));
        if (names.size() > MostNames) {
            head += QStringLiteral(", \u2026 (%1)").arg(names.size());
        }
        blocks << (fields.isEmpty() ? head : head + QLatin1Char('\n') + fields);
    }
    return safeText(blocks.join(QLatin1String("\n\n")), LineBreaks::Keep);
}

core::submission::Parameters parametersFromJson(const QByteArray& text)
{
    const auto value = core::json::parse(text);
    if (!value) {
        return {};
    }
    return core::submission::Parameters::fromJson(*value).value_or(core::submission::Parameters());
}

} // namespace ui
