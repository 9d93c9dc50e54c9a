// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/convertarguments.h"

#include "cli/commands.h"
#include "cli/outputnames.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace cli {

namespace {

constexpr qint64 LargestOptionsFile = 16 * 1024 * 1024;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConvertCommand)
};

struct OutputOption {
    Output output;
    const char* name;
    const char* value;
    const char* description;
};

constexpr OutputOption OutputOptions[] = {
    {Output::Result, "result", "F",
        QT_TRANSLATE_NOOP("ConvertCommand", "The sections, scores and tags as Assemblyline stores them.")},
    {Output::Ontology, "ontology", "F",
        QT_TRANSLATE_NOOP("ConvertCommand", "Processes, connections and signatures in Assemblyline's own model.")},
    {Output::ServiceResult, "service-result", "F",
        QT_TRANSLATE_NOOP("ConvertCommand", "What Assemblyline's CAPE service would have handed over.")},
    {Output::Bundle, "bundle", "F", QT_TRANSLATE_NOOP("ConvertCommand", "A submission that an Assemblyline imports.")},
    {Output::Artifacts, "artifacts", "DIR",
        QT_TRANSLATE_NOOP(
            "ConvertCommand", "The extracted and supplementary files, as they are: hostile, so open none of them.")},
};

const QString Options = QStringLiteral("options");
const QString Sample = QStringLiteral("sample");
const QString Stats = QStringLiteral("stats");

CommandLine commandLine()
{
    CommandLine line(ConvertUsage,
        Words::tr("Converts reports into what Assemblyline's CAPE service makes of them, and writes the parts that are "
                  "asked for. INPUT is a lite.json, plain or compressed, a report ZIP, the folder of an analysis, or - "
                  "for the standard input. Of several inputs the outputs are folders, with a file for each input. "
                  "Outputs are for you alone (0600, folders 0700), and links are never written through."));
    line.add(Options, Words::tr("What the service knows from its configuration: a JSON file."), QStringLiteral("FILE"));
    for (const OutputOption& option : OutputOptions) {
        line.add(QString::fromLatin1(option.name), Words::tr(option.description), QString::fromLatin1(option.value));
    }
    line.add(Sample,
        Words::tr(
            "The sample, for --bundle: its bytes go along, and it says which file a report without a hash is about."),
        QStringLiteral("FILE"));
    line.addFlag(Stats, Words::tr("Prints a line of JSON with times, memory and warnings."));
    line.addExample(QStringLiteral("convert report.zip --result result.json --bundle result.al_bundle"));
    line.addExample(QStringLiteral("convert analyses/*/ --result results --artifacts artifacts"));
    line.addExample(QStringLiteral("convert lite.json --sample sample.exe --bundle result.al_bundle"));
    return line;
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

// What is wrong with them; empty where nothing is.
QString objection(const ConvertArguments& arguments)
{
    if (arguments.inputs.isEmpty()) {
        return Words::tr("Name the report to convert.");
    }
    if (arguments.inputs.count(QStringLiteral("-")) > 1) {
        return Words::tr("The standard input can be read once only.");
    }
    if (!arguments.sample.isEmpty() && !arguments.outputs.contains(Output::Bundle)) {
        return Words::tr("--sample goes with --bundle.");
    }
    if (!arguments.isSeveral()) {
        return outputConflict(arguments.outputs.values(), arguments.inputs);
    }
    return arguments.sample.isEmpty() ? QString() : Words::tr("--sample goes with one report.");
}

} // namespace

std::expected<ConvertArguments, int> readConvertArguments(const QStringList& words)
{
    CommandLine line = commandLine();
    if (const auto ended = line.read(words)) {
        return std::unexpected(*ended);
    }
    ConvertArguments arguments;
    arguments.inputs = line.inputs();
    for (const OutputOption& option : OutputOptions) {
        const QString name = QString::fromLatin1(option.name);
        if (!line.isSet(name)) {
            continue;
        }
        if (line.value(name).isEmpty()) {
            return std::unexpected(line.wrongUsage(Words::tr("--%1 needs a value.").arg(name)));
        }
        arguments.outputs.insert(option.output, line.value(name));
    }
    arguments.sample = line.value(Sample);
    arguments.stats = line.isSet(Stats);
    if (const QString wrong = objection(arguments); !wrong.isEmpty()) {
        return std::unexpected(line.wrongUsage(wrong));
    }
    const auto options = readOptions(line.value(Options));
    if (!options) {
        return std::unexpected(line.printer().fail(options.error()));
    }
    arguments.options = *options;
    return arguments;
}

} // namespace cli
