// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace core {

// Loads the program's and Qt's own translations for "en", "fr" or "system", and sets the locale that goes with them.
// The system's language is that of LANGUAGE, where it is set, before that of LANG.
void installTranslations(QCoreApplication& app, const QString& language);

} // namespace core
