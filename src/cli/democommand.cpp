// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/democommands.h"
#include "cli/demosummary.h"
#include "cli/outputfile.h"
#include "cli/quitsignals.h"

#include "core/report/reportreader.h"
#include "core/result/resultbuilder.h"
#include "core/result/resultwriter.h"
#include "demo/serverthread.h"
#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

// Nobody watches: the tasks need not dwell in their states.
constexpr demo::Pace QuickPace{
    std::chrono::milliseconds(200), std::chrono::milliseconds(800), std::chrono::milliseconds(400)};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DemoCommand)
};

core::Error folderError(const QString& path, const QString& reason)
{
    return {core::ErrorCode::CannotWrite,
        QCoreApplication::translate("DemoCommand", "%1 cannot be written. Choose another folder or free some space.")
            .arg(path),
        reason};
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
    if (const auto written = writeFile(sample, "{\\rtf1\\ansi A harmless document of the demo.}\n"); !written) {
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
    std::fprintf(stderr, "%s\n", qPrintable(net::phaseName(m_told)));
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
    if (const auto copied = writeFile(kept, file.readAll()); !copied) {
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
    const std::string json = core::json::dump(core::ResultWriter::storedResult(**result)) + '\n';
    if (const auto saved = writeFile(written, QByteArray::fromStdString(json)); !saved) {
        return saved;
    }
    std::fputs(demoSummary(**report, **result, server, {kept, written}).toUtf8().constData(), stdout);
    return {};
}

core::Result<void> runWhole(const QString& folder)
{
    if (!QDir().mkpath(folder)) {
        return std::unexpected(folderError(folder, {}));
    }
    demo::DemoSession session;
    if (const auto started = session.start(QuickPace); !started) {
        return started;
    }
    QTemporaryDir work;
    if (!work.isValid()) {
        return std::unexpected(folderError(work.path(), work.errorString()));
    }
    Job job(work.path(), session.url());
    const core::Result<QString> zip = job.run();
    return zip ? convert(*zip, folder, session.url()) : std::unexpected(zip.error());
}

} // namespace

int runDemo(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"out"_s, Words::tr("Folder for the report and its result."), u"DIR"_s, u"demo-out"_s});
    if (!parser.parse(QStringList{u"capewb"_s} + arguments) || !parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "usage: capewb %.*s\n", int(DemoUsage.size()), DemoUsage.data());
        return WrongUsage;
    }
    quitOnSignals();
    const core::Result<void> done = runWhole(parser.value(u"out"_s));
    if (done) {
        return Done;
    }
    std::fprintf(stderr, "capewb demo: %s %s\n", qPrintable(done.error().message), qPrintable(done.error().detail));
    return NotDone;
}

} // namespace cli
