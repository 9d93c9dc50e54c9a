// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/conversionoptions.h"

#include "core/ioc/safelistfile.h"
#include "core/json/reader.h"

#include <QCoreApplication>
#include <QDir>

namespace core {

namespace {

// Reads members of the options one by one; the first of the wrong kind is remembered as the error.
class OptionsReader {
public:
    explicit OptionsReader(const json::Object& options)
        : m_options(options)
    {
    }

    void read(std::string_view key, std::string& target)
    {
        if (const json::Value* value = find(key, json::Value::Type::String)) {
            target = value->toString();
        }
    }
    void read(std::string_view key, bool& target)
    {
        if (const json::Value* value = find(key, json::Value::Type::Bool)) {
            target = value->toBool();
        }
    }
    void read(std::string_view key, std::int64_t& target)
    {
        if (const json::Value* value = find(key, json::Value::Type::Integer)) {
            target = value->toInteger();
        }
    }
    void read(std::string_view key, json::Array& target)
    {
        if (const json::Value* value = find(key, json::Value::Type::Array)) {
            target = value->toArray();
        }
    }
    void read(std::string_view key, std::vector<std::string>& target)
    {
        json::Array items;
        read(key, items);
        for (const json::Value& item : items) {
            if (!item.isString()) {
                refuse(key);
                return;
            }
            target.emplace_back(item.toString());
        }
    }
    template <typename T>
    void read(std::string_view key, std::optional<T>& target)
    {
        if (const json::Value* value = m_options.find(key); value && !value->isNull()) {
            read(key, target.emplace());
        }
    }
    // As the service does: an empty object tells of no machine.
    void read(std::string_view key, std::optional<MachineInfo>& target)
    {
        if (const json::Value* value = find(key, json::Value::Type::Object); value && value->size() > 0) {
            read(key, target.emplace());
        }
    }
    void read(std::string_view key, MachineInfo& target)
    {
        if (const json::Value* value = find(key, json::Value::Type::Object)) {
            OptionsReader machine(value->toObject());
            machine.read("Name", target.name);
            machine.read("Manager", target.manager);
            machine.read("Platform", target.platform);
            machine.read("IP", target.ip);
            machine.read("Tags", target.tags);
            adopt(machine);
        }
    }
    void read(std::string_view key, SampleInfo& target)
    {
        if (const json::Value* value = find(key, json::Value::Type::Object)) {
            OptionsReader sample(value->toObject());
            sample.read("name", target.name);
            sample.read("sha256", target.sha256);
            sample.read("md5", target.md5);
            sample.read("sha1", target.sha1);
            sample.read("size", target.size);
            sample.read("type", target.type);
            adopt(sample);
        }
    }
    void read(std::string_view key, BundleSettings& target)
    {
        if (const json::Value* value = find(key, json::Value::Type::Object)) {
            OptionsReader bundle(value->toObject());
            bundle.read("classification", target.classification);
            bundle.read("submitter", target.submitter);
            bundle.read("description", target.description);
            bundle.read("sample", target.samplePath);
            bundle.read("older", target.older);
            adopt(bundle);
        }
    }

    const std::string& refused() const { return m_refused; }

private:
    const json::Value* find(std::string_view key, json::Value::Type type)
    {
        const json::Value* value = m_options.find(key);
        if (!value || value->isNull()) {
            return nullptr;
        }
        if (value->type() != type) {
            refuse(key);
            return nullptr;
        }
        return value;
    }
    void refuse(std::string_view key)
    {
        if (m_refused.empty()) {
            m_refused = key;
        }
    }
    void adopt(const OptionsReader& inner) { refuse(inner.m_refused); }

    const json::Object& m_options;
    std::string m_refused;
};

Error badOptions(const QString& detail)
{
    return {ErrorCode::BadInput,
        QCoreApplication::translate(
            "ConversionOptions", "The options file is not a JSON object with known values. Correct it."),
        detail};
}

// The safelist that the option names, or holds.
Result<Safelist> readSafelist(const json::Value& option, const QString& folder)
{
    if (!option.isString()) {
        return safelistFrom(option);
    }
    const QString path = QString::fromStdString(std::string(option.toString()));
    return safelistFromFile(folder.isEmpty() ? path : QDir(folder).absoluteFilePath(path));
}

} // namespace

Result<ConversionOptions> ConversionOptions::fromJson(const QByteArray& text, const QString& folder)
{
    const Result<json::Value> parsed = json::parse(text);
    if (!parsed) {
        return std::unexpected(badOptions(parsed.error().detail));
    }
    if (!parsed->isObject()) {
        return std::unexpected(badOptions({}));
    }
    ConversionOptions options;
    OptionsReader reader(parsed->toObject());
    reader.read("routing", options.routing);
    reader.read("random_ip_range", options.randomIpRange);
    // The golden ZIPs name the range alone, and their results have it safelisted.
    options.safelistRandomIp = parsed->toObject().contains("random_ip_range");
    reader.read("safelist_random_ip", options.safelistRandomIp);
    reader.read("file_ext", options.fileExtension);
    reader.read("inetsim_dns_servers", options.inetsimDnsServers);
    reader.read("custom_processtree_id_safelist", options.processTreeSafelist);
    reader.read("uses_https_proxy_in_sandbox", options.httpsProxyInSandbox);
    reader.read("suspicious_accepted_languages", options.suspiciousLanguages);
    reader.read("parent_title", options.parentTitle);
    reader.read("machine_info", options.machine);
    reader.read("machines", options.machines);
    reader.read("machine_section", options.showMachine);
    reader.read("task_id", options.taskId);
    reader.read("sample", options.sample);
    reader.read("extract_cape_dumps", options.extractCapeDumps);
    reader.read("deep_scan", options.deepScan);
    reader.read("bundle", options.bundle);
    if (!reader.refused().empty()) {
        return std::unexpected(badOptions(QString::fromStdString(reader.refused())));
    }
    if (const json::Value& safelist = (*parsed)["safelist"]; !safelist.isNull()) {
        Result<Safelist> read = readSafelist(safelist, folder);
        if (!read) {
            return std::unexpected(read.error());
        }
        options.safelist = *std::move(read);
    }
    return options;
}

} // namespace core
