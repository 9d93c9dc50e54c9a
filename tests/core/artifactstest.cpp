// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "support/zipwriter.h"

#include "core/archive/reportarchive.h"
#include "core/archive/safefilename.h"
#include "core/result/artifacts/artifactswriter.h"
#include "core/result/artifacts/bytesrepr.h"
#include "core/result/artifacts/filenamemap.h"
#include "core/result/resultbuilder.h"
#include "core/sha256.h"
#include "testpaths.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace core;

namespace {

using Entries = QList<std::pair<QString, QByteArray>>;

// A ZIP without a report, converted.
AnalysisResultPtr converted(const QString& path, const Entries& entries, const Thumbnailer& thumbnailer = {})
{
    {
        test::ZipWriter zip(path);
        for (const auto& [name, bytes] : entries) {
            zip.add(name, bytes);
        }
    }
    auto archive = ReportArchive::open(path);
    ConversionOptions options;
    options.taskId = 7;
    return archive ? buildResult(nullptr, *archive, options, thumbnailer).value_or(nullptr) : nullptr;
}

QStringList namesOf(const std::vector<AttachedFile>& files)
{
    QStringList names;
    for (const AttachedFile& file : files) {
        names.append(QString::fromStdString(file.name));
    }
    return names;
}

const QString nameMap = QStringLiteral("files.json");

} // namespace

// What becomes of the files in a report ZIP.
class ArtifactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(QStringLiteral("report.zip")); }

    void saysThatTheReportIsMissing()
    {
        const auto result = converted(m_path, {{nameMap, "{}"}});
        QVERIFY(result);
        QCOMPARE(result->sections.size(), std::size_t(1));
        QCOMPARE(result->sections.front().subsections().front().title(), "The CAPE JSON Report Is Missing!");
        QCOMPARE(result->sections.front().heuristic()->id(), 404);
    }

    void namesFilesAsTheGuestDid()
    {
        const QByteArray map = "{\"path\": \"files/aa\", \"filepath\": \"C:\\\\Users\\\\a\\\\page.pdf\"}\nno JSON\n"
                               "{\"path\": \"files/bb\", \"filepath\": \"C:\\\\b.pdf\"}\n";
        Warnings warnings;
        const FileNameMap names = FileNameMap::read(map, warnings);
        QCOMPARE(names.nameOf(QStringLiteral("files/aa")), "page.pdf");
        QCOMPARE(names.nameOf(QStringLiteral("files/bb")), "files/bb");
        QCOMPARE(warnings.list().size(), 1);
    }

    void sortsDroppedFilesByTheirType()
    {
        const auto result = converted(m_path,
            {{nameMap, {}}, {QStringLiteral("files/1"), "%PDF-1.4\n1 0 obj\n"},
                {QStringLiteral("files/2"), "Words, nothing but words.\n"},
                {QStringLiteral("files/3"), QByteArray::fromHex("0199f1c0d2008e8f")},
                {QStringLiteral("files/4"), "%PDF-1.4\n1 0 obj\n"}, {QStringLiteral("files/5"), {}}});
        QVERIFY(result);
        QCOMPARE(namesOf(result->extracted), QStringList{QStringLiteral("7_files/1")});
        QVERIFY(namesOf(result->supplementary).contains(QStringLiteral("7_files/2")));
        QVERIFY(!namesOf(result->supplementary).contains(QStringLiteral("7_files/3")));
    }

    void attachesFromTheFirstDumpOnAsMemory()
    {
        const auto result = converted(m_path,
            {{nameMap, "{}"}, {QStringLiteral("dump.pcap"), "p"}, {QStringLiteral("CAPE/1"), "MZ"},
                {QStringLiteral("ETW/etw_dns.json"), "{}\n"}});
        QVERIFY(result);
        QCOMPARE(result->extracted.size(), std::size_t(3));
        QCOMPARE(result->extracted[0].relation, ParentRelation::Dynamic);
        QCOMPARE(result->extracted[1].relation, ParentRelation::Memdump);
        QCOMPARE(result->extracted[2].relation, ParentRelation::Memdump);
    }

    void takesNothingWithoutTheNameMap()
    {
        const auto result = converted(m_path, {{QStringLiteral("dump.pcap"), "p"}});
        QVERIFY(result);
        QVERIFY(result->extracted.empty());
        QVERIFY(!result->warnings.filter(QStringLiteral("files.json")).isEmpty());
    }

    // Large files stay in their ZIP: nothing of an analysis is unpacked onto the disk.
    void unpacksNothingOntoTheDisk()
    {
        const QTemporaryDir temporary;
        const QByteArray before = qgetenv("TMPDIR");
        const QByteArray large(3 << 20, 'x');
        const QByteArray log(2 << 20, 'e');
        const QString inner = m_folder.filePath(QStringLiteral("inner.zip"));
        {
            test::ZipWriter logs(inner);
            logs.add(QStringLiteral("Security.evtx"), log);
        }
        QFile innerZip(inner);
        QVERIFY(innerZip.open(QIODevice::ReadOnly));
        qputenv("TMPDIR", QFile::encodeName(temporary.path()));
        const auto result = converted(m_path,
            {{nameMap, "{}"}, {QStringLiteral("CAPE/1"), large},
                {QStringLiteral("evtx/evtx.zip"), innerZip.readAll()}});
        qputenv("TMPDIR", before.isEmpty() ? QByteArray("/tmp") : before);
        QVERIFY(result);
        QVERIFY(QDir(temporary.path()).isEmpty());
        QCOMPARE(result->extracted.size(), std::size_t(2));
        for (const auto& [place, bytes] : {std::pair(0U, log), {1U, large}}) {
            const AttachedFile& file = result->extracted[place];
            QVERIFY(std::holds_alternative<ZipEntry>(file.content));
            const auto content = openContent(file.content);
            QVERIFY(content);
            QCOMPARE((*content)->readAll(), bytes);
            QCOMPARE(file.sha256, Sha256::hexOf(bytes));
        }
        QVERIFY(writeArtifacts(m_folder.filePath(QStringLiteral("written")), *result));
    }

    // What cannot be read any more, or lies behind a link, is the error; the others are written.
    void whatCannotBeWrittenKeepsNoneBack()
    {
        AnalysisResult result;
        const auto add = [&result](const char* name, const FileContent& content, const std::string& sha256 = {}) {
            AttachedFile& file = result.extracted.emplace_back();
            file.name = name;
            file.sha256 = sha256;
            file.content = content;
        };
        add("gone", QStringLiteral("/nonexistent"));
        add("changed", QByteArray("after"), Sha256::hexOf("before"));
        add("linked", QByteArray("bytes"));
        add("good", QByteArray("good"), Sha256::hexOf("good"));
        const QString out = m_folder.filePath(QStringLiteral("partly"));
        QVERIFY(QDir().mkpath(out));
        QVERIFY(QFile::link(m_folder.filePath(QStringLiteral("elsewhere")), out + QStringLiteral("/linked")));
        const auto done = writeArtifacts(out, result);
        QVERIFY(!done);
        QVERIFY2(done.error().message.contains(QStringLiteral("gone")), qPrintable(done.error().message));
        QCOMPARE(QDir(out).entryList(QDir::Files | QDir::NoSymLinks), QStringList{QStringLiteral("good")});
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("elsewhere"))));
    }

    void showsEachPictureOnce()
    {
        const QByteArray png = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9Q"
                                                      "DwADhgGAWjR9awAAAABJRU5ErkJggg==");
        const Entries entries{{nameMap, "{}"}, {QStringLiteral("shots/0001.png"), png},
            {QStringLiteral("shots/0002.png"), png}, {QStringLiteral("shots/0003.png"), png.first(30)},
            {QStringLiteral("shots/0004_small.png"), png + "more"}};
        const auto result = converted(m_path, entries, [](const QByteArray&) { return QByteArray("small"); });
        QVERIFY(result);
        const Section& shots = result->sections.front().subsections().back();
        QCOMPARE(shots.title(), "Screenshots taken during Task 7");
        QCOMPARE(shots.rows().front()[1].size(), std::size_t(1));
        QCOMPARE(std::get<QByteArray>(result->supplementary[1].content), QByteArray("small"));
    }

    void bearsEventLogsThatAreNoZip()
    {
        const auto result = converted(
            m_path, {{nameMap, "{}"}, {QStringLiteral("evtx/evtx.zip"), "no ZIP"}, {QStringLiteral("sum.pcap"), "p"}});
        QVERIFY(result);
        QCOMPARE(namesOf(result->extracted), QStringList{QStringLiteral("7_sum.pcap")});
        QVERIFY(!result->warnings.filter(QStringLiteral("evtx/evtx.zip")).isEmpty());
    }

    void writesBytesAsPython()
    {
        const std::string doubleQuoted = "b\"a'\\\\\\n\\x01\"";
        const std::string singleQuoted = "b'\\'\"\\xff'";
        QCOMPARE(bytesRepr("a'\\\n\x01"), doubleQuoted);
        QCOMPARE(bytesRepr("'\"\xff"), singleQuoted);
    }

    void makesNamesSafe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char* name, const char* safe) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(safe);
        };
        row("7_CAPE/dump.exe", "7_CAPE_dump.exe");
        row("../../etc/passwd", "_.._.._etc_passwd");
        row("..\\x", "_.._x");
        row("C:x", "C_x");
        row("con.txt", "_con.txt");
        row("trailing. ", "trailing");
        row("..", "_");
        row("a\nb", "a_b");
    }

    void makesNamesSafe()
    {
        QFETCH(QString, name);
        QFETCH(QString, safe);
        QCOMPARE(safeFileName(name), safe);
    }

    void givesEachNameOnce()
    {
        SafeFileNames names;
        QCOMPARE(names.take(QStringLiteral("a/b")), QStringLiteral("a_b"));
        QCOMPARE(names.take(QStringLiteral("A_b")), QStringLiteral("2_A_b"));
        QVERIFY(names.take(QString(500, u'x')).size() <= 200);
    }

    // Hostile names, through the program: nothing outside the folder, nothing overwritten, no one else may read it.
    void writesArtifactsIntoTheirFolder()
    {
        const QByteArray map = "{\"path\": \"CAPE/1\", \"filepath\": \"../../x.exe\"}\n"
                               "{\"path\": \"CAPE/2\", \"filepath\": \"../../X.exe\"}\n";
        QVERIFY(
            converted(m_path, {{nameMap, map}, {QStringLiteral("CAPE/1"), "MZ1"}, {QStringLiteral("CAPE/2"), "MZ2"}}));
        const QString out = m_folder.filePath(QStringLiteral("deep/out"));
        const int code = QProcess::execute(
            QStringLiteral(CAPEWB_PROGRAM), {QStringLiteral("convert"), m_path, QStringLiteral("--artifacts"), out});
        QCOMPARE(code, 0);
        QSet<QByteArray> contents;
        for (const QFileInfo& file : QDir(out).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile opened(file.filePath());
            QVERIFY(opened.open(QIODevice::ReadOnly));
            contents.insert(opened.readAll());
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
        QVERIFY(contents.contains("MZ1") && contents.contains("MZ2"));
        QCOMPARE(QDir(m_folder.filePath(QStringLiteral("deep"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
            QStringList{QStringLiteral("out")});
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

REGISTER_TEST(ArtifactsTest)
#include "artifactstest.moc"
