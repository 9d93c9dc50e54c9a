// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/preset.h"

#include <QWidget>

class QAction;
class QComboBox;
class QMenu;

namespace ui {

// The named choices of this analyst: choose one, keep the present ones under a name, rename, delete, give to others.
class PresetBar : public QWidget {
    Q_OBJECT
public:
    explicit PresetBar(QWidget* parent = nullptr, core::Access access = core::Access::ReadWrite);

    // The choices as the form has them: their preset is shown, if they are one.
    void setCurrent(const core::submission::Parameters& parameters);
    // Keeps the present choices, without a password.
    bool saveAs(const QString& name);
    bool rename(const QString& to);
    bool removeCurrent();
    bool importFrom(const QString& path);
    bool exportTo(const QString& path);

Q_SIGNALS:
    void chosen(const core::submission::Parameters& parameters);
    void failed(const QString& problem);

private:
    void fill();
    void makeMenu();
    void askForName(const QString& title, const QString& name, bool (PresetBar::*act)(const QString&));
    bool report(const core::Result<void>& outcome);
    QString currentName() const;

    core::submission::PresetStore m_store;
    core::submission::Parameters m_current;
    QComboBox* m_box;
    QMenu* m_menu;
    QAction* m_rename;
    QAction* m_remove;
    QAction* m_export;
};

} // namespace ui
