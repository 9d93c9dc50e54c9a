// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace core {

// A name that a sandbox or a guest gave, as the name of a file in a folder on any system: no separators, controls,
// characters or device names that Windows forbids, never "." or "..", at most 200 bytes, never empty.
QString safeFileName(const QString& name);

// Safe names for the files of one folder, each given once, whatever the case of its letters.
class SafeFileNames {
public:
    QString take(const QString& name);

private:
    QSet<QString> m_given; // in lower case
};

} // namespace core
