// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/convertcommand.h"

#include "cli/bundleoutput.h"
#include "cli/outputnames.h"
#include "cli/reportinput.h"
#include "cli/warningoutput.h"
#include "core/outputfile.h"
#include "core/result/artifacts/artifactswriter.h"
#include "core/result/resultwriter.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <sys/resource.h>

namespace cli {

namespace {

// What the run has cost, in whole milliseconds.
struct Times {
    qint64 parse = 0;
    qint64 convert = 0;
    qint64 write = 0;
};

// A place for an output: its ending in a folder of several.
struct Place {
    Output output;
    QLatin1StringView ending;
};

constexpr Place Places[] = {
    {Output::Result, QLatin1StringView(".result.json")},
    {Output::Ontology, QLatin1StringView(".ontology.json")},
    {Output::ServiceResult, QLatin1StringView(".service-result.json")},
    {Output::Bundle, QLatin1StringView(".al_bundle")},
    {Output::Artifacts, QLatin1StringView()},
};

class Conversion {
public:
    explicit Conversion(const ConvertArguments& arguments)
        : m_arguments(arguments)
        , m_printer(QStringLiteral("convert"))
        , m_names(arguments.inputs.size())
    {
    }

    int run()
    {
        int code = Done;
        for (const QString& input : m_arguments.inputs) {
            m_names.setInput(input);
            code = convert(input) ? code : NotDone;
        }
        return code;
    }

private:
    // Whether everything could be done.
    bool convert(const QString& path)
    {
        Times times;
        QElapsedTimer timer;
        timer.start();
        core::Result<ReportInput> input = readInput(path);
        if (!input) {
            return fail(path, input.error());
        }
        times.parse = timer.restart();
        const auto result = convertInput(*input, m_arguments.options);
        if (!result) {
            return fail(path, result.error());
        }
        times.convert = timer.restart();
        bool isWhole = true;
        for (const Place& place : Places) {
            if (!m_arguments.outputs.contains(place.output)) {
                continue;
            }
            if (const auto done = write(place, *input, **result); !done) {
                isWhole = fail(path, done.error());
            }
        }
        times.write = timer.elapsed();
        tell(path, times, *input, **result);
        return isWhole;
    }

    core::Result<void> write(const Place& place, ReportInput& input, const core::AnalysisResult& result) const
    {
        const auto path = m_names.pathFor(m_arguments.outputs.value(place.output), place.ending);
        if (!path) {
            return std::unexpected(path.error());
        }
        switch (place.output) {
        case Output::Result:
            return core::streamJsonOutput(
                *path, [&](const core::json::Sink& sink) { return core::ResultWriter::writeStored(result, sink); });
        case Output::Ontology:
            return core::writeJsonOutput(*path, result.ontology);
        case Output::ServiceResult:
            return core::streamJsonOutput(
                *path, [&](const core::json::Sink& sink) { return core::ResultWriter::writeService(result, sink); });
        case Output::Bundle:
            return writeBundle(*path, result, input, settings(), m_printer);
        case Output::Artifacts:
            break;
        }
        return core::writeArtifacts(*path, result);
    }

    core::BundleSettings settings() const
    {
        core::BundleSettings settings = m_arguments.options.bundle;
        if (!m_arguments.sample.isEmpty()) {
            settings.samplePath = m_arguments.sample.toStdString();
        }
        return settings;
    }

    void tell(
        const QString& path, const Times& times, const ReportInput& input, const core::AnalysisResult& result) const
    {
        const QStringList warnings = warningLines(input.report.get(), result);
        if (m_arguments.stats) {
            printStats(path, times, input.report ? input.report->bytes() : 0, warnings);
        }
        for (const QString& warning : warnings) {
            m_printer.say(about(path, warning));
        }
    }

    void printStats(const QString& path, const Times& times, std::size_t bytes, const QStringList& lines) const
    {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        core::json::Array warnings;
        for (const QString& line : lines) {
            warnings.emplace_back(line.toStdString());
        }
        core::json::Object stats;
        if (m_arguments.isSeveral()) {
            stats.append("input", path.toStdString());
        }
        stats.append("bytes", bytes);
        stats.append("parse_ms", std::int64_t(times.parse));
        stats.append("convert_ms", std::int64_t(times.convert));
        stats.append("write_ms", std::int64_t(times.write));
        stats.append("peak_rss_mb", double(usage.ru_maxrss) / 1024);
        stats.append("warnings", std::move(warnings));
        m_printer.json(stats);
    }

    // Of several inputs, each line says which one it is about.
    QString about(const QString& path, const QString& line) const
    {
        return m_arguments.isSeveral() ? QStringLiteral("%1: %2").arg(path, line) : line;
    }

    bool fail(const QString& path, const core::Error& error) const
    {
        m_printer.complain(about(path, wordsOf(error)));
        return false;
    }

    const ConvertArguments& m_arguments;
    const Printer m_printer;
    OutputNames m_names;
};

} // namespace

int runConvert(const QStringList& words)
{
    const auto arguments = readConvertArguments(words);
    return arguments ? Conversion(*arguments).run() : arguments.error();
}

} // namespace cli
