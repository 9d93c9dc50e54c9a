// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datalock.h"
#include "net/connection.h"
#include "net/profiledocument.h"
#include "net/straypasswords.h"

#include <optional>

namespace net {

// Profiles of one kind (a Connection with toJson()) in a JSON file that is written as a whole, atomically, with mode
// 0600, and never with a secret in it. Each change is on disk when the function returns; when it cannot be written,
// nothing changes.
template <typename T>
class ProfileList {
public:
    using ReadEntry = core::Result<T> (*)(const QJsonObject&);

    // Reads the file; a file that is no profile list is moved aside and told by warning(). With ReadOnly it stays where
    // it is, and every change is answered with core::readOnlyError().
    ProfileList(const QString& file, QLatin1StringView format, ReadEntry read, core::Access access)
        : m_file(file)
        , m_format(format)
        , m_read(read)
        , m_access(access)
    {
        load();
    }

    const QList<T>& profiles() const { return m_profiles; }
    QString warning() const { return m_warning; }
    // The passwords of proxies that a file held, of the one that was read or one that was imported; each is given once.
    // None of them is in a profile, and the file that was read is to be saved without them.
    QList<StrayPassword> takeStray() { return std::exchange(m_stray, {}); }
    core::Result<void> save() { return write(m_profiles); }

    std::optional<T> find(QString Connection::* member, const QString& value) const
    {
        const auto found = std::ranges::find(m_profiles, value, member);
        return found == m_profiles.end() ? std::nullopt : std::optional(*found);
    }

    core::Result<QString> add(T profile)
    {
        QList<T> profiles = m_profiles;
        const QString id = append(profiles, std::move(profile));
        if (const auto done = commit(std::move(profiles)); !done) {
            return std::unexpected(done.error());
        }
        return id;
    }

    core::Result<void> update(const T& profile)
    {
        QList<T> profiles = m_profiles;
        const auto found = std::ranges::find(profiles, profile.id, &T::id);
        if (found == profiles.end()) {
            return std::unexpected(unknownProfile(profile.id));
        }
        found->name.clear();
        const QString name = freeProfileName(profile.name, namesOf(profiles));
        *found = profile;
        found->name = name;
        found->proxyUrl.setPassword({});
        return commit(std::move(profiles));
    }

    core::Result<void> remove(const QString& id)
    {
        QList<T> profiles = m_profiles;
        if (profiles.removeIf([&](const T& profile) { return profile.id == id; }) == 0) {
            return std::unexpected(unknownProfile(id));
        }
        return commit(std::move(profiles));
    }

    // The document of these ids (all when empty).
    QByteArray exportJson(const QStringList& ids) const
    {
        ProfileDocument document;
        for (const T& profile : m_profiles) {
            if (ids.isEmpty() || ids.contains(profile.id)) {
                document.entries.append(withoutClearText(toJson(profile)));
            }
        }
        return formatProfiles(document, m_format);
    }

    core::Result<QStringList> importJson(const QByteArray& json)
    {
        const auto document = parseProfiles(json);
        if (!document) {
            return std::unexpected(document.error());
        }
        QList<T> profiles = m_profiles;
        QStringList ids;
        QList<StrayPassword> stray;
        for (const QJsonObject& entry : document->entries) {
            auto profile = m_read(withoutClearText(entry));
            if (!profile) {
                continue;
            }
            profile->unknown.remove(QLatin1StringView("token"));
            ids.append(append(profiles, std::move(*profile)));
            note(stray, entry, profiles.constLast());
        }
        if (const auto done = commit(std::move(profiles)); !done) {
            return std::unexpected(done.error());
        }
        m_stray.append(stray);
        return ids;
    }

private:
    static QStringList namesOf(const QList<T>& profiles)
    {
        QStringList names;
        for (const T& profile : profiles) {
            names.append(profile.name);
        }
        return names;
    }

    static bool hasId(const QList<T>& profiles, const QString& id)
    {
        return std::ranges::find(profiles, id, &T::id) != profiles.end();
    }

    static QString append(QList<T>& profiles, T profile)
    {
        if (profile.id.isEmpty() || hasId(profiles, profile.id)) {
            profile.id = newProfileId();
        }
        profile.name = freeProfileName(profile.name, namesOf(profiles));
        profile.proxyUrl.setPassword({});
        profiles.append(std::move(profile));
        return profiles.constLast().id;
    }

    static void note(QList<StrayPassword>& stray, const QJsonObject& entry, const T& profile)
    {
        if (const ProxyAddress proxy = proxyAddressIn(entry); proxy.mayHoldSecret || !proxy.password.isEmpty()) {
            stray.append({profile.id, profile.name, proxy.password});
        }
    }

    QByteArray bytesOf(const QList<T>& profiles) const
    {
        ProfileDocument document{{}, m_unknown};
        for (const T& profile : profiles) {
            document.entries.append(toJson(profile));
        }
        return formatProfiles(document, m_format);
    }

    void load()
    {
        const auto bytes = readProfileFile(m_file);
        if (!bytes && bytes.error().code == core::ErrorCode::CannotRead) {
            m_warning = bytes.error().message;
        }
        if (bytes && bytes->isEmpty()) {
            return;
        }
        const auto document = bytes.and_then(parseProfiles);
        if (!document) {
            if (m_warning.isEmpty()) {
                m_warning = told(document.error().detail);
            }
            return;
        }
        take(*document);
    }

    void take(const ProfileDocument& document)
    {
        m_unknown = document.unknown;
        QStringList refused;
        for (const QJsonObject& entry : document.entries) {
            auto profile = m_read(entry);
            if (!profile) {
                refused.append(entry.value(QLatin1StringView("name")).toString());
                continue;
            }
            if (profile->id.isEmpty() || hasId(m_profiles, profile->id)) {
                profile->id = newProfileId();
            }
            m_profiles.append(std::move(*profile));
            note(m_stray, entry, m_profiles.constLast());
        }
        if (refused.isEmpty()) {
            return;
        }
        // The entries that cannot be used would be lost by the next save, so the whole file is kept beside it.
        m_warning = told(refusedReason(refused));
        if (!m_profiles.isEmpty()) {
            (void)write(m_profiles);
        }
    }

    QString told(const QString& reason) const
    {
        return m_access == core::Access::ReadOnly ? unreadableProfiles(m_file, reason) : keepAside(m_file, reason);
    }

    core::Result<void> write(const QList<T>& profiles) const
    {
        if (m_access == core::Access::ReadOnly) {
            return std::unexpected(core::readOnlyError());
        }
        return saveProfileFile(m_file, bytesOf(profiles));
    }

    core::Result<void> commit(QList<T> profiles)
    {
        if (const auto written = write(profiles); !written) {
            return written;
        }
        m_profiles = std::move(profiles);
        return {};
    }

    QString m_file;
    QLatin1StringView m_format;
    ReadEntry m_read;
    core::Access m_access;
    QList<T> m_profiles;
    QList<StrayPassword> m_stray;
    QJsonObject m_unknown; // members of the document itself
    QString m_warning;
};

} // namespace net
