// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace ui {

// What the window remembers. Each has a name in the settings file and a default; see the table in settings.cpp.
enum class Setting {
    Scheme, // "system", "light", "dark"
    Contrast, // "system", "normal", "high"
    Language, // "system", "en", "fr"
    ConfirmDelete,
    ConfirmCancel,
    Notify,
    ExportFolder,
    LastOpenFolder,
    LastSubmitFolder,
    LastResultPath,
    ExportKinds,
    BundleChoices, // of the export dialog
    WindowGeometry,
    WindowState,
    PageListWidth,
    ServiceConfig, // what the servers are set up for, as JSON
    LastSubmission, // the choices of the submit dialog
    ReopenReports,
    OpenReports,
    CurrentReport, // path of the one that was looked at
    TableHeaders, // name of a table -> state of its header
    ProcessesSplitter,
    AssemblylineSplitter,
    HarmlessHidden, // processes known to be harmless
    ProcessesAsGraph,
    ShownClock, // "run", "guest", "host"
    OpenCases, // ids of the cases whose analyses are shown; 0 is "Recent"
};

// The settings of the user: read and written at once.
class Settings {
public:
    static QVariant value(Setting setting);
    static QString text(Setting setting) { return value(setting).toString(); }
    static bool isOn(Setting setting) { return value(setting).toBool(); }
    static void set(Setting setting, const QVariant& value);
};

} // namespace ui
