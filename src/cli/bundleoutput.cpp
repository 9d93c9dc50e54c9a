// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bundleoutput.h"

#include "core/bundle/bundlewriter.h"

#include <QCoreApplication>

namespace cli {

namespace {

core::bundle::KnownFile knownFile(const core::FileInfo& file)
{
    core::bundle::KnownFile known;
    known.sha256 = file.sha256;
    known.md5 = file.md5;
    known.sha1 = file.sha1;
    known.ssdeep = file.ssdeep;
    known.magic = file.type;
    known.size = file.size.value_or(0);
    return known;
}

core::bundle::Options optionsOf(const core::BundleSettings& settings)
{
    core::bundle::Options options;
    const auto take = [](std::string& target, const std::string& said) { target = said.empty() ? target : said; };
    take(options.classification, settings.classification);
    take(options.submitter, settings.submitter);
    take(options.description, settings.description);
    if (!settings.samplePath.empty()) {
        options.openSample = core::bundle::sampleFile(QString::fromStdString(settings.samplePath));
    }
    if (settings.older) {
        options.target = core::bundle::Target::BeforeSandboxBody;
    }
    return options;
}

} // namespace

core::Result<void> writeBundle(const QString& path, const core::AnalysisResult& result, ReportInput& input,
    const core::BundleSettings& settings, const Printer& printer)
{
    core::bundle::Options options = optionsOf(settings);
    if (const core::Report* report = input.report.get()) {
        const core::FileInfo& file = report->target().file;
        // The hashes are those of the report's file, which need not be the sample that the options name.
        if (result.sample.sha256.empty() || result.sample.sha256 == file.sha256) {
            options.sample = knownFile(file);
        }
        options.submitted = sandboxTime(report->info().started);
        options.completed = sandboxTime(report->info().ended);
    }
    const bool isUnknown = result.sample.sha256.empty() && options.sample.sha256.empty() && !options.openSample;
    if (isUnknown) {
        options.sample.sha256 = sampleHashInArchive(input);
    }
    const auto written = core::bundle::write(result, options, path);
    if (!written && isUnknown && options.sample.sha256.empty()) {
        core::Error error = written.error();
        error.message += u' ' + QCoreApplication::translate("ConvertCommand", "Name its file with --sample FILE.");
        return std::unexpected(error);
    }
    if (!written) {
        return std::unexpected(written.error());
    }
    for (const core::bundle::LeftOut& item : written->leftOut) {
        printer.say(QStringLiteral("%1: %2").arg(item.what, item.why));
    }
    return {};
}

} // namespace cli
