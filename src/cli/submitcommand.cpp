// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submitcommand.h"

#include "cli/submitter.h"

namespace cli {

int runSubmit(const QStringList& words)
{
    const auto arguments = readSubmitArguments(words);
    return arguments ? Submitter(*arguments).run() : arguments.error();
}

} // namespace cli
