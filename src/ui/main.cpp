// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/serverthread.h"
#include "ui/application.h"

#include <memory>

int main(int argc, char** argv)
{
    std::unique_ptr<demo::DemoSession> session;
    return ui::runWorkbench(argc, argv, [&session]() -> core::Result<ui::DemoPlace> {
        if (!session) {
            session = std::make_unique<demo::DemoSession>();
            if (const auto started = session->start(); !started) {
                session.reset();
                return std::unexpected(started.error());
            }
        }
        return ui::DemoPlace{demo::DemoSession::profileName(), session->url(), demo::DemoSession::token()};
    });
}
