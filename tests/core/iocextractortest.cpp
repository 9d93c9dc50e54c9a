// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/iocextractor.h"
#include "core/ioc/netvalidation.h"
#include "core/ioc/networkfinder.h"
#include "core/ioc/pythonurl.h"
#include "core/ioc/shellcommands.h"
#include "core/ioc/text.h"
#include "core/json/reader.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace core;

namespace {

// Texts with what Assemblyline's own functions make of them.
const json::Array& texts()
{
    static const json::Value pairs
        = json::parseFile(QStringLiteral(CAPEWB_FIXTURES "/ioc/texts.json")).value_or(json::Value());
    return pairs.toArray();
}

const Safelist& safelist()
{
    static const Safelist list = [] {
        Safelist system = Safelist::system();
        system.addRandomIpRange("192.0.2.0/24");
        return system;
    }();
    return list;
}

json::Value list(std::vector<std::string> values)
{
    return json::Array(values.begin(), values.end());
}

json::Value sortedSet(std::vector<std::string> values)
{
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
    return list(std::move(values));
}

json::Value tagTexts(const std::vector<Tag>& tags)
{
    std::vector<std::string> texts;
    for (const Tag& tag : tags) {
        texts.push_back(tag.type + '|' + std::string(tag.value.toString()));
    }
    return sortedSet(std::move(texts));
}

json::Value tagged(std::string_view type, std::string_view text, const Safelist& safelist)
{
    std::vector<Tag> tags;
    const bool added = collectTags(type, text, tags, safelist);
    return json::Array{added, tagTexts(tags)};
}

json::Value extracted(std::string_view text, const IocOptions& options)
{
    IocTable table;
    extractIocs(text, table, options);
    json::Array rows;
    for (const Ioc& ioc : table.rows()) {
        rows.emplace_back(ioc.type + '|' + ioc.value);
    }
    return json::Array{rows, tagTexts(table.tags())};
}

json::Value splitUrl(std::string_view text)
{
    const auto url = urlSplit(text);
    return url
        ? json::Value(json::Array{url->scheme, url->netloc, url->path, url->query, url->fragment, url->hostname()})
        : json::Value();
}

std::vector<std::string> mapped(const std::vector<std::string>& values, std::string (*function)(std::string_view))
{
    std::vector<std::string> out;
    std::ranges::transform(values, std::back_inserter(out), function);
    return out;
}

json::Object answersFor(const std::string& text)
{
    const std::vector<std::string> powershell = findPowershellStrings(text);
    const std::vector<std::string> cmd = findCmdStrings(text);
    return {
        {"ips", sortedSet(findIps(text))},
        {"domains", sortedSet(findDomains(text))},
        {"urls", sortedSet(findUrls(text))},
        {"safe", safeStr(text)},
        {"valid_domain", isValidDomain(text)},
        {"valid_ip", isValidIp(text)},
        {"https", convertUrlToHttps("CONNECT", text)},
        {"split", splitUrl(text)},
        {"contains_safelisted", safelist().containsSafelistedValue(text)},
        {"uri_tags", tagged("network.dynamic.uri", text, safelist())},
        {"static_uri_tags", tagged("network.static.uri", text, Safelist())},
        {"ip_tags", tagged("network.dynamic.ip", text, safelist())},
        {"domain_tags", tagged("network.dynamic.domain", text, safelist())},
        {"path_tags", tagged("network.dynamic.uri_path", text, safelist())},
        {"iocs", extracted(text, {.networkStatic = true})},
        {"safelisted_iocs", extracted(text, {.enforceCharMin = true, .safelist = &safelist()})},
        {"limited_iocs",
            extracted(text, {.enforceCharMin = true, .enforceDomainCharMax = true, .networkStatic = true})},
        {"powershell", list(powershell)},
        {"cmd", list(cmd)},
        {"powershell_commands", list(mapped(powershell, powershellCommand))},
        {"cmd_commands", list(mapped(cmd, cmdCommand))},
    };
}

} // namespace

class IocExtractorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAsAssemblyline_data()
    {
        QTest::addColumn<int>("index");
        QVERIFY(texts().size() > 100);
        for (int i = 0; i < int(texts().size()); ++i) {
            QTest::addRow("%d", i) << i;
        }
    }

    void answersAsAssemblyline()
    {
        QFETCH(int, index);
        const json::Object& expected = texts()[std::size_t(index)].toObject();
        const json::Object answers = answersFor(std::string(expected["text"].toString()));
        for (const auto& [question, answer] : expected) {
            if (question != "text") {
                QVERIFY2(answers[question] == answer,
                    (std::string(question) + " of " + json::dump(expected["text"]) + "\nexpected " + json::dump(answer)
                        + "\nactual   " + json::dump(answers[question]))
                        .c_str());
            }
        }
    }

    void reportsUrisForAttributes()
    {
        IocTable table;
        std::vector<std::string> uris;
        extractIocs("http://b.example.net/2 http://a.example.net/1 http://b.example.net/2", table, {}, &uris);
        QCOMPARE(uris, (std::vector<std::string>{"http://a.example.net/1", "http://b.example.net/2"}));
    }

    void gathersSeveralTexts()
    {
        IocTable table;
        extractIocs("198.51.100.9", table);
        QCOMPARE(table.size(), std::size_t(1));
        extractIocs("198.51.100.9 and 198.51.100.7", table);
        QCOMPARE(table.size(), std::size_t(2));
        QCOMPARE(table.rows().begin()->value, std::string("198.51.100.7"));
        QCOMPARE(tagTexts(table.tags()).size(), std::size_t(2));
    }

    // Texts made to be slow: lists that are one URL to the pattern, and lines that may be one broken URL.
    void staysFastOnHostileTexts()
    {
        std::string urls;
        std::string lines = "x";
        for (int i = 0; i < 4'000; ++i) {
            urls += "http://a.example.net/,";
            lines += "\nb.example.org";
        }
        const std::string letters(300'000, 'a');
        const std::string dots = [] {
            std::string text;
            for (int i = 0; i < 100'000; ++i) {
                text += "a.";
            }
            return text;
        }();
        QElapsedTimer timer;
        timer.start();
        for (const std::string& text :
            {urls, lines, letters, dots, std::string(300'000, '1'), std::string(300'000, '%')}) {
            IocTable table;
            extractIocs(text, table);
        }
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }
};

REGISTER_TEST(IocExtractorTest)
#include "iocextractortest.moc"
