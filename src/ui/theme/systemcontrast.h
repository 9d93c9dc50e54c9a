// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#if defined(CAPEWB_HAS_DBUS)
#include <QDBusVariant>
#endif

namespace ui {

// Whether the desktop asks for high contrast, which Qt tells only from 6.10 on: the desktop portal's setting on Linux
// (org.freedesktop.appearance contrast), the system parameter on Windows. Normal where neither can be asked.
class SystemContrast : public QObject {
    Q_OBJECT
public:
    explicit SystemContrast(QObject* parent = nullptr);

    bool isHigh() const { return m_isHigh; }

Q_SIGNALS:
    void changed();

private:
#if defined(CAPEWB_HAS_DBUS)
    Q_SLOT void takeSetting(const QString& group, const QString& key, const QDBusVariant& value);
    void askPortal();
#endif
    void set(bool isHigh);

    bool m_isHigh = false;
};

} // namespace ui
