// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace net {

// The multipart fields sent beside the file, in the order in which they are sent.
using FormFields = QList<std::pair<QString, QString>>;

// The value of the first field of that name; empty where there is none.
inline QString fieldValue(const FormFields& fields, QStringView name)
{
    for (const auto& [key, value] : fields) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

} // namespace net
