// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <string>

namespace core {

// The bytes as Python writes them: b'...' with escapes for all that is not printable ASCII.
std::string bytesRepr(QByteArrayView bytes);

} // namespace core
