// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/assemblylineprofile.h"
#include "net/profilelist.h"

#include <QObject>

namespace net {

class CredentialStore;

// The Assemblylines to send to, in a JSON file beside the CAPE servers' profiles, with the same promises (ProfileList).
class AssemblylineStore : public QObject {
    Q_OBJECT

public:
    explicit AssemblylineStore(const QString& file = defaultFile(), QObject* parent = nullptr,
        core::Access access = core::Access::ReadWrite);

    static QString defaultFile();

    const QList<AssemblylineProfile>& profiles() const { return m_list.profiles(); }
    std::optional<AssemblylineProfile> profile(const QString& id) const { return m_list.find(&Connection::id, id); }
    // Why profiles are missing, in words for the analyst; empty when all is well.
    QString warning() const { return m_list.warning(); }
    // Where the secrets are that the file may hold all the same: they are moved there.
    void setCredentials(CredentialStore* credentials);

    // A profile without an id gets one; a name that is taken gets a number.
    core::Result<QString> add(AssemblylineProfile profile);
    core::Result<void> update(const AssemblylineProfile& profile);
    core::Result<void> remove(const QString& id);

Q_SIGNALS:
    void changed();
    // What became of secrets in a file, in words for the analyst.
    void warned(const QString& warning);

private:
    ProfileList<AssemblylineProfile> m_list;
};

} // namespace net
