// SPDX-License-Identifier: GPL-3.0-or-later
#include "casefixture.h"
#include "support/testregistry.h"
#include "ui/cases/casepanel.h"
#include "ui/submit/presetbar.h"
#include "ui/tasks/taskpanel.h"
#include "ui/widgets/emptystate.h"
#include "ui/window/errorbar.h"
#include "ui/window/mainwindow.h"
#include "ui/workbench.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>

// What the window says of files that it cannot use, and what it leaves alone beside another window.
class SecondWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theSecondWindowIsReadOnly();
    void aDamagedProfileFileIsTold();
    void aDamagedTaskListIsMovedAside();
    void presetsStayAsTheyAre();
    void casesStayAsTheyAre();
    void errorsStayUntilTheyArePutAway();

private:
    std::unique_ptr<QTemporaryDir> m_home;
    QHash<QByteArray, QByteArray> m_before;
};

namespace {

QString errors(const ui::Workbench& workbench)
{
    return workbench.window().findChild<ui::ErrorBar*>()->text();
}

void write(const QString& path, const QByteArray& bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QString dataFile(const QString& name)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u'/' + name;
}

} // namespace

void SecondWindowTest::init()
{
    QStandardPaths::setTestModeEnabled(false); // a home of its own instead
    m_home = std::make_unique<QTemporaryDir>();
    for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME"}) {
        m_before.insert(name, qgetenv(name));
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toLocal8Bit());
    }
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home->filePath(QStringLiteral("settings")));
    QSettings().clear();
}

void SecondWindowTest::cleanup()
{
    for (const auto& [name, value] : m_before.asKeyValueRange()) {
        value.isNull() ? qunsetenv(name.constData()) : qputenv(name.constData(), value);
    }
    QStandardPaths::setTestModeEnabled(true);
}

void SecondWindowTest::theSecondWindowIsReadOnly()
{
    ui::Workbench first(ui::Workbench::Data::Own, {});
    QVERIFY(first.open());
    QVERIFY(errors(first).isEmpty());
    const QUrl url(QStringLiteral("http://127.0.0.1:1"));
    QVERIFY(first.backend().profiles.add(net::newProfile(QStringLiteral("lab"), url)));
    QTRY_VERIFY(first.backend().cases.state() == ui::CaseStore::State::Ready);
    first.backend().cases.addCase(QStringLiteral("first"), {}, [](qint64) {});
    QTRY_COMPARE(first.backend().cases.cases().size(), 1);
    {
        ui::Workbench second(ui::Workbench::Data::Own, {});
        QVERIFY(second.open());
        QVERIFY2(errors(second).contains(QLatin1StringView("read-only")), qPrintable(errors(second)));
        QVERIFY(errors(second).contains(QString::number(QCoreApplication::applicationPid())));
        QVERIFY(second.backend().queue.isReadOnly());
        QCOMPARE(second.backend().profiles.profiles().size(), 1);
        QCOMPARE(second.backend().profiles.remove(second.backend().profiles.profiles().constFirst().id).error(),
            core::readOnlyError());
        QTRY_COMPARE(second.backend().cases.cases().size(), 1);
        second.window().show();
        second.window().close(); // nor does it leave its own reports to be opened again
        QVERIFY(!QSettings().contains(QStringLiteral("open/reports")));
    }
    QCOMPARE(first.backend().profiles.profiles().size(), 1);
    const net::ProfileStore onDisk;
    QCOMPARE(onDisk.profiles().size(), 1);
}

void SecondWindowTest::aDamagedProfileFileIsTold()
{
    write(net::ProfileStore::defaultFile(), "{ damaged");
    write(net::AssemblylineStore::defaultFile(), "[ as well");
    ui::Workbench workbench(ui::Workbench::Data::Own, {});
    QVERIFY(workbench.open());
    QVERIFY2(errors(workbench).contains(net::ProfileStore::defaultFile() + QStringLiteral(".broken-")),
        qPrintable(errors(workbench)));
    QVERIFY2(errors(workbench).contains(net::AssemblylineStore::defaultFile() + QStringLiteral(".broken-")),
        qPrintable(errors(workbench)));
}

void SecondWindowTest::aDamagedTaskListIsMovedAside()
{
    const QString path = dataFile(QStringLiteral("tasks.sqlite"));
    write(path, QByteArray(5000, 'x'));
    ui::Workbench workbench(ui::Workbench::Data::Own, {});
    QVERIFY(!workbench.open());
    workbench.window().show();
    auto* empty = workbench.window().tasks()->findChild<ui::EmptyState*>();
    auto* button = empty->findChild<QPushButton*>();
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Move it aside"));
    button->click();
    QVERIFY(!workbench.backend().queue.problem());
    QVERIFY2(errors(workbench).contains(path + QStringLiteral(".damaged-")), qPrintable(errors(workbench)));
    QVERIFY(button->text() != QStringLiteral("Move it aside"));
    QCOMPARE(QDir(QFileInfo(path).path()).entryList({QStringLiteral("tasks.sqlite.damaged-*")}).size(), 1);
}

void SecondWindowTest::presetsStayAsTheyAre()
{
    core::submission::PresetStore own;
    QVERIFY(own.save({QStringLiteral("quick"), {}}));
    ui::PresetBar bar(nullptr, core::Access::ReadOnly);
    QStringList problems;
    connect(&bar, &ui::PresetBar::failed, this, [&](const QString& problem) { problems.append(problem); });
    QVERIFY(!bar.saveAs(QStringLiteral("mine")));
    QCOMPARE(problems, QStringList{core::readOnlyError().message});
    QCOMPARE(core::submission::PresetStore().presets().size(), 1U);
    write(core::submission::PresetStore::defaultFile(), "damaged");
    const core::submission::PresetStore beside(
        core::submission::PresetStore::defaultFile(), core::Access::ReadOnly);
    QVERIFY(!beside.warning().isEmpty());
    QVERIFY(QFile::exists(core::submission::PresetStore::defaultFile()));
    ui::PresetBar telling; // moves it aside, and says so
    problems.clear();
    connect(&telling, &ui::PresetBar::failed, this, [&](const QString& problem) { problems.append(problem); });
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY(problems.constFirst().contains(core::submission::PresetStore::defaultFile()));
}

void SecondWindowTest::casesStayAsTheyAre()
{
    test::CaseFixture fixture;
    QTRY_VERIFY(fixture.isReady());
    const auto source = fixture.source(QStringLiteral("a.exe"), 'a', "evil.example.com");
    bool isKept = false;
    fixture.cases.remember(source, std::nullopt, [&isKept] { isKept = true; });
    QTRY_VERIFY(isKept);
    const qint64 made = fixture.addCase(QStringLiteral("case"));
    ui::CaseStore beside(fixture.folder.filePath(QStringLiteral("cases.sqlite")), nullptr, core::Access::ReadOnly);
    QList<core::Error> failures;
    connect(&beside, &ui::CaseStore::failed, this, [&](const core::Error& error) { failures.append(error); });
    beside.open();
    QTRY_COMPARE(beside.analyses().size(), 1);
    std::optional<core::CaseMatches> matches;
    connect(&beside, &ui::CaseStore::searched, this, [&](const core::CaseMatches& found) { matches = found; });
    beside.search(QStringLiteral("evil.example.com"));
    QTRY_VERIFY(matches.has_value());
    beside.remember(fixture.source(QStringLiteral("b.exe"), 'b'));
    QVERIFY(failures.isEmpty()); // opening a report there is no reason for a word
    beside.addCase(QStringLiteral("other"), {}, [](qint64) {});
    beside.rename(made, QStringLiteral("renamed"));
    beside.setCaseNote(made, QStringLiteral("note"));
    beside.move(beside.analyses().keys(), made);
    beside.remove({made}, {});
    QVERIFY(failures.size() >= 5);
    QCOMPARE(failures.constFirst(), core::readOnlyError());
    QTRY_COMPARE(beside.cases().value(made).name, QStringLiteral("case")); // as the library has it
    const core::CaseContents written = fixture.written();
    QCOMPARE(written.cases.size(), 1);
    QCOMPARE(written.cases.constFirst().name, QStringLiteral("case"));
    QCOMPARE(written.analyses.size(), 1);
}

void SecondWindowTest::errorsStayUntilTheyArePutAway()
{
    ui::ErrorBar bar;
    bar.showError({core::ErrorCode::BadInput, QStringLiteral("one"), {}});
    bar.showError({core::ErrorCode::BadInput, QStringLiteral("two"), QStringLiteral("why")});
    bar.showError({core::ErrorCode::BadInput, QStringLiteral("two"), QStringLiteral("why")});
    QCOMPARE(bar.text(), QStringLiteral("one\ntwo\nwhy"));
    bar.findChildren<QAbstractButton*>().last()->click();
    bar.showError({core::ErrorCode::BadInput, QStringLiteral("three"), {}});
    QCOMPARE(bar.text(), QStringLiteral("three"));
}

REGISTER_TEST(SecondWindowTest)
#include "secondwindowtest.moc"
