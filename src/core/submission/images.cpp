// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/images.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace core::submission {

namespace {

struct Target {
    std::string_view platform;
    std::string_view architecture;
};

// Assemblyline's types that do not run on a 64-bit Windows.
constexpr std::array linux32{
    "executable/linux/coff32", "executable/linux/elf32", "executable/linux/pie32", "executable/linux/so32"};
constexpr std::array linux64{"executable/linux/coff64", "executable/linux/elf64", "executable/linux/ia/coff64",
    "executable/linux/pie64", "executable/linux/so64"};
constexpr std::array windows32{"executable/windows/dll32", "executable/windows/pe32"};

Target targetOf(std::string_view fileType)
{
    if (std::ranges::contains(linux64, fileType)) {
        return {"ub", "x64"};
    }
    if (std::ranges::contains(linux32, fileType)) {
        return {"ub", "x86"};
    }
    if (std::ranges::contains(windows32, fileType)) {
        return {"win", "x86"};
    }
    return {"win", "x64"};
}

std::vector<std::string> configuredImages(const json::Value& images, const PoolConfig& config)
{
    std::vector<std::string> chosen;
    for (const json::Value& image : images.toArray()) {
        if (std::ranges::contains(config.allowedImages, image.toString())) {
            chosen.emplace_back(image.toString());
        }
    }
    return chosen;
}

std::vector<std::string> allowedImagesWith(const PoolConfig& config, std::initializer_list<std::string_view> parts)
{
    std::vector<std::string> chosen;
    std::ranges::copy_if(config.allowedImages, std::back_inserter(chosen), [&](const std::string& image) {
        return std::ranges::all_of(parts, [&](std::string_view part) { return image.contains(part); });
    });
    return chosen;
}

} // namespace

Result<std::vector<std::string>> relevantImages(
    std::string_view fileType, const PoolConfig& config, bool allRelevant, std::string_view routing)
{
    const Target target = targetOf(fileType);
    const json::Value& configured = config.autoArchitecture[target.platform][target.architecture];
    if (!config.multiRoutingHosts) {
        if (!allRelevant && configured.size() > 0) {
            return configuredImages(configured, config);
        }
        return allowedImagesWith(config, {target.platform, target.architecture});
    }
    const std::string_view connection = routing == "internet" ? "_on" : "_off";
    if (allRelevant) {
        return allowedImagesWith(config, {target.platform, target.architecture, connection});
    }
    const json::Value* byConnection = configured.find(connection);
    if (!byConnection) {
        return std::unexpected(Error{ErrorCode::BadInput,
            QCoreApplication::translate("Submission",
                "With multi-routing on, auto_architecture needs images by connection (\"_on\" and \"_off\") for each "
                "architecture."),
            {}});
    }
    if (byConnection->size() > 0) {
        return configuredImages(*byConnection, config);
    }
    return allowedImagesWith(config, {target.platform, target.architecture, connection});
}

bool hasImage(const Host& host, std::string_view image, const PoolConfig& config)
{
    return std::ranges::contains(config.allowedImages, image)
        && std::ranges::any_of(host.machines, [image](const Machine& machine) {
               return machine.name.contains(image) || std::ranges::contains(machine.tags, image);
           });
}

} // namespace core::submission
