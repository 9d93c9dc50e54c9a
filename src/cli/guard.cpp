// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/guard.h"

#include "cli/commands.h"
#include "cli/printer.h"

#include <QCoreApplication>

#include <exception>
#include <new>
#include <unistd.h>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// Made beforehand: once memory has run out, there may be none for words.
const QString& outOfMemory()
{
    static const QString words
        = Words::tr("There is not enough memory for this. Close other programs, or take a smaller report.");
    return words;
}

void tell(const std::exception_ptr& thrown)
{
    try {
        std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
        Printer().complain(outOfMemory());
    } catch (const std::exception& error) {
        Printer().complain(
            Words::tr("Something went wrong that should not have (%1).").arg(QString::fromLocal8Bit(error.what())));
    } catch (...) {
        Printer().complain(Words::tr("Something went wrong that should not have (%1).").arg(QStringLiteral("?")));
    }
}

// For what is thrown where nobody catches it: in a slot, or in another thread.
[[noreturn]] void onTerminate()
{
    if (const std::exception_ptr thrown = std::current_exception()) {
        tell(thrown);
    }
    Printer::flush();
    ::_exit(NotDone);
}

} // namespace

int guarded(const std::function<int()>& run)
{
    (void)outOfMemory();
    std::set_terminate(onTerminate);
    try {
        return run();
    } catch (...) {
        tell(std::current_exception());
        return NotDone;
    }
}

} // namespace cli
