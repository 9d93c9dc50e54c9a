// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/result/section.h"

class QWidget;

namespace ui {

// The body of an Assemblyline section drawn as Assemblyline draws it: texts, key values, tables, the processes,
// connections and signatures of a sandbox. Null where there is nothing to draw. The parent owns it.
QWidget* makeSectionBody(core::BodyFormat format, const core::json::Value& body, QWidget* parent);

} // namespace ui
