// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/server.h"
#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "support/fakeclock.h"
#include "testpaths.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

namespace test {

// A keychain that answers at once and can be told to be out of order.
class FakeKeychain : public net::SecretBackend {
public:
    struct Content {
        QHash<QString, QString> secrets;
        bool isBroken = false;
    };
    explicit FakeKeychain(std::shared_ptr<Content> content)
        : m_content(std::move(content))
    {
    }

    void read(const QString& key, Read done) override
    {
        if (m_content->isBroken) {
            done(std::unexpected(broken()));
        } else if (!m_content->secrets.contains(key)) {
            done(std::unexpected(core::Error{core::ErrorCode::NotFound, {}, {}}));
        } else {
            done(m_content->secrets.value(key));
        }
    }
    void write(const QString& key, const QString& secret, Done done) override
    {
        if (m_content->isBroken) {
            return done(std::unexpected(broken()));
        }
        m_content->secrets.insert(key, secret);
        done({});
    }
    void remove(const QString& key, Done done) override
    {
        m_content->secrets.remove(key);
        done({});
    }

private:
    static core::Error broken() { return {core::ErrorCode::Keychain, {}, QStringLiteral("no keychain here")}; }
    std::shared_ptr<Content> m_content;
};

// A small report for the server to give: the built-in story takes its time.
inline QString smallReport(bool lite = true)
{
    return lite ? QStringLiteral(CAPEWB_FIXTURES "/cape-api/030_report_lite_zip_reported.response.zip")
                : QStringLiteral(CAPEWB_FIXTURES "/cape-api/045_report_lite_zip_lite_json_missing.response.zip");
}

inline const QString& demoToken()
{
    static const QString token = QStringLiteral("0123456789abcdef-demo-token");
    return token;
}

// Lets events happen, and time pass whenever nothing is under way, until it is so; false after too long.
// The queue is asked for anew each time: it may be another one by then.
template <typename Queue, typename Predicate>
bool runUntil(Queue queue, FakeClock& clock, Predicate isSo, int realMilliseconds)
{
    QElapsedTimer timer;
    timer.start();
    int idle = 0;
    while (!isSo()) {
        if (timer.elapsed() > realMilliseconds) {
            return false;
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        idle = queue().isIdle() ? idle + 1 : 0;
        if (idle > 3) {
            clock.advanceToNext();
            idle = 0;
        }
    }
    return true;
}

// A queue and a demo server under one clock, in one folder; the queue can be let go and opened anew.
struct QueueHarness {
    explicit QueueHarness(demo::ServerOptions options = {})
    {
        options.clock = [clock = clock] { return clock->now(); };
        options.accounts = {{QStringLiteral("analyst"), QStringLiteral("pw"), demoToken(), false}};
        options.reports = {smallReport(options.lite)};
        server.setOptions(options);
        profile = net::newProfile(QStringLiteral("demo"), server.start().value_or(QUrl()));
        profile.url = net::serverUrl(profile.url.toString()).value_or(QUrl());
        profile.proxy = net::ProxyKind::None;
        profile.id = profiles.add(profile).value_or(QString());
        credentials.setSessionToken(profile.id, demoToken());
        openQueue();
    }

    void openQueue()
    {
        queue.reset();
        queue = std::make_unique<net::TaskQueue>(
            &profiles, &credentials, net::TaskQueue::Options{folder.filePath(QStringLiteral("queue")), clock});
        opened = queue->open().has_value();
        if (parsesAtOnce) {
            QObject::connect(queue.get(), &net::TaskQueue::reportFetched, queue.get(),
                [this](const QString& id) { queue->setParsed(id, {.score = 1.0}); });
        }
    }

    QString makeSample(const QString& name, const QByteArray& bytes)
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return file.fileName();
    }

    QString submit(const QString& path, const net::FormFields& fields = {}, bool ignoreExisting = false)
    {
        net::Submission submission;
        submission.profileId = profile.id;
        submission.path = path;
        submission.fields = fields;
        submission.ignoreExisting = ignoreExisting;
        return queue->submit(submission).value_or(QString());
    }

    template <typename Predicate>
    bool runUntil(Predicate isSo, int realMilliseconds = 20'000)
    {
        return test::runUntil([this]() -> net::TaskQueue& { return *queue; }, *clock, isSo, realMilliseconds);
    }
    bool runUntilPhase(const QString& id, net::Phase phase)
    {
        return runUntil([&] { return queue->task(id)->phase == phase; });
    }

    int countRequests(const QByteArray& method, const QString& pathPart, int status = -1) const
    {
        int count = 0;
        for (const demo::LoggedRequest& logged : server.log()) {
            if (logged.request.method == method && logged.request.path.contains(pathPart)
                && (status < 0 || logged.status == status)) {
                ++count;
            }
        }
        return count;
    }

    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    QTemporaryDir folder;
    demo::Server server;
    net::ProfileStore profiles{folder.filePath(QStringLiteral("profiles.json"))};
    net::CredentialStore credentials{std::make_unique<FakeKeychain>(std::make_shared<FakeKeychain::Content>())};
    net::Profile profile;
    std::unique_ptr<net::TaskQueue> queue;
    bool parsesAtOnce = true;
    bool opened = false;
};

} // namespace test
