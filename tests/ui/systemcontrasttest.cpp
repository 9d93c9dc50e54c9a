// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/systemcontrast.h"
#include "support/testregistry.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QtTest>

#if defined(QT_DBUS_LIB)
#include <QDBusConnection>
#include <QDBusVariant>
#include <QProcess>

// The settings of the desktop's portal, as far as they are asked for.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint contrast = 1;

public Q_SLOTS:
    QDBusVariant ReadOne(const QString& group, const QString& key)
    {
        const bool known = group == QLatin1String("org.freedesktop.appearance") && key == QLatin1String("contrast");
        return QDBusVariant(known ? QVariant(contrast) : QVariant(QString()));
    }

Q_SIGNALS:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};
#endif

class SystemContrastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheDesktop();
};

void SystemContrastTest::followsTheDesktop()
{
#if defined(QT_DBUS_LIB)
    const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (daemon.isEmpty()) {
        QSKIP("dbus-daemon is not installed");
    }
    QProcess bus;
    bus.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
    QVERIFY(bus.waitForReadyRead(10'000));
    const QByteArray address = bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);

    FakePortal portal;
    QDBusConnection own = QDBusConnection::connectToBus(QString::fromUtf8(address), QStringLiteral("portal"));
    QVERIFY(own.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    QVERIFY(own.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));

    ui::SystemContrast contrast;
    QSignalSpy changed(&contrast, &ui::SystemContrast::changed);
    QTRY_VERIFY(contrast.isHigh());
    QCOMPARE(changed.count(), 1);
    const QString appearance = QStringLiteral("org.freedesktop.appearance");
    Q_EMIT portal.SettingChanged(appearance, QStringLiteral("color-scheme"), QDBusVariant(QVariant(0U)));
    Q_EMIT portal.SettingChanged(appearance, QStringLiteral("contrast"), QDBusVariant(QVariant(0U)));
    QTRY_VERIFY(!contrast.isHigh());
    QCOMPARE(changed.count(), 2);
    QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    bus.kill();
    bus.waitForFinished();
#else
    QSKIP("built without D-Bus");
#endif
}

REGISTER_TEST(SystemContrastTest)
#include "systemcontrasttest.moc"
