// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/democommands.h"
#include "cli/demosummary.h"
#include "cli/stopsignals.h"

#include "core/outputfile.h"
#include "core/report/reportreader.h"
#include "core/result/resultbuilder.h"
#include "core/result/resultwriter.h"
#include "demo/serverthread.h"
#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

// Nobody watches: the tasks need not dwell in their states.
constexpr demo::Pace QuickPace{
    std::chrono::milliseconds(200), std::chrono::milliseconds(800), std::chrono::milliseconds(400)};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DemoCommand)
};

const Printer& printer()
{
    static const Printer printer(u"demo"_s);
    return printer;
}

// Takes one sample through the queue that the window uses, telling each phase on stderr.
class Job {
public:
    Job(const QString& workFolder, const QUrl& server)
        : m_folder(workFolder)
        , m_profiles(workFolder + u"/profiles.json"_s)
        , m_queue(&m_profiles, &m_credentials, {workFolder, {}})
        , m_server(server)
    {
    }

    // The path of the fetched report ZIP.
    core::Result<QString> run();

private:
    core::Result<QString> submit();
    void tell();

    QString m_folder;
    net::ProfileStore m_profiles;
    net::CredentialStore m_credentials;
    net::TaskQueue m_queue;
    QUrl m_server;
    QString m_id;
    net::Phase m_told = net::Phase::Hashing;
};

core::Result<QString> Job::submit()
{
    net::Profile profile = net::newProfile(demo::DemoSession::profileName(), m_server);
    profile.proxy = net::ProxyKind::None;
    const core::Result<QString> profileId = m_profiles.add(profile);
    if (!profileId) {
        return profileId;
    }
    m_credentials.setSessionToken(*profileId, demo::DemoSession::token());
    if (const auto opened = m_queue.open(); !opened) {
        return std::unexpected(opened.error());
    }
    const QString sample = m_folder + u"/remittance-advice.rtf"_s;
    if (const auto written = core::writeOutput(sample, "{\\rtf1\\ansi A harmless document of the demo.}\n"); !written) {
        return std::unexpected(written.error());
    }
    net::Submission submission;
    submission.profileId = *profileId;
    submission.path = sample;
    submission.fields = {{u"route"_s, u"internet"_s}};
    return m_queue.submit(submission);
}

core::Result<QString> Job::run()
{
    QObject context;
    QObject::connect(&m_queue, &net::TaskQueue::taskChanged, &context, [this] { tell(); });
    QObject::connect(&m_queue, &net::TaskQueue::reportFetched, &context, [] { QCoreApplication::exit(Done); });
    const core::Result<QString> id = submit();
    if (!id) {
        return id;
    }
    m_id = *id;
    QCoreApplication::exec();
    const std::optional<net::TaskRecord> record = m_queue.task(m_id);
    if (record && record->phase == net::Phase::Parsing) {
        return record->reportPath;
    }
    return std::unexpected(core::Error{
        core::ErrorCode::Cancelled, Words::tr("The demo did not get its report."), record ? record->words : QString()});
}

void Job::tell()
{
    const std::optional<net::TaskRecord> record = m_queue.task(m_id);
    if (!record || record->phase == m_told) {
        return;
    }
    m_told = record->phase;
    printer().say(net::phaseName(m_told));
    if (m_told == net::Phase::Failed || m_told == net::Phase::Cancelled) {
        QCoreApplication::exit(NotDone);
    }
}

core::ConversionOptions conversionOptions(const core::Report& report)
{
    core::ConversionOptions options;
    const core::FileInfo& file = report.target().file;
    options.routing = report.info().route;
    options.fileExtension = ".rtf";
    options.parentTitle = "Analysis Environment Target: " + report.info().machine.name;
    options.sample = core::SampleInfo{.name = file.name,
        .sha256 = file.sha256,
        .md5 = file.md5,
        .sha1 = file.sha1,
        .size = file.size.value_or(0),
        .type = "document/office/rtf"};
    const QList<demo::Machine> machines = demo::DemoSession::options().machines;
    for (const demo::Machine& machine : machines) {
        if (machine.name.toStdString() != report.info().machine.name) {
            continue;
        }
        core::json::Array tags;
        for (const QString& tag : machine.tags) {
            tags.push_back(tag.toStdString());
        }
        options.machine = core::MachineInfo{machine.name.toStdString(), report.info().machine.manager,
            machine.platform.toStdString(), machine.ip.toStdString(), std::move(tags)};
    }
    return options;
}

core::Result<void> convert(const QString& zip, const QString& folder, const QUrl& server)
{
    const QString kept = QDir(folder).filePath(u"report.zip"_s);
    const QString written = QDir(folder).filePath(u"result.json"_s);
    QFile file(zip);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(
            core::Error{core::ErrorCode::CannotRead, Words::tr("The report cannot be read."), file.errorString()});
    }
    if (const auto copied = core::copyToOutput(file, kept); !copied) {
        return copied;
    }
    const core::Result<core::ReportPtr> report = core::ReportReader::read(kept);
    if (!report) {
        return std::unexpected(report.error());
    }
    const auto result = core::buildResult(**report, conversionOptions(**report));
    if (!result) {
        return std::unexpected(result.error());
    }
    if (const auto saved = core::writeJsonOutput(written, core::ResultWriter::storedResult(**result)); !saved) {
        return saved;
    }
    printer().document(demoSummary(**report, **result, server, {kept, written}));
    return {};
}

core::Result<void> runWhole(const QString& folder)
{
    if (const auto made = core::makeOutputFolder(folder); !made) {
        return made;
    }
    demo::DemoSession session;
    if (const auto started = session.start(QuickPace); !started) {
        return started;
    }
    QTemporaryDir work;
    if (!work.isValid()) {
        return std::unexpected(core::Error{core::ErrorCode::CannotWrite,
            Words::tr("No temporary folder could be made. Free some space."), work.errorString()});
    }
    Job job(work.path(), session.url());
    const core::Result<QString> zip = job.run();
    return zip ? convert(*zip, folder, session.url()) : std::unexpected(zip.error());
}

} // namespace

int runDemo(const QStringList& arguments)
{
    CommandLine line(DemoUsage,
        Words::tr(
            "The whole main job without a window, against a demo server of its own: submit, follow, fetch, convert. "
            "Nothing leaves this machine, and the sample is harmless text."));
    line.add(u"out"_s, Words::tr("Folder for the report and its result; demo-out by default."), u"DIR"_s);
    line.addExample(u"demo --out demo-out"_s);
    if (const auto ended = line.read(arguments)) {
        return *ended;
    }
    if (!line.inputs().isEmpty()) {
        return line.wrongUsage(Words::tr("There is nothing to name here: %1").arg(line.inputs().constFirst()));
    }
    quitOnSignals();
    const core::Result<void> done = runWhole(line.isSet(u"out"_s) ? line.value(u"out"_s) : u"demo-out"_s);
    return done ? Done : printer().fail(done.error());
}

} // namespace cli
