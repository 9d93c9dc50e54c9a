// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/story.h"
#include "demo/exchange.h"
#include "demo/rawclient.h"
#include "demo/reportsource.h"
#include "support/testregistry.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTimeZone>
#include <QtEndian>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

demo::Task taskFor(const QByteArray& bytes, const QString& name)
{
    demo::Task task;
    task.id = 3;
    task.target = name;
    task.sample = demo::describe(bytes);
    task.package = demo::packageOf(name, task.sample->type);
    task.platform = u"windows"_s;
    task.machine = demo::defaultMachines().first();
    task.added = QDateTime({2026, 3, 2}, {9, 0}, QTimeZone::UTC);
    task.started = task.added.addSecs(2);
    task.finished = task.started.addSecs(200);
    return task;
}

demo::Task documentTask()
{
    return taskFor("{\\rtf1 a document}", u"advice.doc"_s);
}

QJsonObject reportOf(const demo::Task& task)
{
    return QJsonDocument::fromJson(demo::compactJson(demo::story::tell(task).report)).object();
}

// Told once: most tests look at the same story.
const demo::story::Story& documentStory()
{
    static const demo::story::Story story = demo::story::tell(documentTask());
    return story;
}

const QJsonObject& documentReport()
{
    static const QJsonObject report = QJsonDocument::fromJson(demo::compactJson(documentStory().report)).object();
    return report;
}

QByteArray fileOf(const demo::story::Story& story, const QString& path)
{
    const auto found = std::ranges::find(story.files, path, &demo::ArchiveEntry::path);
    return found == story.files.end() ? QByteArray() : found->bytes;
}

// A packet of a capture, as far as this test looks at it.
struct Packet {
    qint64 offset;
    int protocol;
    QString source, target;
    int sourcePort, targetPort;
    bool isValid;
};

quint32 sumOf(QByteArrayView bytes)
{
    quint32 sum = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        sum += quint32(quint8(bytes[i])) << (i % 2 == 0 ? 8 : 0);
    }
    return sum;
}

bool sumsToOnes(quint32 sum)
{
    while (sum >> 16) {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    return sum == 0xffff;
}

QList<Packet> readCapture(const QByteArray& pcap)
{
    QList<Packet> packets;
    qsizetype at = 24;
    while (at + 16 <= pcap.size()) {
        const auto size = qsizetype(qFromLittleEndian<quint32>(pcap.constData() + at + 8));
        const QByteArrayView frame = QByteArrayView(pcap).sliced(at + 16, size);
        const QByteArrayView ip = frame.sliced(14, 20);
        const QByteArrayView segment = frame.sliced(34);
        const auto address
            = [&](qsizetype i) { return QHostAddress(qFromBigEndian<quint32>(ip.data() + i)).toString(); };
        const quint32 pseudo = sumOf(ip.sliced(12)) + quint8(ip[9]) + quint32(segment.size());
        const bool isValid = sumsToOnes(sumOf(ip)) && sumsToOnes(pseudo + sumOf(segment))
            && qFromBigEndian<quint16>(ip.data() + 2) == size - 14;
        packets.append({at, quint8(ip[9]), address(12), address(16), qFromBigEndian<quint16>(segment.data()),
            qFromBigEndian<quint16>(segment.data() + 2), isValid});
        at += 16 + size;
    }
    return at == pcap.size() ? packets : QList<Packet>();
}

void collectStrings(const QJsonValue& value, QStringList& strings)
{
    if (value.isString()) {
        strings.append(value.toString());
    }
    for (const QJsonValue& item : value.toArray()) {
        collectStrings(item, strings);
    }
    const QJsonObject object = value.toObject();
    for (const QJsonValue& member : object) {
        collectStrings(member, strings);
    }
}

} // namespace

class StoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isToldTheSameEachTime();
    void isAboutTheSubmittedSample();
    void programOpensItself();
    void hasWhatTheDemoPromises();
    void callsAreNumberedByTime();
    void marksPointAtCalls();
    void processesFormTheTree();
    void captureIsValidAndMatchesTheFlows();
    void indexListsTheFiles();
    void screenshotsArePictures();
    void namesNobodyReal();
    void countsAreWhatTasksViewShows();
};

void StoryTest::isToldTheSameEachTime()
{
    const demo::ReportSource source;
    QCOMPARE(*source.zip(documentTask(), true, {}), *source.zip(documentTask(), true, {}));
}

void StoryTest::isAboutTheSubmittedSample()
{
    const demo::Task task = documentTask();
    const QJsonObject& report = documentReport();
    const QJsonObject file = report[u"target"][u"file"].toObject();
    QCOMPARE(file[u"sha256"].toString(), task.sample->sha256);
    QCOMPARE(file[u"name"].toString(), u"advice.doc"_s);
    QCOMPARE(file[u"size"].toInt(), 18);
    QVERIFY(report[u"behavior"][u"processtree"][0][u"environ"][u"CommandLine"].toString().contains(u"advice.doc"_s));
    QCOMPARE(report[u"info"][u"id"].toInt(), 3);
    QCOMPARE(report[u"info"][u"machine"][u"name"].toString(), u"win10x64"_s);
}

void StoryTest::programOpensItself()
{
    const QJsonObject report = reportOf(taskFor(test::fakePe("a"), u"setup.exe"_s));
    QCOMPARE(report[u"behavior"][u"processtree"][0][u"name"].toString(), u"setup.exe"_s);
    QCOMPARE(report[u"signatures"].toArray().size(), 20);
}

void StoryTest::hasWhatTheDemoPromises()
{
    const demo::story::Story story = documentStory();
    const QJsonObject report = documentReport();
    QCOMPARE(report[u"signatures"].toArray().size(), 20);
    QCOMPARE(report[u"behavior"][u"processes"].toArray().size(), 12);
    qsizetype calls = 0;
    const QJsonArray processes = report[u"behavior"][u"processes"].toArray();
    for (const QJsonValue& process : processes) {
        calls += process[u"calls"].toArray().size();
    }
    QCOMPARE(calls, 5000);
    QVERIFY(report[u"network"][u"dns"].toArray().size() >= 4);
    QVERIFY(!report[u"network"][u"http_ex"].toArray().isEmpty());
    QVERIFY(!report[u"network"][u"https_ex"].toArray().isEmpty());
    QVERIFY(!report[u"CAPE"][u"configs"].toArray().isEmpty());
    QVERIFY(!report[u"CAPE"][u"payloads"].toArray().isEmpty());
    QVERIFY(!report[u"dropped"].toArray().isEmpty());
    QVERIFY(!fileOf(story, u"shots/0005.jpg"_s).isEmpty());
}

void StoryTest::callsAreNumberedByTime()
{
    const QJsonArray processes = documentReport()[u"behavior"][u"processes"].toArray();
    for (const QJsonValue& process : processes) {
        QString last = process[u"first_seen"].toString();
        const QJsonArray calls = process[u"calls"].toArray();
        for (qsizetype i = 0; i < calls.size(); ++i) {
            QCOMPARE(calls[i][u"id"].toInt(), int(i));
            const QString time = calls[i][u"timestamp"].toString();
            QVERIFY2(last <= time, qPrintable(process[u"process_name"].toString() + u' ' + last + u' ' + time));
            last = time;
        }
    }
}

void StoryTest::marksPointAtCalls()
{
    const QJsonObject report = documentReport();
    QHash<int, int> calls;
    const QJsonArray processes = report[u"behavior"][u"processes"].toArray();
    for (const QJsonValue& process : processes) {
        calls.insert(process[u"process_id"].toInt(), int(process[u"calls"].toArray().size()));
    }
    int marks = 0;
    const QJsonArray signatures = report[u"signatures"].toArray();
    for (const QJsonValue& signature : signatures) {
        const QJsonArray data = signature[u"data"].toArray();
        QVERIFY(!data.isEmpty());
        for (const QJsonValue& mark : data) {
            if (mark[u"type"].toString() != "call"_L1) {
                continue;
            }
            ++marks;
            const int id = mark[u"cid"].toInt(-1);
            QVERIFY2(id >= 0 && id < calls.value(mark[u"pid"].toInt()), qPrintable(signature[u"name"].toString()));
        }
    }
    QVERIFY(marks >= 15);
}

void StoryTest::processesFormTheTree()
{
    const QJsonObject behaviour = documentReport()[u"behavior"].toObject();
    QSet<int> inTree;
    const std::function<void(const QJsonArray&)> walk = [&](const QJsonArray& nodes) {
        for (const QJsonValue& node : nodes) {
            inTree.insert(node[u"pid"].toInt());
            walk(node[u"children"].toArray());
        }
    };
    walk(behaviour[u"processtree"].toArray());
    QSet<int> recorded;
    const QJsonArray processes = behaviour[u"processes"].toArray();
    for (const QJsonValue& process : processes) {
        recorded.insert(process[u"process_id"].toInt());
    }
    QCOMPARE(inTree, recorded);
}

void StoryTest::captureIsValidAndMatchesTheFlows()
{
    const QByteArray pcap = fileOf(documentStory(), u"dump.pcap"_s);
    const QJsonObject network = documentReport()[u"network"].toObject();
    const QByteArray sha256 = QCryptographicHash::hash(pcap, QCryptographicHash::Sha256).toHex();
    QCOMPARE(network[u"pcap_sha256"].toString(), QString::fromLatin1(sha256));
    QCOMPARE(qFromLittleEndian<quint32>(pcap.constData()), 0xa1b2c3d4U);
    const QList<Packet> packets = readCapture(pcap);
    QVERIFY(packets.size() > 60);
    QSet<QString> conversations;
    for (const Packet& packet : packets) {
        QVERIFY2(packet.isValid, qPrintable(QString::number(packet.offset)));
        conversations.insert(
            u"%1 %2 %3 %4"_s.arg(packet.offset).arg(packet.source, packet.target).arg(packet.targetPort));
    }
    for (const QString& kind : {u"tcp"_s, u"udp"_s}) {
        const QJsonArray flows = network[kind].toArray();
        for (const QJsonValue& flow : flows) {
            QVERIFY(conversations.contains(u"%1 %2 %3 %4"_s.arg(flow[u"offset"].toInt())
                    .arg(flow[u"src"].toString(), flow[u"dst"].toString())
                    .arg(flow[u"dport"].toInt())));
        }
    }
    QVERIFY(pcap.contains("Host: cdn.example.net"));
    QVERIFY(pcap.contains("gate.example.org")); // the name in the TLS hello
}

void StoryTest::indexListsTheFiles()
{
    const demo::story::Story story = documentStory();
    const QList<QByteArray> lines = fileOf(story, u"files.json"_s).trimmed().split('\n');
    QVERIFY(lines.size() >= 8);
    for (const QByteArray& line : lines) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        QCOMPARE(
            entry.keys(), (QStringList{u"category"_s, u"filepath"_s, u"metadata"_s, u"path"_s, u"pids"_s, u"ppids"_s}));
        const QString path = entry[u"path"].toString();
        const QByteArray sha256 = QCryptographicHash::hash(fileOf(story, path), QCryptographicHash::Sha256).toHex();
        QCOMPARE(path.section('/'_L1, 1), QString::fromLatin1(sha256));
    }
}

void StoryTest::screenshotsArePictures()
{
    const demo::story::Story story = documentStory();
    QSet<QByteArray> different;
    for (int i = 1; i <= 5; ++i) {
        const QByteArray shot = fileOf(story, u"shots/000%1.jpg"_s.arg(i));
        QVERIFY(shot.startsWith("\xff\xd8\xff") && shot.endsWith("\xff\xd9"));
        different.insert(shot);
    }
    QCOMPARE(different.size(), 5);
}

void StoryTest::namesNobodyReal()
{
    QStringList strings;
    collectStrings(documentReport(), strings);
    static const QRegularExpression address(u"(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\d.])"_s);
    static const QRegularExpression url(u"https?://([^/\\s'\"]+)"_s);
    const QList<std::pair<QHostAddress, int>> reserved{QHostAddress::parseSubnet(u"192.0.2.0/24"_s),
        QHostAddress::parseSubnet(u"198.51.100.0/24"_s), QHostAddress::parseSubnet(u"203.0.113.0/24"_s)};
    int addresses = 0;
    for (const QString& text : std::as_const(strings)) {
        for (const auto& match : address.globalMatch(text)) {
            const QHostAddress found(match.captured(1));
            ++addresses;
            QVERIFY2(std::ranges::any_of(reserved, [&](const auto& net) { return found.isInSubnet(net); }),
                qPrintable(text));
        }
        for (const auto& match : url.globalMatch(text)) {
            const QString host = match.captured(1).section(':'_L1, 0, 0);
            QVERIFY2(host.endsWith(".example.net"_L1) || host.endsWith(".example.org"_L1), qPrintable(text));
        }
    }
    QVERIFY(addresses > 10);
}

void StoryTest::countsAreWhatTasksViewShows()
{
    const demo::ReportCounts counts = demo::ReportSource().counts(documentTask(), {});
    QCOMPARE(counts.processes, 12);
    QCOMPARE(counts.apiCalls, 5000);
    QCOMPARE(counts.signatures, 20);
    QVERIFY(counts.alerts > 0 && counts.droppedFiles > 0 && counts.domains > 0 && counts.registryKeys > 0);
}

REGISTER_TEST(StoryTest)
#include "storytest.moc"
