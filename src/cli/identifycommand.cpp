// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/identifycommand.h"

#include "cli/commands.h"
#include "cli/warningoutput.h"
#include "core/filetype/classifier.h"
#include "core/filetype/filetype.h"
#include "core/json/value.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace cli {

namespace {

using core::filetype::Identification;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(IdentifyCommand)
};

void complain(const QString& reason)
{
    std::fprintf(stderr, "capewb identify: %s\n", qUtf8Printable(terminalText(reason)));
}

core::json::Value textOrNull(const std::string& text)
{
    return text.empty() ? core::json::Value() : core::json::Value(text);
}

void printJson(const QString& path, const Identification& what)
{
    const core::json::Object line{{"path", path.toStdString()}, {"type", what.type}, {"mime", textOrNull(what.mime)},
        {"magic", textOrNull(what.magic)}, {"by", std::string(core::filetype::nameOf(what.by))}};
    std::puts(core::json::dump(line).c_str());
}

void printText(const QString& path, const Identification& what)
{
    const QString by = QLatin1StringView(core::filetype::nameOf(what.by));
    const QStringList fields{path, QString::fromStdString(what.type), QString::fromStdString(what.mime),
        QString::fromStdString(what.magic), by};
    QStringList shown;
    for (const QString& field : fields) {
        shown << terminalText(field);
    }
    std::puts(qUtf8Printable(shown.join(u'\t')));
}

} // namespace

int runIdentify(const QStringList& words)
{
    QStringList paths = words;
    const bool json = paths.removeAll(QStringLiteral("--json")) > 0;
    if (paths.isEmpty() || paths.first().startsWith(u"--")) {
        std::fprintf(stderr, "usage: capewb %s\n", IdentifyUsage.data());
        return WrongUsage;
    }
    int code = Done;
    bool withoutClassifier = false;
    for (const QString& path : std::as_const(paths)) {
        QFile file(path);
        if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
            complain(QFileInfo(path).isDir() ? Words::tr("%1 is a folder.").arg(path)
                                             : Words::tr("%1 cannot be read. Check the name and your rights.").arg(path));
            code = NotDone;
            continue;
        }
        const Identification what = core::filetype::identify(file);
        withoutClassifier = withoutClassifier || what.withoutClassifier;
        json ? printJson(path, what) : printText(path, what);
    }
    if (withoutClassifier) {
        complain(Words::tr("%1 Some types were told by rules alone.")
                .arg(core::filetype::Classifier::shared().reason()));
    }
    return code;
}

} // namespace cli
