// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/submit/submissionplan.h"

namespace ui {

// The multipart fields of the submissions, one a line, under the server that gets them and why; those that are alike
// once.
QString previewText(const QList<PlannedSubmission>& submissions);

// Choices as Parameters::toJson wrote them; the defaults where the text is none.
core::submission::Parameters parametersFromJson(const QByteArray& text);

} // namespace ui
