// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/serverthread.h"
#include "net/assemblylinestore.h"
#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/backend.h"
#include "ui/cases/casestore.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

namespace test {

// Tokens in memory: tests neither need nor touch a keychain.
class MemoryBackend : public net::SecretBackend {
public:
    void read(const QString& key, Read done) override
    {
        if (m_secrets.contains(key)) {
            done(m_secrets.value(key));
        } else {
            done(std::unexpected(core::Error{core::ErrorCode::NotFound, {}, {}}));
        }
    }
    void write(const QString& key, const QString& secret, Done done) override
    {
        m_secrets.insert(key, secret);
        done({});
    }
    void remove(const QString& key, Done done) override
    {
        m_secrets.remove(key);
        done({});
    }

private:
    QHash<QString, QString> m_secrets;
};

// Settings, profiles, tokens and queue in a folder of their own.
class UiFixture {
public:
    UiFixture()
        : profiles(folder.filePath(QStringLiteral("profiles.json")))
        , credentials(std::make_unique<MemoryBackend>())
        , queue(&profiles, &credentials, {.folder = folder.filePath(QStringLiteral("data")), .clock = {}})
        , assemblylines(folder.filePath(QStringLiteral("assemblylines.json")))
        , cases(folder.filePath(QStringLiteral("cases.sqlite")))
        , backend{profiles, credentials, queue, assemblylines, cases}
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.filePath(QStringLiteral("settings")));
        QSettings().clear();
    }

    // A demo server with quick tasks, and a profile for it; gives the profile's id.
    QString connectDemo(demo::ServerOptions options = demo::DemoSession::options())
    {
        options.pace = {std::chrono::milliseconds(50), std::chrono::milliseconds(100), std::chrono::milliseconds(50)};
        const auto url = server.start(options);
        if (!url) {
            return {};
        }
        net::Profile profile
            = net::newProfile(QStringLiteral("lab-cape"), net::serverUrl(url->toString()).value_or(QUrl()));
        profile.proxy = net::ProxyKind::None;
        const auto id = profiles.add(profile);
        if (id) {
            credentials.setToken(*id, demo::DemoSession::token());
        }
        return id.value_or(QString());
    }

    QString writeSample(const QString& name, const QByteArray& bytes = "MZ harmless bytes of a test")
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return path;
    }

    QTemporaryDir folder;
    demo::ServerThread server;
    net::ProfileStore profiles;
    net::CredentialStore credentials;
    net::TaskQueue queue;
    net::AssemblylineStore assemblylines;
    ui::CaseStore cases;
    ui::Backend backend;
};

} // namespace test
