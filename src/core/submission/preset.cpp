// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/preset.h"

#include "core/json/reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace core::submission {

namespace {

constexpr qsizetype largestDocument = 1 << 20; // bytes
constexpr std::size_t mostPresets = 1000;
constexpr qsizetype longestName = 100;
constexpr std::string_view format = "cape-workbench-presets-1";

std::unexpected<Error> refused(const QString& message, const QString& detail = {})
{
    return std::unexpected(Error{ErrorCode::BadInput, message, detail});
}

json::Object chosen(const Parameters& parameters)
{
    const json::Object defaults = Parameters().toJson();
    json::Object object;
    for (const auto& [name, value] : parameters.toJson()) {
        if (value != defaults[name]) {
            object.append(name, value);
        }
    }
    return object;
}

Result<QString> readName(const json::Value& entry)
{
    const QString name = QString::fromUtf8(entry["name"].toString()).trimmed();
    if (name.isEmpty()) {
        return refused(QCoreApplication::translate("Preset", "A preset in this file has no name."));
    }
    const bool isClean = std::ranges::all_of(name, [](QChar c) { return c.isPrint(); });
    if (name.size() > longestName || !isClean) {
        return refused(QCoreApplication::translate(
            "Preset", "The name of a preset in this file is too long, or holds characters that cannot be shown."));
    }
    return name;
}

Result<Preset> readPreset(const json::Value& entry)
{
    const auto name = readName(entry);
    if (!name) {
        return std::unexpected(name.error());
    }
    const json::Value& choices = entry["parameters"];
    if (!choices.isObject()) {
        return refused(QCoreApplication::translate("Preset", "The preset \"%1\" has no parameters.").arg(*name));
    }
    const auto known = Parameters::names();
    for (const auto& [parameter, value] : choices.toObject()) {
        if (!std::ranges::contains(known, parameter.view())) {
            return refused(QCoreApplication::translate(
                "Preset", "The preset \"%1\" has a parameter that this version does not know: %2")
                    .arg(*name, QString::fromUtf8(parameter.view()).left(longestName)));
        }
    }
    const auto parameters = Parameters::fromJson(choices);
    if (!parameters) {
        return refused(QCoreApplication::translate("Preset", "The preset \"%1\" cannot be used: %2")
                           .arg(*name, parameters.error().message),
            parameters.error().detail);
    }
    return Preset{*name, *parameters};
}

} // namespace

QByteArray writePresets(const std::vector<Preset>& presets)
{
    json::Array entries;
    for (const Preset& preset : presets) {
        entries.push_back(json::Object{{"name", preset.name.toStdString()}, {"parameters", chosen(preset.parameters)}});
    }
    const json::Object document{{"format", format}, {"presets", std::move(entries)}};
    return QByteArray::fromStdString(json::dump(document, 2)) + '\n';
}

Result<std::vector<Preset>> readPresets(const QByteArray& document)
{
    if (document.size() > largestDocument) {
        return std::unexpected(Error{
            ErrorCode::TooLarge, QCoreApplication::translate("Preset", "This file is too large for presets."), {}});
    }
    const auto parsed = json::parse(document, {.depth = 16, .values = 100'000, .bytes = largestDocument});
    if (!parsed || !parsed->isObject()) {
        return std::unexpected(
            Error{ErrorCode::BadJson, QCoreApplication::translate("Preset", "This file does not hold presets."),
                parsed ? QString() : parsed.error().detail});
    }
    const json::Array single{*parsed};
    const json::Value& list = (*parsed)["presets"];
    if (!list.isArray() && !parsed->find("parameters")) {
        return std::unexpected(
            Error{ErrorCode::BadJson, QCoreApplication::translate("Preset", "This file does not hold presets."), {}});
    }
    const json::Array& entries = list.isArray() ? list.toArray() : single;
    if (entries.size() > mostPresets) {
        return refused(QCoreApplication::translate("Preset", "There are too many presets in this file."));
    }
    std::vector<Preset> presets;
    for (const json::Value& entry : entries) {
        auto preset = readPreset(entry);
        if (!preset) {
            return std::unexpected(preset.error());
        }
        presets.push_back(std::move(*preset));
    }
    return presets;
}

} // namespace core::submission
