// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casetreemodel.h"
#include "casefixture.h"
#include "support/testregistry.h"
#include "ui/cases/casefilter.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>

class CaseTreeModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheStoreWithoutAReset();
    void movesByDrag();
    void showsHostileTextAsText();
    void tellsOneRow();
    void goesBackToWhatIsWritten();
};

namespace {

using ui::CaseTreeModel;
using Mode = QAbstractItemModelTester::FailureReportingMode;

QStringList rowsUnder(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QStringList names;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        names << model.index(row, 0, parent).data().toString();
    }
    return names;
}

struct Tree {
    Tree()
        : model(fixture.cases)
        , tester(&model, Mode::QtTest)
        , filterTester((filter.setSourceModel(&model), &filter), Mode::QtTest)
    {
    }

    // Three analyses, of which the first is in the case; false where that takes too long.
    bool fill()
    {
        if (!QTest::qWaitFor([this] { return fixture.isReady(); })) {
            return false;
        }
        fixture.cases.remember(fixture.source(QStringLiteral("one.exe"), 'a', "c2.example.com"));
        fixture.cases.remember(fixture.source(QStringLiteral("two.exe"), 'b'));
        fixture.cases.remember(fixture.source(QStringLiteral("three.exe"), 'c'));
        if (!QTest::qWaitFor([this] { return fixture.cases.analyses().size() == 3; })) {
            return false;
        }
        caseId = fixture.addCase(QStringLiteral("Beta"), {fixture.idOf(QStringLiteral("one.exe"))});
        return caseId != 0;
    }

    test::CaseFixture fixture;
    ui::CaseTreeModel model;
    ui::CaseFilter filter;
    QAbstractItemModelTester tester;
    QAbstractItemModelTester filterTester;
    qint64 caseId = 0;
};

} // namespace

void CaseTreeModelTest::followsTheStoreWithoutAReset()
{
    Tree tree;
    ui::CaseTreeModel& model = tree.model;
    ui::CaseStore& store = tree.fixture.cases;
    QCOMPARE(rowsUnder(model), QStringList{QStringLiteral("Recent")});
    QTRY_VERIFY(tree.fixture.isReady());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QVERIFY(tree.fill());
    QCOMPARE(rowsUnder(model), QStringList({QStringLiteral("Beta"), QStringLiteral("Recent")}));
    QCOMPARE(rowsUnder(model, model.caseIndex(tree.caseId)), QStringList{QStringLiteral("one.exe")});
    // The newest first.
    QCOMPARE(
        rowsUnder(model, model.caseIndex(0)), QStringList({QStringLiteral("three.exe"), QStringLiteral("two.exe")}));

    const qint64 other = tree.fixture.addCase(QStringLiteral("alpha"));
    QCOMPARE(model.caseIndex(other).row(), 0);
    const QPersistentModelIndex kept = model.analysisIndex(tree.fixture.idOf(QStringLiteral("one.exe")));
    store.rename(other, QStringLiteral("Gamma"));
    QCOMPARE(
        rowsUnder(model), QStringList({QStringLiteral("Beta"), QStringLiteral("Gamma"), QStringLiteral("Recent")}));
    store.rename(other, QStringLiteral("   "));
    QCOMPARE(model.caseIndex(other).data().toString(), QStringLiteral("Gamma"));
    store.move({tree.fixture.idOf(QStringLiteral("one.exe"))}, other);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.parent(), model.caseIndex(other));
    QCOMPARE(kept.data().toString(), QStringLiteral("one.exe"));

    store.remove({other}, {tree.fixture.idOf(QStringLiteral("two.exe"))});
    QCOMPARE(
        rowsUnder(model, model.caseIndex(0)), QStringList({QStringLiteral("three.exe"), QStringLiteral("one.exe")}));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!store.undoText().isEmpty());
    store.undo();
    QCOMPARE(rowsUnder(model, model.caseIndex(other)), QStringList{QStringLiteral("one.exe")});
    QCOMPARE(
        rowsUnder(model, model.caseIndex(0)), QStringList({QStringLiteral("three.exe"), QStringLiteral("two.exe")}));
    QVERIFY(store.undoText().isEmpty());
    QCOMPARE(resets.count(), 0);

    const core::CaseContents written = tree.fixture.written();
    QCOMPARE(written.cases.size(), 2);
    QCOMPARE(written.analyses.size(), 3);
    QVERIFY(std::ranges::all_of(written.analyses,
        [&](const core::Analysis& analysis) { return analysis == store.analyses().value(analysis.id); }));
}

void CaseTreeModelTest::movesByDrag()
{
    Tree tree;
    QVERIFY(tree.fill());
    ui::CaseTreeModel& model = tree.model;
    const QModelIndex target = model.caseIndex(tree.caseId);
    QCOMPARE(model.mimeData({target}), nullptr); // a case stays where its name puts it
    const std::unique_ptr<QMimeData> dragged(
        model.mimeData({model.analysisIndex(tree.fixture.idOf(QStringLiteral("two.exe"))),
            model.analysisIndex(tree.fixture.idOf(QStringLiteral("three.exe")))}));
    QVERIFY(dragged);
    QVERIFY(!model.canDropMimeData(dragged.get(), Qt::MoveAction, -1, -1, {}));
    QVERIFY(!model.canDropMimeData(dragged.get(), Qt::CopyAction, -1, -1, target));
    QMimeData foreign;
    foreign.setText(QStringLiteral("1 2 3"));
    QVERIFY(!model.dropMimeData(&foreign, Qt::MoveAction, -1, -1, target));
    QVERIFY(model.dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, target));
    QCOMPARE(model.rowCount(model.caseIndex(tree.caseId)), 3);
    QCOMPARE(model.rowCount(model.caseIndex(0)), 0);
    // On an analysis: to where that one is. And back out of all cases.
    QVERIFY(model.dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, model.caseIndex(0)));
    QCOMPARE(tree.fixture.caseOf(QStringLiteral("two.exe")), 0);
    QVERIFY(model.dropMimeData(dragged.get(), Qt::MoveAction, -1, -1,
        model.analysisIndex(tree.fixture.idOf(QStringLiteral("one.exe")))));
    QCOMPARE(tree.fixture.caseOf(QStringLiteral("two.exe")), tree.caseId);
    const core::CaseContents written = tree.fixture.written();
    QVERIFY(std::ranges::all_of(
        written.analyses, [&](const core::Analysis& analysis) { return analysis.caseId == tree.caseId; }));
}

void CaseTreeModelTest::showsHostileTextAsText()
{
    Tree tree;
    QTRY_VERIFY(tree.fixture.isReady());
    const QString name = QStringLiteral("<b>a</b>\u202e.exe");
    ui::CaseStore::Source source = tree.fixture.source(QStringLiteral("plain.exe"), 'a');
    core::json::Object file;
    file["name"] = name.toStdString();
    core::json::Object target;
    target["file"] = std::move(file);
    core::json::Object made = test::report({});
    made["target"] = std::move(target);
    source.report = test::parsed(made);
    tree.fixture.cases.remember(source);
    QTRY_COMPARE(tree.model.rowCount(tree.model.caseIndex(0)), 1);
    const QModelIndex row = tree.model.index(0, 0, tree.model.caseIndex(0));
    QVERIFY(!row.data(Qt::ToolTipRole).toString().contains(QLatin1String("<b>a")));
    QVERIFY(!row.data(Qt::ToolTipRole).toString().contains(QChar(0x202e)));
    QVERIFY(!row.data(Qt::AccessibleTextRole).toString().contains(QChar(0x202e)));
}

void CaseTreeModelTest::tellsOneRow()
{
    Tree tree;
    QVERIFY(tree.fill());
    QSignalSpy changes(&tree.model, &QAbstractItemModel::dataChanged);
    const qint64 id = tree.fixture.idOf(QStringLiteral("two.exe"));
    tree.fixture.cases.setAnalysisNote(id, QStringLiteral("seen before"));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][0].toModelIndex(), tree.model.analysisIndex(id));
    QCOMPARE(changes[0][1].toModelIndex(), tree.model.analysisIndex(id));
    QCOMPARE(tree.model.analysisIndex(id).data(CaseTreeModel::NoteRole).toString(), QStringLiteral("seen before"));
    // A report that goes is told, and one that comes back.
    const QString path = tree.fixture.cases.analyses().value(id).path;
    QVERIFY(QFile::rename(path, path + QLatin1Char('x')));
    tree.fixture.cases.checkFiles();
    QTRY_VERIFY(tree.model.analysisIndex(id).data(CaseTreeModel::MissingRole).toBool());
    const QString detail = tree.model.analysisIndex(id).data(CaseTreeModel::DetailRole).toString();
    QVERIFY(detail.contains(QLatin1String("not found")));
    QVERIFY(QFile::rename(path + QLatin1Char('x'), path));
    tree.fixture.cases.checkFiles();
    QTRY_VERIFY(!tree.model.analysisIndex(id).data(CaseTreeModel::MissingRole).toBool());
}

void CaseTreeModelTest::goesBackToWhatIsWritten()
{
    Tree tree;
    QVERIFY(tree.fill());
    QSignalSpy failed(&tree.fixture.cases, &ui::CaseStore::failed);
    tree.fixture.written();
    {
        // Somebody else takes the table away under the store's feet.
        auto database = core::Database::open(
            tree.fixture.folder.filePath(QStringLiteral("cases.sqlite")), {.failed = {}, .newer = {}, .steps = {{}}});
        QVERIFY(database);
        QVERIFY((*database)->execute(QStringLiteral("ALTER TABLE texts RENAME TO gone")));
        tree.fixture.cases.setAnalysisNote(
            tree.fixture.idOf(QStringLiteral("two.exe")), QStringLiteral("cannot be kept"));
        QTRY_COMPARE(failed.count(), 1);
    }
    QTRY_COMPARE(tree.fixture.cases.analyses().value(tree.fixture.idOf(QStringLiteral("two.exe"))).note, QString());
    QCOMPARE(tree.model.rowCount(tree.model.caseIndex(tree.caseId)), 1);
}

REGISTER_TEST(CaseTreeModelTest)
#include "casetreemodeltest.moc"
