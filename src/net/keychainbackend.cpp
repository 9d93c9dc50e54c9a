// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/credentialstore.h"

#include <QCoreApplication>
#include <qt6keychain/keychain.h>

namespace net {

namespace {

const QString& service()
{
    static const QString name = QStringLiteral("cape-workbench");
    return name;
}

core::Result<void> outcome(QKeychain::Job* job)
{
    if (job->error() == QKeychain::NoError) {
        return {};
    }
    const auto code = job->error() == QKeychain::EntryNotFound ? core::ErrorCode::NotFound : core::ErrorCode::Keychain;
    // Where QtKeychain finds nothing to talk to, its own words are "Unknown error".
    const bool isThere = code == core::ErrorCode::NotFound || QKeychain::isAvailable();
    return std::unexpected(core::Error{code,
        QCoreApplication::translate("CredentialStore", "The keychain could not be used."),
        isThere ? job->errorString()
                : QCoreApplication::translate("CredentialStore",
                      "there is no keychain service, or the library libsecret is not installed")});
}

void run(QKeychain::Job* job, const QString& key, std::function<void(QKeychain::Job*)> done)
{
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, std::move(done));
    job->start();
}

class KeychainBackend : public SecretBackend {
public:
    void read(const QString& key, Read done) override
    {
        auto* job = new QKeychain::ReadPasswordJob(service());
        run(job, key, [job, done](QKeychain::Job*) { done(outcome(job).transform([&] { return job->textData(); })); });
    }

    void write(const QString& key, const QString& secret, Done done) override
    {
        auto* job = new QKeychain::WritePasswordJob(service());
        job->setTextData(secret);
        run(job, key, [done](QKeychain::Job* ended) { done(outcome(ended)); });
    }

    void remove(const QString& key, Done done) override
    {
        run(new QKeychain::DeletePasswordJob(service()), key, [done](QKeychain::Job* ended) { done(outcome(ended)); });
    }
};

} // namespace

std::unique_ptr<SecretBackend> keychainBackend()
{
    return std::make_unique<KeychainBackend>();
}

} // namespace net
