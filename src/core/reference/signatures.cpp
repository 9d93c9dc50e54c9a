// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/signatures.h"

#include "core/reference/lookup.h"
#include "core/reference/tables/signature_actions.h"
#include "core/reference/tables/signature_categories.h"
#include "core/reference/tables/signature_dropped.h"

namespace core::reference {

std::optional<std::string_view> signatureCategory(std::string_view signature)
{
    return findText(tables::signatureCategories, signature);
}

bool isDroppedSignature(std::string_view signature)
{
    return holds(tables::signatureDropped, signature);
}

std::optional<std::string_view> signatureAction(std::string_view signature)
{
    return findText(tables::signatureActions, signature);
}

} // namespace core::reference
