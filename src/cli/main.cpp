// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/guard.h"
#include "cli/printer.h"
#include "core/translations.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <sys/stat.h>

namespace {

QString usage()
{
    QString text = QStringLiteral("usage: capewb COMMAND [ARGUMENT...]\n");
    for (const cli::Command& command : cli::commands()) {
        text += QStringLiteral("  capewb %1\n")
                    .arg(QString::fromUtf8(command.usage.data(), qsizetype(command.usage.size())));
    }
    return text + QCoreApplication::translate("CommandLine", "capewb COMMAND --help says more.") + u'\n';
}

int run(const QStringList& words)
{
    const cli::Printer printer;
    const QString name = words.value(0);
    if (name == u"--help" || name == u"-h") {
        printer.document(usage());
        return cli::Done;
    }
    const std::string wanted = name.toStdString();
    const auto all = cli::commands();
    const auto found = std::ranges::find(all, std::string_view(wanted), &cli::Command::name);
    if (found != all.end()) {
        return found->run(words.mid(1));
    }
    if (!name.isEmpty()) {
        printer.complain(QCoreApplication::translate("CommandLine", "There is no command %1.").arg(name));
    }
    printer.explain(usage());
    return cli::WrongUsage;
}

} // namespace

int main(int argc, char** argv)
{
    ::umask(S_IRWXG | S_IRWXO); // whatever is written may hold pieces of a sample
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away ends the output, not the tidying up
    cli::printQtMessages();
    if (argc == 2 && std::string_view(argv[1]) == "--version") { // asked by scripts: not worth an application
        cli::Printer().document(std::string_view("capewb " CAPEWB_VERSION "\n"));
        return cli::Printer::flush() ? cli::Done : cli::NotDone;
    }
    return cli::guarded([&] {
        QCoreApplication app(argc, argv);
        QCoreApplication::setApplicationName(QStringLiteral("cape-workbench"));
        QCoreApplication::setApplicationVersion(QStringLiteral(CAPEWB_VERSION));
        // As the window has it: both find the same profiles and presets.
        QCoreApplication::setOrganizationName(QStringLiteral("cape-workbench"));
        core::installTranslations(app, {});
        const int code = run(QCoreApplication::arguments().mid(1));
        if (cli::Printer::flush()) {
            return code;
        }
        if (errno != EPIPE) {
            cli::Printer().complain(QCoreApplication::translate("CommandLine", "The output could not be written: %1.")
                    .arg(qt_error_string(errno)));
        }
        return code == cli::Done ? cli::NotDone : code;
    });
}
