// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ioccommand.h"

#include "cli/commandline.h"
#include "cli/outputnames.h"
#include "cli/reportinput.h"
#include "cli/warningoutput.h"
#include "core/indicators/indicatorcollector.h"
#include "core/indicators/indicatorwriter.h"
#include "core/outputfile.h"

#include <QCoreApplication>

#include <expected>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(IocCommand)
};

struct Arguments {
    QStringList inputs;
    core::IndicatorFormat format = core::IndicatorFormat::Csv;
    QString out; // empty: stdout
    core::Defanging defanging = core::Defanging::On;
};

const QString Format = QStringLiteral("format");
const QString Out = QStringLiteral("out");
const QString Raw = QStringLiteral("raw");

CommandLine commandLine()
{
    CommandLine line(IocUsage,
        Words::tr("Writes the indicators of reports: hosts, URLs, hashes, files, registry keys, mutexes, families and "
                  "ATT&CK techniques. INPUT is what `capewb convert` takes; of several, --out is a folder."));
    line.add(Format,
        Words::tr("csv, json and markdown are for people and have hosts, URLs and addresses defanged; stix (2.1), misp "
                  "and navigator are for machines and have them as they are."),
        QStringLiteral("NAME"));
    line.add(
        Out, Words::tr("The file to write, for you alone (0600); otherwise the standard output."), QStringLiteral("F"));
    line.addFlag(Raw, Words::tr("Nothing is defanged."));
    line.addExample(QStringLiteral("ioc report.zip --format csv"));
    line.addExample(QStringLiteral("ioc report.zip --format stix --out indicators.json"));
    line.addExample(QStringLiteral("ioc analyses/*/ --format misp --out events"));
    return line;
}

std::expected<Arguments, int> readArguments(const QStringList& words)
{
    CommandLine line = commandLine();
    if (const auto ended = line.read(words)) {
        return std::unexpected(*ended);
    }
    Arguments arguments;
    arguments.inputs = line.inputs();
    arguments.out = line.value(Out);
    arguments.defanging = line.isSet(Raw) ? core::Defanging::Off : core::Defanging::On;
    if (arguments.inputs.isEmpty()) {
        return std::unexpected(line.wrongUsage(Words::tr("Name a report: lite.json, lite.json.gz or a report ZIP.")));
    }
    const std::optional<core::IndicatorFormat> known = core::indicatorFormat(line.value(Format).toStdString());
    if (!known) {
        return std::unexpected(
            line.wrongUsage(Words::tr("Choose a --format: csv, json, stix, misp, navigator or markdown.")));
    }
    arguments.format = *known;
    const bool isSeveral = arguments.inputs.size() > 1;
    if (isSeveral && arguments.out.isEmpty()) {
        return std::unexpected(
            line.wrongUsage(Words::tr("Name a folder with --out for the files of several reports.")));
    }
    if (line.isSet(Out) && arguments.out.isEmpty()) {
        return std::unexpected(line.wrongUsage(Words::tr("--%1 needs a value.").arg(Out)));
    }
    const QString conflict
        = isSeveral || arguments.out.isEmpty() ? QString() : outputConflict({arguments.out}, arguments.inputs);
    return conflict.isEmpty() ? std::expected<Arguments, int>(arguments) : std::unexpected(line.wrongUsage(conflict));
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

QLatin1StringView endingOf(core::IndicatorFormat format)
{
    switch (format) {
    case core::IndicatorFormat::Csv:
        return QLatin1StringView(".csv");
    case core::IndicatorFormat::Markdown:
        return QLatin1StringView(".md");
    case core::IndicatorFormat::Stix:
        return QLatin1StringView(".stix.json");
    case core::IndicatorFormat::Misp:
        return QLatin1StringView(".misp.json");
    case core::IndicatorFormat::Navigator:
        return QLatin1StringView(".navigator.json");
    case core::IndicatorFormat::Json:
        break;
    }
    return QLatin1StringView(".indicators.json");
}

class Extraction {
public:
    explicit Extraction(const Arguments& arguments)
        : m_arguments(arguments)
        , m_printer(QStringLiteral("ioc"))
        , m_names(arguments.inputs.size())
    {
    }

    int run()
    {
        int code = Done;
        for (const QString& input : m_arguments.inputs) {
            m_names.setInput(input);
            const auto done
                = indicatorsOf(input).and_then([this](const core::IndicatorSet& set) { return write(set); });
            if (!done) {
                m_printer.complain(about(input, wordsOf(done.error())));
                code = NotDone;
            }
        }
        return code;
    }

private:
    core::Result<core::IndicatorSet> indicatorsOf(const QString& path) const
    {
        core::Result<ReportInput> input = readInput(path);
        if (!input) {
            return std::unexpected(input.error());
        }
        const core::Result<core::AnalysisResultPtr> result = convertInput(*input, optionsFor(input->report.get()));
        if (!result) {
            return std::unexpected(result.error());
        }
        const QStringList warnings = warningLines(input->report.get(), **result);
        for (const QString& warning : warnings) {
            m_printer.say(about(path, warning));
        }
        core::IndicatorSet set = core::collectIndicators(**result);
        if (input->report) {
            set.analysed = sandboxTime(input->report->info().ended);
        }
        return set;
    }

    core::Result<void> write(const core::IndicatorSet& set) const
    {
        const std::string text = core::writeIndicators(set, m_arguments.format, m_arguments.defanging);
        if (m_arguments.out.isEmpty()) {
            m_printer.document(text);
            return {};
        }
        return m_names.pathFor(m_arguments.out, endingOf(m_arguments.format)).and_then([&text](const QString& path) {
            return core::writeOutput(path, QByteArrayView(text.data(), qsizetype(text.size())));
        });
    }

    // Of several inputs, each line says which one it is about.
    QString about(const QString& path, const QString& line) const
    {
        return m_arguments.inputs.size() > 1 ? QStringLiteral("%1: %2").arg(path, line) : line;
    }

    const Arguments& m_arguments;
    const Printer m_printer;
    OutputNames m_names;
};

} // namespace

int runIoc(const QStringList& words)
{
    const auto arguments = readArguments(words);
    return arguments ? Extraction(*arguments).run() : arguments.error();
}

} // namespace cli
