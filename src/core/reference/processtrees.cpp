// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/processtrees.h"

#include "core/reference/lookup.h"
#include "core/reference/tables/process_tree_and_ioc_constants.h"
#include "core/reference/tables/safe_process_trees.h"

namespace core::reference {

std::span<const SafeProcessTree> safeProcessTrees()
{
    return tables::safeProcessTreeRows;
}

bool isSafeTreeId(std::string_view treeId)
{
    return holds(tables::safeTreeIds, treeId);
}

int processTreeDepthLimit()
{
    return tables::processTreeDepthLimit;
}

std::span<const std::string_view> suspiciousTreePatterns()
{
    return tables::treeSuspiciousPatterns;
}

std::span<const std::string_view> suspiciousChildPatterns()
{
    static constexpr std::string_view patterns[] = {tables::suspiciousPattern1, tables::suspiciousPattern2,
        tables::suspiciousPattern3, tables::suspiciousPattern4, tables::suspiciousPattern5, tables::suspiciousPattern6};
    return patterns;
}

std::span<const std::string_view> suspiciousSubprocessPatterns()
{
    return tables::regexSuspiciousSubprocesses;
}

std::span<const std::string_view> harmlessProcessPatterns()
{
    return tables::fpProcesses;
}

std::span<const std::string_view> lolbasProcesses()
{
    return tables::lolbasProcess;
}

std::span<const std::string_view> lolbasSubprocesses()
{
    return tables::lolbasSubprocess;
}

std::span<const std::string_view> officeProcesses()
{
    return tables::officeprocs;
}

std::span<const std::string_view> remotingProcesses()
{
    return tables::suspiciousremotingprocs;
}

} // namespace core::reference
