// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/exchange.h"

namespace demo {

// The fields of a multipart/form-data body, in order; empty when the content type is another one or the body is not
// well formed. At most 1000 fields are read, as the real server does.
QList<FormField> parseMultipart(const QByteArray& contentType, const QByteArray& body);

// The fields of a request's body, whichever of the two kinds of form it is.
QList<FormField> readForm(const Request& request);

// The value of the first field with this name.
QString fieldOf(const QList<FormField>& form, QStringView name);

} // namespace demo
