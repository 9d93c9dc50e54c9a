// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submitarguments.h"

#include "core/json/reader.h"
#include "core/submission/preset.h"
#include "net/profile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace cli {

namespace {

namespace sub = core::submission;

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

class ArgumentReader {
public:
    core::Result<SubmitArguments> read(const QStringList& words)
    {
        m_parser.addOptions(
            {m_server, m_token, m_parameter, m_field, m_preset, m_config, m_limit, m_each, m_dryRun, m_wait, m_out});
        if (!m_parser.parse(QStringList{QStringLiteral("submit")} + words)) {
            return wrong(m_parser.errorText());
        }
        m_arguments.inputs = m_parser.positionalArguments();
        if (m_arguments.inputs.isEmpty() || !m_parser.isSet(m_server)) {
            return wrong(
                translated(QT_TRANSLATE_NOOP("SubmitCommand", "Name what to submit, and the server with --server.")));
        }
        for (auto step : {&ArgumentReader::readServers, &ArgumentReader::readTokens, &ArgumentReader::readLimit,
                 &ArgumentReader::readConfig, &ArgumentReader::readPreset, &ArgumentReader::readParameters,
                 &ArgumentReader::checkAll}) {
            if (const auto done = (this->*step)(); !done) {
                return std::unexpected(done.error());
            }
        }
        m_arguments.spread = m_parser.isSet(m_each) ? sub::Order::Spread::EachHost : sub::Order::Spread::OneHost;
        m_arguments.dryRun = m_parser.isSet(m_dryRun);
        m_arguments.wait = m_parser.isSet(m_wait);
        m_arguments.out = m_parser.isSet(m_out) ? m_parser.value(m_out) : QDir::currentPath();
        return m_arguments;
    }

private:
    core::Result<void> readServers()
    {
        const QStringList servers = m_parser.values(m_server);
        for (const QString& text : servers) {
            const auto url = net::serverUrl(text);
            if (!url) {
                return wrong(url.error().message);
            }
            if (std::ranges::contains(m_arguments.servers, *url, &SubmitServer::url)) {
                return wrong(QCoreApplication::translate("SubmitCommand", "The server %1 is named twice.").arg(text));
            }
            m_arguments.servers.append({*url, {}});
        }
        return {};
    }

    core::Result<void> readTokens()
    {
        const QStringList variables = m_parser.values(m_token);
        if (variables.size() > 1 && variables.size() != m_arguments.servers.size()) {
            return wrong(translated(QT_TRANSLATE_NOOP(
                "SubmitCommand", "Give --token-env once for all servers, or once for each of them, in their order.")));
        }
        for (qsizetype i = 0; i < m_arguments.servers.size() && !variables.isEmpty(); ++i) {
            const QString variable = variables[std::min(i, variables.size() - 1)];
            m_arguments.servers[i].token = qEnvironmentVariable(qPrintable(variable));
            if (m_arguments.servers[i].token.isEmpty()) {
                return wrong(QCoreApplication::translate("SubmitCommand", "The environment variable %1 holds no token.")
                        .arg(variable));
            }
        }
        return {};
    }

    core::Result<void> readLimit()
    {
        m_arguments.uploadLimit = net::Profile().uploadLimit;
        if (!m_parser.isSet(m_limit)) {
            return {};
        }
        bool isNumber = false;
        m_arguments.uploadLimit = m_parser.value(m_limit).toLongLong(&isNumber);
        if (!isNumber || m_arguments.uploadLimit <= 0) {
            return wrong(translated(QT_TRANSLATE_NOOP("SubmitCommand", "Give --upload-limit as a number of bytes.")));
        }
        return {};
    }

    core::Result<void> readConfig()
    {
        if (!m_parser.isSet(m_config)) {
            return {};
        }
        const auto file = core::json::parseFile(m_parser.value(m_config));
        const auto config = file.and_then(&sub::PoolConfig::fromJson);
        if (!config) {
            return refused(QCoreApplication::translate("SubmitCommand", "The configuration %1 cannot be used: %2")
                    .arg(m_parser.value(m_config), config.error().message));
        }
        m_arguments.config = *config;
        m_arguments.serviceConfig = *file;
        return {};
    }

    // A file with one preset in it, or else the name of one that is kept.
    core::Result<void> readPreset()
    {
        if (!m_parser.isSet(m_preset)) {
            return {};
        }
        const QString name = m_parser.value(m_preset);
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
        if (const auto done = readPairs(m_parameter, &ArgumentReader::readParameter); !done) {
            return done;
        }
        return readPairs(m_field, &ArgumentReader::readField);
    }

    core::Result<void> readPairs(
        const QCommandLineOption& option, core::Result<void> (ArgumentReader::*read)(const QString&, const QString&))
    {
        const QStringList pairs = m_parser.values(option);
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

    QCommandLineParser m_parser;
    const QCommandLineOption m_server{QStringLiteral("server"), {}, QStringLiteral("URL")};
    const QCommandLineOption m_token{QStringLiteral("token-env"), {}, QStringLiteral("VAR")};
    const QCommandLineOption m_parameter{QStringLiteral("param"), {}, QStringLiteral("NAME=VALUE")};
    const QCommandLineOption m_field{QStringLiteral("field"), {}, QStringLiteral("NAME=VALUE")};
    const QCommandLineOption m_preset{QStringLiteral("preset"), {}, QStringLiteral("NAME")};
    const QCommandLineOption m_config{QStringLiteral("config"), {}, QStringLiteral("FILE")};
    const QCommandLineOption m_limit{QStringLiteral("upload-limit"), {}, QStringLiteral("BYTES")};
    const QCommandLineOption m_each{QStringLiteral("each")};
    const QCommandLineOption m_dryRun{QStringLiteral("dry-run")};
    const QCommandLineOption m_wait{QStringLiteral("wait")};
    const QCommandLineOption m_out{QStringLiteral("out"), {}, QStringLiteral("DIR")};
    SubmitArguments m_arguments;
};

} // namespace

core::Result<SubmitArguments> readSubmitArguments(const QStringList& words)
{
    return ArgumentReader().read(words);
}

} // namespace cli
