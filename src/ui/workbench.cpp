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
    , m_profiles(
          m_throwaway ? m_throwaway->filePath(QStringLiteral("profiles.json")) : net::ProfileStore::defaultFile())
    , m_queue(&m_profiles, &m_credentials, {.folder = m_throwaway ? m_throwaway->path() : QString(), .clock = {}})
    , m_assemblylines(m_throwaway ? m_throwaway->filePath(QStringLiteral("assemblylines.json"))
                                  : net::AssemblylineStore::defaultFile())
    , m_cases(m_throwaway ? m_throwaway->filePath(QStringLiteral("cases.sqlite")) : CaseStore::defaultFile())
    , m_backend{m_profiles, m_credentials, m_queue, m_assemblylines, m_cases}
    , m_window(std::make_unique<MainWindow>(m_backend))
{
    connect(&m_queue, &net::TaskQueue::storeFailed, m_window.get(), &MainWindow::showError);
    const auto warn = [this](const QString& warning) {
        m_window->showError({core::ErrorCode::Keychain, warning, {}});
    };
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
    m_cases.open();
    m_profiles.setCredentials(&m_credentials);
    m_assemblylines.setCredentials(&m_credentials);
    return m_queue.open();
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
