// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/tagcheck.h"

#include "core/ioc/netvalidation.h"
#include "core/ioc/text.h"
#include "core/json/python.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace core::bundle {

namespace {

using Checked = std::expected<json::Value, QString>;

std::unexpected<QString> leftOut(const char* why)
{
    return std::unexpected(QCoreApplication::translate("Bundle", why));
}

// Labels between the dots as Assemblyline compares them: punycode as Unicode, compatibility characters normalised.
std::string comparableDomain(const std::string& value)
{
    QString domain = QString::fromStdString(value).replace(QChar(0x3002), QLatin1Char('.'));
    QStringList labels = domain.split(QLatin1Char('.'));
    for (QString& label : labels) {
        if (label.startsWith(QLatin1String("xn--"), Qt::CaseInsensitive)) {
            const QString decoded = QUrl::fromAce(label.toLatin1().toLower());
            if (!decoded.isEmpty()) {
                label = decoded;
            }
        } else {
            label = label.normalized(QString::NormalizationForm_KC);
        }
    }
    return labels.join(QLatin1Char('.')).toStdString();
}

Checked domain(const std::string& value)
{
    if (!value.contains('.') && !value.contains("\u3002")) {
        return leftOut(QT_TRANSLATE_NOOP("Bundle", "no dot in it: not a domain for Assemblyline"));
    }
    std::string comparable = comparableDomain(value);
    if (!patterns::domainOnly().matches(comparable)) {
        return leftOut(QT_TRANSLATE_NOOP("Bundle", "not a domain for Assemblyline"));
    }
    comparable.erase(comparable.find_last_not_of('.') + 1);
    if (!isValidDomain(comparable)) {
        return leftOut(QT_TRANSLATE_NOOP("Bundle", "its top-level domain is not one that Assemblyline knows"));
    }
    return lowerCase(comparable);
}

// The stored form drops leading zeros of each number.
Checked ip(const std::string& value)
{
    if (!patterns::ipOnly().matches(value) || value.ends_with('\n')) {
        return leftOut(QT_TRANSLATE_NOOP("Bundle", "not an IP address"));
    }
    if (!value.contains('.') || value.contains(':')) {
        return value.contains('.') ? Checked(leftOut(QT_TRANSLATE_NOOP("Bundle", "not an IP address")))
                                   : Checked(value);
    }
    std::string plain;
    for (const QString& part : QString::fromStdString(value).split(QLatin1Char('.'))) {
        plain += (plain.empty() ? "" : ".") + std::to_string(part.toInt());
    }
    return plain;
}

// The last two labels decide, as in Assemblyline.
bool isKnownHost(const std::string& host)
{
    const std::size_t last = host.rfind('.');
    const std::size_t before = last == std::string::npos || last == 0 ? std::string::npos : host.rfind('.', last - 1);
    return isValidDomain(before == std::string::npos ? host : host.substr(before + 1)) || isValidIp(host)
        || host.starts_with('[');
}

Checked uri(const std::string& value)
{
    const auto match = patterns::fullUri().match(value);
    if (!match) {
        return leftOut(QT_TRANSLATE_NOOP("Bundle", "not a URI for Assemblyline"));
    }
    const std::string host(match->group(2));
    if (!isKnownHost(host)) {
        return leftOut(QT_TRANSLATE_NOOP("Bundle", "its host is neither a known domain nor an IP address"));
    }
    std::string stored(match->group());
    const std::string lower = lowerCase(host);
    for (std::size_t at = stored.find(host); at != std::string::npos; at = stored.find(host, at + lower.size())) {
        stored.replace(at, host.size(), lower);
    }
    return stored;
}

Checked email(const std::string& value)
{
    static const Regex pattern("^[a-zA-Z0-9!#$%&'*+/=?^_\u2018{|}~-]+(?:\\.[a-zA-Z0-9!#$%&'*+/=?^_\u2018{|}~-]+)*@("
        + std::string(patterns::domainText()) + ")$");
    const auto match = pattern.match(value);
    if (!match || !isValidDomain(match->group(1))) {
        return leftOut(QT_TRANSLATE_NOOP("Bundle", "not an e-mail address"));
    }
    return lowerCase(value);
}

Checked port(const json::Value& value)
{
    if (value.isInteger()) {
        return value;
    }
    const std::string text = json::python::str(value);
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc() || end != text.data() + text.size()) {
        return leftOut(QT_TRANSLATE_NOOP("Bundle", "not a number"));
    }
    return number;
}

Checked matching(const std::string& value, const Regex& pattern)
{
    if (!pattern.matches(value) || value.ends_with('\n')) {
        return leftOut(QT_TRANSLATE_NOOP("Bundle", "not of the form that Assemblyline asks for"));
    }
    return value;
}

// Tag types whose values are any text, as far as a CAPE export writes them.
constexpr std::array textTypes{"av.heuristic", "av.virus_name", "dynamic.autorun_location", "dynamic.mutex",
    "dynamic.operating_system.version", "dynamic.process.command_line", "dynamic.process.file_name",
    "dynamic.process.file_path", "dynamic.processtree_id", "dynamic.registry_key", "dynamic.signature.category",
    "dynamic.signature.family", "dynamic.signature.name", "file.behavior", "file.config", "file.lib",
    "file.name.anomaly", "file.name.extracted", "file.path", "file.pe.exports.function_name",
    "file.pe.exports.module_name", "file.string.api", "file.string.blacklisted", "file.string.decoded",
    "file.string.extracted", "network.protocol", "network.signature.message", "network.signature.signature_id",
    "network.tls.sni", "network.user_agent", "technique.macro", "technique.shellcode"};
constexpr std::array upperCaseTypes{"attribution.actor", "attribution.campaign", "attribution.category",
    "attribution.exploit", "attribution.family", "attribution.implant", "attribution.network"};

bool isNetworkTag(std::string_view type, std::string_view kind)
{
    return type.ends_with(kind) && (type.starts_with("network.dynamic.") || type.starts_with("network.static."));
}

} // namespace

std::expected<json::Value, QString> checkedTag(std::string_view type, const json::Value& value)
{
    static const Regex platform("^(Windows|Linux|MacOS|Android|iOS)$");
    static const Regex processor("^x(64|86)$");
    static const Regex uriPath("^[/?#]\\S*");
    static const Regex md5("^[a-f0-9]{32}$");

    const std::string text = json::python::str(value);
    if (value.isNull() || text.empty()) {
        return leftOut(QT_TRANSLATE_NOOP("Bundle", "empty"));
    }
    if (type == "network.port") {
        return port(value);
    }
    if (isNetworkTag(type, ".domain")) {
        return domain(text);
    }
    if (isNetworkTag(type, ".ip")) {
        return ip(text);
    }
    if (isNetworkTag(type, ".uri")) {
        return uri(text);
    }
    if (isNetworkTag(type, ".uri_path")) {
        return matching(text, uriPath);
    }
    if (type == "network.email.address") {
        return email(text);
    }
    if (type == "network.tls.ja3_hash" || type == "network.tls.ja3s_hash") {
        return matching(text, md5);
    }
    if (type == "dynamic.operating_system.platform") {
        return matching(text, platform);
    }
    if (type == "dynamic.operating_system.processor") {
        return matching(text, processor);
    }
    if (std::ranges::contains(upperCaseTypes, type)) {
        return upperCase(text);
    }
    if (std::ranges::contains(textTypes, type) || type.starts_with("file.rule.")) {
        return text;
    }
    return leftOut(QT_TRANSLATE_NOOP("Bundle", "a kind of tag that Assemblyline does not have"));
}

} // namespace core::bundle
