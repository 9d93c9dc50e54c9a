// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/archive.h"
#include "demo/rawclient.h"
#include "demo/server.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTimeZone>
#include <QtTest>

using namespace Qt::StringLiterals;
using test::FormPart;
using test::HeaderList;
using test::RawAnswer;

namespace {

constexpr int RecordedExchanges = 129;

const QByteArray FirstProgram = test::fakePe("first");
const QByteArray SecondProgram = test::fakePe("second");
const QByteArray LinuxProgram = test::fakeElf("third");
const QByteArray InnerProgram = test::fakePe("inner");

// Values that depend on the machine, the clock or the sample: only their type is compared.
const QSet<QString>& volatileKeys()
{
    static const QSet<QString> keys{
        u"md5"_s,
        u"crc32"_s,
        u"sha1"_s,
        u"sha256"_s,
        u"sha512"_s,
        u"ssdeep"_s,
        u"file_size"_s,
        u"file_type"_s,
        u"sample_id"_s,
        u"sample"_s,
        u"hostname"_s,
        u"server"_s,
        u"ip"_s,
        u"resultserver_ip"_s,
        u"domains"_s,
        u"dropped_files"_s,
        u"api_calls"_s,
        u"files_written"_s,
        u"url"_s,
        u"signatures_total"_s,
        u"signatures_alert"_s,
        u"guest"_s,
        u"token"_s,
        u"registry_keys_modified"_s,
        u"running_processes"_s,
    };
    return keys;
}

bool isTime(const QString& text)
{
    static const QRegularExpression form(u"\\A\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\z"_s);
    return form.match(text).hasMatch();
}

QString compare(const QJsonValue& expected, const QJsonValue& actual, const QString& path, bool typeOnly);

QString compareObjects(const QJsonObject& expected, const QJsonObject& actual, const QString& path, bool typeOnly)
{
    if (expected.keys() != actual.keys()) {
        return u"%1: keys %2, expected %3"_s.arg(path, actual.keys().join(','_L1), expected.keys().join(','_L1));
    }
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const bool loose = typeOnly || volatileKeys().contains(it.key());
        const QString error = compare(it.value(), actual.value(it.key()), path + '/'_L1 + it.key(), loose);
        if (!error.isEmpty()) {
            return error;
        }
    }
    return {};
}

QString compareArrays(const QJsonArray& expected, const QJsonArray& actual, const QString& path, bool typeOnly)
{
    if (expected.size() != actual.size()) {
        return u"%1: %2 items, expected %3"_s.arg(path).arg(actual.size()).arg(expected.size());
    }
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QString error = compare(expected[i], actual[i], u"%1/%2"_s.arg(path).arg(i), typeOnly);
        if (!error.isEmpty()) {
            return error;
        }
    }
    return {};
}

QString compare(const QJsonValue& expected, const QJsonValue& actual, const QString& path, bool typeOnly)
{
    if (expected.type() != actual.type()) {
        return u"%1: another type"_s.arg(path);
    }
    if (expected.isObject()) {
        return compareObjects(expected.toObject(), actual.toObject(), path, typeOnly);
    }
    if (expected.isArray()) {
        return compareArrays(expected.toArray(), actual.toArray(), path, typeOnly);
    }
    if (typeOnly || expected == actual || (isTime(expected.toString()) && isTime(actual.toString()))) {
        return {};
    }
    return u"%1: %2, expected %3"_s.arg(path, actual.toVariant().toString(), expected.toVariant().toString());
}

QSet<QByteArray> words(const QByteArray& list)
{
    QSet<QByteArray> set;
    const QList<QByteArray> parts = list.split(',');
    for (const QByteArray& word : parts) {
        set.insert(word.trimmed());
    }
    return set;
}

QByteArray headerOf(const QJsonObject& message, const QString& name)
{
    const QJsonArray headers = message[u"headers"].toArray();
    for (const QJsonValue& entry : headers) {
        if (entry[0].toString() == name) {
            return entry[1].toString().toUtf8();
        }
    }
    return {};
}

struct Recorded {
    QString name;
    QJsonObject request;
    QJsonObject response;
};

} // namespace

// Plays the recorded session of a real CAPE server, all 129 exchanges in their order, against the demo server: every
// answer must have the recorded status, headers, keys with their types, and fixed texts. The recording leaves out the
// uploaded bytes, so samples of our own take their place; HTML pages are cut in it, so only their presence counts; what
// is in a report is the story's own business (storytest).
class DemoRecordedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void playsTheRecordedSession();

private:
    static Recorded read(int number);
    RawAnswer play(const Recorded& recorded);
    QByteArray pathOf(const Recorded& recorded) const;
    QList<FormPart> formOf(int number) const;
    void arrange(int number);
    void arrangeTasks(int number);
    static QString difference(int number, const Recorded& recorded, const RawAnswer& answer);
    void change(const std::function<void(demo::ServerOptions&)>& change);

    demo::Server* m_server = nullptr;
    QDateTime m_now{{2026, 11, 24}, {20, 41, 59}, QTimeZone::UTC};
    QByteArray m_archive; // with one program inside
    QByteArray m_largeArchive; // with two files
};

void DemoRecordedTest::playsTheRecordedSession()
{
    demo::ServerOptions options;
    options.clock = [this] { return m_now; };
    options.fullReport = false;
    options.pace.pending = std::chrono::hours(24); // a task starts when this test says so
    options.pace.running = options.pace.completed = std::chrono::minutes(10);
    options.accounts = {
        {u"client"_s, u"throwaway-client"_s, u"aabf62ccc7835d465f98d4ade48e62644dec74bb"_s},
        {u"client"_s, {}, u"L4fazuEjxiKPAYHel5sbS04QPGSQJFFtOPq_MbY7Nzs"_s},
        {u"newcomer"_s, {}, u"930e0ac24f4aecf35f82466d180420f12885fc0a"_s},
        {u"staff"_s, {}, u"5ce53fd21173909db6d9a51a8e4c992bf18705bc"_s, true},
    };
    demo::Server server(options);
    m_server = &server;
    QVERIFY(server.start());
    m_archive = *demo::packZip({{u"inner.exe"_s, InnerProgram}}, m_now);
    m_largeArchive = *demo::packZip({{u"sample.exe"_s, FirstProgram}, {u"sample.js"_s, "1"}}, m_now);
    QStringList differences;
    for (int number = 1; number <= RecordedExchanges; ++number) {
        arrange(number);
        arrangeTasks(number);
        const Recorded recorded = read(number);
        QVERIFY2(!recorded.request.isEmpty(), qPrintable(QString::number(number)));
        const QString error = difference(number, recorded, play(recorded));
        if (!error.isEmpty()) {
            differences.append(u"%1: %2"_s.arg(recorded.name, error));
        }
    }
    m_server = nullptr;
    QVERIFY2(differences.isEmpty(), qPrintable(u'\n' + differences.join(u'\n')));
}

Recorded DemoRecordedTest::read(int number)
{
    const QDir folder(QStringLiteral(CAPEWB_FIXTURES "/cape-api"));
    const QStringList found = folder.entryList({u"%1_*.json"_s.arg(number, 3, 10, '0'_L1)});
    QFile file(folder.filePath(found.value(0)));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject exchange = QJsonDocument::fromJson(file.readAll()).object();
    return {found.first(), exchange[u"request"].toObject(), exchange[u"response"].toObject()};
}

void DemoRecordedTest::change(const std::function<void(demo::ServerOptions&)>& change)
{
    demo::ServerOptions options = m_server->options();
    change(options);
    m_server->setOptions(options);
}

// How the recorded server's settings were changed between the exchanges.
void DemoRecordedTest::arrange(int number)
{
    using demo::Endpoint;
    const bool isThrottled = number >= 104 && number <= 111; // these came within one second
    m_now = m_now.addSecs(isThrottled ? 0 : 1);
    switch (number) {
    case 45:
        return change([](auto& o) { o.lite = false; });
    case 103:
        return change([](auto& o) { o.rate = demo::RateLimit(); });
    case 114:
        return change([](auto& o) {
            o.rate.reset();
            o.disabled = {Endpoint::CuckooStatus, Endpoint::MachinesList, Endpoint::Search, Endpoint::CreateFile,
                Endpoint::View, Endpoint::Status, Endpoint::Report, Endpoint::Delete};
        });
    case 123:
        return change([](auto& o) {
            o.disabled.clear();
            o.uniqueSubmissions = true;
        });
    case 124:
        return change([](auto& o) {
            o.uniqueSubmissions = false;
            o.statusLinks = false;
        });
    case 125:
        return change([](auto& o) { o.disabled = {Endpoint::SearchBySha256}; });
    case 126:
        return change([](auto& o) { o.reportsForUsers = false; });
    case 127:
        return change([](auto& o) {
            o.accounts.clear();
            o.statusLinks = true;
        });
    default:
        return;
    }
}

// What became of the recorded server's tasks between the exchanges.
void DemoRecordedTest::arrangeTasks(int number)
{
    using std::chrono::minutes;
    demo::TaskStore& tasks = m_server->tasks();
    const demo::ServerOptions& options = m_server->options();
    const auto start = [&](int id, int machine) { tasks.startNow(id, options.machines[machine], m_now, options.pace); };
    switch (number) {
    case 19:
        return start(1, 0);
    case 25:
    case 28:
        m_now = m_now.addDuration(minutes(10));
        return;
    case 40:
        tasks.setFailure(2, demo::Failure::Analysis);
        start(2, 0);
        m_now = m_now.addDuration(minutes(11));
        return;
    case 44:
        start(3, 1);
        m_now = m_now.addDuration(minutes(21));
        return;
    case 48:
        tasks.setFailure(6, demo::Failure::NoDirectory);
        return tasks.setState(6, demo::TaskState::Reported);
    default:
        return;
    }
}

QByteArray DemoRecordedTest::pathOf(const Recorded& recorded) const
{
    const auto sha256
        = [](const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); };
    QByteArray path = recorded.request[u"path"].toString().toUtf8();
    path.replace("fd953d8a3d084d36f28e46e8b75169a33db56d16a5de5a647e8f2ec754cc9008", sha256(FirstProgram));
    path.replace("FD953D8A3D084D36F28E46E8B75169A33DB56D16A5DE5A647E8F2EC754CC9008", sha256(FirstProgram).toUpper());
    path.replace("0e5c6acb7398cd6706df6e42996b1646672dde954952a9c9186a9d5e481c2ce5", sha256(m_archive));
    path.replace("a15394b35f9db21ce6e8ebf4fa437c008dedfaa2a2afcfdd45a7c213b1b948bd", sha256(InnerProgram));
    return path;
}

// The forms of the uploads whose bodies the recording leaves out.
QList<FormPart> DemoRecordedTest::formOf(int number) const
{
    const FormPart first{"file", FirstProgram, "rec1.exe"};
    switch (number) {
    case 8:
        return {{"file", SecondProgram, "rec2.exe"}, {"timeout", "60"}, {"options", "procmemdump=1,free=no"},
            {"machine", "win10x64"}, {"tags", "x64,win10"}, {"route", "internet"}, {"enforce_timeout", "1"},
            {"memory", "1"}, {"clock", "01-15-2024 10:20:30"}, {"priority", "2"}, {"package", "exe"},
            {"custom", "mycustom"}, {"platform", "windows"}, {"tags_tasks", "t1,t2"}, {"tlp", "green"}};
    case 9:
        return {{"file", LinuxProgram, "rec3.elf"}};
    case 10:
        return {{"file", m_largeArchive, "two.zip"}, {"package", "zip"}};
    case 11:
        return {{"file", FirstProgram, "пример имён.exe"}};
    case 47:
        return {{"file", test::fakePe("six"), "rec6.exe"}};
    case 54:
        return {{"file", test::fakePe("seven"), "rec7.exe"}};
    case 78:
        return {{"sample", FirstProgram, "rec1.exe"}};
    case 80:
        return {{"file", QByteArray(31'000'000, 'A'), "toolarge.bin"}};
    case 81:
        return {first, {"machine", "nosuch"}};
    case 82:
        return {first, {"machine", "all"}};
    case 83:
        return {first, {"machine", "ub20x64"}};
    case 84:
        return {first, {"tags", "nosuchtag"}};
    case 85:
        return {first, {"tags", "x64,x86"}};
    case 86:
        return {first, {"route", "nosuchroute"}};
    case 87:
        return {first, {"timeout", "abc"}};
    case 88:
        return {first, {"clock", "yesterday"}};
    case 91:
    case 92:
        return {first, {"unique", "1"}};
    case 93:
        return {first, {"file", SecondProgram, "rec2.exe"}};
    case 94:
        return {{"file", m_archive, "archive.zip"}};
    case 99:
        return {first, {"memory", "true"}, {"enforce_timeout", "on"}};
    default:
        return {first};
    }
}

RawAnswer DemoRecordedTest::play(const Recorded& recorded)
{
    HeaderList headers;
    for (const QString& name : {u"Authorization"_s, u"Accept"_s, u"Content-Type"_s, u"Range"_s, u"Accept-Encoding"_s}) {
        if (const QByteArray value = headerOf(recorded.request, name); !value.isEmpty()) {
            headers.emplaceBack(name.toLatin1(), value);
        }
    }
    QByteArray body = recorded.request[u"body"].toString().toUtf8();
    const QByteArray contentType = headerOf(recorded.request, u"Content-Type"_s);
    if (body.isEmpty() && contentType.contains("boundary=")) {
        body = test::multipartBody(contentType.split('=').last(), formOf(recorded.name.first(3).toInt()));
    }
    const QByteArray method = recorded.request[u"method"].toString().toLatin1();
    return test::exchange(quint16(m_server->url().port()), method, pathOf(recorded), headers, body);
}

QString DemoRecordedTest::difference(int number, const Recorded& recorded, const RawAnswer& answer)
{
    const int status = recorded.response[u"status"].toInt();
    if (answer.status != status) {
        return u"status %1, expected %2"_s.arg(answer.status).arg(status);
    }
    for (const char* name : {"Content-Type", "Allow", "Vary", "Retry-After", "WWW-Authenticate", "Location", "Server",
             "Content-Disposition", "X-Cuckoo-Version", "X-Frame-Options", "Cache-Control"}) {
        const QByteArray expected = headerOf(recorded.response, QString::fromLatin1(name));
        if (words(answer.header(name)) != words(expected)) {
            return u"%1: %2, expected %3"_s.arg(
                QLatin1StringView(name), QString::fromUtf8(answer.header(name)), QString::fromUtf8(expected));
        }
    }
    QString expected = recorded.response[u"body"].toString();
    if (answer.header("Content-Type").startsWith("text/html")) {
        return expected.isEmpty() == answer.body.isEmpty() ? QString()
                                                           : u"a body where there should be none, or none"_s;
    }
    if (answer.header("Content-Type") != "application/json" || number == 34) {
        return {};
    }
    expected.replace(u"upload_b9fzhgg9"_s, u"upload_demo"_s); // a folder that the real server names at random
    expected.replace(u"simulated: the analysis failed"_s, u"The analysis hit the critical timeout, terminating."_s);
    return compare(
        QJsonDocument::fromJson(expected.toUtf8()).object(), QJsonDocument::fromJson(answer.body).object(), {}, false);
}

REGISTER_TEST(DemoRecordedTest)
#include "demorecordedtest.moc"
