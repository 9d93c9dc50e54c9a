// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/configsbuilder.h"

#include "core/report/report.h"
#include "core/result/fieldwarning.h"

namespace core::configsbuilder {

namespace {

constexpr std::string_view configsTitle = "Configs Extracted By CAPE";
constexpr int configExtraction = 5;

void addConfiguration(ConversionContext& context, Section& section, const json::Value& configuration)
{
    for (const auto& [name, values] : configuration.toObject()) {
        if (name.view().starts_with('_')) {
            continue; // CAPE's own notes, such as the hashes that it belongs to
        }
        if (!values.isObject()) {
            warnOfField(context.warnings, "CAPE.configs");
            continue;
        }
        Section table(std::string(name) + " Config", BodyFormat::Table);
        table.setColumnOrder({"type", "config_value"});
        for (const auto& [key, value] : values.toObject()) {
            table.addRow({{"type", key}, {"config_value", value}});
        }
        section.addSubsection(std::move(table));
    }
}

} // namespace

void addConfigs(ConversionContext& context, Section& parent)
{
    const json::Array& configs = listOf(context.report.section("CAPE")["configs"], "CAPE.configs", context.warnings);
    if (configs.empty()) {
        return;
    }
    Section section(configsTitle);
    section.setHeuristic(configExtraction).addSignature("config_extracted", 1000);
    for (const json::Value& configuration : configs) {
        addConfiguration(context, section, configuration);
    }
    parent.addSubsection(std::move(section));
}

json::Array capeArtifacts(ConversionContext& context)
{
    json::Array artifacts;
    const json::Value& payloads = context.report.section("CAPE")["payloads"];
    for (const json::Value& payload : listOf(payloads, "CAPE.payloads", context.warnings)) {
        const json::Value* sha256 = payload.find("sha256");
        const json::Value* pid = payload.find("pid");
        const json::Value* yara = payload.find("cape_yara");
        if (!sha256 || !pid || !yara) {
            warnOfField(context.warnings, "CAPE.payloads");
            continue;
        }
        artifacts.push_back(json::Object{{"sha256", *sha256}, {"pid", *pid}, {"is_yara_hit", yara->size() > 0}});
    }
    return artifacts;
}

} // namespace core::configsbuilder
