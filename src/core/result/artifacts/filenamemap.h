// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/warnings.h"

#include <QByteArrayView>
#include <QString>

#include <string>
#include <unordered_map>

namespace core {

// What files.json of a report ZIP says: how the guest named the files that lie in the ZIP under their hashes.
class FileNameMap {
public:
    // One JSON object a line; nothing is read behind a line that is none, which is warned of.
    static FileNameMap read(QByteArrayView text, Warnings& warnings);

    // The guest's name without its folder; the entry's own name where the map has none.
    std::string nameOf(const QString& entry) const;

private:
    bool addLine(std::string_view line);

    std::unordered_map<std::string, std::string> m_names;
};

} // namespace core
