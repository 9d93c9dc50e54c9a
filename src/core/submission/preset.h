// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datalock.h"
#include "core/error.h"
#include "core/submission/parameters.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace core::submission {

// Choices that were given a name, to be used again or by others.
struct Preset {
    QString name;
    Parameters parameters;

    friend bool operator==(const Preset&, const Preset&) = default;
};

// A JSON document of presets; what stands at its default is left out, so that a preset says only what it is about.
QByteArray writePresets(const std::vector<Preset>& presets);

// Reads what writePresets() gave, or a single preset, from whoever sent it. Errors: BadJson, and BadInput with what is
// wrong and in which preset: no name, a parameter that there is not, a value of another kind. TooLarge beyond 1 MiB.
Result<std::vector<Preset>> readPresets(const QByteArray& document);

// The presets of this user, in a file of the settings folder that is written as a whole, with mode 0600. Each change is
// on disk when the function returns; when it cannot be written, nothing changes.
class PresetStore {
public:
    // Reads the file; one that holds no presets is moved aside and told by warning(). With ReadOnly it stays where it is,
    // and every change is answered with core::readOnlyError().
    explicit PresetStore(const QString& file = defaultFile(), Access access = Access::ReadWrite);

    static QString defaultFile();

    const std::vector<Preset>& presets() const { return m_presets; }
    std::optional<Preset> preset(const QString& name) const;
    // Why presets are missing, in words for the analyst; empty when all is well.
    QString warning() const { return m_warning; }

    // Adds it, or replaces the one of that name.
    Result<void> save(const Preset& preset);
    Result<void> rename(const QString& from, const QString& to);
    Result<void> remove(const QString& name);

    // A document of these presets (all where none is named), for other workbenches.
    QByteArray exportJson(const QStringList& names = {}) const;
    // Adds the presets of a document; one whose name is taken gets a number. Gives the names under which they are here.
    Result<QStringList> importJson(const QByteArray& document);

private:
    void load();
    Result<void> commit(std::vector<Preset> presets);

    QString m_file;
    Access m_access;
    std::vector<Preset> m_presets;
    QString m_warning;
};

} // namespace core::submission
