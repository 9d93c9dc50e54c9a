// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>

namespace demo {

// A self-signed certificate for 127.0.0.1 and localhost, made for the demo server and the tests. Its key is public: it
// proves nothing. `other` gives a second one, to play a server whose certificate changed.
QSslCertificate serverCertificate(bool other = false);
// A server's TLS with that certificate.
QSslConfiguration serverTls(bool other = false);

} // namespace demo
