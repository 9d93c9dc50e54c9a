// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/serveroptions.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr std::array EndpointNames{
    std::pair{Endpoint::CuckooStatus, "status"_L1},
    std::pair{Endpoint::MachinesList, "machines"_L1},
    std::pair{Endpoint::Search, "search"_L1},
    std::pair{Endpoint::SearchBySha256, "search-sha256"_L1},
    std::pair{Endpoint::CreateFile, "create-file"_L1},
    std::pair{Endpoint::CreateUrl, "create-url"_L1},
    std::pair{Endpoint::View, "view"_L1},
    std::pair{Endpoint::Status, "task-status"_L1},
    std::pair{Endpoint::Report, "report"_L1},
    std::pair{Endpoint::Delete, "delete"_L1},
    std::pair{Endpoint::ExtendedSearch, "extended-search"_L1},
    std::pair{Endpoint::TaskList, "list"_L1},
};

constexpr std::array FailureNames{
    std::pair{Failure::Analysis, "failed_analysis"_L1},
    std::pair{Failure::Guest, "guest-unreachable"_L1},
    std::pair{Failure::Processing, "failed_processing"_L1},
    std::pair{Failure::Reporting, "failed_reporting"_L1},
    std::pair{Failure::Recovered, "recovered"_L1},
    std::pair{Failure::Banned, "banned"_L1},
    std::pair{Failure::Vanished, "vanished"_L1},
    std::pair{Failure::NoDirectory, "no-directory"_L1},
};

template <typename Key, typename Table>
std::optional<Key> keyIn(const Table& table, const QString& name)
{
    const auto found = std::ranges::find_if(table, [&name](const auto& row) { return row.second == name; });
    return found == table.end() ? std::nullopt : std::optional<Key>(found->first);
}

template <typename Table>
QStringList namesOf(const Table& table)
{
    QStringList names;
    for (const auto& row : table) {
        names.append(row.second);
    }
    return names;
}

} // namespace

std::optional<RateLimit> RateLimit::fromText(const QString& text)
{
    static const QRegularExpression form(u"^([1-9][0-9]{0,5})/([smhd])"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    static const QHash<QString, int> seconds{{u"s"_s, 1}, {u"m"_s, 60}, {u"h"_s, 3600}, {u"d"_s, 86400}};
    return RateLimit{match.captured(1).toInt(), std::chrono::seconds(seconds.value(match.captured(2)))};
}

std::optional<Endpoint> endpointFromName(const QString& name)
{
    return keyIn<Endpoint>(EndpointNames, name);
}

QStringList endpointNames()
{
    return namesOf(EndpointNames);
}

std::optional<Failure> failureFromName(const QString& name)
{
    return keyIn<Failure>(FailureNames, name);
}

QStringList failureNames()
{
    return namesOf(FailureNames);
}

} // namespace demo
