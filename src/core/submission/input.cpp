// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/input.h"

#include "core/ioc/defang.h"
#include "core/ioc/netvalidation.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace core::submission {

namespace {

const QStringList& openableSchemes()
{
    static const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("ftp")};
    return schemes;
}

bool isHash(const QString& text)
{
    static const QRegularExpression hash(QStringLiteral("^(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})\\z"));
    return hash.match(text).hasMatch();
}

bool hasBlank(const QString& text)
{
    return std::ranges::any_of(text.trimmed(), [](QChar c) { return c.isSpace(); });
}

// "example.com", "www.example.com/a?b=c", "192.0.2.1:8080/a", defanged or not: a URL but for its scheme.
bool looksLikeHost(const QString& text)
{
    const QString good = QString::fromStdString(refang(text.trimmed().toStdString()));
    if (good.startsWith(u'/') || good.startsWith(u'.') || good.contains(QStringLiteral("://")) || hasBlank(good)) {
        return false;
    }
    const QUrl url(QStringLiteral("http://") + good, QUrl::StrictMode);
    if (!url.isValid() || !url.userInfo().isEmpty()) {
        return false;
    }
    const std::string host = url.host(QUrl::FullyEncoded).toStdString();
    return isValidDomain(host) || isValidIp(host);
}

} // namespace

std::optional<QString> refangedUrl(const QString& text)
{
    const QString good = QString::fromStdString(refang(text.trimmed().toStdString()));
    const QUrl url(good, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !openableSchemes().contains(url.scheme())) {
        return std::nullopt;
    }
    return good;
}

Result<Input> readInput(const QString& text)
{
    if (QFileInfo::exists(text)) {
        return Input{Input::Kind::File, text};
    }
    if (isHash(text.trimmed())) {
        return Input{Input::Kind::Hash, text.trimmed().toLower()};
    }
    if (const auto url = refangedUrl(text)) {
        return Input{Input::Kind::Url, *url};
    }
    if (hasBlank(text) && text.contains(QStringLiteral("://"))) {
        return std::unexpected(Error{ErrorCode::NotFound,
            QCoreApplication::translate("SubmissionInput",
                "%1 holds a blank, and a URL has none. Write %20 in its place, or give several URLs apart.")
                .arg(text),
            {}});
    }
    if (looksLikeHost(text)) {
        return std::unexpected(Error{ErrorCode::NotFound,
            QCoreApplication::translate(
                "SubmissionInput", "There is no file %1. If it is a URL, write it with its scheme: http://%1")
                .arg(text),
            {}});
    }
    if (text.contains(QStringLiteral("://"))) {
        return std::unexpected(Error{ErrorCode::NotFound,
            QCoreApplication::translate(
                "SubmissionInput", "%1 is no URL that CAPE can open. Give one of http, https or ftp, with its host.")
                .arg(text),
            {}});
    }
    return std::unexpected(Error{ErrorCode::NotFound,
        QCoreApplication::translate(
            "SubmissionInput", "There is no file %1, and it is neither a URL nor the hash of a sample.")
            .arg(text),
        {}});
}

FileFacts urlFacts(const QString& url)
{
    return {url.toStdString(), "uri/" + QUrl(url).scheme().toStdString(), {}, {}};
}

QString junkWord(const QString& fileName)
{
    static const QStringList endings{QStringLiteral("txt"), QStringLiteral("md"), QStringLiteral("yml"),
        QStringLiteral("yaml"), QStringLiteral("rst"), QStringLiteral("gitignore"), QStringLiteral("gitattributes")};
    static const QStringList words{QStringLiteral("license"), QStringLiteral("readme"), QStringLiteral("makefile"),
        QStringLiteral("copying"), QStringLiteral("authors")};
    const QString name = fileName.toLower();
    const QString ending = QFileInfo(name).suffix();
    if (endings.contains(ending)) {
        return u'.' + ending;
    }
    const auto word = std::ranges::find_if(words, [&name](const QString& part) { return name.contains(part); });
    return word == words.end() ? QString() : *word;
}

} // namespace core::submission
