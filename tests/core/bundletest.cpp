// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/cart.h"
#include "core/bundle/bundlewriter.h"
#include "core/bundle/tagcheck.h"
#include "core/json/reader.h"
#include "support/testregistry.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <archive.h>
#include <archive_entry.h>

#include <map>
#include <set>

using namespace core;

namespace {

const std::string sampleHash(64, 'a');

// A result with a SANDBOX body, a tag that an import refuses, and an extracted file.
AnalysisResult smallResult()
{
    AnalysisResult result;
    result.sample = {"a.exe", sampleHash, {}, {}, 5, "executable/windows/pe64"};
    Section top("Top");
    Section network("Network");
    network.addLine("saw example.com");
    network.addTag("network.dynamic.domain", "example.com");
    network.addTag("network.dynamic.domain", "localhost");
    top.addSubsection(std::move(network));
    Section sandbox("Processes", BodyFormat::Sandbox);
    const json::Object process{{"image", "a.exe"}, {"pid", 2}, {"ppid", 1}, {"command_line", "a.exe"}};
    const json::Object child{{"image", "b.exe"}, {"pid", 3}, {"ppid", 2}, {"command_line", "b.exe"}};
    sandbox.setBody(json::Object{{"processes", json::Array{process, child}}, {"network_connections", json::Array()},
        {"signatures", json::Array()}});
    sandbox.setHeuristic(3).addSignature("office_child", 10);
    top.addSubsection(std::move(sandbox));
    result.sections.push_back(std::move(top));
    AttachedFile file;
    file.name = "dropped.txt";
    file.description = "dropped";
    file.content = QByteArray("some text\n");
    result.extracted.push_back(std::move(file));
    return result;
}

// The members of a bundle by name.
std::map<std::string, std::string> members(const QString& path)
{
    QFile bundle(path);
    QBuffer plain;
    if (!bundle.open(QIODevice::ReadOnly) || !plain.open(QIODevice::WriteOnly)
        || !cart::unpack(bundle, plain, 1 << 24)) {
        return {};
    }
    archive* reader = archive_read_new();
    archive_read_support_filter_gzip(reader);
    archive_read_support_format_tar(reader);
    std::map<std::string, std::string> found;
    if (archive_read_open_memory(reader, plain.data().constData(), std::size_t(plain.data().size())) == ARCHIVE_OK) {
        archive_entry* entry = nullptr;
        while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
            std::string bytes(std::size_t(archive_entry_size(entry)), '\0');
            archive_read_data(reader, bytes.data(), bytes.size());
            found[archive_entry_pathname(entry)] = std::move(bytes);
        }
    }
    archive_read_free(reader);
    return found;
}

} // namespace

class BundleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatAnImportAsksFor()
    {
        const auto document = written(bundle::Options());
        QVERIFY(document.isObject());
        const json::Value& submission = document["submission"];
        QCOMPARE(submission["state"].toString(), std::string("completed"));
        QVERIFY(!submission["params"]["description"].toString().empty());
        const std::string key(submission["results"][0].toString());
        QVERIFY(key.starts_with(sampleHash + ".CAPE.v"));
        const json::Value& result = document["results"]["results"][key];
        QVERIFY(result.isObject());
        QVERIFY(document["files"]["infos"].find(sampleHash));
        QVERIFY(document["errors"]["errors"].isObject());
        std::int64_t depth = -1;
        std::int64_t score = 0;
        for (const json::Value& section : result["result"]["sections"].toArray()) {
            QVERIFY(section["depth"].toInteger() <= depth + 1);
            depth = section["depth"].toInteger();
            score += section["heuristic"]["score"].toInteger();
            QVERIFY(section["body"].isNull() || !section["body"].toString().empty());
        }
        QCOMPARE(result["result"]["score"].toInteger(), score);
        const json::Value& file = result["response"]["extracted"][0];
        QCOMPARE(m_members.at(std::string(file["sha256"].toString())), std::string("some text\n"));
        QCOMPARE(document["files"]["infos"][file["sha256"].toString()]["type"].toString(), std::string("text/plain"));
    }

    // A file that is no longer what the result says of it (cut short, replaced) ends the bundle before it is begun.
    void aFileThatHasChangedIsNotPacked()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("b"));
        AnalysisResult result = smallResult();
        result.extracted.front().sha256 = std::string(64, '0');
        const auto done = bundle::write(result, bundle::Options(), path);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::CannotRead);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void isForTheUserAloneAndNoLinkIsFollowed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("b"));
        QVERIFY(bundle::write(smallResult(), bundle::Options(), path));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QString link = folder.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("elsewhere")), link));
        QVERIFY(!bundle::write(smallResult(), bundle::Options(), link));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("elsewhere"))));
    }

    void refusedTagsAreListedAndStayReadable()
    {
        const auto document = written(bundle::Options());
        QCOMPARE(m_leftOut.size(), std::size_t(1));
        QVERIFY(m_leftOut.front().what.contains(QLatin1String("localhost")));
        const std::string text = json::dump(document["results"]);
        QVERIFY(text.contains("Values that Assemblyline does not take as tags"));
        const std::string key(document["submission"]["results"][0].toString());
        for (const json::Value& section : document["results"]["results"][key]["result"]["sections"].toArray()) {
            QVERIFY(!json::dump(section["tags"]).contains("localhost"));
        }
        QVERIFY(text.contains("localhost"));
    }

    void everySidIsAFreshOne()
    {
        std::set<std::string> sids;
        for (int i = 0; i < 5; ++i) {
            sids.emplace(written(bundle::Options())["submission"]["sid"].toString());
        }
        QCOMPARE(sids.size(), std::size_t(5));
    }

    void beforeTheSandboxBodyThereIsAProcessTree()
    {
        bundle::Options options;
        options.target = bundle::Target::BeforeSandboxBody;
        const std::string text = json::dump(written(options)["results"]);
        QVERIFY(!text.contains("\"SANDBOX\""));
        QVERIFY(text.contains("\"PROCESS_TREE\""));
        QVERIFY(text.contains("b.exe"));
    }

    void saysWhatTheOptionsSay()
    {
        bundle::Options options;
        options.classification = "TLP:AMBER";
        options.submitter = "analyst";
        options.description = "for the case";
        const auto document = written(options);
        const json::Value& submission = document["submission"];
        QCOMPARE(submission["classification"].toString(), std::string("TLP:AMBER"));
        QCOMPARE(submission["params"]["submitter"].toString(), std::string("analyst"));
        QCOMPARE(submission["params"]["description"].toString(), std::string("for the case"));
        QVERIFY(!m_members.contains(sampleHash)); // its bytes go along only when asked for
    }

    void theSampleGoesAlongWhenItIsTheReportsOwn()
    {
        const QByteArray bytes("MZ and so on");
        bundle::Options options;
        options.openSample = [bytes]() -> Result<std::unique_ptr<QIODevice>> {
            auto device = std::make_unique<QBuffer>();
            device->setData(bytes);
            device->open(QIODevice::ReadOnly);
            return device;
        };
        const QString path = m_folder.filePath(QStringLiteral("s.al_bundle"));
        QCOMPARE(bundle::write(smallResult(), options, path).error().code, ErrorCode::BadInput); // another file
        AnalysisResult result = smallResult();
        result.sample.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
        QVERIFY(bundle::write(result, options, path));
        QCOMPARE(members(path).at(result.sample.sha256), bytes.toStdString());
        options.openSample = bundle::sampleFile(m_folder.filePath(QStringLiteral("none")));
        QCOMPARE(bundle::write(result, options, path).error().code, ErrorCode::CannotRead);
    }

    void theOlderFormHasTablesOfConnectionsAndSignatures()
    {
        AnalysisResult result = smallResult();
        Section sandbox("Processes", BodyFormat::Sandbox);
        const json::Object connection{{"destination_ip", "192.0.2.1"}, {"destination_port", 80}, {"process", 2}};
        const json::Object signature{{"name", "s"}, {"score", 10}, {"description", "d"}, {"pid", json::Array{2}}};
        sandbox.setBody(json::Object{{"processes", json::Array{json::Object{{"image", "a.exe"}, {"pid", 2}}}},
            {"network_connections", json::Array{connection}}, {"signatures", json::Array{signature}}});
        result.sections = {sandbox};
        const auto made = bundle::importable(result, bundle::Target::BeforeSandboxBody);
        QCOMPARE(made.sections.size(), std::size_t(3));
        QCOMPARE(made.sections[0]["body_format"].toString(), std::string("PROCESS_TREE"));
        const json::Value tree = json::parse(made.sections[0]["body"].toString()).value();
        QCOMPARE(json::dump(tree[0]["signatures"]), std::string("{\"s\": 10}"));
        for (const std::size_t table : {1, 2}) {
            QCOMPARE(made.sections[table]["body_format"].toString(), std::string("TABLE"));
            QCOMPARE(made.sections[table]["depth"].toInteger(), std::int64_t(1));
        }
        QVERIFY(made.sections[1]["body"].toString().contains("192.0.2.1"));
    }

    void withoutASampleNothingIsWritten()
    {
        AnalysisResult result = smallResult();
        result.sample = {};
        const QString path = m_folder.filePath(QStringLiteral("none.al_bundle"));
        QCOMPARE(bundle::write(result, {}, path).error().code, ErrorCode::BadInput);
        QVERIFY(!QFile::exists(path));
    }

    void tagsAreCheckedAsAssemblylineDoes_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("stored"); // empty: refused
        const auto row = [](const char* type, const char* value, const char* stored) {
            QTest::addRow("%s %s", type, value) << QByteArray(type) << QByteArray(value) << QByteArray(stored);
        };
        row("network.dynamic.domain", "Example.COM", "example.com");
        row("network.dynamic.domain", "a_b.example.invalidtld", "");
        row("network.dynamic.domain", "198.51.100.1", "");
        row("network.dynamic.ip", "198.51.100.01", "198.51.100.1");
        row("network.dynamic.ip", "198.51.100.1:53", "");
        row("network.static.uri", "http://Example.com/A", "http://example.com/A");
        row("network.static.uri", "hxxp//example.com", "");
        row("network.dynamic.uri_path", "no-slash", "");
        row("network.tls.ja3_hash", "0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef");
        row("network.tls.ja3_hash", "0123456789ABCDEF0123456789ABCDEF", "");
        row("network.port", "80", "80");
        row("network.port", "eighty", "");
        row("attribution.family", "emotet", "EMOTET");
        row("no.such.tag", "x", "");
    }

    void tagsAreCheckedAsAssemblylineDoes()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, stored);
        const auto checked = bundle::checkedTag(type.toStdString(), json::Value(value.toStdString()));
        if (stored.isEmpty()) {
            QVERIFY(!checked);
            QVERIFY(!checked.error().isEmpty());
            return;
        }
        QVERIFY(checked);
        const std::string got = checked->isString() ? std::string(checked->toString()) : json::dump(*checked);
        QCOMPARE(got, stored.toStdString());
    }

private:
    // The results.json of a bundle of the small result; its members and what was left out stay in the test.
    json::Value written(const bundle::Options& options)
    {
        const QString path = m_folder.filePath(QStringLiteral("x.al_bundle"));
        const auto done = bundle::write(smallResult(), options, path);
        if (!done) {
            return {};
        }
        m_leftOut = done->leftOut;
        m_members = members(path);
        return json::parse(m_members["results.json"]).value_or(json::Value());
    }

    QTemporaryDir m_folder;
    std::map<std::string, std::string> m_members;
    std::vector<bundle::LeftOut> m_leftOut;
};

REGISTER_TEST(BundleTest)
#include "bundletest.moc"
