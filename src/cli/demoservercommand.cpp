// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/democommands.h"
#include "cli/stopsignals.h"

#include "demo/certificate.h"
#include "demo/server.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <expected>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("DemoServerCommand", text);
}

void addOptions(CommandLine& line)
{
    const auto add = [&line](const QString& name, const char* text, const QString& value = {}) {
        line.add(name, translated(text), value);
    };
    add(u"port"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Port to listen on; 0 for any free one."), u"N"_s);
    add(u"token"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "The only token accepted; may be given more than once."),
        u"T"_s);
    add(u"rate"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Requests allowed for each user, such as 5/m."), u"N/m"_s);
    add(u"report"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "A report ZIP to serve instead of the built-in story."),
        u"ZIP"_s);
    add(u"pace"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Seconds a task is pending, running and completed."),
        u"P,R,C"_s);
    add(u"disable"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "An endpoint to switch off."), u"NAME"_s);
    add(u"fail"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "How every task goes wrong."), u"STATE"_s);
    add(u"no-lite"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Report ZIPs come without reports/lite.json."));
    add(u"no-json"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "There is no full JSON report."));
    add(u"user-stop"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Let users stop an analysis and have it reported."));
    add(u"slow"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Wait so long before each answer."), u"MS"_s);
    add(u"drop-connections"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Share of requests, 0 to 1, that break off."),
        u"P"_s);
    add(u"html-errors"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Answer every third request with an HTML page."));
    add(u"machine-all"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Allow machine=all."));
    add(u"reboot"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Offer tasks/reboot, as older servers do."));
    add(u"seed"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Seed of what is left to chance."), u"N"_s);
    add(u"tls"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "Serve https with a made, self-signed certificate."));
    add(u"other-certificate"_s, QT_TRANSLATE_NOOP("DemoServerCommand", "With --tls: the second made certificate."));
}

// A number option's value, or the fallback where it is not given.
template <typename Number>
std::expected<Number, QString> number(const CommandLine& line, const QString& name, Number fallback, Number maximum)
{
    if (!line.isSet(name)) {
        return fallback;
    }
    bool isNumber = false;
    const double value = line.value(name).toDouble(&isNumber);
    if (!isNumber || value < 0 || value > double(maximum)) {
        return std::unexpected(translated("--%1 needs a number from 0 to %2.").arg(name).arg(maximum));
    }
    return Number(value);
}

std::expected<demo::Pace, QString> readPace(const QString& text)
{
    const QStringList parts = text.split(','_L1);
    QList<std::chrono::milliseconds> times;
    for (const QString& part : parts) {
        bool isNumber = false;
        const double seconds = part.toDouble(&isNumber);
        if (isNumber && seconds >= 0 && seconds <= 86400) {
            times.append(std::chrono::milliseconds(qint64(seconds * 1000)));
        }
    }
    if (times.size() != 3 || parts.size() != 3) {
        return std::unexpected(translated("--pace needs three numbers of seconds, such as 2,6,3."));
    }
    return demo::Pace{times[0], times[1], times[2]};
}

std::expected<void, QString> readNumbers(const CommandLine& line, demo::ServerOptions& options)
{
    const auto port = number(line, u"port"_s, 0, 65535);
    const auto slow = number(line, u"slow"_s, 0, 3'600'000);
    const auto share = number(line, u"drop-connections"_s, 0.0, 1.0);
    const auto seed = number(line, u"seed"_s, 1, 1'000'000'000);
    for (const auto* value : {&port, &slow, &seed}) {
        if (!*value) {
            return std::unexpected(value->error());
        }
    }
    if (!share) {
        return std::unexpected(share.error());
    }
    options.port = quint16(*port);
    options.slow = std::chrono::milliseconds(*slow);
    options.dropConnections = *share;
    options.seed = quint32(*seed);
    return {};
}

std::expected<void, QString> readFaults(const CommandLine& line, demo::ServerOptions& options)
{
    const QStringList disabled = line.values(u"disable"_s);
    for (const QString& name : disabled) {
        const auto endpoint = demo::endpointFromName(name);
        if (!endpoint) {
            return std::unexpected(translated("--disable knows no endpoint %1; it knows %2.")
                    .arg(name, demo::endpointNames().join(u", "_s)));
        }
        options.disabled.insert(*endpoint);
    }
    if (line.isSet(u"fail"_s)) {
        options.failure = demo::failureFromName(line.value(u"fail"_s));
        if (!options.failure) {
            return std::unexpected(translated("--fail knows no state %1; it knows %2.")
                    .arg(line.value(u"fail"_s), demo::failureNames().join(u", "_s)));
        }
    }
    options.lite = !line.isSet(u"no-lite"_s);
    options.fullReport = !line.isSet(u"no-json"_s);
    options.userStop = line.isSet(u"user-stop"_s);
    options.htmlErrors = line.isSet(u"html-errors"_s);
    return {};
}

std::expected<void, QString> readRest(const CommandLine& line, demo::ServerOptions& options)
{
    const QStringList tokens = line.values(u"token"_s);
    for (const QString& token : tokens) {
        options.accounts.append({u"user%1"_s.arg(options.accounts.size() + 1), {}, token});
    }
    if (line.isSet(u"rate"_s)) {
        options.rate = demo::RateLimit::fromText(line.value(u"rate"_s));
        if (!options.rate) {
            return std::unexpected(translated("--rate needs a limit such as 5/m (s, m, h or d)."));
        }
    }
    if (line.isSet(u"pace"_s)) {
        const auto pace = readPace(line.value(u"pace"_s));
        if (!pace) {
            return std::unexpected(pace.error());
        }
        options.pace = *pace;
    }
    options.reports = line.values(u"report"_s);
    for (const QString& path : std::as_const(options.reports)) {
        if (!QFileInfo(path).isReadable()) {
            return std::unexpected(translated("The report %1 cannot be read.").arg(path));
        }
    }
    options.machineAll = line.isSet(u"machine-all"_s);
    options.reboot = line.isSet(u"reboot"_s);
    options.tls = line.isSet(u"tls"_s);
    options.otherCertificate = line.isSet(u"other-certificate"_s);
    return {};
}

std::expected<demo::ServerOptions, QString> readOptions(const CommandLine& line)
{
    if (!line.inputs().isEmpty()) {
        return std::unexpected(translated("Unknown argument: %1").arg(line.inputs().first()));
    }
    demo::ServerOptions options;
    for (const auto read : {readNumbers, readFaults, readRest}) {
        if (const auto done = read(line, options); !done) {
            return std::unexpected(done.error());
        }
    }
    return options;
}

} // namespace

int runDemoServer(const QStringList& arguments)
{
    CommandLine line(DemoServerUsage,
        translated(QT_TRANSLATE_NOOP("DemoServerCommand",
            "A CAPE server that runs nothing: it takes samples and answers as CAPE does, with the built-in story or "
            "given reports. Prints its address and serves until it is interrupted.")));
    addOptions(line);
    line.addExample(u"demo-server --port 8000"_s);
    line.addExample(u"demo-server --token secret --rate 5/m --report report.zip"_s);
    if (const auto ended = line.read(arguments)) {
        return *ended;
    }
    const auto options = readOptions(line);
    if (!options) {
        return line.wrongUsage(options.error());
    }
    quitOnSignals();
    demo::Server server(*options);
    const core::Result<QUrl> url = server.start();
    if (!url) {
        return line.printer().fail(url.error());
    }
    line.printer().row({url->toString()});
    if (options->tls) {
        const QByteArray digest = demo::serverCertificate(options->otherCertificate).digest(QCryptographicHash::Sha256);
        line.printer().say(u"SHA-256 "_s + QString::fromLatin1(digest.toHex(':')));
    }
    Printer::flush();
    return QCoreApplication::exec();
}

} // namespace cli
