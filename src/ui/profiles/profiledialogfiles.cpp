// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles from and to files, for other workbenches.
#include "net/profilestore.h"
#include "ui/dialogs/filepicker.h"
#include "ui/profiles/profiledialog.h"
#include "ui/settings.h"

#include <QFile>
#include <QSaveFile>

namespace ui {

namespace {
constexpr qint64 MostImportedBytes = 4 << 20;
} // namespace

void ProfileDialog::importProfiles()
{
    pickFiles(this, tr("Import servers"), Settings::text(Setting::LastOpenFolder),
        tr("Server profiles (*.json);;All files (*)"), [this](const QStringList& paths) {
            for (const QString& path : paths) {
                importFrom(path);
            }
        });
}

void ProfileDialog::importFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return showProblem(tr("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    const auto added = m_backend.profiles.importJson(file.read(MostImportedBytes));
    if (!added) {
        return showProblem(added.error().message);
    }
    if (!added->isEmpty()) {
        select(added->constFirst());
    }
}

void ProfileDialog::exportProfiles()
{
    pickSavePath(this, tr("Export servers, without their secrets"),
        Settings::text(Setting::ExportFolder) + QStringLiteral("/cape-servers.json"), tr("Server profiles (*.json)"),
        [this](const QString& path) { exportTo(path); });
}

void ProfileDialog::exportTo(const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_backend.profiles.exportJson()) < 0 || !file.commit()) {
        showProblem(tr("%1 cannot be written: %2").arg(path, file.errorString()));
    }
}

} // namespace ui
