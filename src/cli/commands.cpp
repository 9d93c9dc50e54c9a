// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

namespace cli {

std::span<const Command> commands()
{
    return {};
}

} // namespace cli
