// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench.h"

#include "ui/window/mainwindow.h"

#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

namespace ui {

namespace {

std::unique_ptr<QTemporaryDir> throwawayFolder(Workbench::Data data)
{
    return data == Workbench::Data::Throwaway ? std::make_unique<QTemporaryDir>() : nullptr;
}

} // namespace

Workbench::Workbench(Data data, const DemoStarter& startDemo)
    : m_throwaway(throwawayFolder(data))
    , m_startDemo(startDemo)
    , m_lock(core::DataLock::take(folder()))
    , m_access(m_lock ? core::Access::ReadWrite : core::Access::ReadOnly)
    , m_profiles(
          m_throwaway ? m_throwaway->filePath(QStringLiteral("profiles.json")) : net::ProfileStore::defaultFile(),
          nullptr, m_access)
    , m_queue(&m_profiles, &m_credentials, {.folder = folder(), .clock = {}, .lock = m_lock.value_or(nullptr)})
    , m_assemblylines(m_throwaway ? m_throwaway->filePath(QStringLiteral("assemblylines.json"))
                                  : net::AssemblylineStore::defaultFile(),
          nullptr, m_access)
    , m_cases(m_throwaway ? m_throwaway->filePath(QStringLiteral("cases.sqlite")) : CaseStore::defaultFile(), nullptr,
          m_access)
    , m_backend{m_profiles, m_credentials, m_queue, m_assemblylines, m_cases, m_access}
    , m_window(std::make_unique<MainWindow>(m_backend))
{
    connect(&m_queue, &net::TaskQueue::storeFailed, m_window.get(), &MainWindow::showError);
    const auto warn = [this](const QString& warning) {
        m_window->showError({core::ErrorCode::Keychain, warning, {}});
    };
    const auto warnOfTasks = [this](const QString& warning) {
        m_window->showError({core::ErrorCode::BadInput, warning, {}});
    };
    connect(&m_queue, &net::TaskQueue::warned, m_window.get(), warnOfTasks);
    connect(&m_profiles, &net::ProfileStore::warned, m_window.get(), warn);
    connect(&m_assemblylines, &net::AssemblylineStore::warned, m_window.get(), warn);
    connect(m_window.get(), &MainWindow::demoRequested, this, [this] {
        if (const auto started = this->startDemo(); !started) {
            m_window->showError(started.error());
        }
    });
}

Workbench::~Workbench() = default;

core::Result<void> Workbench::open()
{
    if (const auto reason = readOnlyReason()) {
        m_window->showError(*reason);
    }
    for (const QString& warning : {m_profiles.warning(), m_assemblylines.warning()}) {
        if (!warning.isEmpty()) {
            m_window->showError({core::ErrorCode::BadInput, warning, {}});
        }
    }
    m_cases.open();
    if (m_access == core::Access::ReadOnly) {
        return m_queue.openReadOnly();
    }
    m_profiles.setCredentials(&m_credentials);
    m_assemblylines.setCredentials(&m_credentials);
    return m_queue.open();
}

std::optional<core::Error> Workbench::readOnlyReason() const
{
    if (m_lock) {
        return std::nullopt;
    }
    core::Error reason = m_lock.error();
    reason.message += u' '
        + tr("This window is read-only: you can read reports, but submit nothing and change no servers, presets or "
             "cases.");
    return reason;
}

QString Workbench::folder() const
{
    return m_throwaway ? m_throwaway->path() : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

core::Result<void> Workbench::startDemo()
{
    const auto place = m_startDemo();
    if (!place) {
        return std::unexpected(place.error());
    }
    const auto profileId = demoProfile(*place);
    if (!profileId) {
        return std::unexpected(profileId.error());
    }
    m_credentials.setSessionToken(*profileId, place->token);
    const auto sample = demoSample();
    if (!sample) {
        return std::unexpected(sample.error());
    }
    net::Submission submission;
    submission.profileId = *profileId;
    submission.path = *sample;
    submission.fields = {{QStringLiteral("route"), QStringLiteral("internet")}};
    submission.ignoreExisting = true;
    const auto submitted = m_queue.submit(submission);
    return submitted ? core::Result<void>() : std::unexpected(submitted.error());
}

core::Result<QString> Workbench::demoProfile(const DemoPlace& place)
{
    const auto url = net::serverUrl(place.url.toString());
    if (!url) {
        return std::unexpected(url.error());
    }
    // The port is a new one at each start; the profile stays, and its tasks with it.
    if (auto known = m_profiles.profileNamed(place.profileName)) {
        known->url = *url;
        if (const auto updated = m_profiles.update(*known); !updated) {
            return std::unexpected(updated.error());
        }
        return known->id;
    }
    net::Profile profile = net::newProfile(place.profileName, *url);
    profile.proxy = net::ProxyKind::None;
    profile.defaultRoute = QStringLiteral("internet");
    return m_profiles.add(profile);
}

core::Result<QString> Workbench::demoSample() const
{
    const QString path = QDir(folder()).filePath(QStringLiteral("demo/invoice-2291.docm"));
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray text("This file is the sample of the CAPE Workbench demo. It is plain text and does nothing.\n");
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return std::unexpected(core::Error{core::ErrorCode::CannotWrite,
            tr("The demo's sample cannot be written to %1.").arg(path), file.errorString()});
    }
    return path;
}

} // namespace ui
