// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportinput.h"

#include "core/report/reportparser.h"
#include "core/report/reportreader.h"
#include "core/result/artifacts/hashingdevice.h"
#include "core/result/resultbuilder.h"
#include "core/utctime.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportInput)
};

constexpr qint64 MostFromStdin = qint64(8) << 30; // bytes, as much as a report ZIP may hold

core::Result<void> readZip(ReportInput& input)
{
    core::Result<core::ReportArchive> archive = core::ReportArchive::open(input.path);
    if (!archive) {
        return std::unexpected(archive.error());
    }
    core::Result<core::PaddedBuffer> text = archive->readLiteReport(qint64(core::ParseControl().limits.bytes));
    if (!text && text.error().code != core::ErrorCode::NoLiteReport) {
        return std::unexpected(text.error());
    }
    if (text) {
        core::Result<core::ReportPtr> report = core::ReportParser::parse(*std::move(text));
        if (!report) {
            return std::unexpected(report.error());
        }
        input.report = *std::move(report);
    }
    input.archive = *std::move(archive);
    return {};
}

// A lite report lies in the "reports" folder of its analysis; the event traces lie beside that folder.
QString taskFolderOf(const QString& input)
{
    QDir folder = QFileInfo(input).absoluteDir();
    return folder.dirName() == QLatin1String("reports") && folder.cdUp() ? folder.absolutePath() : QString();
}

core::Result<QString> reportIn(const QString& folder)
{
    for (const QString& name : {QStringLiteral("reports/lite.json"), QStringLiteral("reports/lite.json.gz"),
             QStringLiteral("lite.json"), QStringLiteral("lite.json.gz"), QStringLiteral("reports/report.json")}) {
        if (const QString path = QDir(folder).filePath(name); QFileInfo(path).isFile()) {
            return path;
        }
    }
    return std::unexpected(core::Error{core::ErrorCode::NotFound,
        Words::tr("%1 is not the folder of an analysis: it has no reports/lite.json.").arg(folder), {}});
}

// Kept in a file without a name, since a ZIP cannot be read in one go.
core::Result<std::unique_ptr<core::ScratchFile>> readStdin()
{
    auto kept = core::ScratchFile::make();
    QFile in;
    if (!kept || !in.open(stdin, QIODevice::ReadOnly)) {
        return kept;
    }
    QByteArray block(1 << 18, Qt::Uninitialized);
    while (true) {
        const qint64 got = in.read(block.data(), block.size());
        if (got == 0 && (*kept)->flush()) {
            return kept;
        }
        if (got < 0 || (*kept)->size() + got > MostFromStdin) {
            return std::unexpected(core::Error{core::ErrorCode::CannotRead,
                Words::tr("The report could not be read from the standard input."), in.errorString()});
        }
        if (got == 0 || (*kept)->write(block.constData(), got) != got) {
            return std::unexpected((*kept)->failure());
        }
    }
}

} // namespace

core::Result<ReportInput> readInput(const QString& input)
{
    ReportInput read{input, {}};
    if (input == u"-") {
        auto typed = readStdin();
        if (!typed) {
            return std::unexpected(typed.error());
        }
        read.typed = *std::move(typed);
        read.path = read.typed->path();
    } else if (QFileInfo(input).isDir()) {
        const auto report = reportIn(input);
        if (!report) {
            return std::unexpected(report.error());
        }
        read.path = *report;
    }
    const core::Result<core::ReportContainer> container = core::ReportReader::container(read.path);
    if (!container) {
        return std::unexpected(container.error());
    }
    if (*container == core::ReportContainer::Zip) {
        const auto done = readZip(read);
        return done ? core::Result<ReportInput>(std::move(read)) : std::unexpected(done.error());
    }
    core::Result<core::ReportPtr> report = core::ReportReader::read(read.path);
    if (!report) {
        return std::unexpected(report.error());
    }
    read.report = *std::move(report);
    return read;
}

core::Result<core::AnalysisResultPtr> convertInput(ReportInput& input, const core::ConversionOptions& options)
{
    return input.archive ? core::buildResult(input.report.get(), *input.archive, options)
                         : core::buildResult(*input.report, options, taskFolderOf(input.path));
}

// CAPE keeps the sample of an analysis as "binary" in its folder.
std::string sampleHashInArchive(ReportInput& input)
{
    if (!input.archive) {
        return {};
    }
    const auto& entries = input.archive->entries();
    const auto sample = std::ranges::find_if(entries, [](const core::ArchiveEntry& entry) {
        return entry.name == u"binary" || (entry.name.count(u'/') == 1 && entry.name.endsWith(u"/binary"));
    });
    core::HashingDevice bytes;
    const bool isRead = sample != entries.end() && input.archive->readTo(sample->name, bytes);
    return isRead && bytes.count() > 0 ? bytes.sha256() : std::string();
}

QDateTime sandboxTime(const std::string& text)
{
    return core::utcTime(QString::fromStdString(text));
}

} // namespace cli
