// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submitarguments.h"

#include "cli/commands.h"
#include "core/json/reader.h"
#include "core/submission/preset.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace cli {

namespace {

namespace sub = core::submission;

const QString Server = QStringLiteral("server");
const QString Parameter = QStringLiteral("param");
const QString Field = QStringLiteral("field");
const QString PresetName = QStringLiteral("preset");
const QString Config = QStringLiteral("config");
const QString UploadLimit = QStringLiteral("upload-limit");
const QString Each = QStringLiteral("each");
const QString DryRun = QStringLiteral("dry-run");
const QString Wait = QStringLiteral("wait");
const QString Timeout = QStringLiteral("timeout");
const QString Out = QStringLiteral("out");

QString translated(const char* text)
{
    return QCoreApplication::translate("SubmitCommand", text);
}

std::unexpected<core::Error> wrong(const QString& reason)
{
    return std::unexpected(core::Error{core::ErrorCode::BadInput, reason, {}});
}

// The usage was right, but what was asked for must not be sent.
std::unexpected<core::Error> refused(const QString& reason)
{
    return std::unexpected(core::Error{core::ErrorCode::BadInput, reason, QStringLiteral("refused")});
}

QString listed(const std::vector<std::string_view>& names)
{
    QStringList list;
    for (const std::string_view name : names) {
        list << QString::fromUtf8(name.data(), qsizetype(name.size()));
    }
    return list.join(QStringLiteral(", "));
}

void addChoices(CommandLine& line)
{
    const auto add = [&line](const QString& name, const char* text, const QString& value = {}) {
        line.add(name, translated(text), value);
    };
    add(Parameter,
        QT_TRANSLATE_NOOP("SubmitCommand",
            "A choice by the Assemblyline service's name for it, such as routing=internet or "
            "analysis_timeout_in_seconds=60."),
        QStringLiteral("NAME=VALUE"));
    add(Field, QT_TRANSLATE_NOOP("SubmitCommand", "One of CAPE's own form fields, sent as it is."),
        QStringLiteral("NAME=VALUE"));
    add(PresetName, QT_TRANSLATE_NOOP("SubmitCommand", "Choices saved in the window, by name, or a file of them."),
        QStringLiteral("NAME|FILE"));
    add(Config, QT_TRANSLATE_NOOP("SubmitCommand", "Keys of the service's configuration, as JSON."),
        QStringLiteral("FILE"));
    add(Each, QT_TRANSLATE_NOOP("SubmitCommand", "To each server, instead of the least busy one."));
    add(UploadLimit, QT_TRANSLATE_NOOP("SubmitCommand", "The largest file that the server takes."),
        QStringLiteral("BYTES"));
    add(DryRun, QT_TRANSLATE_NOOP("SubmitCommand", "Prints what would be sent where, and sends nothing."));
    add(Wait, QT_TRANSLATE_NOOP("SubmitCommand", "Follows the tasks and fetches their reports."));
    add(Timeout,
        QT_TRANSLATE_NOOP("SubmitCommand", "Gives up after this time; what runs on the server then goes on there."),
        QStringLiteral("S"));
    add(Out, QT_TRANSLATE_NOOP("SubmitCommand", "Folder for the reports; otherwise the current one."),
        QStringLiteral("DIR"));
}

CommandLine commandLine()
{
    CommandLine line(SubmitUsage,
        translated(QT_TRANSLATE_NOOP("SubmitCommand",
            "Submits files, folders and URLs to a CAPE server, or to the least busy of several, and asks for the "
            "samples "
            "of hashes. Of a folder, each file in it that CAPE can run; archives are sent as they are. Each step and "
            "each "
            "wait is told on stderr. Prints a line for each task: name, task number on the server, state, report, "
            "server.")));
    line.add(Server, translated(QT_TRANSLATE_NOOP("SubmitCommand", "The address of a server; several are a pool.")),
        QStringLiteral("URL"));
    addServerOptions(line);
    addChoices(line);
    line.addExample(QStringLiteral(
        "submit sample.exe --server https://cape.example.com --token-env CAPE_TOKEN --wait --out reports"));
    line.addExample(QStringLiteral("submit samples/ --profile Lab --preset Internet --wait --timeout 3600"));
    line.addExample(QStringLiteral("submit https://example.com/a --profile Lab --param routing=internet"));
    return line;
}

class ArgumentReader {
public:
    ArgumentReader()
        : m_line(commandLine())
    {
    }

    std::expected<SubmitArguments, int> read(const QStringList& words)
    {
        if (const auto ended = m_line.read(words)) {
            return std::unexpected(*ended);
        }
        for (auto step : {&ArgumentReader::readWhat, &ArgumentReader::readLimits, &ArgumentReader::readConfig,
                 &ArgumentReader::readPreset, &ArgumentReader::readParameters, &ArgumentReader::takeUsualChoices,
                 &ArgumentReader::checkAll}) {
            if (const auto done = (this->*step)(); !done) {
                return std::unexpected(tell(done.error()));
            }
        }
        m_arguments.spread = m_line.isSet(Each) ? sub::Order::Spread::EachHost : sub::Order::Spread::OneHost;
        m_arguments.allowClearToken = allowsClearToken(m_line);
        m_arguments.dryRun = m_line.isSet(DryRun);
        m_arguments.wait = m_line.isSet(Wait);
        m_arguments.out = m_line.isSet(Out) ? m_line.value(Out) : QDir::currentPath();
        return m_arguments;
    }

private:
    int tell(const core::Error& error) const
    {
        const QStringList reasons = error.message.split(u'\n');
        for (const QString& reason : reasons.first(reasons.size() - 1)) {
            m_line.printer().complain(reason);
        }
        if (error.detail.isEmpty()) {
            return m_line.wrongUsage(reasons.constLast());
        }
        m_line.printer().complain(reasons.constLast());
        return WrongUsage;
    }

    core::Result<void> readWhat()
    {
        m_arguments.inputs = m_line.inputs();
        const auto servers = readServers(m_line, m_line.values(Server));
        if (!servers) {
            return wrong(servers.error());
        }
        m_arguments.servers = *servers;
        if (m_arguments.inputs.isEmpty() || servers->isEmpty()) {
            return wrong(translated(
                QT_TRANSLATE_NOOP("SubmitCommand", "Name what to submit, and the server with --server or --profile.")));
        }
        return {};
    }

    core::Result<void> readLimits()
    {
        bool isNumber = true;
        if (m_line.isSet(UploadLimit)) {
            m_arguments.uploadLimit = m_line.value(UploadLimit).toLongLong(&isNumber);
            if (!isNumber || *m_arguments.uploadLimit <= 0) {
                return wrong(
                    translated(QT_TRANSLATE_NOOP("SubmitCommand", "Give --upload-limit as a number of bytes.")));
            }
        }
        if (m_line.isSet(Timeout)) {
            constexpr int longest = 1'000'000; // seconds; timers count milliseconds in an int
            const int seconds = m_line.value(Timeout).toInt(&isNumber);
            if (!isNumber || seconds <= 0 || seconds > longest) {
                return wrong(translated(
                    QT_TRANSLATE_NOOP("SubmitCommand", "Give --timeout as a number of seconds, from 1 to 1000000.")));
            }
            m_arguments.timeout = std::chrono::seconds(seconds);
        }
        return {};
    }

    core::Result<void> readConfig()
    {
        if (!m_line.isSet(Config)) {
            return {};
        }
        const auto file = core::json::parseFile(m_line.value(Config));
        const auto config = file.and_then(&sub::PoolConfig::fromJson);
        if (!config) {
            return refused(QCoreApplication::translate("SubmitCommand", "The configuration %1 cannot be used: %2")
                    .arg(m_line.value(Config), config.error().message));
        }
        m_arguments.config = *config;
        m_arguments.serviceConfig = *file;
        return {};
    }

    // A file with one preset in it, or else the name of one that is kept.
    core::Result<void> readPreset()
    {
        if (!m_line.isSet(PresetName)) {
            return {};
        }
        const QString name = m_line.value(PresetName);
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            const auto kept = sub::PresetStore().preset(name);
            if (!kept) {
                return refused(
                    QCoreApplication::translate("SubmitCommand", "There is no preset %1, nor a file of that name.")
                        .arg(name));
            }
            m_arguments.parameters = kept->parameters;
            return {};
        }
        constexpr qint64 plenty = 2 << 20;
        const auto presets = sub::readPresets(file.read(plenty));
        if (!presets) {
            return refused(QStringLiteral("%1: %2").arg(name, presets.error().message));
        }
        if (presets->size() != 1) {
            return refused(QCoreApplication::translate(
                "SubmitCommand", "The file %1 holds several presets: give one with a single one.")
                    .arg(name));
        }
        m_arguments.parameters = presets->front().parameters;
        return {};
    }

    core::Result<void> readParameters()
    {
        if (const auto done = readPairs(Parameter, &ArgumentReader::readParameter); !done) {
            return done;
        }
        return readPairs(Field, &ArgumentReader::readField);
    }

    core::Result<void> readPairs(
        const QString& option, core::Result<void> (ArgumentReader::*read)(const QString&, const QString&))
    {
        const QStringList pairs = m_line.values(option);
        for (const QString& text : pairs) {
            const qsizetype equals = text.indexOf(u'=');
            if (equals <= 0) {
                return wrong(
                    QCoreApplication::translate("SubmitCommand", "Write a parameter as NAME=VALUE: %1").arg(text));
            }
            if (const auto done = (this->*read)(text.left(equals), text.mid(equals + 1)); !done) {
                return done;
            }
        }
        return {};
    }

    // Who knows CAPE's names may use them: what the service has no name for is one of CAPE's own fields.
    core::Result<void> readParameter(const QString& name, const QString& value)
    {
        m_isRouteChosen = m_isRouteChosen || name == u"routing";
        const auto set = m_arguments.parameters.set(name.toStdString(), value.toStdString());
        if (set) {
            return {};
        }
        if (set.error().code == core::ErrorCode::BadInput) {
            return refused(QStringLiteral("%1: %2").arg(name, set.error().message));
        }
        return readField(name, value);
    }

    core::Result<void> readField(const QString& name, const QString& value)
    {
        m_isRouteChosen = m_isRouteChosen || name == u"route";
        const auto fields = sub::fieldNames();
        if (!std::ranges::contains(fields, name.toStdString())) {
            return wrong(QCoreApplication::translate("SubmitCommand",
                "There is no parameter %1. The service's parameters are: %2. CAPE's own fields, which are sent as they "
                "are: %3.")
                    .arg(name, listed(sub::Parameters::names()), listed(fields)));
        }
        std::erase_if(m_arguments.ownFields, [&name](const auto& field) { return field.first == name.toStdString(); });
        m_arguments.ownFields.emplace_back(name.toStdString(), value.toStdString());
        return {};
    }

    // The saved server's own usual route and machine, where they agree and nothing else was chosen, as in the window.
    core::Result<void> takeUsualChoices()
    {
        const sub::Parameters defaults;
        sub::Parameters& parameters = m_arguments.parameters;
        const QString route = agreed(&net::Profile::defaultRoute);
        if (!m_isRouteChosen && parameters.routing == defaults.routing && !route.isEmpty()) {
            parameters.routing = route.toStdString();
        }
        const bool isMachineOpen = parameters.specificMachine.empty() && parameters.platform == defaults.platform
            && parameters.specificImage == defaults.specificImage && m_arguments.config.allowedImages.empty();
        if (isMachineOpen && m_arguments.servers.size() == 1) {
            parameters.specificMachine = agreed(&net::Profile::defaultMachine).toStdString();
        }
        return {};
    }

    QString agreed(QString net::Profile::* choice) const
    {
        const QString first = m_arguments.servers.constFirst().profile.*choice;
        const bool isAgreed = std::ranges::all_of(
            m_arguments.servers, [&](const NamedServer& server) { return server.profile.*choice == first; });
        return isAgreed ? first : QString();
    }

    core::Result<void> checkAll()
    {
        auto problems = sub::check(m_arguments.parameters, m_arguments.config);
        for (const auto& [name, value] : m_arguments.ownFields) {
            if (auto problem = sub::checkField(name, value, m_arguments.config)) {
                problems.push_back(std::move(*problem));
            }
        }
        QStringList reasons;
        for (const sub::Problem& problem : problems) {
            if (!problem.isWarning) {
                reasons << QStringLiteral("%1: %2").arg(QString::fromStdString(problem.field), problem.reason);
            }
        }
        return reasons.isEmpty() ? core::Result<void>() : refused(reasons.join(u'\n'));
    }

    CommandLine m_line;
    SubmitArguments m_arguments;
    bool m_isRouteChosen = false;
};

} // namespace

qint64 SubmitArguments::largestUpload() const
{
    qint64 largest = uploadLimit.value_or(0);
    for (const NamedServer& server : servers) {
        largest = std::max(largest, uploadLimit ? 0 : server.profile.uploadLimit);
    }
    return largest;
}

std::expected<SubmitArguments, int> readSubmitArguments(const QStringList& words)
{
    return ArgumentReader().read(words);
}

} // namespace cli
