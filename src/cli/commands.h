// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <span>
#include <string_view>

namespace cli {

// Exit codes of every command.
inline constexpr int Done = 0;
inline constexpr int NotDone = 1; // the reason is on stderr
inline constexpr int WrongUsage = 2;

// A command of capewb: its name, its usage line, and what runs it with the words after the name.
struct Command {
    std::string_view name;
    std::string_view usage;
    int (*run)(const QStringList& arguments);
};

std::span<const Command> commands();

} // namespace cli
