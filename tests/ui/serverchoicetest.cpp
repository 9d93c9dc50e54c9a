// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/serverchoice.h"
#include "demo/server.h"
#include "net/serverlink.h"
#include "net/serverprobe.h"
#include "support/testregistry.h"
#include "ui/settings.h"
#include "ui/submit/samplelistmodel.h"
#include "ui/submit/submitdialog.h"
#include "uifixture.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using demo::Endpoint;

// What the submit dialog does with servers that do not take what is to be submitted.
class ServerChoiceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void greysOutAServerThatTakesNoFiles();
    void greysOutAServerThatTakesNoLinks();
    void leavesOutWhatAServerDoesNotTake();
    void aPoolLeavesOutWhoDoesNotTakeIt();
    void saysWhenNoReportWillCome();
    void asksAgainWhatIsSwitchedOff();
    void keepsTheWishForAServerThatIsGreyedOut();
    void everyRequestOfTheDialogCounts();
};

namespace {

const QString Link = QStringLiteral("https://www.example.com/setup.exe");
const QString FileLine = QStringLiteral("api.conf: [filecreate] enabled = yes");
const QString UrlLine = QStringLiteral("api.conf: [urlcreate] enabled = yes");

// The submit dialog over servers of which some have something switched off.
class Servers {
public:
    explicit Servers(const QList<QSet<Endpoint>>& disabled)
        : isOpen(fixture.queue.open().has_value())
    {
        for (const QSet<Endpoint>& off : disabled) {
            add(off);
        }
    }

    void add(const QSet<Endpoint>& disabled)
    {
        demo::ServerOptions options = demo::DemoSession::options();
        options.disabled = disabled;
        servers.push_back(std::make_unique<demo::Server>(options));
        const QUrl url = servers.back()->start().value_or(QUrl());
        net::Profile profile = net::newProfile(
            QStringLiteral("lab-%1").arg(servers.size()), net::serverUrl(url.toString()).value_or(QUrl()));
        profile.proxy = net::ProxyKind::None;
        ids << fixture.profiles.add(profile).value_or(QString());
        fixture.credentials.setToken(ids.last(), demo::DemoSession::token());
    }

    void open(const QStringList& files, const QStringList& urls = {})
    {
        dialog = std::make_unique<ui::SubmitDialog>(fixture.backend);
        dialog->show();
        list = dialog->findChild<ui::ServerChoice*>()->findChild<QListWidget*>();
        submit = dialog->findChild<QPushButton*>(QStringLiteral("submit"));
        samples = dialog->findChild<ui::SampleListModel*>();
        take(files, urls);
    }
    void take(const QStringList& files, const QStringList& urls = {})
    {
        ui::DropContent content;
        for (const QString& name : files) {
            content.files << fixture.writeSample(name, "MZ " + name.toUtf8());
        }
        content.urls = urls;
        dialog->addContent(content);
        QTRY_VERIFY(!samples->isInspecting());
    }
    void tickAll()
    {
        for (int row = 0; row < list->count(); ++row) {
            list->item(row)->setCheckState(Qt::Checked);
        }
    }

    bool isKnown(int server) const // the last question of a probe has been answered
    {
        const net::ProbeReport* report = fixture.queue.probeReport(ids[server]);
        const net::ProbeItem* last = report ? report->find(u"url") : nullptr;
        return last && last->state != net::ProbeItem::State::Unknown;
    }
    bool isGrey(int row) const { return !(list->item(row)->flags() & Qt::ItemIsEnabled); }
    bool isTicked(int row) const { return list->item(row)->checkState() == Qt::Checked; }
    QString problem() const { return dialog->findChild<QLabel*>(QStringLiteral("problem"))->text(); }
    QString sent() const { return dialog->findChild<QPlainTextEdit*>(QStringLiteral("preview"))->toPlainText(); }

    test::UiFixture fixture;
    bool isOpen;
    std::vector<std::unique_ptr<demo::Server>> servers;
    QStringList ids;
    std::unique_ptr<ui::SubmitDialog> dialog;
    QListWidget* list = nullptr;
    QPushButton* submit = nullptr;
    ui::SampleListModel* samples = nullptr;
};

} // namespace

void ServerChoiceTest::greysOutAServerThatTakesNoFiles()
{
    Servers s({{Endpoint::CreateFile}});
    QVERIFY(s.isOpen);
    s.open({QStringLiteral("invoice.exe")});
    QTRY_VERIFY_WITH_TIMEOUT(s.isKnown(0), 10'000);
    QVERIFY(s.isGrey(0));
    QVERIFY(!s.isTicked(0));
    const QListWidgetItem* item = s.list->item(0);
    QVERIFY2(item->text().contains(QLatin1String("File submission is off")), qPrintable(item->text()));
    QVERIFY2(item->toolTip().contains(FileLine), qPrintable(item->toolTip()));
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(s.list);
    QVERIFY(face && face->childCount() > 0);
    QVERIFY(face->child(0)->text(QAccessible::Name).contains(QLatin1String("File submission is off")));
    QVERIFY(face->child(0)->text(QAccessible::Description).contains(FileLine));
    // Nothing goes there, and why is said where everybody sees it.
    QVERIFY(s.sent().isEmpty());
    QVERIFY(!s.submit->isEnabled());
    QVERIFY(s.submit->toolTip().contains(FileLine));
    QVERIFY2(s.problem().contains(QLatin1String("lab-1")) && s.problem().contains(FileLine), qPrintable(s.problem()));
    QCOMPARE(s.problem().count(FileLine), 1);
    s.list->item(0)->setCheckState(Qt::Checked); // whoever does it
    QVERIFY(!s.isTicked(0));
    s.dialog->accept();
    QVERIFY(s.fixture.queue.tasks().isEmpty());
}

void ServerChoiceTest::greysOutAServerThatTakesNoLinks()
{
    Servers s({{Endpoint::CreateUrl}});
    s.open({}, {Link});
    QTRY_VERIFY_WITH_TIMEOUT(s.isGrey(0), 10'000);
    QVERIFY(s.problem().contains(UrlLine));
    QVERIFY(!s.submit->isEnabled());
    // It takes files, and gets what it takes.
    s.samples->removeRows({0});
    s.take({QStringLiteral("invoice.exe")});
    QVERIFY(!s.isGrey(0));
    QVERIFY(s.isTicked(0));
    QVERIFY(!s.problem().contains(UrlLine));
    QVERIFY(s.submit->isEnabled());
    QVERIFY(s.list->item(0)->data(Qt::AccessibleDescriptionRole).toString().isEmpty());
}

void ServerChoiceTest::leavesOutWhatAServerDoesNotTake()
{
    Servers s({{Endpoint::CreateUrl}, {}});
    s.open({QStringLiteral("invoice.exe")}, {Link});
    s.tickAll();
    QTRY_VERIFY_WITH_TIMEOUT(s.isKnown(0) && s.isKnown(1), 10'000);
    QVERIFY(!s.isGrey(0) && s.isTicked(0) && s.isTicked(1));
    QVERIFY(s.list->item(0)->toolTip().contains(UrlLine));
    QVERIFY2(s.problem().contains(QLatin1String("lab-1: ")) && s.problem().contains(UrlLine), qPrintable(s.problem()));
    QVERIFY(s.submit->isEnabled());
    s.submit->click();
    QStringList sent;
    for (const net::TaskRecord& record : s.fixture.queue.tasks()) {
        sent << QStringLiteral("%1 %2").arg(s.ids.indexOf(record.profileId) + 1).arg(record.isUrl);
    }
    sent.sort();
    QCOMPARE(sent, (QStringList{QStringLiteral("1 0"), QStringLiteral("2 0"), QStringLiteral("2 1")}));
}

void ServerChoiceTest::aPoolLeavesOutWhoDoesNotTakeIt()
{
    Servers s({{Endpoint::CreateUrl}, {}, {}});
    s.open({QStringLiteral("invoice.exe")}, {Link});
    s.tickAll();
    s.dialog->findChild<QRadioButton*>(QStringLiteral("pool"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(s.isKnown(0) && s.isKnown(1) && s.isKnown(2), 10'000);
    QVERIFY(s.submit->isEnabled());
    s.submit->click();
    QCOMPARE(s.fixture.queue.tasks().size(), 2);
    for (const net::TaskRecord& record : s.fixture.queue.tasks()) {
        const QStringList ways = record.otherProfiles + QStringList{record.profileId};
        QCOMPARE(ways.size(), record.isUrl ? 2 : 3);
        QCOMPARE(ways.contains(s.ids[0]), !record.isUrl);
    }
}

void ServerChoiceTest::saysWhenNoReportWillCome()
{
    Servers s({{Endpoint::Report}});
    s.open({QStringLiteral("invoice.exe")});
    QTRY_VERIFY_WITH_TIMEOUT(s.isKnown(0), 10'000);
    QVERIFY(!s.isGrey(0) && s.submit->isEnabled()); // the analyst may want the task alone
    QVERIFY2(s.problem().contains(QLatin1String("[taskreport] enabled = yes")), qPrintable(s.problem()));
}

void ServerChoiceTest::asksAgainWhatIsSwitchedOff()
{
    Servers s({{Endpoint::CreateFile}});
    s.open({QStringLiteral("invoice.exe")});
    QTRY_VERIFY_WITH_TIMEOUT(s.isKnown(0) && s.isGrey(0), 10'000);
    demo::ServerOptions options = s.servers[0]->options();
    options.disabled.clear();
    s.servers[0]->setOptions(options);
    const auto actions = s.dialog->findChildren<QAction*>();
    const auto again = std::ranges::find(actions, QStringLiteral("Ask the servers again"), &QAction::text);
    QVERIFY(again != actions.end());
    (*again)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!s.isGrey(0) && s.isKnown(0), 10'000);
    QVERIFY(!s.isGrey(0) && s.isTicked(0));
    QVERIFY(s.submit->isEnabled());
    QVERIFY(!s.problem().contains(FileLine));
}

void ServerChoiceTest::keepsTheWishForAServerThatIsGreyedOut()
{
    Servers s({{Endpoint::CreateUrl}, {}});
    s.open({}, {Link});
    s.tickAll();
    QTRY_VERIFY_WITH_TIMEOUT(s.isGrey(0) && s.isKnown(1), 10'000);
    QVERIFY(s.isTicked(1));
    QVERIFY2(s.problem().contains(QLatin1String("lab-1 gets nothing")), qPrintable(s.problem()));
    QVERIFY(s.submit->isEnabled()); // for the other one
    s.submit->click();
    QCOMPARE(s.fixture.queue.tasks().size(), 1);
    QCOMPARE(s.fixture.queue.tasks().constFirst().profileId, s.ids[1]);
    s.open({QStringLiteral("invoice.exe")});
    QVERIFY(s.isTicked(0) && s.isTicked(1));
}

// Whatever the dialog asks goes the queue's way, and so towards its limit.
void ServerChoiceTest::everyRequestOfTheDialogCounts()
{
    Servers s({{}});
    s.open({QStringLiteral("invoice.exe")});
    ui::DropContent content;
    content.hashes = {QString(64, u'0'), QString(32, u'1')};
    s.dialog->addContent(content);
    const auto asked = [&s](const QString& part) {
        const auto log = s.servers[0]->log();
        return std::ranges::count_if(log, [&part](const demo::LoggedRequest& logged) {
            return logged.request.path.contains(part) && logged.status != 401; // which the server does not count
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(s.isKnown(0) && asked(QStringLiteral("tasks/search/")) == 3
            && asked(QStringLiteral("machines/list/")) == 2 && s.fixture.queue.isIdle(),
        10'000);
    const auto counted = s.fixture.queue.link(s.ids[0])->bucket().recent(QDateTime::currentDateTimeUtc());
    QCOMPARE(qsizetype(counted), qsizetype(asked(QString())));
}

REGISTER_TEST(ServerChoiceTest)
#include "serverchoicetest.moc"
