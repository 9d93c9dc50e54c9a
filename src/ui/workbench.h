// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/assemblylinestore.h"
#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/application.h"
#include "ui/backend.h"
#include "ui/cases/casestore.h"

#include <QTemporaryDir>

namespace ui {

class MainWindow;

// The parts of the running program: profiles, tokens, queue and window.
class Workbench : public QObject {
    Q_OBJECT
public:
    enum class Data { Own, Throwaway }; // the user's, or a folder that goes with the process (tour)

    Workbench(Data data, const DemoStarter& startDemo);
    ~Workbench() override;

    // Opens the databases of tasks and cases and the window's connections; call once. Where another program works on
    // them they are opened to look at only, and the window says so.
    core::Result<void> open();
    MainWindow& window() const { return *m_window; }
    const Backend& backend() const { return m_backend; }
    // Starts the demo server, connects to it and submits a harmless sample.
    core::Result<void> startDemo();

private:
    QString folder() const;
    // Why this window changes nothing; nothing where it may.
    std::optional<core::Error> readOnlyReason() const;
    core::Result<QString> demoProfile(const DemoPlace& place);
    core::Result<QString> demoSample() const;

    std::unique_ptr<QTemporaryDir> m_throwaway;
    DemoStarter m_startDemo;
    core::Result<std::shared_ptr<core::DataLock>> m_lock; // before anything looks at a file
    core::Access m_access;
    net::ProfileStore m_profiles;
    net::CredentialStore m_credentials;
    net::TaskQueue m_queue;
    net::AssemblylineStore m_assemblylines;
    CaseStore m_cases;
    Backend m_backend;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace ui
