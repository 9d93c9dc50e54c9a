// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/submissionpreview.h"

#include "core/json/reader.h"
#include "ui/text/safetext.h"

#include <QFileInfo>

namespace ui {

namespace {

constexpr qsizetype MostNames = 5;
constexpr qsizetype MostBlocks = 100; // an analyst reads no more

struct Block {
    QString head; // the server, and why it
    QString fields;
    bool isUrl = false;
    QStringList names; // of the samples

    QString text() const
    {
        QString files = QStringLiteral("%1 = %2").arg(isUrl ? QLatin1StringView("url") : QLatin1StringView("file"),
            names.first(std::min(names.size(), MostNames)).join(QLatin1String(", ")));
        if (names.size() > MostNames) {
            files += QStringLiteral(", \u2026 (%1)").arg(names.size());
        }
        return QStringList{head, files, fields}.join(QLatin1Char('\n')).trimmed();
    }
};

Block blockOf(const PlannedSubmission& planned)
{
    const net::Submission& submission = planned.submission;
    QStringList lines;
    for (const auto& [name, value] : submission.fields) {
        lines << QStringLiteral("%1 = %2").arg(name, value);
    }
    const QString head = planned.reason.isEmpty()
        ? QStringLiteral("\u2192 %1").arg(planned.server)
        : QStringLiteral("\u2192 %1 (%2)").arg(planned.server, planned.reason);
    return {head, lines.join(QLatin1Char('\n')), !submission.url.isEmpty(),
        {submission.url.isEmpty() ? submission.fileName : submission.url}};
}

} // namespace

QString previewText(const QList<PlannedSubmission>& submissions)
{
    QList<Block> blocks;
    for (const PlannedSubmission& planned : submissions) {
        const Block block = blockOf(planned);
        const auto same = std::ranges::find_if(blocks, [&block](const Block& other) {
            return other.head == block.head && other.fields == block.fields && other.isUrl == block.isUrl;
        });
        if (same == blocks.end() && blocks.size() < MostBlocks) {
            blocks << block;
        } else if (same != blocks.end() && !same->names.contains(block.names.first())) {
            same->names << block.names.first();
        }
    }
    QStringList texts;
    for (const Block& block : blocks) {
        texts << block.text();
    }
    if (blocks.size() == MostBlocks) {
        texts << QStringLiteral("\u2026");
    }
    return safeText(texts.join(QLatin1String("\n\n")), LineBreaks::Keep);
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
