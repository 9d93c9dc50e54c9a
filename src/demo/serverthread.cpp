// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/serverthread.h"

#include "demo/server.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace demo {

ServerThread::ServerThread()
{
    m_thread.setObjectName(u"demo server"_s);
}

ServerThread::~ServerThread()
{
    stop();
}

core::Result<QUrl> ServerThread::start(const ServerOptions& options)
{
    stop();
    m_server = new Server(options);
    m_server->moveToThread(&m_thread);
    m_thread.start();
    core::Result<QUrl> started;
    QMetaObject::invokeMethod(m_server, [&] { started = m_server->start(); }, Qt::BlockingQueuedConnection);
    if (started) {
        m_url = *started;
    } else {
        stop();
    }
    return started;
}

void ServerThread::stop()
{
    if (!m_server) {
        return;
    }
    // Its sockets and timers must end in the thread they live in.
    QMetaObject::invokeMethod(
        m_server, [this] { delete std::exchange(m_server, nullptr); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    m_url.clear();
}

core::Result<void> DemoSession::start(const Pace& pace)
{
    ServerOptions chosen = options();
    chosen.pace = pace;
    const core::Result<QUrl> started = m_thread.start(chosen);
    return started ? core::Result<void>() : std::unexpected(started.error());
}

QString DemoSession::profileName()
{
    return QCoreApplication::translate("demo::DemoSession", "Demo");
}

QString DemoSession::token()
{
    return u"demo"_s;
}

ServerOptions DemoSession::options()
{
    ServerOptions options;
    options.accounts = {{u"demo"_s, u"demo"_s, token(), true}};
    options.machines.append({3, u"win11x64"_s, u"192.0.2.107"_s, u"windows"_s, {u"x64"_s, u"win11"_s}});
    return options;
}

} // namespace demo
