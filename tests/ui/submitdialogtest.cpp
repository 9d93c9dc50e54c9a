// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/submitdialog.h"
#include "core/reference/service.h"
#include "core/submission/packages.h"
#include "core/submission/preset.h"
#include "dllfixture.h"
#include "support/testregistry.h"
#include "ui/settings.h"
#include "ui/submit/exportsmodel.h"
#include "ui/submit/exportspanel.h"
#include "ui/submit/knowntasksmodel.h"
#include "ui/submit/parametersform.h"
#include "ui/submit/poolsettings.h"
#include "ui/submit/presetbar.h"
#include "ui/submit/samplelistmodel.h"
#include "ui/submit/serverchoice.h"
#include "ui/widgets/choicebox.h"
#include "uifixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QCryptographicHash>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>

class SubmitDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void looksAtSamplesInTheBackground();
    void showsAndSendsTheChoices();
    void reachesEveryParameter();
    void refusesAtTheFieldAndSaysWhy();
    void prefillsFromTheProfileButKeepsTheAnalystsChoice();
    void offersTheExportsOfADll();
    void choosesTheBestServerOfAPool();
    void showsEnforcedRoutes();
    void keepsPresets();
    void asksTheServersForAHash();
    void searchesPackagesByWhatTheyDo();
    void remembersTheChoicesButNoPassword();
    void fitsASmallScreen();
    void asksBeforeItsSamplesAreDropped();
    void saysWhatIsNoUrl();
    void showsTypesWhole();
};

namespace {

class Dialog {
public:
    explicit Dialog(test::UiFixture& fixture)
        : dialog(fixture.backend)
        , form(dialog.findChild<ui::ParametersForm*>())
        , submit(dialog.findChild<QPushButton*>(QStringLiteral("submit")))
        , preview(dialog.findChild<QPlainTextEdit*>(QStringLiteral("preview")))
        , samples(dialog.findChild<ui::SampleListModel*>())
        , servers(dialog.findChild<ui::ServerChoice*>())
    {
    }

    void add(const QStringList& files, const QStringList& urls = {})
    {
        ui::DropContent content;
        content.files = files;
        content.urls = urls;
        dialog.addContent(content);
        QTRY_VERIFY(!samples->isInspecting());
    }
    QString sent() const { return preview->toPlainText(); }
    template <typename T>
    T* field(const char* name) const
    {
        return form->findChild<T*>(QLatin1StringView(name));
    }
    QString problem() const { return dialog.findChild<QLabel*>(QStringLiteral("problem"))->text(); }

    ui::SubmitDialog dialog;
    ui::ParametersForm* form;
    QPushButton* submit;
    QPlainTextEdit* preview;
    ui::SampleListModel* samples;
    ui::ServerChoice* servers;
};

// What an analyst does to a field, as against what the program does.
void choose(ui::ChoiceBox* box, const QString& value)
{
    box->setValue(value);
    Q_EMIT box->chosen();
}

QString addServer(test::UiFixture& fixture, const QString& name, void (*change)(net::Profile&))
{
    net::Profile profile = net::newProfile(name, QUrl(QStringLiteral("http://127.0.0.1:9")));
    profile.proxy = net::ProxyKind::None;
    change(profile);
    return fixture.profiles.add(profile).value_or(QString());
}

} // namespace

void SubmitDialogTest::looksAtSamplesInTheBackground()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    Dialog d(fixture);
    ui::DropContent content;
    content.files = {fixture.writeSample(QStringLiteral("letter.pdf"), "%PDF-1.4\n%%EOF\n"),
        fixture.writeSample(QStringLiteral("traffic.pcap"), QByteArray::fromHex("d4c3b2a1020004000000000000000000"))};
    d.dialog.addContent(content);
    // Nobody waited: the rows are there, what is in them comes later.
    QCOMPARE(d.samples->rowCount(), 2);
    QVERIFY(d.samples->isInspecting());
    QVERIFY(!d.submit->isEnabled());
    QTRY_VERIFY(!d.samples->isInspecting());
    QVERIFY(d.samples->index(0, ui::SampleListModel::TypeColumn).data().toString().contains(QLatin1String("pdf")));
    QVERIFY(!d.samples->index(1, ui::SampleListModel::ProblemColumn).data().toString().isEmpty());
    QVERIFY(!d.samples->samples()[1].isSendable);
    QVERIFY(d.submit->isEnabled());
    QVERIFY(d.sent().contains(QLatin1String("letter.pdf")));
    QVERIFY(!d.sent().contains(QLatin1String("traffic")));
}

void SubmitDialogTest::showsAndSendsTheChoices()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    const QString server = fixture.connectDemo();
    Dialog d(fixture);
    QVERIFY(!d.submit->isEnabled());
    QVERIFY(!d.submit->toolTip().isEmpty());
    d.add({fixture.writeSample(QStringLiteral("invoice.exe"))}, {QStringLiteral("https://www.example.com/setup.exe")});
    choose(d.field<ui::ChoiceBox>("routing"), QStringLiteral("internet"));
    QVERIFY(d.submit->isEnabled());
    QVERIFY(d.sent().contains(QLatin1String("route = internet")));
    QVERIFY(d.sent().contains(QLatin1String("url = https://www.example.com/setup.exe")));
    QVERIFY(d.sent().contains(QLatin1String("lab-cape")));
    d.submit->click();
    QCOMPARE(d.dialog.result(), int(QDialog::Accepted));
    QCOMPARE(fixture.queue.tasks().size(), 2);
    for (const net::TaskRecord& record : fixture.queue.tasks()) {
        QCOMPARE(record.profileId, server);
        QCOMPARE(net::fieldValue(record.fields, u"route"), QStringLiteral("internet"));
        // The preview is what is sent.
        for (const auto& [name, value] : record.fields) {
            QVERIFY2(d.sent().contains(QStringLiteral("%1 = %2").arg(name, value)), qPrintable(name));
        }
    }
}

void SubmitDialogTest::reachesEveryParameter()
{
    test::UiFixture fixture;
    Dialog d(fixture);
    for (const std::string_view name : core::submission::Parameters::names()) {
        const QString field = QString::fromUtf8(name.data(), qsizetype(name.size()));
        auto* widget = d.form->findChild<QWidget*>(field);
        QVERIFY2(widget, qPrintable(field));
        const core::submission::Parameters before = d.form->parameters();
        if (auto* box = qobject_cast<QCheckBox*>(widget)) {
            box->toggle();
        } else if (auto* number = qobject_cast<QSpinBox*>(widget)) {
            number->setValue(77);
        } else if (auto* edit = qobject_cast<QLineEdit*>(widget)) {
            edit->setText(QStringLiteral("x=1"));
        } else if (auto* choice = qobject_cast<ui::ChoiceBox*>(widget)) {
            choice->setCurrentIndex(choice->currentIndex() == 1 ? 2 : 1);
        }
        if (field != QLatin1String("specific_machine")) { // without a server there is no machine to choose
            QVERIFY2(d.form->parameters() != before, qPrintable(field));
        }
    }
    auto* image = d.field<ui::ChoiceBox>("specific_image");
    for (const char* value : {"auto", "auto_all", "all"}) {
        QVERIFY2(image->findData(QLatin1StringView(value)) >= 0, value);
    }
    // 0 is the usual time, and shown as such.
    d.field<QSpinBox>("analysis_timeout_in_seconds")->setValue(0);
    QVERIFY(d.field<QSpinBox>("analysis_timeout_in_seconds")->text().contains(QLatin1String("150")));
    // What a set of choices says comes back whole.
    core::submission::Parameters parameters;
    parameters.analysisTimeout = 60;
    parameters.priority = 2;
    parameters.tlp = "green";
    parameters.taskTags = "t1,t2";
    parameters.custom = "mycustom";
    parameters.deepScan = true;
    parameters.specificMachine = "win10x64";
    d.form->setParameters(parameters);
    QCOMPARE(d.form->parameters().toJson(), parameters.toJson());
}

void SubmitDialogTest::refusesAtTheFieldAndSaysWhy()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    Dialog d(fixture);
    d.add({fixture.writeSample(QStringLiteral("invoice.exe"))});
    QVERIFY(d.submit->isEnabled());
    d.dialog.show();
    auto* clock = d.field<QLineEdit>("clock");
    clock->setText(QStringLiteral("2024-01-15"));
    QVERIFY(!d.submit->isEnabled());
    QVERIFY(d.submit->toolTip().contains(QLatin1String("2024-01-15")));
    QVERIFY(d.problem().contains(QLatin1String("2024-01-15")));
    // The fold with the field is open, and the reason stands beneath it.
    QVERIFY(clock->isVisible());
    const auto labels = d.form->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels,
        [](const QLabel* label) { return label->isVisible() && label->text().contains(QLatin1String("2024-01-15")); }));
    clock->setText(QStringLiteral("01-15-2024 10:20:30"));
    QVERIFY(d.submit->isEnabled());
    QVERIFY(d.sent().contains(QLatin1String("clock = 01-15-2024 10:20:30")));
    d.field<QSpinBox>("analysis_timeout_in_seconds")->setValue(5000);
    QVERIFY(!d.submit->isEnabled());
}

void SubmitDialogTest::prefillsFromTheProfileButKeepsTheAnalystsChoice()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    addServer(fixture, QStringLiteral("one"), [](net::Profile& profile) {
        profile.defaultRoute = QStringLiteral("tor");
        profile.defaultMachine = QStringLiteral("win10x64");
    });
    const QString two = addServer(
        fixture, QStringLiteral("two"), [](net::Profile& profile) { profile.defaultRoute = QStringLiteral("vpn"); });
    Dialog d(fixture);
    auto* route = d.field<ui::ChoiceBox>("routing");
    auto* list = d.servers->findChild<QListWidget*>();
    QCOMPARE(route->value(), QStringLiteral("none"));
    list->item(0)->setCheckState(Qt::Checked);
    QCOMPARE(route->value(), QStringLiteral("tor"));
    QCOMPARE(d.field<ui::ChoiceBox>("specific_machine")->value(), QStringLiteral("win10x64"));
    list->item(0)->setCheckState(Qt::Unchecked);
    list->item(1)->setCheckState(Qt::Checked);
    QCOMPARE(route->value(), QStringLiteral("vpn"));
    QCOMPARE(d.field<ui::ChoiceBox>("specific_machine")->value(), QString());
    choose(route, QStringLiteral("drop"));
    list->item(1)->setCheckState(Qt::Unchecked);
    list->item(0)->setCheckState(Qt::Checked);
    QCOMPARE(route->value(), QStringLiteral("drop"));
}

void SubmitDialogTest::offersTheExportsOfADll()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    QStringList names;
    for (int i = 0; i < 40; ++i) {
        names << QStringLiteral("Export%1").arg(i, 2, 10, QLatin1Char('0'));
    }
    Dialog d(fixture);
    d.dialog.show();
    d.add({fixture.writeSample(QStringLiteral("loader.dll"), test::dllWithExports(names))});
    QVERIFY(d.samples->samples()[0].isDll());
    auto* panel = d.dialog.findChild<ui::ExportsPanel*>();
    QVERIFY(panel->parentWidget()->isVisible());
    // Checked is what the service would run: the well-known ones, the ends, the least common.
    QCOMPARE(panel->chosen(), ui::ExportsModel::serviceChoice(names, 5));
    QVERIFY(d.sent().contains(QStringLiteral("function=%1").arg(panel->chosen().join(QLatin1Char(':')))));
    const auto setChecked = [model = panel->model()](const QString& name, Qt::CheckState state) {
        const QModelIndex index = model->match(model->index(0), Qt::DisplayRole, name, 1, Qt::MatchExactly).value(0);
        QVERIFY(model->setData(index, state, Qt::CheckStateRole));
    };
    for (const QString& name : panel->chosen()) {
        setChecked(name, Qt::Unchecked);
    }
    setChecked(QStringLiteral("Export03"), Qt::Checked);
    setChecked(QStringLiteral("Export07"), Qt::Checked);
    QVERIFY(d.sent().contains(QLatin1String("function=Export03:Export07")));
    QVERIFY(d.sent().contains(QLatin1String("enable_multi=true")));
    d.submit->click();
    QVERIFY(net::fieldValue(fixture.queue.tasks().first().fields, u"options")
            .contains(QLatin1String("function=Export03:Export07")));
}

void SubmitDialogTest::choosesTheBestServerOfAPool()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    addServer(fixture, QStringLiteral("offline"), [](net::Profile& profile) { profile.internetConnected = false; });
    Dialog d(fixture);
    auto* list = d.servers->findChild<QListWidget*>();
    list->item(0)->setCheckState(Qt::Checked);
    list->item(1)->setCheckState(Qt::Checked);
    d.add({fixture.writeSample(QStringLiteral("invoice.exe"))});
    choose(d.field<ui::ChoiceBox>("routing"), QStringLiteral("internet"));
    auto* best = d.servers->findChild<QRadioButton*>(QStringLiteral("pool"));
    best->click();
    QVERIFY(d.servers->isPool());
    // Only one of them leads to the internet and says how busy it is; why it was chosen is told.
    QTRY_VERIFY(d.sent().startsWith(QStringLiteral("\u2192 lab-cape (")));
    QCOMPARE(d.sent().count(QStringLiteral("file = ")), 1);
    d.submit->click();
    QCOMPARE(fixture.queue.tasks().size(), 1);
    QCOMPARE(fixture.queue.tasks().first().profileId, fixture.profiles.profiles().first().id);
}

void SubmitDialogTest::showsEnforcedRoutes()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    Dialog d(fixture);
    d.dialog.show();
    const auto remarks = [&d](const QString& part) {
        const auto labels = d.form->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&part](const QLabel* label) { return label->isVisible() && label->text().contains(part); });
    };
    QVERIFY(!remarks(QStringLiteral("inetsim, none")));
    QVERIFY(ui::loadPoolSettings(fixture.writeSample(QStringLiteral("service.json"),
        "{\"enforce_routing\": true, \"routing_list\": [\"inetsim\", \"none\"], "
        "\"default_analysis_timeout_in_seconds\": 240}")));
    d.add({fixture.writeSample(QStringLiteral("invoice.exe"))});
    QVERIFY(remarks(QStringLiteral("inetsim, none")));
    QVERIFY(d.field<QSpinBox>("analysis_timeout_in_seconds")->text().contains(QLatin1String("240")));
    QVERIFY(d.sent().contains(QLatin1String("timeout = 240")));
    choose(d.field<ui::ChoiceBox>("routing"), QStringLiteral("tor"));
    QVERIFY(!d.submit->isEnabled());
    QVERIFY(!ui::loadPoolSettings(fixture.writeSample(QStringLiteral("bad.json"), "[1]")));
    ui::forgetPoolSettings();
}

void SubmitDialogTest::keepsPresets()
{
    test::UiFixture fixture;
    QFile::remove(core::submission::PresetStore::defaultFile());
    const QString file = fixture.folder.filePath(QStringLiteral("shared.json"));
    {
        Dialog d(fixture);
        auto* bar = d.dialog.findChild<ui::PresetBar*>();
        core::submission::Parameters parameters;
        parameters.analysisTimeout = 300;
        parameters.password = "secret-of-a-sample";
        d.form->setParameters(parameters);
        QVERIFY(bar->saveAs(QStringLiteral("Long run")));
        QVERIFY(bar->rename(QStringLiteral("Long")));
        QVERIFY(bar->exportTo(file));
        QFile exported(file);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        const QByteArray text = exported.readAll();
        QVERIFY(text.contains("Long"));
        QVERIFY(!text.contains("secret-of-a-sample"));
    }
    Dialog d(fixture);
    auto* bar = d.dialog.findChild<ui::PresetBar*>();
    auto* box = bar->findChild<QComboBox*>();
    const int index = box->findText(QStringLiteral("Long"));
    QVERIFY(index > 0);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
    QCOMPARE(d.form->parameters().analysisTimeout, std::int64_t(300));
    QVERIFY(bar->removeCurrent());
    QCOMPARE(box->findText(QStringLiteral("Long")), -1);
    QVERIFY(bar->importFrom(file));
    QVERIFY(box->findText(QStringLiteral("Long")) > 0);
    QSignalSpy failures(bar, &ui::PresetBar::failed);
    QVERIFY(!bar->importFrom(fixture.writeSample(QStringLiteral("no.json"), "[]")));
    QCOMPARE(failures.size(), 1);
    QFile::remove(core::submission::PresetStore::defaultFile());
}

void SubmitDialogTest::asksTheServersForAHash()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    const QString server = fixture.connectDemo();
    const QByteArray bytes = "MZ a sample that the server has seen";
    net::Submission earlier;
    earlier.profileId = server;
    earlier.path = fixture.writeSample(QStringLiteral("seen.exe"), bytes);
    const auto first = fixture.queue.submit(earlier);
    QVERIFY(first);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.queue.task(*first) && fixture.queue.task(*first)->serverTaskId() > 0, 20'000);
    const qint64 taskId = fixture.queue.task(*first)->serverTaskId();
    fixture.queue.cancel(*first);
    fixture.queue.remove(*first);

    Dialog d(fixture);
    d.dialog.show();
    ui::DropContent content;
    const QString md5 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex().toUpper());
    content.hashes = ui::hashesIn(QStringLiteral("is %1 or %2 known?").arg(md5, QString(64, u'0')));
    QCOMPARE(content.hashes.size(), 2);
    d.dialog.addContent(content);
    auto* known = d.dialog.findChild<ui::KnownTasksModel*>();
    QTRY_COMPARE(known->rowCount(), 2);
    QTRY_VERIFY(known->rows()[0].task.has_value());
    QCOMPARE(known->rows()[0].task->id, taskId);
    QTRY_VERIFY(!known->rows()[1].words.isEmpty());
    QVERIFY(!known->rows()[1].task);
    auto* fetch = d.dialog.findChild<QPushButton*>(QStringLiteral("fetchKnown"));
    QTRY_VERIFY(fetch->isEnabled());
    fetch->click();
    QCOMPARE(fixture.queue.tasks().size(), 1);
    const QString adopted = fixture.queue.tasks().first().id;
    QVERIFY(!fetch->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.queue.task(adopted)->phase, net::Phase::Parsing, 30'000);
    QVERIFY(QFile::exists(fixture.queue.task(adopted)->reportPath));
    QVERIFY(fixture.queue.task(adopted)->isReused);
    QCOMPARE(fixture.queue.task(adopted)->fileName, QStringLiteral("seen.exe"));
}

void SubmitDialogTest::searchesPackagesByWhatTheyDo()
{
    test::UiFixture fixture;
    Dialog d(fixture);
    auto* package = d.field<ui::ChoiceBox>("package");
    QCOMPARE(package->value(), QStringLiteral("None"));
    const auto known = core::reference::submissionParam("package")->choices;
    QCOMPARE(package->count(), int(known.size() + core::submission::linuxPackages.size()));
    for (const std::string_view name : core::submission::linuxPackages) {
        QVERIFY2(package->findData(QString::fromUtf8(name.data(), qsizetype(name.size()))) >= 0, name.data());
    }
    for (const std::string_view name : known) {
        const int index = package->findData(QString::fromUtf8(name.data(), qsizetype(name.size())));
        QVERIFY2(index >= 0, std::string(name).c_str());
        QVERIFY(!package->itemData(index, Qt::AccessibleDescriptionRole).toString().isEmpty()); // the line on it
    }
    QCompleter* completer = package->completer();
    QVERIFY(completer);
    completer->setCompletionPrefix(QStringLiteral("onenote"));
    QCOMPARE(completer->completionCount(), 1);
    QCOMPARE(completer->currentCompletion(), QStringLiteral("one"));
}

void SubmitDialogTest::remembersTheChoicesButNoPassword()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    {
        Dialog d(fixture);
        d.add({fixture.writeSample(QStringLiteral("invoice.zip"), "PK\3\4 no archive")});
        core::submission::Parameters parameters;
        parameters.routing = "tor";
        parameters.password = "infected-and-secret";
        d.form->setParameters(parameters);
        d.form->ownWhatDiffers();
        d.dialog.accept();
        QCOMPARE(d.dialog.result(), int(QDialog::Accepted));
    }
    Dialog again(fixture);
    QCOMPARE(again.form->parameters().routing, std::string("tor"));
    QCOMPARE(again.form->parameters().password, std::string());
    QSettings().sync();
    QFile settings(QSettings().fileName());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains("infected-and-secret"));
}

void SubmitDialogTest::fitsASmallScreen()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    Dialog d(fixture);
    d.form->setAdvancedVisible(true);
    d.dialog.show();
    d.add({fixture.writeSample(QStringLiteral("invoice.exe"))});
    QCoreApplication::processEvents();
    QVERIFY(d.dialog.width() <= 1024);
    QVERIFY(d.dialog.height() <= 700);
    auto* scroll = d.dialog.findChild<QScrollArea*>();
    QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
        qPrintable(QStringLiteral("%1 > %2").arg(scroll->widget()->width()).arg(scroll->viewport()->width())));
}

void SubmitDialogTest::asksBeforeItsSamplesAreDropped()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    {
        Dialog empty(fixture);
        empty.dialog.show();
        QTest::keyClick(&empty.dialog, Qt::Key_Escape);
        QVERIFY(!empty.dialog.isVisible());
    }
    Dialog d(fixture);
    d.dialog.show();
    d.add({fixture.writeSample(QStringLiteral("invoice.exe"))});
    QTest::keyClick(&d.dialog, Qt::Key_Escape);
    QVERIFY(d.dialog.isVisible());
    QPointer<QMessageBox> box = d.dialog.findChild<QMessageBox*>();
    QVERIFY(box && box->isVisible());
    box->reject();
    QVERIFY(d.dialog.isVisible());
    QCOMPARE(d.samples->rowCount(), 1);
    QTRY_VERIFY(!box);
    d.dialog.close();
    QVERIFY(d.dialog.isVisible());
    box = d.dialog.findChild<QMessageBox*>();
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole) {
            button->click();
        }
    }
    QVERIFY(!d.dialog.isVisible());
}

void SubmitDialogTest::saysWhatIsNoUrl()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    Dialog d(fixture);
    ui::DropContent content;
    content.urls << QStringLiteral("https://www.example.com/a");
    content.refused << QStringLiteral("javascript:alert(1)");
    d.dialog.addContent(content);
    QVERIFY2(d.problem().contains(QLatin1String("javascript:alert(1)")), qPrintable(d.problem()));
    QCOMPARE(d.samples->rowCount(), 1);
}

void SubmitDialogTest::showsTypesWhole()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    Dialog d(fixture);
    d.dialog.show();
    d.add({fixture.writeSample(QStringLiteral("invoice.pdf"), "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n")});
    auto* view = d.dialog.findChild<QTableView*>();
    const QModelIndex type = d.samples->index(0, ui::SampleListModel::TypeColumn);
    const QString text = type.data().toString();
    QVERIFY(!text.isEmpty());
    QTRY_VERIFY(view->columnWidth(type.column()) >= view->fontMetrics().horizontalAdvance(text));
    // At least five rows are in sight, and no room is kept for remarks that there are none of.
    QVERIFY(view->viewport()->height() >= 5 * view->rowHeight(0));
    QVERIFY(view->isColumnHidden(ui::SampleListModel::ProblemColumn));
}

REGISTER_TEST(SubmitDialogTest)
#include "submitdialogtest.moc"
