// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/serverselection.h"

#include "net/profilestore.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSslCertificate>

#include <algorithm>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ServerSelection)
};

using Problem = std::unexpected<QString>;

const QString ProfileName = QStringLiteral("profile");
const QString TokenVariable = QStringLiteral("token-env");
const QString CaFile = QStringLiteral("ca");
const QString Pin = QStringLiteral("pin");
const QString AllowClearToken = QStringLiteral("allow-clear-token");

bool isVariableName(const QString& text)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*\\z"));
    static const QRegularExpression token(QStringLiteral("^[0-9A-Fa-f]{32,}\\z"));
    return name.match(text).hasMatch() && !token.match(text).hasMatch();
}

std::expected<QString, QString> readToken(const QString& variable)
{
    if (!isVariableName(variable)) {
        return Problem(Words::tr("--token-env takes the name of an environment variable, not the token itself: on a "
                                 "command line others can read it."));
    }
    if (!qEnvironmentVariableIsSet(qPrintable(variable))) {
        return Problem(Words::tr("The environment variable %1 is not set. Set and export it (export %1=…), or leave "
                                 "--token-env out for a server that asks for no token.")
                .arg(variable));
    }
    const QString token = qEnvironmentVariable(qPrintable(variable));
    if (token.isEmpty()) {
        return Problem(Words::tr("The environment variable %1 is empty: it holds no token. Set it to the token, or "
                                 "leave --token-env out for a server that asks for none.")
                .arg(variable));
    }
    const bool isClean = std::ranges::all_of(token, [](QChar c) { return c > u' ' && c <= u'~'; });
    if (!isClean) {
        return Problem(Words::tr("The token in %1 holds a line break, a blank or another character that no token has. "
                                 "Set it without: export %1=\"$(tr -d '[:space:]' < FILE)\".")
                .arg(variable));
    }
    return token;
}

QString knownNames(const net::ProfileStore& store)
{
    QStringList names;
    for (const net::Profile& profile : store.profiles()) {
        names << profile.name;
    }
    return names.isEmpty() ? Words::tr("none") : names.join(QStringLiteral(", "));
}

// The value for the server of this place: one is for all of them, several are in the servers' order.
QString valueFor(const QStringList& values, qsizetype index)
{
    return values.isEmpty() ? QString() : values[std::min(index, values.size() - 1)];
}

class Reader {
public:
    explicit Reader(const CommandLine& line)
        : m_line(line)
    {
    }

    std::expected<QList<NamedServer>, QString> read(const QStringList& addresses)
    {
        for (const auto& done : {addAddresses(addresses), addProfiles(), checkCounts(addresses.size())}) {
            if (!done) {
                return Problem(done.error());
            }
        }
        for (qsizetype i = 0; i < m_servers.size(); ++i) {
            for (const auto& done : {setToken(i), setTrust(i)}) {
                if (!done) {
                    return Problem(done.error());
                }
            }
            if (allowsClearToken(m_line)) {
                net::allowClearText(m_servers[i].profile);
            }
        }
        return m_servers;
    }

private:
    using Done = std::expected<void, QString>;

    Done addAddresses(const QStringList& addresses)
    {
        for (const QString& text : addresses) {
            const auto url = net::serverUrl(text);
            if (!url) {
                return Problem(url.error().message);
            }
            if (contains(*url)) {
                return Problem(Words::tr("The server %1 is named twice.").arg(text));
            }
            m_servers.append(NamedServer{net::newProfile(url->host(), *url), false, QString()});
        }
        return {};
    }

    Done addProfiles()
    {
        const QStringList names = m_line.values(ProfileName);
        if (names.isEmpty()) {
            return {};
        }
        // The window may have it open, and moves a damaged one aside itself.
        const net::ProfileStore store(net::ProfileStore::defaultFile(), nullptr, core::Access::ReadOnly);
        if (!store.warning().isEmpty()) {
            m_line.printer().say(store.warning());
        }
        for (const QString& name : names) {
            const auto profile = store.profileNamed(name);
            if (!profile) {
                return Problem(Words::tr("There is no saved server %1. There are: %2.").arg(name, knownNames(store)));
            }
            if (contains(profile->url)) {
                return Problem(Words::tr("The server %1 is named twice.").arg(name));
            }
            m_servers.append(NamedServer{*profile, true, std::nullopt});
        }
        return {};
    }

    bool contains(const QUrl& url) const
    {
        return std::ranges::any_of(m_servers, [&url](const NamedServer& known) { return known.profile.url == url; });
    }

    Done checkCounts(qsizetype addresses) const
    {
        if (const auto tokens = m_line.values(TokenVariable).size(); tokens > 1 && tokens != m_servers.size()) {
            return Problem(
                Words::tr("Give --token-env once for all servers, or once for each of them, in their order."));
        }
        for (const QString& name : {CaFile, Pin}) {
            const qsizetype count = m_line.values(name).size();
            if (count > 0 && addresses == 0) {
                return Problem(
                    Words::tr("A saved server has its own certificate settings: --%1 goes with an address.").arg(name));
            }
            if (count > 1 && count != addresses) {
                return Problem(
                    Words::tr("Give --%1 once for all addresses, or once for each of them, in their order.").arg(name));
            }
        }
        return {};
    }

    Done setToken(qsizetype index)
    {
        const QStringList variables = m_line.values(TokenVariable);
        if (variables.isEmpty()) {
            return {};
        }
        const auto token = readToken(valueFor(variables, index));
        if (!token) {
            return Problem(token.error());
        }
        m_servers[index].token = *token;
        return {};
    }

    Done setTrust(qsizetype index)
    {
        net::Profile& profile = m_servers[index].profile;
        const bool isSaved = m_servers[index].isSaved;
        if (const QString file = valueFor(m_line.values(CaFile), index); !isSaved && !file.isEmpty()) {
            if (QSslCertificate::fromPath(file).isEmpty()) {
                return Problem(Words::tr("%1 holds no certificate that can be read. Give a PEM file.").arg(file));
            }
            profile.caFile = file;
        }
        if (const QString text = valueFor(m_line.values(Pin), index); !isSaved && !text.isEmpty()) {
            static const QRegularExpression digest(QStringLiteral("^[0-9a-f]{64}\\z"));
            const QString hex = text.toLower().remove(u':').remove(u' ');
            if (!digest.match(hex).hasMatch()) {
                return Problem(Words::tr("--pin takes the SHA-256 of the server's certificate: 64 hex digits, with or "
                                         "without colons."));
            }
            if (profile.url.scheme() != u"https") {
                return Problem(Words::tr("--pin needs an https address: %1 shows no certificate.")
                        .arg(profile.url.toDisplayString()));
            }
            profile.tlsPin = hex.toLatin1();
        }
        return {};
    }

    const CommandLine& m_line;
    QList<NamedServer> m_servers;
};

} // namespace

void addServerOptions(CommandLine& line)
{
    line.add(ProfileName, Words::tr("A server saved in the window, with its settings and its token."),
        QStringLiteral("NAME"));
    line.add(TokenVariable,
        Words::tr("The environment variable that holds the token; once for all servers, or once for each."),
        QStringLiteral("VAR"));
    line.add(CaFile, Words::tr("Further certificate authorities, as PEM."), QStringLiteral("FILE"));
    line.add(
        Pin, Words::tr("Accept this certificate only, a self-signed one too: its SHA-256."), QStringLiteral("SHA256"));
    line.addFlag(AllowClearToken,
        Words::tr("Send a token over plain http to another machine, where anyone on the way can read it."));
}

std::expected<QList<NamedServer>, QString> readServers(const CommandLine& line, const QStringList& addresses)
{
    return Reader(line).read(addresses);
}

std::expected<NamedServer, QString> readServer(const CommandLine& line)
{
    const auto servers = readServers(line, line.inputs());
    if (!servers) {
        return Problem(servers.error());
    }
    if (servers->size() != 1) {
        return Problem(Words::tr("Name one server, by its address or with --profile."));
    }
    return servers->constFirst();
}

bool allowsClearToken(const CommandLine& line)
{
    return line.isSet(AllowClearToken);
}

} // namespace cli
