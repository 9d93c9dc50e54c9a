// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/serveroptions.h"

#include "core/error.h"

#include <QThread>
#include <QUrl>

namespace demo {

class Server;

// A demo server in a thread of its own, for a program whose own thread has other things to do. The destructor stops it.
class ServerThread {
public:
    ServerThread();
    ~ServerThread();
    ServerThread(const ServerThread&) = delete;
    ServerThread& operator=(const ServerThread&) = delete;

    // Starts, or starts anew with other options; gives the server's URL.
    core::Result<QUrl> start(const ServerOptions& options);
    // Closes every connection and waits for the thread's end.
    void stop();
    QUrl url() const { return m_url; }

private:
    QThread m_thread;
    Server* m_server = nullptr; // lives in m_thread
    QUrl m_url;
};

// What the window's --demo connects to: a server with quick tasks, and what its connection profile needs.
class DemoSession {
public:
    core::Result<void> start(const Pace& pace = {});
    QUrl url() const { return m_thread.url(); }
    // For the profile's name and token; the token is worth nothing outside this process.
    static QString profileName();
    static QString token();
    static ServerOptions options();

private:
    ServerThread m_thread;
};

} // namespace demo
