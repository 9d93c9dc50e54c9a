// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <string>
#include <vector>

namespace core::filetype {

// What libmagic says of a file, by its beginning.
struct MagicAnswer {
    std::vector<std::string> labels; // all that fit, the best first; made safe
    std::vector<std::string> mimes;
};

// Empty where libmagic or its database is missing.
MagicAnswer askMagic(QByteArrayView start);

} // namespace core::filetype
