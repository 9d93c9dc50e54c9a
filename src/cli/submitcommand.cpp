// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submitcommand.h"

#include "cli/commands.h"
#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <unistd.h>

namespace cli {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("SubmitCommand", text);
}

void complain(const QString& reason)
{
    std::fprintf(stderr, "capewb submit: %s\n", qUtf8Printable(reason));
}

struct Arguments {
    QStringList inputs;
    QUrl server;
    QString token;
    net::FormFields fields;
    bool wait = false;
    QString out;
};

core::Result<Arguments> wrong(const QString& reason)
{
    return std::unexpected(core::Error{core::ErrorCode::BadInput, reason, {}});
}

core::Result<Arguments> readArguments(const QStringList& words)
{
    QCommandLineParser parser;
    const QCommandLineOption server(QStringLiteral("server"), {}, QStringLiteral("URL"));
    const QCommandLineOption token(QStringLiteral("token-env"), {}, QStringLiteral("VAR"));
    const QCommandLineOption parameter(QStringLiteral("param"), {}, QStringLiteral("NAME=VALUE"));
    const QCommandLineOption wait(QStringLiteral("wait"));
    const QCommandLineOption out(QStringLiteral("out"), {}, QStringLiteral("DIR"));
    parser.addOptions({server, token, parameter, wait, out});
    if (!parser.parse(QStringList{QStringLiteral("submit")} + words)) {
        return wrong(parser.errorText());
    }
    Arguments arguments;
    arguments.inputs = parser.positionalArguments();
    if (arguments.inputs.isEmpty() || !parser.isSet(server)) {
        return wrong(translated("Name what to submit, and the server with --server."));
    }
    const auto url = net::serverUrl(parser.value(server));
    if (!url) {
        return std::unexpected(url.error());
    }
    arguments.server = *url;
    if (parser.isSet(token)) {
        arguments.token = qEnvironmentVariable(qPrintable(parser.value(token)));
        if (arguments.token.isEmpty()) {
            return wrong(translated("The environment variable %1 holds no token.").arg(parser.value(token)));
        }
    }
    const QStringList parameters = parser.values(parameter);
    for (const QString& text : parameters) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals <= 0) {
            return wrong(translated("Write a parameter as NAME=VALUE: %1").arg(text));
        }
        arguments.fields.append({text.left(equals), text.mid(equals + 1)});
    }
    arguments.wait = parser.isSet(wait);
    arguments.out = parser.isSet(out) ? parser.value(out) : QDir::currentPath();
    return arguments;
}

bool isUrl(const QString& input)
{
    return input.contains(QLatin1StringView("://")) && !QFileInfo::exists(input);
}

// The queue with one server in it, living as long as the command.
class Submitter : public QObject {
public:
    explicit Submitter(const Arguments& arguments)
        : m_arguments(arguments)
        , m_profiles(m_folder.filePath(QStringLiteral("profiles.json")))
        , m_queue(&m_profiles, &m_credentials, {m_folder.filePath(QStringLiteral("queue")), {}})
        , m_isTerminal(isatty(STDERR_FILENO) == 1)
    {
    }

    int run();

private:
    core::Result<void> prepare();
    bool submitAll();
    void onChanged(const QString& id);
    void onServer();
    void keepReport(const QString& id);
    void endIfDone();
    void showProgress(const net::TaskRecord& task);
    bool isSettled(const net::TaskRecord& task) const;
    int printOutcome();

    const Arguments m_arguments;
    QTemporaryDir m_folder;
    net::ProfileStore m_profiles;
    net::CredentialStore m_credentials;
    net::TaskQueue m_queue;
    QString m_profileId;
    QHash<QString, QString> m_reports; // by task
    QHash<QString, QString> m_shown; // the last line printed for a task
    QString m_failure;
    const bool m_isTerminal;
};

core::Result<void> Submitter::prepare()
{
    if (!m_folder.isValid()) {
        return std::unexpected(core::Error{
            core::ErrorCode::CannotWrite, translated("No temporary folder could be made."), m_folder.errorString()});
    }
    if (m_arguments.wait && !QDir().mkpath(m_arguments.out)) {
        return std::unexpected(core::Error{
            core::ErrorCode::CannotWrite, translated("The folder %1 could not be made.").arg(m_arguments.out), {}});
    }
    const auto added = m_profiles.add(net::newProfile(m_arguments.server.host(), m_arguments.server));
    if (!added) {
        return std::unexpected(added.error());
    }
    m_profileId = *added;
    m_credentials.setSessionToken(m_profileId, m_arguments.token);
    return m_queue.open();
}

bool Submitter::submitAll()
{
    for (const QString& input : m_arguments.inputs) {
        net::Submission submission;
        submission.profileId = m_profileId;
        submission.fields = m_arguments.fields;
        (isUrl(input) ? submission.url : submission.path) = input;
        if (const auto id = m_queue.submit(submission); !id) {
            complain(id.error().message);
            return false;
        }
    }
    return true;
}

int Submitter::run()
{
    if (const auto prepared = prepare(); !prepared) {
        complain(prepared.error().message);
        return NotDone;
    }
    connect(&m_queue, &net::TaskQueue::taskChanged, this, &Submitter::onChanged);
    connect(&m_queue, &net::TaskQueue::serverChanged, this, &Submitter::onServer);
    connect(&m_queue, &net::TaskQueue::reportFetched, this, &Submitter::keepReport);
    if (!submitAll()) {
        return NotDone;
    }
    QCoreApplication::exec();
    return printOutcome();
}

// Without --wait a task is settled once the server has named it.
bool Submitter::isSettled(const net::TaskRecord& task) const
{
    return net::isFinal(task.phase) || (!m_arguments.wait && task.serverTaskId() != 0);
}

void Submitter::onChanged(const QString& id)
{
    if (const auto task = m_queue.task(id)) {
        showProgress(*task);
    }
    endIfDone();
}

void Submitter::endIfDone()
{
    const auto tasks = m_queue.tasks();
    if (std::ranges::all_of(tasks, [this](const net::TaskRecord& task) { return isSettled(task); })) {
        QMetaObject::invokeMethod(qApp, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    }
}

// A server that has never answered is more likely a wrong address than one that will come back.
void Submitter::onServer()
{
    const net::ServerState state = m_queue.serverState(m_profileId);
    if (state.isReachable || state.wasReached || !m_failure.isEmpty()) {
        return;
    }
    m_failure = state.words;
    QMetaObject::invokeMethod(qApp, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
}

void Submitter::keepReport(const QString& id)
{
    const auto task = m_queue.task(id);
    if (!task || !m_arguments.wait) {
        return;
    }
    const QString name = QStringLiteral("%1-%2")
                             .arg(task->sha256.isEmpty() ? QStringLiteral("url") : task->sha256.left(16))
                             .arg(task->serverTaskId());
    const QString zip = QDir(m_arguments.out).filePath(name + QStringLiteral(".zip"));
    const QString lite = QDir(m_arguments.out).filePath(name + QStringLiteral(".json"));
    QFile::remove(zip);
    QFile::remove(lite);
    const bool kept
        = QFile::copy(task->reportPath, zip) && (task->litePath.isEmpty() || QFile::copy(task->litePath, lite));
    if (!kept) {
        return m_queue.setParseFailed(id,
            {core::ErrorCode::CannotWrite, translated("The report could not be saved in %1.").arg(m_arguments.out),
                {}});
    }
    m_reports.insert(id, task->litePath.isEmpty() ? zip : lite);
    m_queue.setParsed(id, std::nullopt);
}

void Submitter::showProgress(const net::TaskRecord& task)
{
    if (!m_isTerminal) {
        return;
    }
    QString line = QStringLiteral("%1: %2").arg(task.fileName, net::phaseName(task.phase));
    if (task.progress >= 0) {
        line += QStringLiteral(" %1 %").arg(task.progress);
    }
    if (!task.words.isEmpty()) {
        line += QStringLiteral(" (%1)").arg(task.words);
    }
    if (std::exchange(m_shown[task.id], line) != line) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(line));
    }
}

int Submitter::printOutcome()
{
    if (!m_failure.isEmpty()) {
        complain(m_failure);
        return NotDone;
    }
    bool isGood = true;
    const auto tasks = m_queue.tasks();
    for (const net::TaskRecord& task : tasks) {
        std::printf("%s\t%lld\t%s\t%s\n", qUtf8Printable(task.fileName), static_cast<long long>(task.serverTaskId()),
            qUtf8Printable(net::phaseKey(task.phase)), qUtf8Printable(m_reports.value(task.id)));
        if (task.phase != net::Phase::Failed) {
            continue;
        }
        isGood = false;
        complain(QStringLiteral("%1: %2").arg(task.fileName, task.words));
    }
    return isGood ? Done : NotDone;
}

} // namespace

int runSubmit(const QStringList& words)
{
    const auto arguments = readArguments(words);
    if (!arguments) {
        complain(arguments.error().message);
        std::fprintf(stderr, "usage: capewb %.*s\n", int(SubmitUsage.size()), SubmitUsage.data());
        return WrongUsage;
    }
    Submitter submitter(*arguments);
    return submitter.run();
}

} // namespace cli
