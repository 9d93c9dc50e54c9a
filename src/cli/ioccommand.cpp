// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ioccommand.h"

#include "cli/outputfile.h"
#include "cli/reportinput.h"
#include "cli/warningoutput.h"
#include "core/indicators/indicatorcollector.h"
#include "core/indicators/indicatorwriter.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(IocCommand)
};

struct Arguments {
    QString input;
    core::IndicatorFormat format = core::IndicatorFormat::Csv;
    QString out; // empty: stdout
    core::Defanging defanging = core::Defanging::On;
};

std::expected<Arguments, QString> readArguments(const QStringList& words)
{
    QCommandLineParser parser;
    const QCommandLineOption format(QStringLiteral("format"), {}, QStringLiteral("NAME"));
    const QCommandLineOption out(QStringLiteral("out"), {}, QStringLiteral("F"));
    const QCommandLineOption raw(QStringLiteral("raw"));
    parser.addOptions({format, out, raw});
    if (!parser.parse(QStringList{QStringLiteral("ioc")} + words)) {
        return std::unexpected(parser.errorText());
    }
    const QStringList inputs = parser.positionalArguments();
    if (inputs.size() != 1) {
        return std::unexpected(Words::tr("Name one report: lite.json, lite.json.gz or a report ZIP."));
    }
    const std::optional<core::IndicatorFormat> known = core::indicatorFormat(parser.value(format).toStdString());
    if (!known) {
        return std::unexpected(Words::tr("Choose a --format: csv, json, stix, misp, navigator or markdown."));
    }
    return Arguments{
        inputs.first(), *known, parser.value(out), parser.isSet(raw) ? core::Defanging::Off : core::Defanging::On};
}

core::ConversionOptions optionsFor(const core::Report* report)
{
    core::ConversionOptions options;
    if (report) {
        const core::FileInfo& file = report->target().file;
        options.sample = core::SampleInfo{file.name, file.sha256, file.md5, file.sha1, file.size.value_or(0), {}};
        options.routing = report->info().route;
    }
    return options;
}

core::Result<core::IndicatorSet> indicatorsOf(const QString& path)
{
    core::Result<ReportInput> input = readInput(path);
    if (!input) {
        return std::unexpected(input.error());
    }
    const core::Result<core::AnalysisResultPtr> result = convertInput(*input, optionsFor(input->report.get()), path);
    if (!result) {
        return std::unexpected(result.error());
    }
    printWarnings(warningLines(input->report.get(), **result));
    core::IndicatorSet set = core::collectIndicators(**result);
    if (input->report) {
        set.analysed = sandboxTime(input->report->info().ended);
    }
    return set;
}

core::Result<void> writeOut(const QString& path, const std::string& text)
{
    if (path.isEmpty()) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return {};
    }
    return writeFile(path, QByteArrayView(text.data(), qsizetype(text.size())));
}

int fail(const core::Error& error)
{
    std::fprintf(stderr, "capewb ioc: %s %s\n", qUtf8Printable(error.message), qUtf8Printable(error.detail));
    return NotDone;
}

} // namespace

int runIoc(const QStringList& words)
{
    const std::expected<Arguments, QString> arguments = readArguments(words);
    if (!arguments) {
        std::fprintf(stderr, "capewb ioc: %s\nusage: capewb %.*s\n", qUtf8Printable(arguments.error()),
            int(IocUsage.size()), IocUsage.data());
        return WrongUsage;
    }
    const core::Result<core::IndicatorSet> set = indicatorsOf(arguments->input);
    if (!set) {
        return fail(set.error());
    }
    const auto written = writeOut(arguments->out, core::writeIndicators(*set, arguments->format, arguments->defanging));
    return written ? Done : fail(written.error());
}

} // namespace cli
