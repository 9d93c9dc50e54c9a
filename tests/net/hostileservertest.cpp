// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queueharness.h"
#include "support/recorded.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QtTest>

using net::Phase;
using test::httpAnswer;
using test::jsonAnswer;
using test::QueueHarness;
using test::WireRequest;

namespace {

constexpr int SimulatedMinutes = 30;
constexpr int LongMinutes = 120; // as long as it takes until a submission is given up

QByteArray htmlAnswer(const QByteArray& status)
{
    return httpAnswer(status, {"Content-Type: text/html"}, "<!DOCTYPE html><html><body>proxy</body></html>");
}

QByteArray created(const QByteArray& ids)
{
    return jsonAnswer("{\"error\":[],\"data\":{\"task_ids\":[" + ids + "],\"message\":\"\"},\"errors\":[]}");
}

QByteArray task(qint64 id, const QByteArray& status, const QByteArray& custom = {})
{
    return "{\"id\":" + QByteArray::number(id) + ",\"target\":\"a.exe\",\"category\":\"file\",\"timeout\":0,\"custom\":\""
        + custom + "\",\"status\":\"" + status + "\",\"errors\":[]}";
}

QByteArray viewed(qint64 id, const QByteArray& status, const QByteArray& custom = {})
{
    return jsonAnswer("{\"error\":false,\"data\":" + task(id, status, custom) + '}');
}

QByteArray refused(const QByteArray& words)
{
    return jsonAnswer("{\"error\":true,\"error_value\":\"" + words + "\"}");
}

qint64 idIn(const WireRequest& request)
{
    const QByteArrayList parts = request.path.split('/');
    for (const QByteArray& part : parts) {
        if (const qint64 id = part.toLongLong(); id > 0) {
            return id;
        }
    }
    return 0;
}

// What a stand-in server does wrong: its answer to a request, the how manieth it is; nothing where it answers well.
struct Malice {
    const char* name;
    std::function<std::optional<QByteArray>(const WireRequest&, int)> answer;
    int mostRequests; // in that time
    int mostUploads;
    const char* words; // in what is told of the task; empty: it goes on
    int minutes = SimulatedMinutes;
};

bool isFor(const WireRequest& request, const char* part)
{
    return request.path.contains(part);
}

// Always this one answer to requests of this kind.
auto always(const char* part, const QByteArray& bytes)
{
    return [part, bytes](const WireRequest& request, int) {
        return isFor(request, part) ? std::optional(bytes) : std::nullopt;
    };
}

std::optional<QByteArray> throttles(const QByteArray& retryAfter)
{
    return httpAnswer("429 Too Many Requests",
        {"Content-Type: application/json", "Retry-After: " + retryAfter}, R"({"detail":"Request was throttled."})");
}

QList<Malice> submissions()
{
    constexpr int Few = 30;
    const QByteArray cut = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{\"error\":[]";
    return {
        {"create: a web page", always("/create/", htmlAnswer("200 OK")), 3, 1, "web page"},
        {"create: 413", always("/create/", htmlAnswer("413 Payload Too Large")), 3, 1, "files of this size"},
        {"create: a bare 413", always("/create/", httpAnswer("413 Payload Too Large", {}, "")), 3, 1,
            "files of this size"},
        {"create: sent elsewhere", always("/create/", httpAnswer("302 Found", {"Location: /login/"}, "")), 3, 1,
            "elsewhere"},
        {"create: 500", always("/create/", htmlAnswer("500 Internal Server Error")), Few, 10,
            "never named a task", LongMinutes},
        {"create: cut off", always("/create/", cut), Few, 10,
            "never named a task", LongMinutes},
        {"create: half an object", always("/create/", jsonAnswer("{\"error\":[],\"data\":")), Few, 10,
            "never named a task", LongMinutes},
        {"create: nothing named", always("/create/", created("null")), Few, 10,
            "never named a task", LongMinutes},
        {"create: null", always("/create/", jsonAnswer("null")), Few, 10,
            "never named a task", LongMinutes},
        {"create: no body", always("/create/", jsonAnswer("")), Few, 10,
            "never named a task", LongMinutes},
        {"create: breaks off", always("/create/", ""), Few, 10,
            "never named a task", LongMinutes},
        {"search: half an object", always("/search/", jsonAnswer("{\"data\":")), Few, 0, ""},
        {"search: sent in a circle",
            always("/search/", httpAnswer("301 Moved", {"Location: /apiv2/tasks/search/again/"}, "")), 90, 0, ""},
        {"search: a web page", always("/search/", htmlAnswer("200 OK")), Few, 0, ""},
    };
}

QList<Malice> throttlings()
{
    QList<Malice> all;
    static const QList<std::pair<const char*, QByteArray>> values{{"429: nan", "nan"}, {"429: inf", "inf"},
        {"429: -inf", "-inf"}, {"429: zero", "0"}, {"429: negative", "-5"}, {"429: huge", "1e308"},
        {"429: a long number", QByteArray(400, '9')}, {"429: words", "soon"}};
    for (const auto& [name, value] : values) {
        all.append({name, [value](const WireRequest&, int) { return throttles(value); }, 40, 0, ""});
    }
    return all;
}

QList<Malice> followings()
{
    constexpr int Paced = 120;
    const auto viewAs = [](std::function<QByteArray(const WireRequest&, int)> view) {
        return [view](const WireRequest& request, int count) {
            return isFor(request, "/view/") ? std::optional(view(request, count)) : std::nullopt;
        };
    };
    const auto reportAs = [](const QByteArray& bytes) { return always("/get/report/", bytes); };
    return {
        {"view: ever new tasks", viewAs([](const auto&, int count) { return viewed(1000 + count, "pending"); }), 40, 1,
            "passed this task on"},
        {"view: ever new tasks that run", viewAs([](const auto&, int count) { return viewed(1000 + count, "running"); }),
            40, 1, "passed this task on"},
        {"view: a chain of recoveries", viewAs([](const WireRequest& request, int) {
             return viewed(idIn(request), "recovered", "Recovery_" + QByteArray::number(idIn(request) + 1));
         }),
            40, 1, "passed this task on"},
        {"view: recovered to itself", viewAs([](const WireRequest& request, int) {
             return viewed(idIn(request), "recovered", "Recovery_" + QByteArray::number(idIn(request)));
         }),
            20, 1, "gave this task up"},
        {"view: to and fro", viewAs([](const WireRequest& request, int count) {
             return viewed(idIn(request), count % 2 ? "pending" : "completed");
         }),
            Paced, 1, ""},
        {"view: to and fro until it is too late", viewAs([](const WireRequest& request, int count) {
             return viewed(idIn(request), count % 2 ? "pending" : "running");
         }),
            Paced, 1, "did not end within"},
        {"view: a state that does not exist", viewAs([](const WireRequest& request, int) {
             return viewed(idIn(request), "on holiday");
         }),
            Paced, 1, ""},
        {"view: half an object", viewAs([](const auto&, int) { return jsonAnswer("{\"data\":"); }), Paced, 1, ""},
        {"view: another kind of object", viewAs([](const auto&, int) { return jsonAnswer("{\"data\":[1]}"); }), Paced, 1,
            ""},
        {"view: not found", viewAs([](const auto&, int) { return refused("Task not found in database"); }), 8, 1,
            "deleted there"},
        {"report: still being analyzed", reportAs(refused("Task is still being analyzed")), Paced, 1, ""},
        {"report: no ZIP", reportAs(httpAnswer("200 OK", {"Content-Type: application/zip"}, "PK rubbish")), 20, 1,
            "archive"},
        {"report: a web page", reportAs(htmlAnswer("200 OK")), 20, 1, "web page"},
        {"report: half an object", reportAs(jsonAnswer("{\"a\":")), 20, 1, ""},
        {"report: 500", reportAs(htmlAnswer("500 Internal Server Error")), Paced, 1, ""},
        {"401", [](const WireRequest&, int) -> std::optional<QByteArray> {
             return httpAnswer("401 Unauthorized", {"Content-Type: application/json"}, R"({"detail":"Invalid token."})");
         },
            2, 0, "Token needed"},
        {"search: ever new tasks that are not there",
            [](const WireRequest& request, int count) -> std::optional<QByteArray> {
                if (isFor(request, "/search/")) {
                    return jsonAnswer("{\"error\":[],\"data\":[" + task(1000 + count, "pending") + "]}");
                }
                return isFor(request, "/view/") && idIn(request) >= 1000
                    ? std::optional(refused("Task not found in database"))
                    : std::nullopt;
            },
            40, 1, ""},
    };
}

QList<Malice> allKinds()
{
    return submissions() + throttlings() + followings();
}

// Answers as a server of one reported task does, but for its malice.
QByteArray answerWell(const WireRequest& request)
{
    static const auto recorded = test::allRecorded();
    const auto recordedAs = [](int number) { return test::wireAnswer(recorded.at(number - 1)); };
    if (isFor(request, "/search/")) {
        return recordedAs(6);
    }
    if (isFor(request, "/create/")) {
        return created("1");
    }
    return isFor(request, "/view/") ? recordedAs(28) : recordedAs(30);
}

} // namespace

// A server that answers nonsense for ever is asked ever more rarely, in simulated time, and what happened is told.
class HostileServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isNotAskedInCircles_data();
    void isNotAskedInCircles();
    void mayNotMakeAnyNumberOfTasks();
    void mayNotHoldADeletionForEver_data();
    void mayNotHoldADeletionForEver();
    void groupedLooksThatAreRubbish_data();
    void groupedLooksThatAreRubbish();
};

void HostileServerTest::isNotAskedInCircles_data()
{
    QTest::addColumn<int>("kind");
    const auto kinds = allKinds();
    for (int kind = 0; kind < kinds.size(); ++kind) {
        QTest::newRow(kinds.at(kind).name) << kind;
    }
}

void HostileServerTest::isNotAskedInCircles()
{
    QFETCH(int, kind);
    const Malice malice = allKinds().at(kind);
    int count = 0;
    const test::ReplayServer server(
        [&](const WireRequest& request) { return malice.answer(request, ++count).value_or(answerWell(request)); });
    QueueHarness h;
    h.profile.url = server.url();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ hostile"));
    const QDateTime end = h.clock->now().addSecs(malice.minutes * 60);
    QString told; // the last thing, and all that is final
    QVERIFY(h.runUntil(
        [&] {
            const auto record = *h.queue->task(id);
            told = record.words.isEmpty() ? told : record.words;
            return net::isFinal(record.phase) || h.clock->now() > end || count > malice.mostRequests + 50
                || (h.queue->isIdle() && record.words.startsWith(QLatin1String("Token needed")));
        },
        60'000));
    const auto uploads = std::ranges::count_if(
        server.requests(), [](const WireRequest& request) { return isFor(request, "/create/"); });
    QVERIFY2(count <= malice.mostRequests, qPrintable(QString::number(count)));
    QVERIFY2(uploads <= malice.mostUploads, qPrintable(QString::number(uploads)));
    QVERIFY2(told.contains(QString::fromLatin1(malice.words)), qPrintable(told));
}

void HostileServerTest::mayNotMakeAnyNumberOfTasks()
{
    constexpr int Most = 100;
    QByteArrayList ids;
    for (int id = 1; id <= 200'000; ++id) {
        ids.append(QByteArray::number(id));
    }
    const QByteArray many = created(ids.join(','));
    const test::ReplayServer server([&](const WireRequest& request) {
        return isFor(request, "/create/") ? many
            : isFor(request, "/view/")    ? viewed(idIn(request), "pending")
                                          : answerWell(request);
    });
    QueueHarness h;
    h.profile.url = server.url();
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ many"));
    QVERIFY(h.runUntil([&] { return h.queue->task(id)->serverTaskId() > 0; }));
    QCOMPARE(h.queue->tasks().size(), Most);
    QVERIFY2(h.queue->task(id)->remark.contains(QString::number(Most)), qPrintable(h.queue->task(id)->remark));
}

void HostileServerTest::mayNotHoldADeletionForEver_data()
{
    QTest::addColumn<QByteArray>("deleted");
    QTest::newRow("refused") << refused("no");
    QTest::newRow("500") << htmlAnswer("500 Internal Server Error");
    QTest::newRow("broken") << QByteArray();
}

void HostileServerTest::mayNotHoldADeletionForEver()
{
    QFETCH(QByteArray, deleted);
    const test::ReplayServer server(
        [&](const WireRequest& request) { return isFor(request, "/delete/") ? deleted : answerWell(request); });
    QueueHarness h;
    h.profile.url = server.url();
    h.profile.deleteAfterFetch = true;
    QVERIFY(h.profiles.update(h.profile));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ stuck"));
    QVERIFY(h.runUntilPhase(id, Phase::Ready));
    QVERIFY(h.runUntil([&] { return !h.queue->task(id)->deletePending; }, 60'000));
    QVERIFY2(server.requests().size() < 40, qPrintable(QString::number(server.requests().size())));
    QVERIFY(h.queue->task(id)->words.contains(QStringLiteral("could not be deleted")));
}

void HostileServerTest::groupedLooksThatAreRubbish_data()
{
    QTest::addColumn<QByteArray>("states");
    QTest::newRow("a web page") << htmlAnswer("200 OK");
    QTest::newRow("null") << jsonAnswer("null");
    QTest::newRow("other tasks") << jsonAnswer(R"({"error":false,"data":[{"analysis":{"id":99,"status":"pending"}}]})");
    QTest::newRow("states that do not exist") << jsonAnswer(
        R"({"error":false,"data":[{"analysis":{"id":1,"status":"?"}},{"analysis":{"id":2,"status":"?"}}]})");
    QTest::newRow("states that have no names") << jsonAnswer(
        R"({"error":false,"data":[{"analysis":{"id":1,"status":7}},{"info":{"id":"2"}},[],null,3]})");
}

void HostileServerTest::groupedLooksThatAreRubbish()
{
    QFETCH(QByteArray, states);
    int made = 0;
    const test::ReplayServer server([&](const WireRequest& request) {
        return isFor(request, "/extendedsearch/") ? states
            : isFor(request, "/create/")          ? created(QByteArray::number(++made))
            : isFor(request, "/view/")            ? viewed(idIn(request), "pending")
                                                  : answerWell(request);
    });
    QueueHarness h;
    h.profile.url = server.url();
    QVERIFY(h.profiles.update(h.profile));
    (void)h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ first"));
    (void)h.submit(h.makeSample(QStringLiteral("b.exe"), "MZ second"));
    const QDateTime end = h.clock->now().addSecs(SimulatedMinutes * 60);
    QVERIFY(h.runUntil([&] { return h.clock->now() > end || server.requests().size() > 500; }, 60'000));
    QCOMPARE(made, 2);
    QVERIFY2(server.requests().size() < 250, qPrintable(QString::number(server.requests().size())));
}

REGISTER_TEST(HostileServerTest)
#include "hostileservertest.moc"
