// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/preset.h"

#include "core/submission/settingsfile.h"

#include <QCoreApplication>

#include <algorithm>

namespace core::submission {

namespace {

QString freeName(const QString& wanted, const std::vector<Preset>& taken)
{
    QString name = wanted;
    for (int number = 2; std::ranges::contains(taken, name, &Preset::name); ++number) {
        name = QStringLiteral("%1 (%2)").arg(wanted).arg(number);
    }
    return name;
}

Error unknownPreset(const QString& name)
{
    return {ErrorCode::NotFound, QCoreApplication::translate("Preset", "There is no preset \"%1\".").arg(name), {}};
}

} // namespace

PresetStore::PresetStore(const QString& file, Access access)
    : m_file(file)
    , m_access(access)
{
    load();
}

QString PresetStore::defaultFile()
{
    return settingsFile(QStringLiteral("presets.json"));
}

std::optional<Preset> PresetStore::preset(const QString& name) const
{
    const auto found = std::ranges::find(m_presets, name, &Preset::name);
    return found == m_presets.end() ? std::nullopt : std::optional(*found);
}

Result<void> PresetStore::save(const Preset& preset)
{
    if (preset.name.trimmed().isEmpty()) {
        return std::unexpected(
            Error{ErrorCode::BadInput, QCoreApplication::translate("Preset", "Give the preset a name."), {}});
    }
    // A preset that could not be read again would take the others with it.
    if (const auto again = readPresets(writePresets({preset})); !again) {
        return std::unexpected(again.error());
    }
    std::vector<Preset> presets = m_presets;
    const Preset named{preset.name.trimmed(), preset.parameters};
    const auto found = std::ranges::find(presets, named.name, &Preset::name);
    if (found == presets.end()) {
        presets.push_back(named);
    } else {
        *found = named;
    }
    return commit(std::move(presets));
}

Result<void> PresetStore::rename(const QString& from, const QString& to)
{
    const auto old = preset(from);
    if (!old) {
        return std::unexpected(unknownPreset(from));
    }
    if (to.trimmed() != from && preset(to.trimmed())) {
        return std::unexpected(Error{ErrorCode::BadInput,
            QCoreApplication::translate("Preset", "There is a preset \"%1\" already. Choose another name.")
                .arg(to.trimmed()),
            {}});
    }
    std::vector<Preset> presets = m_presets;
    std::ranges::find(presets, from, &Preset::name)->name = to.trimmed();
    if (const auto again = readPresets(writePresets(presets)); !again) {
        return std::unexpected(again.error());
    }
    return commit(std::move(presets));
}

Result<void> PresetStore::remove(const QString& name)
{
    std::vector<Preset> presets = m_presets;
    if (std::erase_if(presets, [&name](const Preset& preset) { return preset.name == name; }) == 0) {
        return std::unexpected(unknownPreset(name));
    }
    return commit(std::move(presets));
}

QByteArray PresetStore::exportJson(const QStringList& names) const
{
    std::vector<Preset> presets;
    std::ranges::copy_if(m_presets, std::back_inserter(presets),
        [&names](const Preset& preset) { return names.isEmpty() || names.contains(preset.name); });
    return writePresets(presets);
}

Result<QStringList> PresetStore::importJson(const QByteArray& document)
{
    auto read = readPresets(document);
    if (!read) {
        return std::unexpected(read.error());
    }
    std::vector<Preset> presets = m_presets;
    QStringList names;
    for (Preset& preset : *read) {
        preset.name = freeName(preset.name, presets);
        names << preset.name;
        presets.push_back(std::move(preset));
    }
    if (const auto done = commit(std::move(presets)); !done) {
        return std::unexpected(done.error());
    }
    return names;
}

void PresetStore::load()
{
    const auto bytes = readSettingsFile(m_file);
    if (!bytes) {
        m_warning = bytes.error().message;
    }
    if (!bytes || bytes->isEmpty()) {
        return;
    }
    if (auto presets = readPresets(*bytes)) {
        m_presets = std::move(*presets);
    } else {
        m_warning = m_access == Access::ReadOnly ? presets.error().message
                                                 : setAside(m_file, presets.error().message);
    }
}

Result<void> PresetStore::commit(std::vector<Preset> presets)
{
    if (m_access == Access::ReadOnly) {
        return std::unexpected(readOnlyError());
    }
    const auto done = saveSettingsFile(m_file, writePresets(presets));
    if (done) {
        m_presets = std::move(presets);
    }
    return done;
}

} // namespace core::submission
