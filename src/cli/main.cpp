// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "core/translations.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace {

int printUsage(std::FILE* stream)
{
    std::fputs("usage: capewb COMMAND [ARGUMENT...]\n", stream);
    for (const cli::Command& command : cli::commands()) {
        std::fprintf(stream, "  capewb %.*s\n", int(command.usage.size()), command.usage.data());
    }
    return stream == stdout ? cli::Done : cli::WrongUsage;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::puts("capewb " CAPEWB_VERSION);
        return cli::Done;
    }
    if (argc < 2) {
        return printUsage(stderr);
    }
    if (std::strcmp(argv[1], "--help") == 0) {
        return printUsage(stdout);
    }
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cape-workbench"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CAPEWB_VERSION));
    core::installTranslations(app, {});
    const auto all = cli::commands();
    const auto found = std::ranges::find(all, std::string_view(argv[1]), &cli::Command::name);
    if (found == all.end()) {
        std::fprintf(stderr, "capewb: unknown command %s\n", argv[1]);
        return printUsage(stderr);
    }
    return found->run(QCoreApplication::arguments().mid(2));
}
