// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/systemcontrast.h"

#if defined(CAPEWB_HAS_DBUS)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif
#if defined(Q_OS_WIN)
#include <qt_windows.h>
#endif

namespace ui {

#if defined(CAPEWB_HAS_DBUS)

namespace {

const QString Service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString Path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString Interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString Group = QStringLiteral("org.freedesktop.appearance");
const QString Key = QStringLiteral("contrast");
constexpr uint High = 1; // 0 is "no preference"

// Without a bus, asking for one could start it, and wait for that.
bool hasBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS");
}

} // namespace

void SystemContrast::askPortal()
{
    if (!hasBus()) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
        SLOT(takeSetting(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("ReadOne"));
    call << Group << Key;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (!reply.isError()) {
            takeSetting(Group, Key, reply.value());
        }
        finished->deleteLater();
    });
}

void SystemContrast::takeSetting(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == Group && key == Key) {
        set(value.variant().toUInt() == High);
    }
}

#endif

SystemContrast::SystemContrast(QObject* parent)
    : QObject(parent)
{
#if defined(Q_OS_WIN)
    HIGHCONTRAST contrast{};
    contrast.cbSize = sizeof(contrast);
    m_isHigh = SystemParametersInfo(SPI_GETHIGHCONTRAST, sizeof(contrast), &contrast, 0)
        && (contrast.dwFlags & HCF_HIGHCONTRASTON);
#endif
#if defined(CAPEWB_HAS_DBUS)
    askPortal();
#endif
}

void SystemContrast::set(bool isHigh)
{
    if (m_isHigh != isHigh) {
        m_isHigh = isHigh;
        Q_EMIT changed();
    }
}

} // namespace ui
