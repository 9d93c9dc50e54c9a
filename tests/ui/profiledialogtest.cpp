// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profiledialog.h"
#include "net/serverlink.h"
#include "net/serverprobe.h"
#include "support/testregistry.h"
#include "ui/profiles/probemodel.h"
#include "ui/profiles/profileeditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choicebox.h"
#include "uifixture.h"

#include <QAbstractItemModelTester>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

class ProfileDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsAServerWithItsToken();
    void refusesWhatCannotBeReached();
    void testsTheConnection();
    void aTestCountsWithTheQueue();
    void aProxysPasswordGoesToTheKeychain();
    void greysOutWhatIsSwitchedOff();
    void offersTheMachinesThatTheProbeFound();
    void warnsOnceOfATokenInTheClear();
    void removesOnlyAfterAYes();
    void asksBeforeAnUnsavedServerIsDropped_data();
    void asksBeforeAnUnsavedServerIsDropped();
    void anotherRowWaitsForTheAnswer();
    void leavesAtOnceWhereNothingWasEntered();
    void theFirstFieldHasTheFocus();
    void aTokenIsNoAddress();
};

namespace {

// The question that is open, if one is.
QMessageBox* question(const QWidget& dialog)
{
    for (QMessageBox* box : dialog.findChildren<QMessageBox*>()) {
        if (box->isVisible()) {
            return box;
        }
    }
    return nullptr;
}

QLineEdit* addressField(const ui::ProfileDialog& dialog)
{
    return dialog.editor()->findChild<QLineEdit*>(QStringLiteral("url"));
}

// A dialog with a new server whose address is typed.
struct Entered {
    Entered()
        : dialog(fixture.backend)
    {
        dialog.show();
        dialog.add();
        QTest::keyClicks(addressField(dialog), QStringLiteral("https://cape.example.com"));
    }

    test::UiFixture fixture;
    ui::ProfileDialog dialog;
};

} // namespace

void ProfileDialogTest::addsAServerWithItsToken()
{
    test::UiFixture fixture;
    ui::ProfileDialog dialog(fixture.backend);
    dialog.add();
    net::Profile profile = net::newProfile(QStringLiteral("lab"), QUrl(QStringLiteral("https://cape.example.com")));
    profile.defaultRoute = QStringLiteral("tor");
    profile.timeLimitSeconds = 1200;
    profile.moreTries = 4;
    profile.rebootSupported = true;
    profile.tlsPin = QByteArray(64, 'a');
    dialog.editor()->setProfile(profile);
    dialog.editor()->setToken(QStringLiteral("secret-token"));
    QVERIFY(dialog.save());
    QCOMPARE(fixture.profiles.profiles().size(), 1);
    const net::Profile saved = fixture.profiles.profiles().constFirst();
    QCOMPARE(saved.name, QStringLiteral("lab"));
    QCOMPARE(saved.defaultRoute, QStringLiteral("tor"));
    QCOMPARE(saved.timeLimitSeconds, 1200);
    QCOMPARE(saved.moreTries, 4);
    QVERIFY(saved.rebootSupported);
    QCOMPARE(saved.tlsPin, QByteArray(64, 'a'));
    QString token;
    fixture.credentials.token(saved.id, this, [&token](const QString& read) { token = read; });
    QTRY_COMPARE(token, QStringLiteral("secret-token"));
    QFile file(fixture.folder.filePath(QStringLiteral("profiles.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("secret-token"));
    QVERIFY(!fixture.profiles.exportJson().contains("secret-token"));
}

void ProfileDialogTest::refusesWhatCannotBeReached()
{
    test::UiFixture fixture;
    ui::ProfileDialog dialog(fixture.backend);
    dialog.add();
    for (const QString& url :
        {QString(), QStringLiteral("ftp://cape.example.com"), QStringLiteral("http://user:pw@cape.example.com")}) {
        dialog.editor()->setProfile(net::newProfile(QStringLiteral("lab"), QUrl(url)));
        QVERIFY2(!dialog.save(), qPrintable(url));
    }
    net::Profile profile = net::newProfile(QStringLiteral("lab"), QUrl(QStringLiteral("https://cape.example.com")));
    profile.tlsPin = "abc";
    dialog.editor()->setProfile(profile);
    QVERIFY(!dialog.save());
    QVERIFY(fixture.profiles.profiles().isEmpty());
}

void ProfileDialogTest::testsTheConnection()
{
    test::UiFixture fixture;
    const QString id = fixture.connectDemo();
    ui::ProfileDialog dialog(fixture.backend);
    dialog.select(id);
    QTRY_COMPARE(dialog.editor()->credentials().token, demo::DemoSession::token());
    auto* model = dialog.findChild<ui::ProbeModel*>();
    QVERIFY(model);
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    dialog.testConnection();
    const auto states = [model] {
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row) {
            texts << model->index(row, ui::ProbeModel::StateColumn).data().toString();
        }
        return texts;
    };
    QTRY_VERIFY_WITH_TIMEOUT(states().count(QStringLiteral("on")) >= 4, 20'000);
}

void ProfileDialogTest::aTestCountsWithTheQueue()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    demo::ServerOptions options = demo::DemoSession::options();
    options.rate = demo::RateLimit{3, std::chrono::seconds(60)};
    options.accounts.first().staff = false; // those are never asked to wait
    const QString id = fixture.connectDemo(options);
    ui::ProfileDialog dialog(fixture.backend);
    dialog.select(id);
    QTRY_COMPARE(dialog.editor()->credentials().token, demo::DemoSession::token());
    const auto says = [&dialog](const QString& part) {
        return std::ranges::any_of(dialog.findChildren<QLabel*>(),
            [&part](const QLabel* label) { return label->text().contains(part); });
    };
    // Another user's requests are not ours: the test ends at that one's limit.
    dialog.editor()->setToken(QStringLiteral("0123456789abcdef-of-somebody-else"));
    Q_EMIT dialog.editor()->changed();
    dialog.testConnection();
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("refuses this token")), 10'000);
    QVERIFY(!fixture.queue.serverState(id).wasReached);
    QCOMPARE(fixture.queue.link(id)->bucket().recent(QDateTime::currentDateTimeUtc()), 0);
    // Ours are: what the test learns, the queue knows, and the test waits as the queue does.
    dialog.editor()->setToken(demo::DemoSession::token());
    dialog.testConnection();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.queue.serverState(id).requestsPerMinute, std::optional(3), 10'000);
    QTRY_VERIFY(says(QStringLiteral("the test goes on as its limit allows")));
    QVERIFY(!says(QStringLiteral("refused further questions")));
}

void ProfileDialogTest::aProxysPasswordGoesToTheKeychain()
{
    const QString secret = QStringLiteral("s3cret-of-the-proxy");
    test::UiFixture fixture;
    ui::ProfileDialog dialog(fixture.backend);
    dialog.add();
    net::Profile profile = net::newProfile(QStringLiteral("lab"), QUrl(QStringLiteral("https://cape.example.com")));
    profile.proxy = net::ProxyKind::Given;
    dialog.editor()->setProfile(profile);
    dialog.editor()->setToken(QStringLiteral("a-token"));
    auto* address = dialog.editor()->findChild<QLineEdit*>(QStringLiteral("proxyUrl"));
    auto* password = dialog.editor()->findChild<QLineEdit*>(QStringLiteral("proxyPassword"));
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    // A password has to be somebody's.
    address->setText(QStringLiteral("http://192.0.2.7:3128"));
    password->setText(secret);
    QVERIFY(!dialog.save());
    password->clear();
    // Once it is entered with the address, it goes into its own field.
    address->clear();
    QTest::keyClicks(address, QStringLiteral("http://analyst:%1@192.0.2.7:3128").arg(secret));
    QCOMPARE(dialog.editor()->credentials().proxyPassword, secret); // even before
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(address->text(), QStringLiteral("http://analyst@192.0.2.7:3128"));
    QCOMPARE(password->text(), secret);
    QVERIFY(dialog.save());
    QCOMPARE(address->text(), QStringLiteral("http://analyst@192.0.2.7:3128"));
    QFile file(fixture.folder.filePath(QStringLiteral("profiles.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("http://analyst@192.0.2.7:3128"));
    QVERIFY(!bytes.contains(secret.toUtf8()) && !fixture.profiles.exportJson().contains(secret.toUtf8()));
    // Opened again, it comes from the keychain, and goes with the profile.
    ui::ProfileDialog again(fixture.backend);
    QTRY_COMPARE(again.editor()->credentials().proxyPassword, secret);
    QCOMPARE(again.editor()->credentials().token, QStringLiteral("a-token"));
    const net::Profile saved = fixture.profiles.profiles().constFirst();
    QVERIFY(fixture.profiles.remove(saved.id));
    fixture.credentials.removeAll(saved.id);
    net::Credentials left(QStringLiteral("unknown"));
    fixture.credentials.credentials(saved, this, [&left](const net::Credentials& secrets) { left = secrets; });
    QTRY_COMPARE(left, net::Credentials());
}

void ProfileDialogTest::greysOutWhatIsSwitchedOff()
{
    net::ProbeItem on;
    on.name = QStringLiteral("Task details");
    on.state = net::ProbeItem::State::On;
    net::ProbeItem off;
    off.name = QStringLiteral("Task deletion");
    off.state = net::ProbeItem::State::Off;
    off.reason = QStringLiteral("This function is switched off.");
    off.remedy = QStringLiteral("api.conf: [taskdelete] enabled = yes");
    ui::ProbeModel model;
    model.setItems({on, off});
    const auto at = [&model](int row, int column) { return model.index(row, column); };
    QVERIFY(!at(0, ui::ProbeModel::FunctionColumn).data(Qt::ForegroundRole).isValid());
    QCOMPARE(at(1, ui::ProbeModel::FunctionColumn).data(Qt::ForegroundRole).value<QColor>(),
        ui::Theme::color(ui::Token::Dim));
    const QString remark = at(1, ui::ProbeModel::RemarkColumn).data().toString();
    QVERIFY2(remark.contains(off.reason) && remark.contains(off.remedy), qPrintable(remark));
}

void ProfileDialogTest::offersTheMachinesThatTheProbeFound()
{
    test::UiFixture fixture;
    const QString id = fixture.connectDemo();
    ui::ProfileDialog dialog(fixture.backend);
    dialog.select(id);
    auto* machine = dialog.editor()->findChild<ui::ChoiceBox*>(QStringLiteral("usualMachine"));
    QVERIFY(machine);
    QCOMPARE(machine->count(), 1);
    dialog.testConnection();
    QTRY_VERIFY_WITH_TIMEOUT(machine->findData(QStringLiteral("win10x64")) > 0, 20'000);
    machine->setValue(QStringLiteral("win10x64"));
    Q_EMIT machine->chosen();
    QVERIFY(dialog.save());
    QCOMPARE(fixture.profiles.profile(id)->defaultMachine, QStringLiteral("win10x64"));
}

void ProfileDialogTest::warnsOnceOfATokenInTheClear()
{
    test::UiFixture fixture;
    ui::ProfileDialog dialog(fixture.backend);
    dialog.add();
    dialog.editor()->setProfile(
        net::newProfile(QStringLiteral("lab"), QUrl(QStringLiteral("http://cape.example.com:8000"))));
    dialog.editor()->setToken(QStringLiteral("secret-token"));
    QVERIFY(!dialog.save());
    QVERIFY(fixture.profiles.profiles().isEmpty());
    auto* box = dialog.findChild<QMessageBox*>(QStringLiteral("clearToken"));
    QVERIFY(box);
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole) {
            button->click();
        }
    }
    QTRY_COMPARE(fixture.profiles.profiles().size(), 1);
    // Once said, the same server is not warned of again; another host is.
    QVERIFY(dialog.save());
    net::Profile moved = fixture.profiles.profiles().constFirst();
    moved.url = QUrl(QStringLiteral("http://other.example.com"));
    dialog.editor()->setProfile(moved);
    dialog.editor()->setToken(QStringLiteral("secret-token"));
    QVERIFY(!dialog.save());
    // Without a token, and on this machine, there is nothing to warn of.
    dialog.editor()->setToken({});
    QVERIFY(dialog.save());
    moved.url = QUrl(QStringLiteral("http://127.0.0.1:8000"));
    dialog.editor()->setProfile(moved);
    dialog.editor()->setToken(QStringLiteral("secret-token"));
    QVERIFY(dialog.save());
}

void ProfileDialogTest::removesOnlyAfterAYes()
{
    test::UiFixture fixture;
    const auto id = fixture.profiles.add(
        net::newProfile(QStringLiteral("<b>lab</b>"), QUrl(QStringLiteral("https://cape.example.com"))));
    QVERIFY(id);
    ui::ProfileDialog dialog(fixture.backend);
    dialog.select(*id);
    auto* remove = dialog.findChild<QPushButton*>(QStringLiteral("remove"));
    QVERIFY(remove);
    remove->click();
    auto* box = dialog.findChild<QMessageBox*>();
    QVERIFY(box);
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QVERIFY(box->text().contains(QLatin1String("<b>lab</b>")));
    box->reject();
    QCOMPARE(fixture.profiles.profiles().size(), 1);
    remove->click();
    for (QMessageBox* again : dialog.findChildren<QMessageBox*>()) {
        if (!again->isHidden()) {
            for (QAbstractButton* button : again->buttons()) {
                if (again->buttonRole(button) == QMessageBox::AcceptRole) {
                    button->click();
                }
            }
        }
    }
    QTRY_VERIFY(fixture.profiles.profiles().isEmpty());
}

void ProfileDialogTest::asksBeforeAnUnsavedServerIsDropped_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("Close button") << 0;
    QTest::newRow("Escape") << 1;
    QTest::newRow("window's cross") << 2;
}

void ProfileDialogTest::asksBeforeAnUnsavedServerIsDropped()
{
    QFETCH(int, way);
    Entered entered;
    ui::ProfileDialog& dialog = entered.dialog;
    const auto leave = [&] {
        if (way == 0) {
            dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Close)->click();
        } else if (way == 1) {
            QTest::keyClick(&dialog, Qt::Key_Escape);
        } else {
            dialog.close();
        }
    };
    leave();
    QVERIFY(dialog.isVisible());
    QMessageBox* box = question(dialog);
    QVERIFY(box);
    box->button(QMessageBox::Cancel)->click();
    QVERIFY(dialog.isVisible());
    QCOMPARE(addressField(dialog)->text(), QStringLiteral("https://cape.example.com"));
    leave();
    question(dialog)->button(QMessageBox::Save)->click();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(entered.fixture.profiles.profiles().size(), 1);
    QCOMPARE(entered.fixture.profiles.profiles().constFirst().name, QStringLiteral("cape.example.com"));
    // Once more, with changes that are given up.
    dialog.show();
    QTest::keyClicks(addressField(dialog), QStringLiteral(".invalid"));
    leave();
    question(dialog)->button(QMessageBox::Discard)->click();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(entered.fixture.profiles.profiles().constFirst().url, QUrl(QStringLiteral("https://cape.example.com")));
}

void ProfileDialogTest::anotherRowWaitsForTheAnswer()
{
    test::UiFixture fixture;
    for (const char* name : {"one", "two"}) {
        QVERIFY(fixture.profiles.add(net::newProfile(
            QLatin1StringView(name), QUrl(QStringLiteral("https://%1.example.com").arg(QLatin1StringView(name))))));
    }
    ui::ProfileDialog dialog(fixture.backend);
    dialog.show();
    auto* list = dialog.findChild<QListWidget*>();
    list->setCurrentRow(0);
    const QString name = list->item(0)->text();
    addressField(dialog)->selectAll();
    QTest::keyClicks(addressField(dialog), QStringLiteral("https://changed.example.com"));
    list->setCurrentRow(1);
    QMessageBox* box = nullptr;
    QTRY_VERIFY((box = question(dialog)));
    QCOMPARE(list->currentRow(), 0);
    box->button(QMessageBox::Cancel)->click();
    QCOMPARE(addressField(dialog)->text(), QStringLiteral("https://changed.example.com"));
    list->setCurrentRow(1);
    QTRY_VERIFY((box = question(dialog)));
    box->button(QMessageBox::Save)->click();
    QCOMPARE(list->currentRow(), 1);
    QVERIFY(!addressField(dialog)->text().contains(QLatin1String("changed")));
    QCOMPARE(fixture.profiles.profileNamed(name)->url, QUrl(QStringLiteral("https://changed.example.com")));
    // A new one does not drop them either.
    QTest::keyClicks(addressField(dialog), QStringLiteral(".invalid"));
    dialog.add();
    QTRY_VERIFY((box = question(dialog)));
    box->button(QMessageBox::Discard)->click();
    QVERIFY(addressField(dialog)->text().isEmpty());
}

void ProfileDialogTest::leavesAtOnceWhereNothingWasEntered()
{
    test::UiFixture fixture;
    ui::ProfileDialog dialog(fixture.backend);
    dialog.show();
    dialog.add();
    dialog.reject();
    QVERIFY(!dialog.isVisible());
}

void ProfileDialogTest::theFirstFieldHasTheFocus()
{
    test::UiFixture fixture;
    ui::ProfileDialog dialog(fixture.backend);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.findChild<QListWidget*>()->setFocus();
    dialog.add();
    const auto* focused = qobject_cast<QLineEdit*>(dialog.focusWidget());
    QVERIFY(focused);
    QCOMPARE(focused->objectName(), QStringLiteral("name"));
    const auto* token = dialog.editor()->findChild<QLineEdit*>(QStringLiteral("token"));
    QCOMPARE(token->echoMode(), QLineEdit::Password);
}

void ProfileDialogTest::aTokenIsNoAddress()
{
    Entered entered;
    addressField(entered.dialog)->setText(QString(40, u'a'));
    QVERIFY(!entered.dialog.save());
    QVERIFY(entered.fixture.profiles.profiles().isEmpty());
}

REGISTER_TEST(ProfileDialogTest)
#include "profiledialogtest.moc"
