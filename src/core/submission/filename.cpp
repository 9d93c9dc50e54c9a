// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/filename.h"

#include "core/reference/filetypes.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace core::submission {

namespace {

constexpr std::string_view forbiddenCharacters = "<>:\"/\\|?*";

std::string randomName()
{
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string name(8, ' ');
    std::ranges::generate(name, [] { return letters[QRandomGenerator::global()->bounded(quint32(letters.size()))]; });
    return name;
}

QByteArray decodeQuotedPrintable(QByteArray text)
{
    text.replace('_', ' ');
    return QByteArray::fromPercentEncoding(text, '=');
}

// Python pads what lacks its padding, and refuses what is no base 64 at all.
std::optional<QByteArray> decodeBase64(const QByteArray& text)
{
    if (text.size() % 4 == 1) {
        return std::nullopt;
    }
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::IgnoreBase64DecodingErrors);
    return decoded.decoded;
}

std::string withoutLeadingBlanks(const std::string& name)
{
    QString text = QString::fromStdString(name);
    const auto start = std::ranges::find_if_not(text, [](QChar c) { return c.isSpace(); });
    return text.sliced(start - text.begin()).toStdString();
}

bool isMimeEncoded(std::string_view name)
{
    return name.size() >= 4 && name.starts_with("=?") && name.ends_with("?=") && !name.contains('\n');
}

} // namespace

std::optional<std::string> decodeMimeName(std::string_view name)
{
    static const QRegularExpression word(QStringLiteral(R"(=\?([^?]*?)\?([qQbB])\?(.*?)\?=)"));
    const QString text = QString::fromUtf8(name.data(), qsizetype(name.size()));
    QByteArray bytes;
    QString charset;
    qsizetype end = 0;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString between = text.sliced(end, match.capturedStart() - end);
        if (end > 0 && (match.captured(1).compare(charset, Qt::CaseInsensitive) != 0 || !between.trimmed().isEmpty())) {
            break;
        }
        if (end == 0 && match.capturedStart() > 0) {
            return std::nullopt;
        }
        charset = match.captured(1).toLower();
        end = match.capturedEnd();
        const QByteArray encoded = match.captured(3).toLatin1();
        if (match.captured(2).compare(QLatin1String("q"), Qt::CaseInsensitive) == 0) {
            bytes += decodeQuotedPrintable(encoded);
        } else if (const auto decoded = decodeBase64(encoded)) {
            bytes += *decoded;
        } else {
            return std::nullopt;
        }
    }
    QStringDecoder decoder(charset.toLatin1().constData());
    if (end == 0 || !decoder.isValid()) {
        return std::nullopt;
    }
    const QString decoded = decoder(bytes);
    if (decoder.hasError()) {
        return std::nullopt;
    }
    return decoded.toStdString();
}

std::string cleanFileName(std::string_view name)
{
    name.remove_prefix(name.rfind('/') + 1); // npos + 1 is 0: a name without a folder stays whole
    std::string clean(name);
    if (isMimeEncoded(clean)) {
        clean = decodeMimeName(clean).value_or(randomName());
    }
    std::erase_if(clean, [](char c) { return forbiddenCharacters.contains(c); });
    if (clean.starts_with(' ')) {
        clean = withoutLeadingBlanks(clean);
    }
    return clean;
}

std::optional<NamedFile> assignExtension(std::string_view name, std::string_view fileType)
{
    const std::size_t dot = name.rfind('.');
    const std::string_view stem = name.substr(0, dot);
    if (const auto extension = reference::extensionOfType(fileType); extension && !fileType.contains("unknown")) {
        return NamedFile{std::string(stem) + std::string(*extension), std::string(*extension)};
    }
    if (dot == std::string_view::npos || !reference::isSupportedExtension(name.substr(dot + 1))) {
        return std::nullopt;
    }
    return NamedFile{std::string(name), std::string(name.substr(dot))};
}

} // namespace core::submission
