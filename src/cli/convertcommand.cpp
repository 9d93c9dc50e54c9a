// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/convertcommand.h"

#include "cli/bundleoutput.h"
#include "cli/outputfile.h"
#include "cli/reportinput.h"
#include "cli/warningoutput.h"
#include "core/json/value.h"
#include "core/result/asciijson.h"
#include "core/result/artifacts/artifactswriter.h"
#include "core/result/resultwriter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <sys/resource.h>

#include <cstdio>
#include <expected>

namespace cli {

namespace {

constexpr qint64 LargestOptionsFile = 16 * 1024 * 1024;

// The words that people read.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConvertCommand)
};

int fail(int code, const QString& reason)
{
    std::fprintf(stderr, "capewb convert: %s\n", qUtf8Printable(reason));
    return code;
}

int fail(const core::Error& error)
{
    const QString reason
        = error.detail.isEmpty() ? error.message : Words::tr("%1 (%2)").arg(error.message, error.detail);
    return fail(NotDone, reason);
}

struct Arguments {
    QString input;
    QHash<QString, QString> values; // by option, without dashes
    bool stats = false;
};

// What is wrong with the words, where something is.
std::expected<Arguments, QString> parsed(const QStringList& words)
{
    static const QStringList withValue
        = {QStringLiteral("options"), QStringLiteral("result"), QStringLiteral("ontology"),
            QStringLiteral("service-result"), QStringLiteral("bundle"), QStringLiteral("artifacts")};
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        const QString option = word.startsWith(QLatin1String("--")) ? word.mid(2) : QString();
        if (word == QLatin1String("--stats")) {
            arguments.stats = true;
        } else if (withValue.contains(option)) {
            if (++i == words.size()) {
                return std::unexpected(Words::tr("%1 needs a value.").arg(word));
            }
            arguments.values.insert(option, words[i]);
        } else if (word.startsWith(u'-') && word.size() > 1) {
            return std::unexpected(Words::tr("There is no option %1.").arg(word));
        } else if (!arguments.input.isEmpty()) {
            return std::unexpected(Words::tr("Only one report can be converted at a time."));
        } else {
            arguments.input = word;
        }
    }
    if (arguments.input.isEmpty()) {
        return std::unexpected(Words::tr("Name the report to convert."));
    }
    return arguments;
}

core::Result<core::ConversionOptions> readOptions(const QString& path)
{
    if (path.isEmpty()) {
        return core::ConversionOptions();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(core::Error{core::ErrorCode::CannotRead,
            Words::tr("%1 cannot be read. Check the name and your rights.").arg(path), file.errorString()});
    }
    const QByteArray text = file.read(LargestOptionsFile + 1);
    if (text.size() > LargestOptionsFile) {
        return std::unexpected(
            core::Error{core::ErrorCode::TooLarge, Words::tr("%1 is too large for options.").arg(path), {}});
    }
    return core::ConversionOptions::fromJson(text, QFileInfo(path).absolutePath());
}

core::Result<void> writeJson(const QString& path, const core::json::Value& value)
{
    std::string text;
    core::reserveForJson(text, value);
    core::json::dumpTo(text, value);
    text += '\n';
    return writeFile(path, QByteArrayView(text.data(), qsizetype(text.size())));
}

core::Result<void> writeOutputs(const Arguments& arguments, const ReportInput& input,
    const core::ConversionOptions& options, const core::AnalysisResult& result)
{
    const auto path = [&](const char* option) { return arguments.values.value(QString::fromLatin1(option)); };
    core::Result<void> done;
    if (const QString file = path("result"); done && !file.isEmpty()) {
        done = writeJson(file, core::ResultWriter::storedResult(result));
    }
    if (const QString file = path("ontology"); done && !file.isEmpty()) {
        done = writeJson(file, result.ontology);
    }
    if (const QString file = path("service-result"); done && !file.isEmpty()) {
        done = writeJson(file, core::ResultWriter::serviceResult(result));
    }
    if (const QString file = path("bundle"); done && !file.isEmpty()) {
        done = writeBundle(file, result, input.report.get(), options.bundle);
    }
    if (const QString folder = path("artifacts"); done && !folder.isEmpty()) {
        done = core::writeArtifacts(folder, result);
    }
    return done;
}

// What the run has cost, in whole milliseconds.
struct Times {
    qint64 parse = 0;
    qint64 convert = 0;
    qint64 write = 0;
};

void printStats(const Times& times, std::size_t bytes, const QStringList& lines)
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    core::json::Array warnings;
    for (const QString& line : lines) {
        warnings.emplace_back(line.toStdString());
    }
    const core::json::Object stats{
        {"bytes", bytes},
        {"parse_ms", std::int64_t(times.parse)},
        {"convert_ms", std::int64_t(times.convert)},
        {"write_ms", std::int64_t(times.write)},
        {"peak_rss_mb", double(usage.ru_maxrss) / 1024},
        {"warnings", std::move(warnings)},
    };
    std::puts(core::json::dump(stats).c_str());
}

} // namespace

int runConvert(const QStringList& words)
{
    const std::expected<Arguments, QString> arguments = parsed(words);
    if (!arguments) {
        std::fprintf(stderr, "usage: capewb %.*s\n", int(ConvertUsage.size()), ConvertUsage.data());
        return fail(WrongUsage, arguments.error());
    }
    const auto options = readOptions(arguments->values.value(QStringLiteral("options")));
    if (!options) {
        return fail(options.error());
    }
    Times times;
    QElapsedTimer timer;
    timer.start();
    core::Result<ReportInput> input = readInput(arguments->input);
    if (!input) {
        return fail(input.error());
    }
    times.parse = timer.restart();
    const auto result = convertInput(*input, *options, arguments->input);
    if (!result) {
        return fail(result.error());
    }
    times.convert = timer.restart();
    if (const core::Result<void> written = writeOutputs(*arguments, *input, *options, **result); !written) {
        return fail(written.error());
    }
    times.write = timer.elapsed();
    const QStringList warnings = warningLines(input->report.get(), **result);
    if (arguments->stats) {
        printStats(times, input->report ? input->report->bytes() : 0, warnings);
    }
    printWarnings(warnings);
    return Done;
}

} // namespace cli
