// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/certificate.h"

#include <QFile>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QByteArray pem(bool other, const QString& part)
{
    QFile file(u":/demo/tls/%1-%2.pem"_s.arg(other ? u"second"_s : u"first"_s, part));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QSslCertificate serverCertificate(bool other)
{
    return QSslCertificate(pem(other, u"certificate"_s), QSsl::Pem);
}

QSslConfiguration serverTls(bool other)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(serverCertificate(other));
    tls.setPrivateKey(QSslKey(pem(other, u"key"_s), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    return tls;
}

} // namespace demo
