// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/profilestore.h"

#include <QStandardPaths>

namespace net {

ProfileStore::ProfileStore(const QString& file, QObject* parent, core::Access access)
    : QObject(parent)
    , m_list(file, QLatin1StringView("cape-workbench-profiles-1"), &profileFromJson, access)
{
}

QString ProfileStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/profiles.json");
}

std::optional<Profile> ProfileStore::profile(const QString& id) const
{
    return m_list.find(&Connection::id, id);
}

std::optional<Profile> ProfileStore::profileNamed(const QString& name) const
{
    return m_list.find(&Connection::name, name);
}

// Tells of a change that was made.
template <typename T>
core::Result<T> ProfileStore::told(core::Result<T> done)
{
    if (done) {
        Q_EMIT changed();
    }
    return done;
}

core::Result<QString> ProfileStore::add(Profile profile)
{
    return told(m_list.add(std::move(profile)));
}

core::Result<void> ProfileStore::update(const Profile& profile)
{
    return told(m_list.update(profile));
}

core::Result<QString> ProfileStore::duplicate(const QString& id)
{
    auto copy = profile(id);
    if (!copy) {
        return std::unexpected(unknownProfile(id));
    }
    copy->id.clear();
    return add(*copy);
}

core::Result<void> ProfileStore::remove(const QString& id)
{
    return told(m_list.remove(id));
}

core::Result<void> ProfileStore::allowClearText(const QString& id)
{
    auto allowed = profile(id);
    if (!allowed) {
        return std::unexpected(unknownProfile(id));
    }
    net::allowClearText(*allowed);
    return update(*allowed);
}

QByteArray ProfileStore::exportJson(const QStringList& ids) const
{
    return m_list.exportJson(ids);
}

core::Result<QStringList> ProfileStore::importJson(const QByteArray& json)
{
    auto imported = told(m_list.importJson(json));
    moveStray();
    return imported;
}

void ProfileStore::setCredentials(CredentialStore* credentials)
{
    m_credentials = credentials;
    moveStray();
}

void ProfileStore::moveStray()
{
    if (m_credentials) {
        moveToKeychain(
            m_list.takeStray(), m_credentials, this, [this] { return m_list.save(); },
            [this](const QString& warning) { Q_EMIT warned(warning); });
    }
}

} // namespace net
