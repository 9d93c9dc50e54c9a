// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/warning.h"

#include <QCoreApplication>
#include <QLocale>

namespace core {

namespace {

// Translated patterns.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportWarning)
};

} // namespace

QString describe(const Warning& warning)
{
    const QString where = QString::fromStdString(warning.path);
    const QString what = warning.isOfWholeText() ? warning.what
                                                 : Text::tr("%1: %2", "place, what was done").arg(where, warning.what);
    return warning.count > 1
        ? Text::tr("%1 (×%2)", "warning, how often").arg(what, QLocale().toString(warning.count))
        : what;
}

} // namespace core
