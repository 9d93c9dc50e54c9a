// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/assemblylinestore.h"

#include <QStandardPaths>

namespace net {

AssemblylineStore::AssemblylineStore(const QString& file, QObject* parent, core::Access access)
    : QObject(parent)
    , m_list(file, QLatin1StringView("cape-workbench-assemblylines-1"), &assemblylineProfileFromJson, access)
{
}

QString AssemblylineStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/assemblylines.json");
}

void AssemblylineStore::setCredentials(CredentialStore* credentials)
{
    moveToKeychain(
        m_list.takeStray(), credentials, this, [this] { return m_list.save(); },
        [this](const QString& warning) { Q_EMIT warned(warning); });
}

core::Result<QString> AssemblylineStore::add(AssemblylineProfile profile)
{
    auto added = m_list.add(std::move(profile));
    if (added) {
        Q_EMIT changed();
    }
    return added;
}

core::Result<void> AssemblylineStore::update(const AssemblylineProfile& profile)
{
    auto updated = m_list.update(profile);
    if (updated) {
        Q_EMIT changed();
    }
    return updated;
}

core::Result<void> AssemblylineStore::remove(const QString& id)
{
    auto removed = m_list.remove(id);
    if (removed) {
        Q_EMIT changed();
    }
    return removed;
}

} // namespace net
