// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visibletext.h"
#include "core/json/reader.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

class VisibleTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsNotSeen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row
            = [](const char* name, const QString& text, const QString& shown) { QTest::newRow(name) << text << shown; };
        row("plain", QStringLiteral("Ümläut 漢字 😀"), QStringLiteral("Ümläut 漢字 😀"));
        row("escape", QStringLiteral("a\x1b[31mb"), QStringLiteral("a␛[31mb"));
        row("operating system command", QStringLiteral("\x1b]0;t\x07"), QStringLiteral("␛]0;t␇"));
        row("C1", QStringLiteral("\u009b2J"), QStringLiteral("<U+009B>2J"));
        row("bidi", QStringLiteral("a\u202egpj.exe"), QStringLiteral("a<U+202E>gpj.exe"));
        row("isolate", QStringLiteral("\u2066x\u2069"), QStringLiteral("<U+2066>x<U+2069>"));
        row("zero width", QStringLiteral("a\u200bb\ufeff"), QStringLiteral("a<U+200B>b<U+FEFF>"));
        row("lone carriage return", QStringLiteral("good\rbad"), QStringLiteral("good␍bad"));
        row("line feed", QStringLiteral("a\nb"), QStringLiteral("a␊b"));
        row("line separator", QStringLiteral("a\u2028b"), QStringLiteral("a<U+2028>b"));
        row("delete", QStringLiteral("a\x7f"), QStringLiteral("a␡"));
        row("tag beyond the first plane", QStringLiteral("\U000e0041"), QStringLiteral("<U+E0041>"));
        row("lone surrogate", QString(QChar(char16_t(0xd800))), QStringLiteral("<U+D800>"));
    }

    void showsWhatIsNotSeen()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(visibleText(text), shown);
        if (!text.contains(QChar(char16_t(0xd800)))) {
            QCOMPARE(visibleUtf8(text.toStdString()), shown.toStdString());
        }
    }

    void keepsLinesWhereTold()
    {
        QCOMPARE(visibleText(QStringLiteral("a\n\tb\r\x1b"), LineBreaks::Keep), QStringLiteral("a\n\tb␍␛"));
        QCOMPARE(visibleUtf8("a\n\tb", LineBreaks::Keep), std::string("a\n\tb"));
    }

    void bytesThatAreNoTextAreShownAsSuch()
    {
        QCOMPARE(QString::fromStdString(visibleUtf8("a\xff\x9b")), QStringLiteral("a\ufffd\ufffd"));
    }

    // The values stay; the text holds nothing that a terminal or an editor would act on.
    void escapesJsonWithoutChangingIt()
    {
        const QString text = QStringLiteral("a\u202eb\u009b\U000e0041\x7f é 漢 😀\u200d");
        const json::Value value = json::Object{{text.toStdString(), json::Array{text.toStdString(), 1}}};
        std::string written = json::dump(value);
        escapeInvisible(written);
        QVERIFY(written.contains("\\u202e") && written.contains("\\udb40\\udc41") && written.contains("\\u007f"));
        QVERIFY(written.contains("é 漢 😀"));
        for (const char32_t c : QString::fromStdString(written).toUcs4()) {
            QVERIFY(!isInvisible(c));
        }
        const auto read = json::parse(written);
        QVERIFY(read);
        QCOMPARE(json::dump(*read), json::dump(value));
        std::string plain = R"({"a": "é"})";
        escapeInvisible(plain);
        QCOMPARE(plain, std::string(R"({"a": "é"})"));
    }
};

REGISTER_TEST(VisibleTextTest)
#include "visibletexttest.moc"
