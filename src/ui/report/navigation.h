// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace ui {

// The ids of the pages, which targets name.
namespace pages {
inline constexpr QStringView Overview = u"overview";
inline constexpr QStringView Processes = u"processes";
inline constexpr QStringView Network = u"network";
inline constexpr QStringView Signatures = u"signatures";
inline constexpr QStringView Json = u"json";
inline constexpr QStringView Assemblyline = u"assemblyline";
} // namespace pages

// A place in a report that another place asks to be shown.
struct Target {
    QString page;
    std::optional<qint64> pid = {};
    std::optional<qint64> callIndex = {}; // in the report's call store
    QString signature = {}; // its name
    QString text = {}; // something to look for: a domain, an address, a JSON pointer

    friend bool operator==(const Target&, const Target&) = default;
};

// What the whole report is narrowed to; every page that can, follows it. Times are seconds from the start of the
// run, on the report's one axis (core::RunClock).
struct ReportFilters {
    std::set<qint64> pids;
    std::optional<std::pair<double, double>> time;

    bool isEmpty() const { return pids.empty() && !time; }
    friend bool operator==(const ReportFilters&, const ReportFilters&) = default;
};

// What the inspector shows of the thing that is selected: facts in order, then a text in fixed width.
struct InspectorContent {
    struct Fact {
        QString label = {};
        QString value = {};
        bool fixedWidth = false;

        friend bool operator==(const Fact&, const Fact&) = default;
    };

    QString title;
    std::vector<Fact> facts;
    QString body;

    bool isEmpty() const { return title.isEmpty() && facts.empty() && body.isEmpty(); }
    friend bool operator==(const InspectorContent&, const InspectorContent&) = default;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::Target)
Q_DECLARE_METATYPE(ui::ReportFilters)
Q_DECLARE_METATYPE(ui::InspectorContent)
