// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/check.h"

#include "core/ioc/text.h"
#include "core/reference/service.h"
#include "core/submission/packages.h"
#include "core/utctime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace core::submission {

namespace {

// The widths of CAPE's database columns: PostgreSQL refuses longer texts, and the task with them.
constexpr qsizetype longestTags = 256;
constexpr qsizetype longestCustom = 255;
constexpr std::int64_t highestPriority = 3;
constexpr std::int64_t grace = 60; // seconds that the service gives beyond its own limit
constexpr std::array<std::string_view, 6> trafficLights{"clear", "white", "green", "amber", "amber+strict", "red"};

QString translated(const char* text)
{
    return QCoreApplication::translate("SubmissionCheck", text);
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString listed(const auto& words)
{
    QStringList list;
    for (const std::string_view word : words) {
        list << fromUtf8(word);
    }
    return list.join(QStringLiteral(", "));
}

std::span<const std::string_view> choicesOf(std::string_view parameter)
{
    const reference::SubmissionParam* row = reference::submissionParam(parameter);
    return row ? row->choices : std::span<const std::string_view>();
}

QString clockReason(std::string_view clock)
{
    static const QRegularExpression form(QStringLiteral("^[0-9]{2}-[0-9]{2}-[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}\\z"));
    if (clock.empty()) {
        return {};
    }
    const QString text = fromUtf8(clock);
    const QDateTime time = utcTime(text, QStringLiteral("MM-dd-yyyy"));
    if (!form.match(text).hasMatch() || !time.isValid()) {
        return QCoreApplication::translate("SubmissionCheck",
            "\"%1\" is no time that CAPE can read; it would set the clock to 1970. Write MM-DD-YYYY HH:MM:SS, such as "
            "01-31-2024 13:05:00, or leave it empty.")
            .arg(text);
    }
    // CAPE replaces every clock that holds this number by the present.
    if (text.contains(QStringLiteral("1970"))) {
        return translated(QT_TRANSLATE_NOOP(
            "SubmissionCheck", "CAPE takes no clock in 1970: it would use the present. Choose another year."));
    }
    return {};
}

// The service takes inetsim in the place of any other route.
QString enforcedRouteReason(std::string_view route, const PoolConfig& config)
{
    if (!config.enforceRouting || route.empty() || std::ranges::contains(config.routes, lowerCase(route))) {
        return {};
    }
    return QCoreApplication::translate("SubmissionCheck",
        "Routing is enforced on these servers, and \"%1\" is not among their routes: the sample would run with "
        "inetsim. Choose one of: %2.")
        .arg(fromUtf8(route), listed(config.routes));
}

// A server names its VPN, SOCKS5 and gateway routes as it likes, so an unknown one may be right.
QString routeReason(std::string_view route, const PoolConfig& config)
{
    const bool isKnown = std::ranges::contains(config.routes, lowerCase(route))
        || std::ranges::contains(config.routes, route) || std::ranges::contains(config.serverRoutes, route);
    if (route.empty() || isKnown) {
        return {};
    }
    return QCoreApplication::translate("SubmissionCheck",
        "The route \"%1\" is not known here. It is sent as it is; a server without this route runs the sample with "
        "its default one, without a word. Known are: %2.")
        .arg(fromUtf8(route), listed(config.routes));
}

QString timeoutReason(std::int64_t seconds, const PoolConfig& config)
{
    if (seconds < 0) {
        return translated(QT_TRANSLATE_NOOP("SubmissionCheck",
            "The analysis time cannot be negative. Give seconds, or 0 for the time that is set for the servers."));
    }
    if (seconds > config.serviceTimeout + grace) {
        return QCoreApplication::translate("SubmissionCheck",
            "An analysis of %1 s would never end in time: a task may take %2 s in all, processing included. Choose "
            "less "
            "than %2 s.")
            .arg(seconds)
            .arg(config.serviceTimeout);
    }
    return {};
}

QString priorityReason(std::int64_t priority)
{
    if (priority >= 1 && priority <= highestPriority) {
        return {};
    }
    return translated(QT_TRANSLATE_NOOP("SubmissionCheck", "A priority is 1 (normal), 2 (high) or 3 (highest)."));
}

QString choiceReason(std::string_view value, std::span<const std::string_view> choices, const char* text)
{
    if (std::ranges::contains(choices, value)) {
        return {};
    }
    return translated(text).arg(fromUtf8(value), listed(choices));
}

// Packages of the community and a server's own are files on its guests: an unknown one may be right.
QString packageReason(std::string_view package)
{
    if (package.empty() || std::ranges::contains(choicesOf("package"), package)
        || std::ranges::contains(linuxPackages, package)) {
        return {};
    }
    return QCoreApplication::translate("SubmissionCheck",
        "The package \"%1\" is not among those of CAPE. It is sent as it is; on a server without it the analysis "
        "fails.")
        .arg(fromUtf8(package));
}

QString tlpReason(std::string_view tlp)
{
    return tlp.empty() ? QString()
                       : choiceReason(tlp, trafficLights,
                             QT_TRANSLATE_NOOP("SubmissionCheck",
                                 "\"%1\" is no colour of the Traffic Light Protocol. Choose one of: %2."));
}

// What would be lost or broken inside CAPE's options, which are name=value separated by commas.
QString optionReason(std::string_view value)
{
    if (value.contains(',')) {
        return translated(QT_TRANSLATE_NOOP("SubmissionCheck",
            "CAPE separates its options by commas and would cut this one at its comma. Write it without a comma."));
    }
    if (!value.empty() && (value.front() == ' ' || value.back() == ' ')) {
        return translated(
            QT_TRANSLATE_NOOP("SubmissionCheck", "CAPE cuts blanks off the ends of an option. Write it without them."));
    }
    return {};
}

QString customOptionsReason(std::string_view options)
{
    std::set<QString> seen;
    const QStringList parts = fromUtf8(options).split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const QString name = part.section(u'=', 0, 0).trimmed();
        if (!part.contains(u'=') || name.isEmpty()) {
            return QCoreApplication::translate(
                "SubmissionCheck", "CAPE would leave out \"%1\": custom options are name=value, separated by commas.")
                .arg(part.trimmed());
        }
        if (!seen.insert(name).second) {
            return QCoreApplication::translate("SubmissionCheck",
                "The custom option \"%1\" stands there twice; CAPE would take the last one only. Keep one of them.")
                .arg(name);
        }
    }
    return {};
}

QString tagsReason(std::string_view tags)
{
    if (tags.empty()) {
        return {};
    }
    if (fromUtf8(tags).size() > longestTags) {
        return QCoreApplication::translate("SubmissionCheck", "CAPE keeps at most %1 characters of tags. Shorten them.")
            .arg(longestTags);
    }
    const QStringList parts = fromUtf8(tags).split(u',');
    if (std::ranges::any_of(parts, [](const QString& part) { return part.trimmed().isEmpty(); })) {
        return translated(QT_TRANSLATE_NOOP(
            "SubmissionCheck", "Tags are words separated by single commas, without an empty one: \"case-12,mail\"."));
    }
    return {};
}

QString customReason(std::string_view custom)
{
    // With this beginning CAPE marks the task that replaced a lost one.
    if (custom.starts_with("Recovery_")) {
        return translated(QT_TRANSLATE_NOOP("SubmissionCheck",
            "CAPE marks recovered tasks with \"Recovery_\". Begin the custom text with something else."));
    }
    if (fromUtf8(custom).size() > longestCustom) {
        return QCoreApplication::translate(
            "SubmissionCheck", "CAPE keeps at most %1 characters of custom text. Shorten it.")
            .arg(longestCustom);
    }
    return {};
}

QString imageReason(const std::string& image, const PoolConfig& config)
{
    if (config.allowedImages.empty() && (image == "auto_all" || image == "all")) {
        return translated(QT_TRANSLATE_NOOP("SubmissionCheck",
            "No images are set up for these servers (allowed_images), so they cannot all be taken. Name one, or choose "
            "auto."));
    }
    if (image.empty() || config.allowedImages.empty() || std::ranges::contains(choicesOf("specific_image"), image)
        || std::ranges::contains(config.allowedImages, image)) {
        return {};
    }
    return QCoreApplication::translate(
        "SubmissionCheck", "The image \"%1\" is not allowed here. Choose one of: %2, %3.")
        .arg(fromUtf8(image), listed(config.allowedImages), listed(choicesOf("specific_image")));
}

bool hasControlCharacter(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

class Checker {
public:
    Checker(const Parameters& parameters, const PoolConfig& config)
        : m_parameters(parameters)
        , m_config(config)
    {
    }

    std::vector<Problem> run()
    {
        checkTexts();
        const Parameters& p = m_parameters;
        refuse("analysis_timeout_in_seconds", timeoutReason(p.analysisTimeout, m_config));
        refuse("specific_image", imageReason(p.specificImage, m_config));
        refuse("platform", platformReason());
        refuse("dll_function", optionReason(p.dllFunction));
        refuse("arguments", optionReason(p.arguments));
        refuse("password", optionReason(p.password));
        refuse("hh_args", optionReason(p.hollowsHunterArguments));
        refuse("custom_options", customOptionsReason(p.customOptions));
        refuse("clock", clockReason(p.clock));
        warn("package", packageReason(p.package));
        refuse("routing", enforcedRouteReason(p.routing, m_config));
        if (!m_config.enforceRouting) {
            warn("routing", routeReason(p.routing, m_config));
        }
        refuse("priority", priorityReason(p.priority));
        refuse("tlp", tlpReason(p.tlp));
        refuse("tags_tasks", tagsReason(p.taskTags));
        refuse("custom", customReason(p.custom));
        refuse("reboot", rebootReason());
        warnOfOutweighed();
        return std::move(m_problems);
    }

private:
    void refuse(const char* field, const QString& reason)
    {
        if (!reason.isEmpty()) {
            m_problems.push_back({field, reason, false});
        }
    }

    void warn(const char* field, const QString& reason)
    {
        if (!reason.isEmpty()) {
            m_problems.push_back({field, reason, true});
        }
    }

    void warn(const char* field, const char* reason) { warn(field, translated(reason)); }

    void checkTexts()
    {
        const json::Object all = m_parameters.toJson();
        for (const auto& [name, value] : all) {
            if (value.isString() && hasControlCharacter(value.toString())) {
                refuse(std::string(name).c_str(),
                    translated(QT_TRANSLATE_NOOP("SubmissionCheck",
                        "There are line breaks or other control characters in this text. Take them out.")));
            }
        }
    }

    QString platformReason() const
    {
        return choiceReason(m_parameters.platform, choicesOf("platform"),
            QT_TRANSLATE_NOOP("SubmissionCheck", "There is no platform \"%1\". Choose one of: %2."));
    }

    // A reboot takes about as long again.
    QString rebootReason() const
    {
        const bool tooLong = m_parameters.analysisTimeout <= m_config.serviceTimeout + grace
            && m_parameters.analysisTimeout * 2 > m_config.serviceTimeout + grace;
        if (!m_parameters.reboot || !tooLong) {
            return {};
        }
        return QCoreApplication::translate("SubmissionCheck",
            "With this analysis time there is no room for a reboot: both together may take %1 s. Choose a shorter "
            "time, "
            "or no reboot.")
            .arg(m_config.serviceTimeout);
    }

    // The service keeps to the first of machine, platform and image that is given, and to "no monitor".
    void warnOfOutweighed()
    {
        const Parameters& p = m_parameters;
        const bool hasPlatform = p.platform != Parameters().platform;
        const bool hasImage = !p.specificImage.empty() && p.specificImage != Parameters().specificImage;
        if (!p.specificMachine.empty() && hasPlatform) {
            warn("platform",
                QT_TRANSLATE_NOOP("SubmissionCheck", "The platform is not sent: a machine is asked for by its name."));
        }
        if (hasImage && !p.specificMachine.empty()) {
            warn("specific_image",
                QT_TRANSLATE_NOOP("SubmissionCheck", "The image is not sent: a machine is asked for by its name."));
        } else if (hasImage && hasPlatform) {
            warn("specific_image",
                QT_TRANSLATE_NOOP("SubmissionCheck", "The image is not sent: a platform is asked for."));
        }
        if (p.monitoredAndUnmonitored && p.noMonitor) {
            warn("monitored_and_unmonitored",
                QT_TRANSLATE_NOOP(
                    "SubmissionCheck", "Only the task without the monitor is sent: no monitor outweighs both."));
        }
        if (lowerCase(p.tlp) == "red") {
            warn("tlp",
                QT_TRANSLATE_NOOP("SubmissionCheck",
                    "CAPE hands out no report of a task that is TLP:RED: it can only be read on the server's own "
                    "page."));
        }
        if (p.dumpMemory && !m_config.machinerySupportsMemoryDumps) {
            warn("dump_memory",
                QT_TRANSLATE_NOOP("SubmissionCheck",
                    "No memory dump is asked for: the pool's settings say that its machines cannot make one "
                    "(machinery_supports_memory_dumps)."));
        }
    }

    const Parameters& m_parameters;
    const PoolConfig& m_config;
    std::vector<Problem> m_problems;
};

// A number as CAPE reads it from a form, where anything else becomes 0.
QString numberReason(
    std::string_view value, QString (*judge)(std::int64_t, const PoolConfig&), const PoolConfig& config)
{
    Parameters parameters;
    if (const auto read = parameters.set("analysis_timeout_in_seconds", value); !read) {
        return read.error().message;
    }
    return judge(parameters.analysisTimeout, config);
}

QString flagReason(std::string_view value)
{
    Parameters parameters;
    const auto read = parameters.set("dump_memory", value);
    return read ? QString() : read.error().message;
}

QString fieldReason(std::string_view name, std::string_view value, const PoolConfig& config)
{
    if (hasControlCharacter(value)) {
        return translated("There are line breaks or other control characters in this text. Take them out.");
    }
    if (name == "timeout") {
        return numberReason(value, &timeoutReason, config);
    }
    if (name == "priority") {
        return numberReason(
            value, [](std::int64_t priority, const PoolConfig&) { return priorityReason(priority); }, config);
    }
    if (name == "memory" || name == "enforce_timeout" || name == "unique") {
        return flagReason(value);
    }
    if (name == "route") {
        return routeReason(value, config);
    }
    if (name == "clock") {
        return clockReason(value);
    }
    if (name == "options") {
        return customOptionsReason(value);
    }
    if (name == "package") {
        return packageReason(value);
    }
    if (name == "tlp") {
        return tlpReason(value);
    }
    if (name == "custom") {
        return customReason(value);
    }
    return name == "tags" || name == "tags_tasks" ? tagsReason(value) : QString();
}

} // namespace

std::vector<Problem> check(const Parameters& parameters, const PoolConfig& config)
{
    return Checker(parameters, config).run();
}

std::vector<Problem> checkForFile(const Parameters& parameters, const FileFacts& file)
{
    std::vector<Problem> problems;
    if (!parameters.password.empty() && !file.type.starts_with("archive/")) {
        problems.push_back({"password",
            translated(QT_TRANSLATE_NOOP("SubmissionCheck", "The password is not sent: this file is no archive.")),
            true});
    }
    if (!parameters.dllFunction.empty() && !file.type.contains("dll")) {
        problems.push_back({"dll_function",
            translated(QT_TRANSLATE_NOOP("SubmissionCheck", "The function is not sent: this file is no DLL.")), true});
    }
    return problems;
}

std::optional<Problem> checkField(std::string_view name, std::string_view value, const PoolConfig& config)
{
    const QString reason = fieldReason(name, value, config);
    const bool isWarning = (name == "route" || name == "package") && !hasControlCharacter(value);
    return reason.isEmpty() ? std::nullopt : std::optional(Problem{std::string(name), reason, isWarning});
}

std::vector<std::string_view> fieldNames()
{
    return {"timeout", "enforce_timeout", "priority", "options", "package", "machine", "platform", "tags", "route",
        "memory", "clock", "custom", "tags_tasks", "tlp", "unique"};
}

bool isRefused(const std::vector<Problem>& problems)
{
    return std::ranges::any_of(problems, [](const Problem& problem) { return !problem.isWarning; });
}

} // namespace core::submission
