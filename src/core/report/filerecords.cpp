// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/capefamily.h"
#include "core/report/fields.h"
#include "core/report/records.h"

namespace core::records {

namespace {

constexpr std::string_view payloadsPath = "CAPE.payloads";
constexpr std::string_view configsPath = "CAPE.configs";

const json::Array& listOf(const json::Value& cape, std::string_view key, ReportWarnings& warnings)
{
    const json::Value& list = cape[key];
    if (!list.isArray() && !list.isNull()) {
        warnings.wrongType("CAPE", key);
    }
    return list.toArray();
}

Payload payload(const json::Value& item, ReportWarnings& warnings)
{
    const Fields fields(item, payloadsPath, warnings);
    Payload payload;
    payload.file = fileInfo(item, payloadsPath, warnings);
    payload.pid = fields.integer("pid");
    payload.processName = fields.text("process_name");
    payload.processPath = fields.text("process_path");
    payload.modulePath = fields.text("module_path");
    payload.capeType = fields.text("cape_type");
    payload.capeTypeCode = fields.integer("cape_type_code");
    payload.targetPid = fields.integer("target_pid");
    payload.virtualAddress = fields.text("virtual_address");
    return payload;
}

// {"Family": {...}, "_associated_config_hashes": [...], ...}
void addConfigs(const json::Value& item, std::vector<MalwareConfig>& configs)
{
    for (const auto& [family, values] : item.toObject()) {
        if (!isConfigBookkeeping(family.view())) {
            configs.push_back({std::string(family), values});
        }
    }
}

// A payload of old versions: {"cape_name": "Family", "cape_config": {...}, ...}.
void addOldConfig(const json::Value& item, ReportWarnings& warnings, std::vector<MalwareConfig>& configs)
{
    const json::Value& values = item["cape_config"];
    if (values.size() > 0) {
        configs.push_back({Fields(item, payloadsPath, warnings).text("cape_name"), values});
    }
}

} // namespace

FileInfo fileInfo(const json::Value& object, std::string_view path, ReportWarnings& warnings)
{
    const Fields fields(object, path, warnings);
    FileInfo file;
    file.name = fields.raw("name").isArray() ? std::string(fields.raw("name")[0].toString()) : fields.text("name");
    file.path = fields.text("path");
    file.guestPaths = fields.textsOrText("guest_paths");
    file.size = fields.integer("size");
    file.type = fields.text("type");
    file.crc32 = fields.text("crc32");
    file.md5 = fields.text("md5");
    file.sha1 = fields.text("sha1");
    file.sha256 = fields.text("sha256");
    file.sha512 = fields.text("sha512");
    file.sha3 = fields.text("sha3_384");
    file.ssdeep = fields.text("ssdeep");
    file.tlsh = fields.text("tlsh");
    file.yara = fields.names("yara");
    file.capeYara = fields.names("cape_yara");
    file.families = familiesOfFile(object);
    file.clamav = fields.texts("clamav");
    return file;
}

Target target(const json::Value& section, ReportWarnings& warnings)
{
    Target target;
    if (!isObject(section, "target", warnings)) {
        return target;
    }
    const Fields fields(section, "target", warnings);
    target.category = fields.text("category");
    target.url = fields.text("url");
    if (isObject(fields.raw("file"), "target.file", warnings)) {
        target.file = fileInfo(fields.raw("file"), "target.file", warnings);
    }
    return target;
}

std::vector<Payload> payloads(const json::Value& cape, ReportWarnings& warnings)
{
    const bool old = cape.isArray();
    if (!old && !isObject(cape, "CAPE", warnings)) {
        return {};
    }
    std::vector<Payload> payloads;
    for (const json::Value& item : old ? cape.toArray() : listOf(cape, "payloads", warnings)) {
        // In old versions a configuration may stand alone, without a file.
        const bool isFile = !old || !item["sha256"].isNull() || !item["path"].isNull();
        if (isObject(item, payloadsPath, warnings) && isFile) {
            payloads.push_back(payload(item, warnings));
        }
    }
    return payloads;
}

std::vector<MalwareConfig> configs(const json::Value& cape, ReportWarnings& warnings)
{
    std::vector<MalwareConfig> configs;
    for (const json::Value& item : cape.toArray()) {
        addOldConfig(item, warnings, configs);
    }
    for (const json::Value& item : listOf(cape, "configs", warnings)) {
        if (isObject(item, configsPath, warnings)) {
            addConfigs(item, configs);
        }
    }
    return configs;
}

} // namespace core::records
