// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace ui {

// Loads the program's and Qt's own translations for "en", "fr" or "system", and sets the locale that goes with them.
void installTranslations(QCoreApplication& app, const QString& language);

} // namespace ui
