// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QStringList>

namespace test {

// The differences between what the reference service wrote and what was made here, none when they are the same; at
// most 20. Not compared: the order of keys, of tag values and of ATT&CK entries, random identifiers beyond what they
// link, and the hashes of screenshots, which are encoded anew.
QStringList differences(const core::json::Value& expected, const core::json::Value& actual);

} // namespace test
