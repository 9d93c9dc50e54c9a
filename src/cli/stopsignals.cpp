// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stopsignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace cli {

namespace {

constexpr std::array Signals{SIGINT, SIGTERM, SIGHUP};

int ends[2] = {-1, -1}; // a handler may do little more than write to a socket

void onSignal(int)
{
    for (const int number : Signals) {
        std::signal(number, SIG_DFL);
    }
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(ends[0], &byte, 1);
}

} // namespace

void onStopSignal(std::function<void()> stop)
{
    if (ends[0] != -1 || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return;
    }
    auto* notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(
        notifier, &QSocketNotifier::activated, QCoreApplication::instance(), [notifier, stop = std::move(stop)] {
            notifier->setEnabled(false);
            stop();
        });
    struct sigaction action{};
    action.sa_handler = onSignal;
    ::sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int number : Signals) {
        ::sigaction(number, &action, nullptr);
    }
}

void quitOnSignals()
{
    onStopSignal([] { QCoreApplication::exit(0); });
}

} // namespace cli
