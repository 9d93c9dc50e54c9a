// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/input.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;
using submission::Input;

class InputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsUrlsAndHashes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind"); // -1: none
        QTest::addColumn<QString>("read");
        const QString sha256(64, u'A');
        QTest::newRow("url") << QStringLiteral("https://example.com/a?b=c") << int(Input::Kind::Url)
                             << QStringLiteral("https://example.com/a?b=c");
        QTest::newRow("defanged") << QStringLiteral("hxxps[:]//example[.]com/a.b") << int(Input::Kind::Url)
                                  << QStringLiteral("https://example.com/a.b");
        QTest::newRow("md5") << QString(32, u'a') << int(Input::Kind::Hash) << QString(32, u'a');
        QTest::newRow("sha1") << QString(40, u'0') << int(Input::Kind::Hash) << QString(40, u'0');
        QTest::newRow("sha256 in capitals") << sha256 << int(Input::Kind::Hash) << sha256.toLower();
        QTest::newRow("too short") << QString(31, u'a') << -1 << QString();
        QTest::newRow("no hex") << QString(32, u'g') << -1 << QString();
        QTest::newRow("script") << QStringLiteral("javascript://example.com/") << -1 << QString();
        QTest::newRow("no host") << QStringLiteral("http:///a") << -1 << QString();
        QTest::newRow("missing file") << QStringLiteral("no-such-file.exe") << -1 << QString();
    }

    void tellsUrlsAndHashes()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QString, read);
        const auto input = submission::readInput(text);
        QCOMPARE(input ? int(input->kind) : -1, kind);
        if (input) {
            QCOMPARE(input->text, read);
        } else {
            QVERIFY(input.error().message.contains(text));
        }
    }

    // What is nearly a URL is not sent as something else: it says what is amiss.
    void saysWhatAUrlLacks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("advice");
        const QString scheme = QStringLiteral("with its scheme: http://");
        QTest::newRow("host") << QStringLiteral("www.example.com") << scheme + QStringLiteral("www.example.com");
        QTest::newRow("path") << QStringLiteral("example.com/a?b=c#d") << scheme;
        QTest::newRow("port") << QStringLiteral("192.0.2.1:8080/a") << scheme;
        QTest::newRow("defanged") << QStringLiteral("example[.]com/a") << scheme;
        QTest::newRow("blank") << QStringLiteral("http://example.com/a b") << QStringLiteral("%20");
        QTest::newRow("line break") << QStringLiteral("http://example.com/a\nhttp://b.example.com")
                                    << QStringLiteral("%20");
        QTest::newRow("file") << QStringLiteral("folder/none.exe") << QStringLiteral("neither a URL");
        QTest::newRow("hidden file") << QStringLiteral("./none.com") << QStringLiteral("neither a URL");
    }

    void saysWhatAUrlLacks()
    {
        QFETCH(QString, text);
        QFETCH(QString, advice);
        const auto input = submission::readInput(text);
        QVERIFY(!input);
        QVERIFY2(input.error().message.contains(advice), qPrintable(input.error().message));
        QCOMPARE(
            int(submission::readInput(QStringLiteral("  http://example.com/a%20b "))->kind), int(Input::Kind::Url));
    }

    // A file whose name looks like a hash is a file.
    void aFileComesFirst()
    {
        const QString path = write(QString(32, u'a'), "MZ");
        QCOMPARE(int(submission::readInput(path)->kind), int(Input::Kind::File));
    }

    void factsOfAUrl()
    {
        const auto facts = submission::urlFacts(QStringLiteral("https://example.com/"));
        QCOMPARE(facts.type, std::string("uri/https"));
        QCOMPARE(facts.name, std::string("https://example.com/"));
    }

    void readsASample()
    {
        const QByteArray bytes = "%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n";
        const auto sample = submission::readSample(write(QStringLiteral("a.pdf"), bytes), 1000);
        QVERIFY2(sample, sample ? "" : qPrintable(sample.error().message));
        QCOMPARE(sample->size, bytes.size());
        QCOMPARE(
            sample->sha256, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
        QCOMPARE(sample->facts.type, std::string("document/pdf"));
        QCOMPARE(sample->facts.name, std::string("a.pdf"));
    }

    void refusesBeforeTheUpload_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray pcap = QByteArray::fromHex("d4c3b2a1020004000000000000000000ffff000001000000");
        QTest::newRow("empty") << QStringLiteral("a.exe") << QByteArray() << ErrorCode::BadInput;
        QTest::newRow("over the limit") << QStringLiteral("a.exe") << QByteArray(1001, 'x') << ErrorCode::TooLarge;
        QTest::newRow("pcap") << QStringLiteral("a.pcap") << pcap << ErrorCode::Unsupported;
        QTest::newRow("pcap under another name") << QStringLiteral("a.bin") << pcap << ErrorCode::Unsupported;
        QTest::newRow("saz") << QStringLiteral("a.SAZ") << QByteArray("PK\3\4") << ErrorCode::Unsupported;
        QTest::newRow("gzip") << QStringLiteral("a.tar.gz")
                              << QByteArray::fromHex("1f8b0800000000000003030000000000000000000000")
                              << ErrorCode::Unsupported;
        QTest::newRow("plain text") << QStringLiteral("notes.txt") << QByteArray("hello there\n")
                                    << ErrorCode::Unsupported;
    }

    void refusesBeforeTheUpload()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const auto sample = submission::readSample(write(name, bytes), 1000);
        QVERIFY(!sample);
        QTEST(sample.error().code, "code");
        QVERIFY(sample.error().message.contains(name));
    }

    // An archive that CAPE does not take: what to do instead.
    void saysWhatToDoWithAnArchive()
    {
        const QByteArray gzip = QByteArray::fromHex("1f8b0800000000000003030000000000000000000000");
        const auto sample = submission::readSample(write(QStringLiteral("b.tar.gz"), gzip), 1000);
        QVERIFY(!sample);
        QVERIFY2(sample.error().message.contains(QStringLiteral("Unpack it")), qPrintable(sample.error().message));
    }

    void refusesFolders()
    {
        QCOMPARE(submission::readSample(m_folder.path(), 1000).error().code, ErrorCode::BadInput);
        QCOMPARE(
            submission::readSample(m_folder.filePath(QStringLiteral("none")), 1000).error().code, ErrorCode::BadInput);
    }

    void knowsTheJunkFilter()
    {
        QCOMPARE(submission::junkWord(QStringLiteral("a.TXT")), QStringLiteral(".txt"));
        QCOMPARE(submission::junkWord(QStringLiteral("My-License.exe")), QStringLiteral("license"));
        QCOMPARE(submission::junkWord(QStringLiteral("setup.exe")), QString());
    }

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("cannot write");
        }
        file.write(bytes);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

REGISTER_TEST(InputTest)
#include "inputtest.moc"
