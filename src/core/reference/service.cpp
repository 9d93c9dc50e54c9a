// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/service.h"

#include "core/reference/lookup.h"
#include "core/reference/tables/service.h"
#include "core/reference/tables/service_config.h"
#include "core/reference/tables/submission_params.h"

namespace core::reference {

std::span<const SubmissionParam> submissionParams()
{
    return tables::submissionParamRows;
}

const SubmissionParam* submissionParam(std::string_view name)
{
    const auto row = std::ranges::find(tables::submissionParamRows, name, &SubmissionParam::name);
    return row != std::ranges::end(tables::submissionParamRows) ? row : nullptr;
}

const ServiceInfo& service()
{
    return tables::serviceInfo;
}

std::string_view serviceConfigJson()
{
    return tables::serviceConfig;
}

} // namespace core::reference
