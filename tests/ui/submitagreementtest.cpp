// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "demo/archive.h"
#include "demo/multipart.h"
#include "dllfixture.h"
#include "net/capewbrun.h"
#include "net/serverprobe.h"
#include "support/recorded.h"
#include "support/testregistry.h"
#include "ui/submit/parametersform.h"
#include "ui/submit/poolsettings.h"
#include "ui/submit/samplelistmodel.h"
#include "ui/submit/submitdialog.h"
#include "uifixture.h"

#include <QListWidget>
#include <QPushButton>

using core::submission::Parameters;

namespace {

using Form = QList<std::pair<QString, QString>>; // in the order of the request

// JSON, written here with single quotes.
QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

// The forms that the server got, the file by its name.
QList<Form> formsOf(const demo::Server& server)
{
    QList<Form> forms;
    for (const demo::LoggedRequest& entry : server.log()) {
        if (!entry.request.path.contains(QStringLiteral("tasks/create"))) {
            continue;
        }
        Form form{{QStringLiteral("path"), entry.request.path}};
        for (const demo::FormField& field : demo::parseMultipart(entry.request.contentType, entry.request.body)) {
            form.append({field.name, field.fileName.isNull() ? QString::fromUtf8(field.value) : field.fileName});
        }
        forms << form;
    }
    std::ranges::sort(forms); // several tasks may overtake each other
    return forms;
}

Parameters parametersFrom(const QByteArray& choices)
{
    Parameters parameters = Parameters::fromJson(*core::json::parse(choices)).value();
    parameters.ignoreCache = true; // what is sent is asked for, not what is there already
    return parameters;
}

QStringList wordsFor(const Parameters& parameters)
{
    QStringList words;
    for (const auto& [name, value] : parameters.toJson()) {
        const std::string text = value.isString() ? std::string(value.toString()) : core::json::dump(value);
        words << QStringLiteral("--param") << QString::fromStdString(std::string(name) + '=' + text);
    }
    return words;
}

constexpr char settings[]
    = "{'machinery_supports_memory_dumps': true, 'limit_monitor_apis': true, "
      "'max_dll_exports_exec': 4, 'allowed_images': ['win10x64', 'win7x86'], 'use_antivm_packages': true}";

} // namespace

// The same choices, made in the window and for capewb, are the same request; and that is the recorded one.
class SubmitAgreementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        demo::ServerOptions options = test::quickServer();
        options.machines
            = {{1, QStringLiteral("win10x64"), QStringLiteral("192.0.2.10"), QStringLiteral("windows"),
                   {QStringLiteral("win10x64")}, false},
                {2, QStringLiteral("win7x86"), QStringLiteral("192.0.2.11"), QStringLiteral("windows"),
                    {QStringLiteral("win7x86")}, false}};
        m_server.setOptions(options);
        net::Profile profile = net::newProfile(
            QStringLiteral("127.0.0.1"), net::serverUrl(m_server.start().value_or(QUrl()).toString()).value_or(QUrl()));
        profile.proxy = net::ProxyKind::None;
        const auto id = m_fixture.profiles.add(profile);
        QVERIFY(id);
        m_fixture.credentials.setToken(*id, test::demoToken());
        QVERIFY(m_fixture.queue.open());
        // What the dialog wants to know of the server is asked before, so that only submissions are in its log.
        m_fixture.queue.probeServer(*id);
        QTRY_VERIFY_WITH_TIMEOUT(isProbed(*id), 10'000);
        m_config = m_fixture.writeSample(QStringLiteral("service.json"), json(settings));
        QVERIFY(ui::loadPoolSettings(m_config));
    }

    void cleanupTestCase() { ui::forgetPoolSettings(); }

    void sameChoicesAreTheSameRequest_data()
    {
        QTest::addColumn<QString>("name"); // of the sample, or a URL
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("choices");
        QTest::addColumn<int>("tasks");
        const QByteArray exe = "MZ the same for both";
        QTest::newRow("nothing chosen") << QStringLiteral("a.exe") << exe << QByteArray("{}") << 1;
        QTest::newRow("nearly everything")
            << QStringLiteral("b.exe") << exe
            << json("{'analysis_timeout_in_seconds': 60, 'specific_machine': 'win10x64', 'arguments': '-a --b=c', "
                 "'custom_options': 'procmemdump=1', 'clock': '01-15-2024 10:20:30', 'package': 'exe', "
                 "'routing': 'tor', "
                 "'hh_args': '/loop 3', 'dump_memory': true, 'force_sleepskip': false, 'no_monitor': true, "
                 "'simulate_user': false, 'deep_scan': true, 'priority': 2, 'tlp': 'green', 'tags_tasks': 't1,t2', "
                 "'custom': 'mycustom'}")
            << 1;
        QTest::newRow("with and without the monitor, on all images")
            << QStringLiteral("c.exe") << exe
            << json("{'specific_image': 'all', 'monitored_and_unmonitored': true}") << 4;
        QTest::newRow("a platform") << QStringLiteral("d.exe") << exe << json("{'platform': 'windows'}") << 1;
        QTest::newRow("a DLL's exports")
            << QStringLiteral("e.dll")
            << test::dllWithExports({QStringLiteral("Alpha"), QStringLiteral("Beta"), QStringLiteral("Gamma"),
                   QStringLiteral("Delta"), QStringLiteral("Epsilon"), QStringLiteral("Zeta")})
            << QByteArray("{}") << 1;
        QTest::newRow("a DLL's functions by name")
            << QStringLiteral("f.dll") << test::dllWithExports({QStringLiteral("Alpha")})
            << json("{'dll_function': 'Alpha:#2'}") << 1;
        QTest::newRow("an archive kept whole, with passwords")
            << QStringLiteral("g.zip")
            << demo::packZip({{QStringLiteral("a.exe"), exe}}, QDateTime::currentDateTimeUtc()).value_or(QByteArray())
            << json("{'password': 'infected:malware'}") << 1;
        QTest::newRow("a file under a MIME-encoded name")
            << QStringLiteral("=?utf-8?Q?p=C3=A9.exe?=") << exe << QByteArray("{}") << 1;
        QTest::newRow("a URL") << QStringLiteral("hxxps://www[.]example[.]com/a?b=c") << QByteArray()
                               << json("{'routing': 'internet'}") << 1;
    }

    void sameChoicesAreTheSameRequest()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, choices);
        QFETCH(int, tasks);
        const QString input = bytes.isEmpty() ? name : m_fixture.writeSample(name, bytes);
        const Parameters parameters = parametersFrom(choices);
        const QList<Form> fromWindow = submitInWindow(input, bytes.isEmpty(), parameters, tasks);
        const QList<Form> fromProgram = submitWithProgram(input, wordsFor(parameters));
        QCOMPARE(fromWindow.size(), tasks);
        QCOMPARE(fromProgram, fromWindow);
    }

    // What the window cannot choose of the recorded request: tags and a platform beside a machine, which the service
    // never sends together, and options without the service's leading comma.
    void windowSendsTheRecordedChoices()
    {
        const test::Recorded recorded = test::allRecorded().at(7);
        QCOMPARE(recorded.name, QStringLiteral("008_create_file_all_options"));
        QMap<QString, QString> expected;
        for (const QJsonValue& part : recorded.multipart) {
            const QString name = part[QStringLiteral("name")].toString();
            if (part[QStringLiteral("filename")].isNull()) {
                expected[name] = part[QStringLiteral("value")].toString();
            }
        }
        expected.remove(QStringLiteral("tags"));
        expected.remove(QStringLiteral("platform"));
        expected[QStringLiteral("options")].prepend(u"api-cap=1000,"); // as the pool is set up here
        const auto forms = submitInWindow(m_fixture.writeSample(QStringLiteral("recorded.exe"), "MZ recorded"), false,
            parametersFrom(json("{'analysis_timeout_in_seconds': 60, 'specific_machine': 'win10x64', "
                 "'routing': 'internet', "
                 "'dump_memory': true, 'clock': '01-15-2024 10:20:30', 'priority': 2, 'package': 'exe', "
                 "'custom': 'mycustom', 'tags_tasks': 't1,t2', 'tlp': 'green', 'force_sleepskip': false, "
                 "'custom_options': 'procmemdump=1,free=no'}")),
            1);
        QCOMPARE(forms.size(), 1);
        QMap<QString, QString> sent;
        for (const auto& [name, value] : forms.first()) {
            if (name != QLatin1String("file") && name != QLatin1String("path")) {
                sent[name] = value;
            }
        }
        QCOMPARE(sent, expected);
    }

private:
    bool isProbed(const QString& profileId) const
    {
        const net::ProbeReport* report = m_fixture.queue.probeReport(profileId);
        const net::ProbeItem* last = report ? report->find(u"url") : nullptr;
        return last && last->state != net::ProbeItem::State::Unknown;
    }

    QList<Form> submitInWindow(const QString& input, bool isUrl, const Parameters& parameters, int tasks)
    {
        m_server.clearLog();
        ui::SubmitDialog dialog(m_fixture.backend);
        dialog.findChild<QListWidget*>()->item(0)->setCheckState(Qt::Checked);
        ui::DropContent content;
        (isUrl ? content.urls : content.files) = isUrl ? ui::linksIn(input) : QStringList{input};
        dialog.addContent(content);
        auto* submit = dialog.findChild<QPushButton*>(QStringLiteral("submit"));
        auto* form = dialog.findChild<ui::ParametersForm*>();
        form->setParameters(parameters);
        form->ownWhatDiffers();
        if (!QTest::qWaitFor([submit, &dialog] {
                return submit->isEnabled() && !dialog.findChild<ui::SampleListModel*>()->isInspecting();
            })) {
            qWarning("%s", qPrintable(submit->toolTip()));
            return {};
        }
        submit->click();
        (void)QTest::qWaitFor([&] { return formsOf(m_server).size() >= tasks; }, 20'000);
        return formsOf(m_server);
    }

    QList<Form> submitWithProgram(const QString& input, const QStringList& choices)
    {
        m_server.clearLog();
        const test::Outcome outcome
            = test::capewb(QStringList{QStringLiteral("submit"), input, QStringLiteral("--server"),
                               m_server.url().toString(), QStringLiteral("--token-env"), QStringLiteral("CAPE_TOKEN"),
                               QStringLiteral("--config"), m_config}
                + choices);
        if (outcome.exitCode != 0) {
            qWarning("%s", qPrintable(outcome.err));
            return {};
        }
        return formsOf(m_server);
    }

    test::UiFixture m_fixture;
    demo::Server m_server;
    QString m_config;
};

REGISTER_TEST(SubmitAgreementTest)
#include "submitagreementtest.moc"
