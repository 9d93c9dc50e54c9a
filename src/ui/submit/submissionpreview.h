// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/parameters.h"
#include "net/taskqueue.h"

namespace ui {

// The multipart fields of the submissions, one a line, those that are alike once.
QString previewText(const QList<net::Submission>& submissions);

// Choices as Parameters::toJson wrote them; the defaults where the text is none.
core::submission::Parameters parametersFromJson(const QByteArray& text);

} // namespace ui
