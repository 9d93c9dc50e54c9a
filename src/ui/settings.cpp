// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <array>

namespace ui {

namespace {

struct Row {
    Setting setting;
    const char* name;
    QVariant (*fallback)();
};

QVariant nothing()
{
    return {};
}
QVariant yes()
{
    return true;
}
QVariant no()
{
    return false;
}
QVariant system()
{
    return QStringLiteral("system");
}
QVariant run()
{
    return QStringLiteral("run");
}
QVariant documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}
QVariant home()
{
    return QDir::homePath();
}
QVariant recent()
{
    return QStringList{QStringLiteral("0")};
}

constexpr std::array Rows{
    Row{Setting::Scheme, "look/scheme", system},
    Row{Setting::Contrast, "look/contrast", system},
    Row{Setting::Language, "look/language", system},
    Row{Setting::ConfirmDelete, "confirm/delete", yes},
    Row{Setting::ConfirmCancel, "confirm/cancel", yes},
    Row{Setting::Notify, "tasks/notify", yes},
    Row{Setting::ExportFolder, "export/folder", documents},
    Row{Setting::LastOpenFolder, "open/folder", home},
    Row{Setting::LastSubmitFolder, "submit/folder", home},
    Row{Setting::LastResultPath, "export/result", nothing},
    Row{Setting::ExportKinds, "export/kinds", nothing},
    Row{Setting::BundleChoices, "export/bundle", nothing},
    Row{Setting::WindowGeometry, "window/geometry", nothing},
    Row{Setting::WindowState, "window/state", nothing},
    Row{Setting::PageListWidth, "window/page-list", nothing},
    Row{Setting::ServiceConfig, "servers/service", nothing},
    Row{Setting::LastSubmission, "submit/choices", nothing},
    Row{Setting::ReopenReports, "open/again", yes},
    Row{Setting::OpenReports, "open/reports", nothing},
    Row{Setting::CurrentReport, "open/current", nothing},
    Row{Setting::TableHeaders, "window/table-headers", nothing},
    Row{Setting::ProcessesSplitter, "window/processes-splitter", nothing},
    Row{Setting::AssemblylineSplitter, "window/assemblyline-splitter", nothing},
    Row{Setting::HarmlessHidden, "processes/hide-harmless", no},
    Row{Setting::ProcessesAsGraph, "processes/graph", no},
    Row{Setting::ShownClock, "look/clock", run},
    Row{Setting::OpenCases, "cases/open", recent},
};

const Row& row(Setting setting)
{
    return Rows[std::size_t(setting)];
}

} // namespace

QVariant Settings::value(Setting setting)
{
    const QVariant stored = QSettings().value(QLatin1StringView(row(setting).name));
    return stored.isValid() ? stored : row(setting).fallback();
}

void Settings::set(Setting setting, const QVariant& value)
{
    QSettings().setValue(QLatin1StringView(row(setting).name), value);
}

} // namespace ui
