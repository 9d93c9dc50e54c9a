// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/safelistfile.h"
#include "core/ioc/yamldocument.h"
#include "core/json/reader.h"
#include "support/testregistry.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace core;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view yaml = R"(# an administrator's list
match:
  file.path:
    - desktop.ini
    - 'C:\it''s here'
  network.dynamic.domain: []
regex:
  network.dynamic.domain:
  - .*\.corp\.example$
  - "^a\\.example$"
  # a text that goes on in the next line
  - ^long
    name$
)";

QByteArray jsonText(std::string_view text)
{
    std::string quoted;
    json::dumpString(quoted, text);
    return QByteArray::fromStdString(quoted);
}

} // namespace

class SafelistFileTest : public QObject {
    Q_OBJECT

private:
    static void checkList(const Result<Safelist>& list)
    {
        QVERIFY2(list, list ? "" : qPrintable(list.error().message + list.error().detail));
        QVERIFY(list->isTagSafelisted("Desktop.ini", "file.path"));
        QVERIFY(list->isTagSafelisted("c:\\it's here", "file.path"));
        QVERIFY(list->isTagSafelisted("www.corp.example", "network.dynamic.domain"));
        QVERIFY(list->isTagSafelisted("a.example", "network.dynamic.domain"));
        QVERIFY(!list->isTagSafelisted("b.example", "network.dynamic.domain"));
        QVERIFY(!list->isTagSafelisted("8.8.8.8", "network.dynamic.ip")); // of the list that the service suggests
    }

private Q_SLOTS:
    void readsYaml()
    {
        const auto list = safelistFrom(yaml);
        checkList(list);
        QVERIFY(list->isTagSafelisted("long name", "network.dynamic.domain"));
    }

    void readsJson()
    {
        checkList(safelistFrom(R"({"match": {"file.path": ["desktop.ini", "c:\\it's here"]},
            "regex": {"network.dynamic.domain": [".*\\.corp\\.example$", "^a\\.example$"]}})"sv));
    }

    void readsTheAnswerOfTheApi()
    {
        checkList(safelistFrom(std::string_view(
            QByteArray("{\"api_error_message\": \"\", \"api_response\": " + jsonText(yaml) + ", \"api_status_code\": 200}"))));
        checkList(safelistFrom(R"({"api_response": {"match": {"file.path": ["desktop.ini", "c:\\it's here"]},
            "regex": {"network.dynamic.domain": [".*\\.corp\\.example$", "^a\\.example$"]}}})"sv));
    }

    void refusesOtherShapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no section") << QByteArray("a: b\n");
        QTest::newRow("a text for a list") << QByteArray("match:\n  file.path: desktop.ini\n");
        QTest::newRow("a list for the types") << QByteArray("{\"match\": [\"a\"]}");
        QTest::newRow("a number in a list") << QByteArray("{\"match\": {\"file.path\": [5]}}");
        QTest::newRow("a broken pattern") << QByteArray("{\"regex\": {\"file.path\": [\"(a\"]}}");
        QTest::newRow("broken YAML") << QByteArray("match: [a\n");
        QTest::newRow("an alias") << QByteArray("match:\n  a: &x [b]\n  c: *x\n");
        QTest::newRow("a tag") << QByteArray("match:\n  a: !!python/object [b]\n");
        QTest::newRow("two documents") << QByteArray("match: {}\n---\nmatch: {}\n");
    }

    void refusesOtherShapes()
    {
        QFETCH(QByteArray, text);
        const auto list = safelistFrom(std::string_view(text.constData(), std::size_t(text.size())));
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::BadInput);
    }

    void refusesDeepNesting()
    {
        const std::string deep = "match: " + std::string(2000, '[') + std::string(2000, ']');
        QVERIFY(!parseYaml(deep));
    }

    void readsAFile()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("safelist.yml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(yaml.data(), qint64(yaml.size()));
        file.close();
        checkList(safelistFromFile(file.fileName()));
        QCOMPARE(safelistFromFile(folder.filePath(QStringLiteral("none"))).error().code, ErrorCode::CannotRead);
    }
};

REGISTER_TEST(SafelistFileTest)
#include "safelistfiletest.moc"
