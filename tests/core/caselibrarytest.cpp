// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caselibrary.h"
#include "support/testregistry.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>

#include <ctime>

using core::Analysis;
using core::Case;
using core::CaseLibrary;

namespace {

using Library = std::unique_ptr<CaseLibrary>;

QString hashOf(int number)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256).toHex());
}

Analysis analysisNumber(int number)
{
    Analysis analysis;
    analysis.name = QStringLiteral("invoice-%1.docm").arg(number);
    analysis.sha256 = hashOf(number);
    analysis.score = 100 * number;
    analysis.families = {QStringLiteral("AgentTesla"), QStringLiteral("Formbook")};
    analysis.profileId = QStringLiteral("profile");
    analysis.server = QStringLiteral("lab-cape");
    analysis.taskId = number;
    analysis.analysed = QDateTime(QDate(2026, 1, 31), QTime(10, 4, 12), QTimeZone::UTC);
    analysis.path = QStringLiteral("/reports/%1/lite.zip").arg(number);
    return analysis;
}

QStringList termsOf(const QString& host)
{
    return {QStringLiteral("0123456789abcdef0123456789abcdef"), host, QStringLiteral("https://%1/Gate.php").arg(host)};
}

// What the library holds, as text.
QStringList namesIn(CaseLibrary& library, const QString& words)
{
    const auto found = library.search(words);
    const auto contents = library.contents();
    if (!found || !contents) {
        return {QStringLiteral("(failed)")};
    }
    QStringList names;
    for (const Analysis& analysis : contents->analyses) {
        if (found->analyses.contains(analysis.id)) {
            names << analysis.name;
        }
    }
    return names;
}

} // namespace

class CaseLibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingThroughAReopening();
    void isForItsOwnerOnly();
    void remembersAnAnalysisOnce();
    void keepsWhatTheAnalystWrote();
    void movesAndRemovesWithAWayBack();
    void aRemovedCaseTakesNothingWithIt();
    void findsByEveryField_data();
    void findsByEveryField();
    void saysWhatItFound();
    void searchesAWordByWordAndByItsCase();
    void theIndexFollowsEveryChange();
    void anIndexIsMadeAnewWhereItWasMissing();
    void searchesTenThousandQuickly_data();
    void searchesTenThousandQuickly();
    void aDamagedLibraryIsNotLost();
    void aDamagedPageIsNoEnd();
    void refusesANewerVersion();
    void saysWhereItCannotWrite();

private:
    // 10,000 analyses with 41 terms each, in one transaction and once for all rows of the test.
    bool fillWithThousands(CaseLibrary& library);

    QTemporaryDir m_folder;
    QString file(const char* name) { return m_folder.filePath(QString::fromLatin1(name)); }
    Library open(const char* name, CaseLibrary::Index index = CaseLibrary::Index::WhereAvailable)
    {
        auto library = CaseLibrary::open(file(name), index);
        return library ? std::move(*library) : nullptr;
    }
};

void CaseLibraryTest::keepsEverythingThroughAReopening()
{
    core::CaseContents before;
    {
        const Library library = open("a/cases.sqlite");
        QVERIFY(library);
        auto made = library->addCase(QStringLiteral("R\u00e9ponse 2291"));
        QVERIFY(made);
        made->note = QStringLiteral("two\nlines");
        QVERIFY(library->updateCase(*made));
        auto kept = library->remember(analysisNumber(7), termsOf(QStringLiteral("c2.example.com")));
        QVERIFY(kept);
        QVERIFY(library->remember({}, {})); // of a report that says nothing
        QVERIFY(library->move({kept->id}, made->id));
        kept->note = QStringLiteral("seen before");
        QVERIFY(library->updateAnalysis(*kept));
        before = *library->contents();
    }
    const Library library = open("a/cases.sqlite");
    const auto after = library->contents();
    QVERIFY(after);
    QCOMPARE(after->cases.size(), 1);
    QVERIFY(after->cases == before.cases);
    QCOMPARE(after->cases[0].note, QStringLiteral("two\nlines"));
    QCOMPARE(after->analyses.size(), 2);
    QVERIFY(after->analyses == before.analyses);
    Analysis expected = analysisNumber(7);
    expected.id = after->analyses[0].id;
    expected.caseId = after->cases[0].id;
    expected.note = QStringLiteral("seen before");
    expected.remembered = after->analyses[0].remembered;
    QVERIFY(after->analyses[0] == expected);
    QVERIFY(!after->analyses[1].score);
    QCOMPARE(after->analyses[1].analysed, after->analyses[1].remembered);
}

void CaseLibraryTest::isForItsOwnerOnly()
{
    const Library library = open("b/cases.sqlite");
    QVERIFY(library->addCase(QStringLiteral("a")));
    const auto others
        = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const char* name : {"b", "b/cases.sqlite", "b/cases.sqlite-wal", "b/cases.sqlite-shm"}) {
        QVERIFY2(QFileInfo::exists(file(name)), name);
        QCOMPARE(QFileInfo(file(name)).permissions() & others, QFile::Permissions());
    }
}

void CaseLibraryTest::remembersAnAnalysisOnce()
{
    const Library library = open("c/cases.sqlite");
    const auto first = library->remember(analysisNumber(1), {});
    QVERIFY(library->remember(analysisNumber(1), {}));
    // The queue's report, opened as a file after the task has left the list.
    Analysis opened = analysisNumber(1);
    opened.profileId.clear();
    opened.server.clear();
    const auto again = library->remember(opened, {});
    QVERIFY(again);
    QCOMPARE(again->id, first->id);
    QCOMPARE(again->server, QStringLiteral("lab-cape"));
    QCOMPARE(library->contents()->analyses.size(), 1);
    // The same sample in another task, another sample of the same task, and another file of the same sample.
    Analysis other = analysisNumber(1);
    other.taskId = 2;
    other.path = QStringLiteral("/elsewhere");
    QVERIFY(library->remember(other, {}));
    other = analysisNumber(1);
    other.sha256 = hashOf(99);
    QVERIFY(library->remember(other, {}));
    opened.path = QStringLiteral("/copied/lite.json");
    QVERIFY(library->remember(opened, {}));
    QVERIFY(library->remember(opened, {}));
    QCOMPARE(library->contents()->analyses.size(), 4);
    // Its file was moved, and the analyst says where it is now; a file of another sample is none of it.
    Analysis found = opened;
    found.id = first->id;
    found.path = QStringLiteral("/moved/lite.zip");
    QCOMPARE(library->remember(found, {})->id, first->id);
    QCOMPARE(library->contents()->analyses[0].path, found.path);
    found.sha256 = hashOf(98);
    found.path = QStringLiteral("/moved/other.zip");
    QVERIFY(library->remember(found, {})->id != first->id);
}

void CaseLibraryTest::keepsWhatTheAnalystWrote()
{
    const Library library = open("d/cases.sqlite");
    const auto made = library->addCase(QStringLiteral("case"));
    auto kept = library->remember(analysisNumber(1), termsOf(QStringLiteral("c2.example.com")));
    kept->note = QStringLiteral("mine");
    QVERIFY(library->updateAnalysis(*kept));
    QVERIFY(library->move({kept->id}, made->id));
    Analysis again = analysisNumber(1); // as when its conversion fails
    again.score.reset();
    again.families.clear();
    const auto now = library->remember(again, {});
    QCOMPARE(now->note, QStringLiteral("mine"));
    QCOMPARE(now->caseId, made->id);
    QCOMPARE(now->score, std::optional<qint64>(100));
    QCOMPARE(now->families, analysisNumber(1).families);
    QCOMPARE(namesIn(*library, QStringLiteral("c2.example.com")).size(), 1);
}

void CaseLibraryTest::movesAndRemovesWithAWayBack()
{
    const Library library = open("e/cases.sqlite");
    const auto made = library->addCase(QStringLiteral("case"));
    const auto one = library->remember(analysisNumber(1), {});
    const auto two = library->remember(analysisNumber(2), {});
    QVERIFY(library->move({one->id, two->id}, made->id));
    QVERIFY(library->setRemoved({made->id}, {one->id}, true));
    QCOMPARE(library->contents()->cases.size(), 0);
    QCOMPARE(library->contents()->analyses.size(), 1);
    QCOMPARE(library->contents()->analyses[0].caseId, 0);
    QCOMPARE(namesIn(*library, QStringLiteral("invoice")), QStringList{QStringLiteral("invoice-2.docm")});
    QVERIFY(library->setRemoved({made->id}, {one->id}, false));
    QCOMPARE(library->contents()->analyses.size(), 2);
    QCOMPARE(library->contents()->analyses[0].caseId, made->id);
    // Removed and met again: it is a new one, and no second one comes back.
    QVERIFY(library->setRemoved({}, {one->id}, true));
    const auto again = library->remember(analysisNumber(1), {});
    QVERIFY(again && again->id != one->id);
    QVERIFY(library->setRemoved({}, {one->id}, false));
    QCOMPARE(library->contents()->analyses.size(), 2);
}

void CaseLibraryTest::aRemovedCaseTakesNothingWithIt()
{
    {
        const Library library = open("f/cases.sqlite");
        const auto made = library->addCase(QStringLiteral("case"));
        const auto one = library->remember(analysisNumber(1), {});
        const auto two = library->remember(analysisNumber(2), {});
        QVERIFY(library->move({one->id}, made->id));
        QVERIFY(library->setRemoved({made->id}, {two->id}, true));
    }
    const Library library = open("f/cases.sqlite"); // now they are gone for good
    const auto contents = library->contents();
    QCOMPARE(contents->cases.size(), 0);
    QCOMPARE(contents->analyses.size(), 1);
    QCOMPARE(contents->analyses[0].caseId, 0);
    QVERIFY(namesIn(*library, QStringLiteral("invoice-2")).isEmpty());
}

void CaseLibraryTest::findsByEveryField_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const char* name, const char* words, bool isFound = true) {
        for (const auto index : {CaseLibrary::Index::WhereAvailable, CaseLibrary::Index::Never}) {
            QTest::addRow("%s, index %d", name, int(index)) << int(index) << QString::fromUtf8(words) << isFound;
        }
    };
    row("name", "INVOICE-1");
    row("inside a name", "oice-1.d");
    row("two characters of a name", "in");
    row("hash", hashOf(1).toUtf8().constData());
    row("part of a hash", hashOf(1).mid(20, 12).toUpper().toUtf8().constData());
    row("family", "agenttesla");
    row("server", "lab-cape");
    row("note", "l\u2019affaire");
    row("case", "R\u00c9PONSE");
    row("host", "c2.example.com");
    row("part of a host", "example.co");
    row("defanged host", "c2[.]example[.]com");
    row("defanged URL", "hxxps://c2[.]example.com/gate.php");
    row("md5", "0123456789ABCDEF0123456789abcdef");
    row("another host", "c3.example.com", false);
    row("a dot is a dot", "c2xexample", false);
    row("no pattern", "c2_example", false);
    row("no pattern either", "c2%com", false);
    row("no syntax", "\"c2\" OR NEAR(", false);
    row("quotes", "\"", false);
    row("both words", "invoice c2.example.com");
    row("case and host", "r\u00e9ponse example.com");
    row("one word of two", "invoice c3.example.com", false);
    row("nothing", "   ", false);
}

void CaseLibraryTest::findsByEveryField()
{
    QFETCH(int, index);
    QFETCH(QString, words);
    QFETCH(bool, isFound);
    const QTemporaryDir folder;
    const auto library
        = CaseLibrary::open(folder.filePath(QStringLiteral("cases.sqlite")), CaseLibrary::Index(index));
    QVERIFY(library);
    const auto made = (*library)->addCase(QStringLiteral("R\u00e9ponse 2291"));
    auto kept = (*library)->remember(analysisNumber(1), termsOf(QStringLiteral("c2.example.com")));
    QVERIFY(kept);
    Analysis other = analysisNumber(2);
    other.name = QStringLiteral("other.exe");
    QVERIFY((*library)->remember(other, {}));
    kept->note = QString::fromUtf8("voir l\u2019affaire Durand");
    QVERIFY((*library)->updateAnalysis(*kept));
    QVERIFY((*library)->move({kept->id}, made->id));
    const auto found = (*library)->search(words);
    QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
    QCOMPARE(found->analyses.contains(kept->id), isFound);
}

void CaseLibraryTest::saysWhatItFound()
{
    const Library library = open("g/cases.sqlite");
    const auto kept = library->remember(analysisNumber(1), termsOf(QStringLiteral("c2.example.com")));
    const auto lineOf = [&](const char* words) {
        const auto found = library->search(QString::fromLatin1(words));
        return found->analyses.value(kept->id, QStringLiteral("(not found)"));
    };
    QCOMPARE(lineOf("C2.EXAMPLE"), QStringLiteral("c2.example.com"));
    QCOMPARE(lineOf("gate"), QStringLiteral("https://c2.example.com/Gate.php"));
    QCOMPARE(lineOf("formb"), QStringLiteral("Formbook"));
    QCOMPARE(lineOf("invoice"), QString());
    QCOMPARE(lineOf("invoice gate"), QStringLiteral("https://c2.example.com/Gate.php"));
    QCOMPARE(lineOf(hashOf(1).left(10).toLatin1().constData()), hashOf(1));
}

void CaseLibraryTest::searchesAWordByWordAndByItsCase()
{
    const Library library = open("h/cases.sqlite");
    const auto acme = library->addCase(QStringLiteral("Acme"));
    const auto empty = library->addCase(QStringLiteral("Acme, second wave"));
    const auto one = library->remember(analysisNumber(1), termsOf(QStringLiteral("c2.example.com")));
    const auto two = library->remember(analysisNumber(2), termsOf(QStringLiteral("c2.example.com")));
    QVERIFY(library->move({one->id}, acme->id));
    const auto found = library->search(QStringLiteral("acme"));
    QCOMPARE(found->cases, (QSet{acme->id, empty->id}));
    QCOMPARE(found->analyses.size(), 1);
    const auto narrower = library->search(QStringLiteral("acme c2.example.com"));
    QVERIFY(narrower->cases.isEmpty());
    QVERIFY(narrower->analyses.contains(one->id) && !narrower->analyses.contains(two->id));
}

void CaseLibraryTest::theIndexFollowsEveryChange()
{
    const Library library = open("i/cases.sqlite");
    auto kept = library->remember(analysisNumber(1), termsOf(QStringLiteral("old.example.com")));
    QVERIFY(library->remember(analysisNumber(1), termsOf(QStringLiteral("new.example.com"))));
    QVERIFY(namesIn(*library, QStringLiteral("old.example.com")).isEmpty());
    QCOMPARE(namesIn(*library, QStringLiteral("new.example.com")).size(), 1);
    kept->note = QStringLiteral("first");
    QVERIFY(library->updateAnalysis(*kept));
    kept->note = QStringLiteral("second");
    QVERIFY(library->updateAnalysis(*kept));
    QVERIFY(namesIn(*library, QStringLiteral("first")).isEmpty());
    QCOMPARE(namesIn(*library, QStringLiteral("second")).size(), 1);
    QCOMPARE(namesIn(*library, QStringLiteral("new.example.com")).size(), 1);
}

void CaseLibraryTest::anIndexIsMadeAnewWhereItWasMissing()
{
    {
        const Library library = open("j/cases.sqlite");
        QVERIFY(library->remember(analysisNumber(1), termsOf(QStringLiteral("one.example.com"))));
    }
    {
        const Library library = open("j/cases.sqlite", CaseLibrary::Index::Never);
        QVERIFY(library->remember(analysisNumber(1), termsOf(QStringLiteral("two.example.com"))));
        QVERIFY(library->remember(analysisNumber(2), termsOf(QStringLiteral("three.example.com"))));
        QCOMPARE(namesIn(*library, QStringLiteral("two.example.com")).size(), 1);
    }
    const Library library = open("j/cases.sqlite");
    QVERIFY(namesIn(*library, QStringLiteral("one.example.com")).isEmpty());
    QCOMPARE(namesIn(*library, QStringLiteral("two.example.com")).size(), 1);
    QCOMPARE(namesIn(*library, QStringLiteral("three.example.com")).size(), 1);
}

void CaseLibraryTest::searchesTenThousandQuickly_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("count");
    QTest::newRow("a host of one") << QStringLiteral("c2-7777.example.net") << 1;
    QTest::newRow("a host of many") << QStringLiteral("shared-3.example.com") << 100;
    QTest::newRow("a part of all") << QStringLiteral("example") << 10'000;
    QTest::newRow("a hash") << hashOf(4242) << 1;
    QTest::newRow("two characters") << QStringLiteral("77") << -1;
    QTest::newRow("nothing has it") << QStringLiteral("there-is-no-such-host") << 0;
}

void CaseLibraryTest::searchesTenThousandQuickly()
{
    QFETCH(QString, words);
    QFETCH(int, count);
    const Library library = open("many/cases.sqlite");
    QVERIFY(library && fillWithThousands(*library));
    double best = 1e9; // ms of processor time: the machine may be busy with other things
    for (int round = 0; round < 5; ++round) {
        const std::clock_t start = std::clock();
        const auto found = library->search(words);
        best = std::min(best, 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC);
        QVERIFY(found);
        if (count >= 0) {
            QCOMPARE(found->analyses.size(), count);
        } else {
            QVERIFY(!found->analyses.isEmpty());
        }
    }
    qInfo("%.1f ms for \"%s\"", best, qPrintable(words.left(30)));
    QVERIFY2(best < 50, QByteArray::number(best).constData());
}

bool CaseLibraryTest::fillWithThousands(CaseLibrary& library)
{
    if (library.contents()->analyses.size() == 10'000) {
        return true;
    }
    auto database = core::Database::open(file("many/cases.sqlite"), {.failed = {}, .newer = {}, .steps = {{}}});
    return database && (*database)->transaction([&]() -> core::Result<void> {
        for (int number = 1; number <= 10'000; ++number) {
            const Analysis analysis = analysisNumber(number);
            const auto id = (*database)->insert(
                QStringLiteral("INSERT INTO analyses (origin, name, sha256, families, profile, server, task, analysed, "
                               "remembered, path, note) VALUES (?, ?, ?, 'AgentTesla', '', 'lab-cape', ?, 0, 0, ?, '')"),
                {number, analysis.name, analysis.sha256, number, analysis.path});
            if (!id) {
                return std::unexpected(id.error());
            }
            QStringList terms{QStringLiteral("c2-%1.example.net").arg(number),
                QStringLiteral("shared-%1.example.com").arg(number % 100)};
            for (int i = 0; i < 8; ++i) {
                terms << QStringLiteral("198.51.%1.%2").arg(number % 256).arg((number * 7 + i) % 256)
                      << QStringLiteral("http://c2-%1.example.net/%2/gate.php?id=%3").arg(number).arg(i).arg(hashOf(i));
            }
            const auto done = (*database)->execute(QStringLiteral("INSERT INTO texts VALUES (?, ?, ?)"),
                {*id, QString(analysis.name + QLatin1Char('\n') + analysis.sha256), terms.join(QLatin1Char('\n'))});
            if (!done) {
                return done;
            }
        }
        return {};
    });
}

void CaseLibraryTest::aDamagedLibraryIsNotLost()
{
    QVERIFY(QDir().mkpath(file("k")));
    const QByteArray bytes(5000, 'x');
    QFile broken(file("k/cases.sqlite"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(bytes);
    broken.close();
    const auto refused = CaseLibrary::open(file("k/cases.sqlite"));
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().code), int(core::ErrorCode::BadInput));
    QVERIFY(!refused.error().message.isEmpty() && !refused.error().detail.isEmpty());
    const auto aside = core::Database::setAside(file("k/cases.sqlite"));
    QVERIFY(aside);
    QFile kept(*aside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
    QVERIFY(open("k/cases.sqlite"));
}

void CaseLibraryTest::aDamagedPageIsNoEnd()
{
    const QString path = file("l/cases.sqlite");
    {
        const Library library = open("l/cases.sqlite");
        for (int number = 1; number <= 300; ++number) {
            QVERIFY(library->remember(analysisNumber(number), {}));
        }
    }
    QFile damaged(path);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    const QByteArray before = damaged.readAll();
    const qsizetype inside = before.indexOf("invoice-150.docm") / 4096 * 4096;
    QVERIFY(inside > 0);
    damaged.seek(inside);
    damaged.write(QByteArray(4096, '\xff'));
    damaged.close();
    const auto library = CaseLibrary::open(path);
    const auto contents = library ? (*library)->contents() : std::unexpected(library.error());
    QVERIFY(!contents); // half of the list is not the list
    QCOMPARE(int(contents.error().code), int(core::ErrorCode::BadInput));
}

void CaseLibraryTest::refusesANewerVersion()
{
    QVERIFY(open("m/cases.sqlite"));
    {
        const auto newer = core::Database::open(file("m/cases.sqlite"), {.failed = {}, .newer = {}, .steps = {{}, {}}});
        QVERIFY(newer);
    }
    const auto library = CaseLibrary::open(file("m/cases.sqlite"));
    QVERIFY(!library);
    QCOMPARE(int(library.error().code), int(core::ErrorCode::Unsupported));
}

void CaseLibraryTest::saysWhereItCannotWrite()
{
    // A folder that nobody can make anything in, whoever runs the test.
    QFile plain(file("plain"));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    plain.close();
    const auto nowhere = CaseLibrary::open(file("plain/folder/cases.sqlite"));
    QVERIFY(!nowhere);
    QCOMPARE(int(nowhere.error().code), int(core::ErrorCode::CannotWrite));
    QVERIFY(nowhere.error().message.contains(file("plain/folder")));
    // A folder stands where the file should.
    QVERIFY(QDir().mkpath(file("n/cases.sqlite")));
    const auto folder = CaseLibrary::open(file("n/cases.sqlite"));
    QVERIFY(!folder);
    QVERIFY(!folder.error().message.isEmpty());
    QVERIFY(QFileInfo(file("n/cases.sqlite")).isDir());
}

REGISTER_TEST(CaseLibraryTest)
#include "caselibrarytest.moc"
