// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/serverlist.h"

#include "ui/text/safetext.h"
#include "ui/theme/icons.h"

namespace ui {

namespace {
constexpr int ProfileRole = Qt::UserRole;
} // namespace

ServerList::ServerList(QWidget* parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Servers"));
}

void ServerList::fill(const QList<net::Profile>& profiles)
{
    const QString selected = selectedId();
    const QSignalBlocker quiet(this);
    clear();
    for (const net::Profile& profile : profiles) {
        auto* item = new QListWidgetItem(icon(u"server"), safeText(profile.name), this);
        item->setData(ProfileRole, profile.id);
        item->setToolTip(safeToolTip(profile.url.toString()));
        if (profile.id == selected) {
            setCurrentItem(item);
        }
    }
}

QString ServerList::selectedId() const
{
    const QListWidgetItem* item = currentItem();
    return item ? item->data(ProfileRole).toString() : QString();
}

void ServerList::select(const QString& profileId)
{
    QListWidgetItem* wanted = nullptr;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(ProfileRole).toString() == profileId) {
            wanted = item(row);
        }
    }
    setCurrentItem(wanted);
    if (!wanted) {
        clearSelection();
    }
}

} // namespace ui
