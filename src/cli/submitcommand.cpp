// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submitcommand.h"

#include "cli/commands.h"
#include "cli/submitarguments.h"
#include "cli/submitter.h"

#include <cstdio>

namespace cli {

void complain(const QString& reason)
{
    std::fprintf(stderr, "capewb submit: %s\n", qUtf8Printable(reason));
}

int runSubmit(const QStringList& words)
{
    const auto arguments = readSubmitArguments(words);
    if (!arguments) {
        const QStringList reasons = arguments.error().message.split(u'\n');
        for (const QString& reason : reasons) {
            complain(reason);
        }
        if (arguments.error().detail.isEmpty()) {
            std::fprintf(stderr, "usage: capewb %.*s\n", int(SubmitUsage.size()), SubmitUsage.data());
        }
        return WrongUsage;
    }
    return Submitter(*arguments).run();
}

} // namespace cli
