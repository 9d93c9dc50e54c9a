// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/samplelistmodel.h"
#include "core/filetype/classifier.h"
#include "support/testregistry.h"
#include "ui/submit/dropcontent.h"
#include "uifixture.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QUrl>

class SampleListModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sortsWhatIsDroppedElsewhere();
    void refangsLinks();
    void findsHashes();
    void saysWhatStandsAgainstASample();
    void looksAgainUnderAHigherLimit();
    void saysThatATypeIsToldByRulesAlone();
};

void SampleListModelTest::sortsWhatIsDroppedElsewhere()
{
    test::UiFixture fixture;
    QDir(fixture.folder.path()).mkpath(QStringLiteral("folder/inner"));
    const QString inner = fixture.writeSample(QStringLiteral("folder/inner/a.exe"));
    const QString report = fixture.writeSample(QStringLiteral("lite.json"), "{\"info\": {}, \"signatures\": []}");
    const QString sample = fixture.writeSample(QStringLiteral("config.json"), "{\"name\": 1}");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(fixture.folder.filePath(QStringLiteral("folder"))), QUrl::fromLocalFile(report),
        QUrl::fromLocalFile(sample), QUrl(QStringLiteral("https://www.example.com/setup.exe"))});
    QVERIFY(ui::canRead(data));
    // Reading touches no disk: folder and report are still among the files.
    const ui::DropContent raw = ui::readMimeData(data);
    QCOMPARE(raw.files.size(), 3);
    QVERIFY(raw.reports.isEmpty());
    ui::DropContent sorted;
    ui::sortLater(raw, this, [&sorted](const ui::DropContent& content) { sorted = content; });
    QTRY_COMPARE(sorted.files, (QStringList{inner, sample}));
    QCOMPARE(sorted.reports, QStringList{report});
    QCOMPARE(sorted.urls, QStringList{QStringLiteral("https://www.example.com/setup.exe")});
}

void SampleListModelTest::refangsLinks()
{
    const QStringList links = ui::linksIn(QStringLiteral(
        "see hxxps://www[.]example[.]com/a and hxxp[:]//192.0.2[.]7/b\njavascript:alert(1) file:///etc/passwd word"));
    QCOMPARE(links, (QStringList{QStringLiteral("https://www.example.com/a"), QStringLiteral("http://192.0.2.7/b")}));
    // In every way in which capewb takes them too.
    for (const char* written : {"hXXp://example[dot]com/a", "http[://]example(.)com/a", "hxxp:\\\\example[.com/a",
             "http://example [.] com/a"}) {
        QCOMPARE(ui::linksIn(QLatin1StringView(written)), QStringList{QStringLiteral("http://example.com/a")});
    }
}

void SampleListModelTest::findsHashes()
{
    const QString sha256(64, u'A');
    QMimeData data;
    data.setText(QStringLiteral("a hash: %1\nagain %1, and %2 is none").arg(sha256, QString(65, u'b')));
    QVERIFY(ui::canRead(data));
    QCOMPARE(ui::readMimeData(data).hashes, QStringList{sha256.toLower()});
    QCOMPARE(ui::hashesIn(QString(40, u'c') + QLatin1Char(' ') + QString(32, u'd')).size(), 2);
    data.setText(QStringLiteral("nothing of use"));
    QVERIFY(!ui::canRead(data));
}

void SampleListModelTest::saysWhatStandsAgainstASample()
{
    test::UiFixture fixture;
    ui::SampleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setUploadLimit(1000);
    model.addFiles({fixture.writeSample(QStringLiteral("good.exe")),
        fixture.writeSample(QStringLiteral("empty.exe"), {}), fixture.writeSample(QStringLiteral("README.exe")),
        fixture.writeSample(QStringLiteral("big.exe"), QByteArray(2000, 'x')),
        fixture.folder.filePath(QStringLiteral("missing.exe")),
        fixture.writeSample(QStringLiteral("lite.json"), "{\"behavior\": {}}"),
        fixture.writeSample(QStringLiteral("photo.png"), QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"))});
    model.addUrls({QStringLiteral("https://www.example.com/")});
    QVERIFY(model.isInspecting());
    QTRY_VERIFY(!model.isInspecting());
    using Problem = ui::Sample::Problem;
    QList<Problem> problems;
    QList<bool> sendable;
    for (const ui::Sample& sample : model.samples()) {
        problems << sample.problem;
        sendable << sample.isSendable;
        QCOMPARE(sample.words.isEmpty(), sample.problem == Problem::None);
    }
    QCOMPARE(problems,
        (QList{Problem::None, Problem::Refused, Problem::JunkName, Problem::TooLarge, Problem::Refused, Problem::Report,
            Problem::Refused, Problem::None}));
    QCOMPARE(sendable, (QList{true, false, true, false, false, false, false, true}));
    QVERIFY(!model.index(1, ui::SampleListModel::ProblemColumn).data().toString().isEmpty());
    QVERIFY(!model.samples()[0].facts.type.empty());
    model.addFiles({model.samples()[0].path});
    QCOMPARE(model.rowCount(), 8);
    model.removeRows(QList<int>{0, 7});
    QCOMPARE(model.rowCount(), 6);
}

void SampleListModelTest::looksAgainUnderAHigherLimit()
{
    test::UiFixture fixture;
    ui::SampleListModel model;
    model.addFiles({fixture.writeSample(QStringLiteral("tool.exe"), "MZ" + QByteArray(2000, 'x'))});
    QTRY_VERIFY(!model.isInspecting());
    model.setUploadLimit(100);
    QVERIFY(!model.samples()[0].isSendable);
    model.setUploadLimit(10'000);
    QTRY_VERIFY(!model.isInspecting());
    QVERIFY(model.samples()[0].isSendable);
}

void SampleListModelTest::saysThatATypeIsToldByRulesAlone()
{
    test::UiFixture fixture;
    ui::SampleListModel model;
    model.addFiles({fixture.writeSample(QStringLiteral("notes.exe"), QByteArray("Nothing that a rule knows. ").repeated(20)),
        fixture.writeSample(QStringLiteral("short.exe"), "Nothing that a rule knows.")});
    QTRY_VERIFY(!model.isInspecting());
    core::filetype::Classifier& classifier = core::filetype::Classifier::shared();
    const auto tip = [&](int row) {
        return model.index(row, ui::SampleListModel::TypeColumn).data(Qt::ToolTipRole).toString();
    };
    QCOMPARE(model.samples()[0].withoutClassifier, !classifier.isAvailable());
    QCOMPARE(tip(0).contains(u'\n'), !classifier.isAvailable());
    QVERIFY(tip(0).contains(classifier.reason()));
    QVERIFY(!model.samples()[1].withoutClassifier);
    QCOMPARE(tip(1), QStringLiteral("text/plain"));
}

REGISTER_TEST(SampleListModelTest)
#include "samplelistmodeltest.moc"
