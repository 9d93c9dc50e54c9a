// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/identifycommand.h"

#include "cli/commandline.h"
#include "cli/commands.h"
#include "core/filetype/classifier.h"
#include "core/filetype/filetype.h"
#include "core/json/value.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace cli {

namespace {

using core::filetype::Identification;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(IdentifyCommand)
};

core::json::Value textOrNull(const std::string& text)
{
    return text.empty() ? core::json::Value() : core::json::Value(text);
}

CommandLine commandLine()
{
    CommandLine line(IdentifyUsage,
        Words::tr("Says what Assemblyline takes files for, a line a file: path, type, MIME type, libmagic's words, and what "
                  "told the type (magic, rule or classifier)."));
    line.addFlag(QStringLiteral("json"), Words::tr("One JSON object a line."));
    line.addExample(QStringLiteral("identify sample.bin"));
    line.addExample(QStringLiteral("identify --json dropped/*"));
    return line;
}

void print(const QString& path, const Identification& what, bool asJson, const Printer& printer)
{
    const std::string by(core::filetype::nameOf(what.by));
    if (!asJson) {
        return printer.row({path, QString::fromStdString(what.type), QString::fromStdString(what.mime),
            QString::fromStdString(what.magic), QString::fromStdString(by)});
    }
    printer.json(core::json::Object{{"path", path.toStdString()}, {"type", what.type}, {"mime", textOrNull(what.mime)},
        {"magic", textOrNull(what.magic)}, {"by", by}});
}

} // namespace

int runIdentify(const QStringList& words)
{
    CommandLine line = commandLine();
    if (const auto ended = line.read(words)) {
        return *ended;
    }
    const QStringList paths = line.inputs();
    if (paths.isEmpty()) {
        return line.wrongUsage(Words::tr("Name the files."));
    }
    const Printer& printer = line.printer();
    int code = Done;
    bool withoutClassifier = false;
    for (const QString& path : paths) {
        QFile file(path);
        if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
            printer.complain(QFileInfo(path).isDir()
                    ? Words::tr("%1 is a folder.").arg(path)
                    : Words::tr("%1 cannot be read. Check the name and your rights.").arg(path));
            code = NotDone;
            continue;
        }
        const Identification what = core::filetype::identify(file);
        withoutClassifier = withoutClassifier || what.withoutClassifier;
        print(path, what, line.isSet(QStringLiteral("json")), printer);
    }
    if (withoutClassifier) {
        printer.complain(
            Words::tr("%1 Some types were told by rules alone.").arg(core::filetype::Classifier::shared().reason()));
    }
    return code;
}

} // namespace cli
