// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "demo/multipart.h"
#include "net/capewbrun.h"
#include "support/recorded.h"
#include "support/testregistry.h"

#include <QDir>
#include <QtTest>

#include <map>

using test::capewb;
using test::Outcome;

namespace {

using Fields = std::map<QString, QString>;

// The form of the last submission that the server got, without the file.
Fields lastForm(const demo::Server& server)
{
    Fields fields;
    for (const demo::LoggedRequest& entry : server.log()) {
        if (!entry.request.path.contains(QStringLiteral("tasks/create"))) {
            continue;
        }
        fields.clear();
        for (const demo::FormField& field : demo::parseMultipart(entry.request.contentType, entry.request.body)) {
            if (field.fileName.isNull()) {
                fields[field.name] = QString::fromUtf8(field.value);
            }
        }
    }
    return fields;
}

qsizetype uploads(const demo::Server& server)
{
    return std::ranges::count_if(server.log(),
        [](const demo::LoggedRequest& entry) { return entry.request.path.contains(QStringLiteral("tasks/create")); });
}

demo::ServerOptions withMachine(const QString& name, const QStringList& tags = {})
{
    demo::ServerOptions options = test::quickServer();
    options.machines = {{1, name, QStringLiteral("192.0.2.10"), QStringLiteral("windows"), tags, false}};
    return options;
}

QStringList words(const QStringList& parts, const QList<QUrl>& servers)
{
    QStringList all = QStringList{QStringLiteral("submit")} + parts;
    for (const QUrl& server : servers) {
        all << QStringLiteral("--server") << server.toString();
    }
    return all << QStringLiteral("--token-env") << QStringLiteral("CAPE_TOKEN");
}

QStringList params(const QStringList& pairs)
{
    QStringList all;
    for (const QString& pair : pairs) {
        all << QStringLiteral("--param") << pair;
    }
    return all;
}

} // namespace

// The choices that capewb submit takes, and what a server gets of them.
class SubmitOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allOptionsAsRecorded();
    void dryRunIsThePlan();
    void dryRunNeedsNoServer();
    void eachHostGetsOne();
    void poolTakesTheShortestQueue();
    void poolGoesOnWithoutADeadServer();
    void refusesValues_data();
    void refusesValues();
    void refusesInputs_data();
    void refusesInputs();
    void refusesAMachineThatIsNotThere();
    void warnsOfJunkNames();
    void takesUrls();
    void asksForHashes();
    void takesAPreset();
    void cleansUpAsTheConfigurationSays();
    void takesFolders();
    void tellsTasksOfOneNameApart();
    void sendsNoLoneComma();

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("cannot write %s", qPrintable(name));
        }
        file.write(bytes);
        return file.fileName();
    }
    QString sample() { return write(QStringLiteral("sample.exe"), "MZ sample"); }

    QTemporaryDir m_folder;
};

// The request that was recorded with every option set: the same choices give the same fields.
void SubmitOptionsTest::allOptionsAsRecorded()
{
    const test::Recorded recorded = test::allRecorded().at(7);
    QCOMPARE(recorded.name, QStringLiteral("008_create_file_all_options"));
    Fields expected;
    for (const QJsonValue& part : recorded.multipart) {
        if (part[QStringLiteral("filename")].isNull()) {
            expected[part[QStringLiteral("name")].toString()] = part[QStringLiteral("value")].toString();
        }
    }
    demo::Server server(withMachine(QStringLiteral("win10x64"), {QStringLiteral("x64"), QStringLiteral("win10")}));
    const QUrl url = *server.start();
    const QString config = write(QStringLiteral("config.json"), "{\"machinery_supports_memory_dumps\": true}");
    const QStringList choices
        = params({QStringLiteral("analysis_timeout_in_seconds=60"), QStringLiteral("specific_machine=win10x64"),
            QStringLiteral("routing=internet"), QStringLiteral("dump_memory=true"),
            QStringLiteral("clock=01-15-2024 10:20:30"), QStringLiteral("priority=2"), QStringLiteral("package=exe"),
            QStringLiteral("custom=mycustom"), QStringLiteral("tags_tasks=t1,t2"), QStringLiteral("tlp=green")});
    // What the service has no name for, or would not send beside a machine.
    const QStringList fields{QStringLiteral("--field"), QStringLiteral("options=procmemdump=1,free=no"),
        QStringLiteral("--field"), QStringLiteral("tags=x64,win10"), QStringLiteral("--field"),
        QStringLiteral("platform=windows"), QStringLiteral("--config"), config};
    const Outcome outcome = capewb(words(QStringList{sample()} + choices + fields, {url}));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(lastForm(server), expected);
}

void SubmitOptionsTest::dryRunIsThePlan()
{
    demo::Server server(withMachine(QStringLiteral("win10x64")));
    const QUrl url = *server.start();
    const QByteArray settings = "{\"allowed_images\": [\"win10x64\"], \"max_dll_exports_exec\": 3}";
    const QStringList choices{
        QStringLiteral("--dry-run"), QStringLiteral("--config"), write(QStringLiteral("config.json"), settings)};
    const Outcome dry = capewb(words(QStringList{sample()}
            + params({QStringLiteral("routing=tor"), QStringLiteral("monitored_and_unmonitored=1")}) + choices,
        {url}));
    QVERIFY2(dry.exitCode == 0, qPrintable(dry.err));
    QCOMPARE(uploads(server), 0);
    const QByteArray input = "{\"file_name\": \"sample.exe\", \"file_type\": \"executable/windows/dos\", \"params\": "
                             "{\"routing\": \"tor\", \"monitored_and_unmonitored\": true}, \"config\": "
        + settings
        + ", \"hosts\": [{\"ip\": \"127.0.0.1\", \"machines\": [{\"name\": \"win10x64\", \"platform\": \"windows\"}], "
          "\"pending\": 0, \"available\": 1}]}";
    const Outcome plan = capewb({QStringLiteral("plan"), write(QStringLiteral("case.json"), input)});
    QVERIFY2(plan.exitCode == 0, qPrintable(plan.err));
    QCOMPARE(dry.out, plan.out);
    QCOMPARE(core::json::parse(dry.out.toUtf8())->find("submissions")->size(), 2U);
}

void SubmitOptionsTest::dryRunNeedsNoServer()
{
    const Outcome outcome
        = capewb(words({sample(), QStringLiteral("--dry-run")}, {QUrl(QStringLiteral("http://127.0.0.1:1"))}));
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(!outcome.err.isEmpty());
    QCOMPARE(core::json::parse(outcome.out.toUtf8())->find("submissions")->size(), 1U);
}

void SubmitOptionsTest::eachHostGetsOne()
{
    demo::Server one(withMachine(QStringLiteral("a")));
    demo::Server two(withMachine(QStringLiteral("b")));
    const Outcome outcome = capewb(words({sample(), QStringLiteral("--each")}, {*one.start(), *two.start()}));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(one.tasks().tasks().size(), 1);
    QCOMPARE(two.tasks().tasks().size(), 1);
}

void SubmitOptionsTest::poolTakesTheShortestQueue()
{
    demo::ServerOptions busy = withMachine(QStringLiteral("a"));
    busy.pace = {std::chrono::hours(1), std::chrono::hours(1), std::chrono::hours(1)};
    demo::Server one(busy);
    demo::Server two(withMachine(QStringLiteral("b")));
    const QUrl first = *one.start();
    const QUrl second = *two.start();
    const QString other = write(QStringLiteral("other.exe"), "MZ other");
    QCOMPARE(capewb(words({other}, {first})).exitCode, 0); // waits there for an hour
    const QString machine = QStringLiteral("127.0.0.1-%1:b").arg(second.port());
    const Outcome outcome = capewb(words({sample()}, {first, second}));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(one.tasks().tasks().size(), 1);
    QCOMPARE(two.tasks().tasks().size(), 1);
    const Outcome named
        = capewb(words(QStringList{other} + params({QStringLiteral("specific_machine=") + machine}), {first, second}));
    QVERIFY2(named.exitCode == 0, qPrintable(named.err));
    QCOMPARE(two.tasks().tasks().size(), 2);
}

void SubmitOptionsTest::poolGoesOnWithoutADeadServer()
{
    demo::Server alive(withMachine(QStringLiteral("b")));
    const Outcome outcome = capewb(words({sample()}, {QUrl(QStringLiteral("http://127.0.0.1:1")), *alive.start()}));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY(outcome.err.contains(QStringLiteral("127.0.0.1-1:")));
    QCOMPARE(alive.tasks().tasks().size(), 1);
}

void SubmitOptionsTest::refusesValues_data()
{
    QTest::addColumn<QString>("pair");
    QTest::addColumn<QString>("reason");
    QTest::newRow("clock") << QStringLiteral("clock=tomorrow") << QStringLiteral("MM-DD-YYYY");
    QTest::newRow("word") << QStringLiteral("analysis_timeout_in_seconds=abc") << QStringLiteral("whole number");
    QTest::newRow("negative") << QStringLiteral("analysis_timeout_in_seconds=-5") << QStringLiteral("negative");
    QTest::newRow("too long") << QStringLiteral("analysis_timeout_in_seconds=5000") << QStringLiteral("800");
    QTest::newRow("platform") << QStringLiteral("platform=amiga") << QStringLiteral("linux");
    QTest::newRow("options") << QStringLiteral("custom_options=free") << QStringLiteral("name=value");
    QTest::newRow("tags") << QStringLiteral("tags_tasks=,") << QStringLiteral("commas");
    QTest::newRow("flag") << QStringLiteral("reboot=maybe") << QStringLiteral("true or false");
    QTest::newRow("images") << QStringLiteral("specific_image=all") << QStringLiteral("allowed_images");
    QTest::newRow("CAPE's own") << QStringLiteral("timeout=soon") << QStringLiteral("whole number");
    QTest::newRow("unknown") << QStringLiteral("colour=red") << QStringLiteral("hh_args");
}

// Wrong usage, with the reason; nobody is asked anything.
void SubmitOptionsTest::refusesValues()
{
    QFETCH(QString, pair);
    QFETCH(QString, reason);
    demo::Server server(test::quickServer());
    const Outcome outcome = capewb(words(QStringList{sample()} + params({pair}), {*server.start()}));
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.err.contains(reason), qPrintable(outcome.err));
    QVERIFY(outcome.err.contains(pair.section(u'=', 0, 0)));
    QVERIFY(server.log().isEmpty());
}

void SubmitOptionsTest::refusesInputs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QStringLiteral("empty.exe") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("too large") << QStringLiteral("large.exe") << QByteArray(101, 'M') << QStringLiteral("at most 100");
    QTest::newRow("pcap") << QStringLiteral("a.pcap") << QByteArray("\xd4\xc3\xb2\xa1") << QStringLiteral("recording");
    QTest::newRow("saz") << QStringLiteral("a.saz") << QByteArray("PK") << QStringLiteral("recording");
    QTest::newRow("type") << QStringLiteral("notes.txt") << QByteArray("hello\n") << QStringLiteral("text/plain");
}

// One bad input stops the others before anything is sent.
void SubmitOptionsTest::refusesInputs()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    demo::Server server(test::quickServer());
    const Outcome outcome = capewb(words(
        {sample(), write(name, bytes), QStringLiteral("--upload-limit"), QStringLiteral("100")}, {*server.start()}));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(reason) && outcome.err.contains(name), qPrintable(outcome.err));
    QVERIFY(server.log().isEmpty());
    QCOMPARE(capewb(words({QStringLiteral("no-such-file")}, {server.url()})).exitCode, 1);
}

void SubmitOptionsTest::refusesAMachineThatIsNotThere()
{
    demo::Server server(withMachine(QStringLiteral("win10x64")));
    const Outcome outcome
        = capewb(words(QStringList{sample()} + params({QStringLiteral("specific_machine=win7")}), {*server.start()}));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(QStringLiteral("win10x64")), qPrintable(outcome.err));
    QCOMPARE(uploads(server), 0);
}

void SubmitOptionsTest::warnsOfJunkNames()
{
    demo::Server server(test::quickServer());
    const Outcome outcome = capewb(words({write(QStringLiteral("license.exe"), "MZ license")}, {*server.start()}));
    QVERIFY2(outcome.err.contains(QStringLiteral("junk filter")), qPrintable(outcome.err));
    QCOMPARE(outcome.exitCode, 1); // the demo server's filter is on
}

void SubmitOptionsTest::takesUrls()
{
    demo::Server server(test::quickServer());
    const Outcome outcome = capewb(
        words(QStringList{QStringLiteral("hxxps://example[.]com/a")} + params({QStringLiteral("routing=internet")}),
            {*server.start()}));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    const Fields form = lastForm(server);
    QCOMPARE(form.at(QStringLiteral("url")), QStringLiteral("https://example.com/a"));
    QCOMPARE(form.at(QStringLiteral("route")), QStringLiteral("internet"));
}

void SubmitOptionsTest::asksForHashes()
{
    demo::Server one(test::quickServer());
    demo::Server two(test::quickServer());
    const QList<QUrl> servers{*one.start(), *two.start()};
    QCOMPARE(capewb(words({sample()}, {servers[1]})).exitCode, 0);
    const QByteArray bytes = "MZ sample";
    const QString out = m_folder.filePath(QStringLiteral("out"));
    for (const auto kind : {QCryptographicHash::Md5, QCryptographicHash::Sha1, QCryptographicHash::Sha256}) {
        const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, kind).toHex());
        const Outcome known = capewb(words({hash}, servers));
        QVERIFY2(known.exitCode == 0, qPrintable(known.err));
        QVERIFY(known.out.contains(hash) && known.out.contains(QString::number(servers[1].port())));
    }
    const QString sha256
        = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()).toUpper();
    const Outcome fetched = capewb(words({sha256, QStringLiteral("--wait"), QStringLiteral("--out"), out}, servers));
    QVERIFY2(fetched.exitCode == 0, qPrintable(fetched.err));
    QCOMPARE(QDir(out).entryList(QDir::Files).size(), 1);
    QCOMPARE(one.tasks().tasks().size() + two.tasks().tasks().size(), 1); // nothing was submitted
    const Outcome unknown = capewb(words({QString(64, u'0')}, servers));
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY(unknown.err.contains(QString(64, u'0')));
}

void SubmitOptionsTest::takesAPreset()
{
    demo::Server server(test::quickServer());
    const QUrl url = *server.start();
    const QString preset = write(
        QStringLiteral("preset.json"), "{\"name\": \"tor\", \"parameters\": {\"routing\": \"tor\", \"priority\": 3}}");
    const Outcome outcome = capewb(words(
        QStringList{sample(), QStringLiteral("--preset"), preset} + params({QStringLiteral("priority=2")}), {url}));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(lastForm(server).at(QStringLiteral("route")), QStringLiteral("tor"));
    QCOMPARE(lastForm(server).at(QStringLiteral("priority")), QStringLiteral("2"));
    const QStringList missing{sample(), QStringLiteral("--preset"), QStringLiteral("no such preset")};
    QCOMPARE(capewb(words(missing, {url}), test::demoToken(), m_folder.path()).exitCode, 2);
}

void SubmitOptionsTest::cleansUpAsTheConfigurationSays()
{
    demo::Server server(test::quickServer());
    const QString config = write(QStringLiteral("config.json"),
        "{\"delete_cape_runs\": true, \"connection_attempts\": 2, \"token_key\": \"Token\"}");
    const Outcome outcome
        = capewb(words({sample(), QStringLiteral("--wait"), QStringLiteral("--out"),
                           m_folder.filePath(QStringLiteral("kept")), QStringLiteral("--config"), config},
            {*server.start()}));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(QDir(m_folder.filePath(QStringLiteral("kept"))).entryList(QDir::Files).size(), 1);
    QVERIFY(server.tasks().tasks().isEmpty());
}

// Each file in the folder that CAPE can run; links are not followed, and what is left out is told.
void SubmitOptionsTest::takesFolders()
{
    demo::Server server(test::quickServer());
    const QUrl url = *server.start();
    const QString folder = m_folder.filePath(QStringLiteral("samples"));
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/inner")));
    (void)write(QStringLiteral("samples/a.exe"), "MZ a");
    (void)write(QStringLiteral("samples/inner/b.exe"), "MZ b");
    (void)write(QStringLiteral("samples/notes.txt"), "hello there\n");
    const QString outside = write(QStringLiteral("outside.exe"), "MZ outside");
    QVERIFY(QFile::link(outside, folder + QStringLiteral("/link.exe")));
    const Outcome outcome = capewb(words({folder}, {url}));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(server.tasks().tasks().size(), 2);
    QVERIFY2(outcome.err.contains(QStringLiteral("notes.txt")), qPrintable(outcome.err));
    QVERIFY(outcome.out.contains(QStringLiteral("a.exe")) && outcome.out.contains(QStringLiteral("b.exe")));
    QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("nothing"))));
    QCOMPARE(capewb(words({m_folder.filePath(QStringLiteral("nothing"))}, {url})).exitCode, 1);
}

void SubmitOptionsTest::tellsTasksOfOneNameApart()
{
    demo::Server server(test::quickServer());
    const QUrl url = *server.start();
    QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("other"))));
    const QString first = write(QStringLiteral("same.exe"), "MZ first");
    const QString second = write(QStringLiteral("other/same.exe"), "MZ second");
    Outcome outcome
        = capewb(words(QStringList{sample()} + params({QStringLiteral("monitored_and_unmonitored=1")}), {url}));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains(QStringLiteral("sample.exe (monitor disabled)\t")), qPrintable(outcome.out));
    QVERIFY2(outcome.out.contains(QStringLiteral("sample.exe\t")), qPrintable(outcome.out));
    outcome = capewb(words({first, second}, {url}));
    QVERIFY2(outcome.out.contains(first) && outcome.out.contains(second), qPrintable(outcome.out));
}

void SubmitOptionsTest::sendsNoLoneComma()
{
    demo::Server server(test::quickServer());
    const QUrl url = *server.start();
    QCOMPARE(
        capewb(words(QStringList{sample()} + params({QStringLiteral("force_sleepskip=false")}), {url})).exitCode, 0);
    QVERIFY(!lastForm(server).contains(QStringLiteral("options")));
}

REGISTER_TEST(SubmitOptionsTest)
#include "submitoptionstest.moc"
