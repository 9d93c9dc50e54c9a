// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/profile.h"
#include "net/profilelist.h"

#include <QObject>

namespace net {

class CredentialStore;

// The connection profiles, kept in a JSON file that is written as a whole, atomically, with mode 0600. No token is ever
// in it. Each change is on disk when the function returns; when it cannot be written, nothing changes.
class ProfileStore : public QObject {
    Q_OBJECT

public:
    // Reads the file; a file that is no profile list is moved aside and told by warning().
    explicit ProfileStore(const QString& file = defaultFile(), QObject* parent = nullptr,
        core::Access access = core::Access::ReadWrite);

    static QString defaultFile();

    const QList<Profile>& profiles() const { return m_list.profiles(); }
    std::optional<Profile> profile(const QString& id) const;
    std::optional<Profile> profileNamed(const QString& name) const;
    // Why profiles are missing, in words for the analyst; empty when all is well.
    QString warning() const { return m_list.warning(); }
    // Where the secrets are that a file may hold all the same: those of the file that was read, and of any that is
    // imported from now on, are moved there.
    void setCredentials(CredentialStore* credentials);

    // A profile without an id gets one; a name that is taken gets a number.
    core::Result<QString> add(Profile profile);
    core::Result<void> update(const Profile& profile);
    // A copy under a new id and name; gives its id.
    core::Result<QString> duplicate(const QString& id);
    core::Result<void> remove(const QString& id);
    // The analyst agrees that this profile's token travels unencrypted, to the URL that it has now.
    core::Result<void> allowClearText(const QString& id);

    // A JSON document for other workbenches: profiles of these ids (all when empty), never a token.
    QByteArray exportJson(const QStringList& ids = {}) const;
    // Adds what exportJson gave, under new ids where an id is taken; gives the ids added.
    core::Result<QStringList> importJson(const QByteArray& json);

Q_SIGNALS:
    void changed();
    // What became of secrets in a file, in words for the analyst.
    void warned(const QString& warning);

private:
    template <typename T>
    core::Result<T> told(core::Result<T> done);
    void moveStray();

    ProfileList<Profile> m_list;
    CredentialStore* m_credentials = nullptr;
};

} // namespace net
