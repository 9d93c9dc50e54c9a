// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/straypasswords.h"

#include "net/credentialstore.h"

#include <QCoreApplication>
#include <QPointer>

#include <memory>

namespace net {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StrayPasswords)
};

QString namesOf(const QList<StrayPassword>& passwords, bool readable)
{
    QStringList names;
    for (const StrayPassword& stray : passwords) {
        if (stray.password.isEmpty() != readable) {
            names << stray.profileName;
        }
    }
    return names.join(QStringLiteral(", "));
}

QString warningAbout(const QList<StrayPassword>& passwords, const CredentialStore& credentials)
{
    QStringList lines;
    if (const QString names = namesOf(passwords, true); !names.isEmpty() && credentials.isSessionOnly()) {
        lines << Words::tr("The proxy's password of these servers was taken out of the file of profiles: %1. There is "
                           "no keychain to keep it in, so it must be entered again next time (%2).")
                     .arg(names, credentials.keychainProblem());
    }
    if (const QString names = namesOf(passwords, false); !names.isEmpty()) {
        lines << Words::tr("The proxy's address of these servers could not be understood and was taken out of the file "
                           "of profiles, as it may hold a password: %1. Enter it again.")
                     .arg(names);
    }
    return lines.join(u'\n');
}

} // namespace

void moveToKeychain(const QList<StrayPassword>& passwords, CredentialStore* credentials, QObject* context,
    std::function<core::Result<void>()> save, std::function<void(const QString&)> warn)
{
    if (passwords.isEmpty()) {
        return;
    }
    const QPointer<QObject> alive = context;
    const auto open = std::make_shared<qsizetype>(passwords.size());
    const auto settled = [=, save = std::move(save), warn = std::move(warn)] {
        if (--*open > 0 || !alive) {
            return;
        }
        if (const QString warning = warningAbout(passwords, *credentials); !warning.isEmpty()) {
            warn(warning);
        }
        if (const auto saved = save(); !saved) {
            warn(Words::tr("A proxy's password still stands in the file of profiles, which could not be saved without "
                           "it: take it out by hand. %1")
                     .arg(saved.error().detail));
        }
    };
    for (const StrayPassword& stray : passwords) {
        if (stray.password.isEmpty()) {
            QMetaObject::invokeMethod(credentials, settled, Qt::QueuedConnection);
        } else {
            credentials->setProxyPassword(stray.profileId, stray.password, settled);
        }
    }
}

} // namespace net
