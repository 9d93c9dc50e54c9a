// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/answer.h"

#include <QJsonValue>

namespace net {

// The content of an Assemblyline answer's envelope (`api_response`), or what went wrong: by the status that the
// envelope names, or else by HTTP's. The server's words are in the error's detail.
core::Result<QJsonValue> readEnvelope(const Answer& answer);

} // namespace net
