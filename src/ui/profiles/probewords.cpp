// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/probewords.h"

#include "net/serverprobe.h"

#include <QCoreApplication>

namespace ui {

QString switchedOffText(const net::ProbeItem& item)
{
    return QCoreApplication::translate("ProbeWords", "%1 is switched off. To switch it on: %2")
        .arg(item.name, item.remedy);
}

} // namespace ui
