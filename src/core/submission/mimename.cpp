// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/mimename.h"

#include "core/ioc/text.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <format>
#include <utility>
#include <vector>

namespace core::submission {

namespace {

struct Word {
    QString text;
    QString charset = {}; // lower case
    QChar encoding = {}; // q or b; none for what stands between encoded words
};

bool isBlank(const QString& text)
{
    return !text.isEmpty() && stripped(text.toStdString()).empty();
}

void appendWords(const QString& line, std::vector<Word>& words)
{
    static const QRegularExpression encoded(QStringLiteral(R"(=\?([^?]*?)\?([qQbB])\?(.*?)\?=)"));
    qsizetype end = 0;
    const auto appendPlain = [&](qsizetype until) {
        QString text = line.sliced(end, until - end);
        if (end == 0) {
            text = QString::fromStdString(std::string(leftStripped(text.toStdString())));
        }
        if (!text.isEmpty()) {
            words.push_back({text});
        }
    };
    for (auto it = encoded.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        appendPlain(match.capturedStart());
        words.push_back({match.captured(3), match.captured(1).toLower(), match.captured(2).at(0).toLower()});
        end = match.capturedEnd();
    }
    appendPlain(line.size());
}

// Blanks between two encoded words part them for the eye only.
void dropBlanksBetween(std::vector<Word>& words)
{
    const auto isEncoded = [&words](std::size_t i) { return !words[i].encoding.isNull(); };
    std::vector<Word> kept;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool between = i > 0 && i + 1 < words.size() && isEncoded(i - 1) && isEncoded(i + 1);
        if (!between || !isBlank(words[i].text)) {
            kept.push_back(words[i]);
        }
    }
    words = std::move(kept);
}

// Python's raw-unicode-escape: one byte a character as far as one byte goes.
QByteArray rawBytes(const QString& text)
{
    QByteArray bytes;
    for (const char32_t c : text.toStdU32String()) {
        if (c <= 0xff) {
            bytes += char(c);
        } else {
            bytes += c > 0xffff ? std::format("\\U{:08x}", unsigned(c)) : std::format("\\u{:04x}", unsigned(c));
        }
    }
    return bytes;
}

QString decodeQuotedPrintable(QString text)
{
    static const QRegularExpression byte(QStringLiteral("=([0-9A-Fa-f]{2})"));
    text.replace(u'_', u' ');
    QString decoded;
    qsizetype end = 0;
    for (auto it = byte.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        decoded += text.sliced(end, match.capturedStart() - end);
        decoded += QChar(match.captured(1).toUShort(nullptr, 16));
        end = match.capturedEnd();
    }
    return decoded + text.sliced(end);
}

// As Python's binascii reads it: foreign characters are passed over, and a complete padding ends the data.
std::optional<QByteArray> decodeBase64(const QByteArray& encoded)
{
    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    QByteArray decoded;
    unsigned bits = 0;
    int digits = 0; // of the group of four that is being read
    int padding = 0;
    for (const char c : encoded) {
        if (c == '=') {
            if (digits >= 2 && digits + ++padding >= 4) {
                return decoded;
            }
            continue;
        }
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos) {
            continue;
        }
        padding = 0;
        bits = (bits << 6 | unsigned(value)) & 0xfff;
        if (digits > 0) {
            decoded += char(bits >> (6 - 2 * digits));
        }
        digits = (digits + 1) % 4;
    }
    return digits == 0 ? std::optional(decoded) : std::nullopt;
}

std::optional<QByteArray> bytesOf(const Word& word)
{
    if (word.encoding == u'q') {
        return rawBytes(decodeQuotedPrintable(word.text));
    }
    if (word.encoding == u'b') {
        const auto missing = (4 - word.text.toStdU32String().size() % 4) % 4;
        return decodeBase64(rawBytes(word.text) + QByteArray(qsizetype(missing), '='));
    }
    return rawBytes(word.text);
}

// Python's names for charsets that Qt has under another.
QByteArray charsetName(const QString& name)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 23> names{{{"8859", "iso-8859-1"},
        {"932", "cp932"}, {"936", "gbk"}, {"chinese", "gb2312"}, {"cp65001", "utf-8"}, {"gb18030-2000", "gb18030"},
        {"gb2312-1980", "gb2312"}, {"gb2312-80", "gb2312"}, {"iso8859", "iso-8859-1"}, {"ks-x-1001", "euc-kr"},
        {"ksx1001", "euc-kr"}, {"l7", "iso-8859-13"}, {"latin", "iso-8859-1"}, {"latin7", "iso-8859-13"},
        {"mac-greek", "x-mac-greek"}, {"mac-latin2", "x-mac-centraleurroman"}, {"mac-turkish", "x-mac-turkish"},
        {"thai", "tis-620"}, {"u16", "utf-16"}, {"u8", "utf-8"}, {"uhc", "cp949"}, {"utf", "utf-8"},
        {"utf-8-sig", "utf-8"}}};
    static const QRegularExpression windows(QStringLiteral("^125[0-8]\\z"));
    const std::string wanted = QString(name).replace(u'_', u'-').toStdString();
    const auto known = std::ranges::find(names, wanted, &std::pair<std::string_view, std::string_view>::first);
    if (known != names.end()) {
        return QByteArray(known->second.data(), qsizetype(known->second.size()));
    }
    return (windows.match(name).hasMatch() ? QStringLiteral("windows-") + name : name).toLatin1();
}

// Qt gives the control characters of ISO 8859 for what a Windows code page leaves undefined; to Python that is wrong.
bool holdsUndefined(const QByteArray& charset, const QString& text)
{
    return (charset.startsWith("windows-125") || charset.startsWith("cp125"))
        && std::ranges::any_of(text, [](QChar c) { return c >= u'\x80' && c <= u'\x9f'; });
}

std::optional<QString> decoded(const QByteArray& bytes, const QString& charset)
{
    if (bytes.isEmpty()) {
        return QString(); // Python does not even look for the charset
    }
    const QByteArray name = charsetName(charset);
    // Python keeps a byte order mark as a character, unless the charset's name promises one.
    const bool hasMark = name == "utf-16" || name == "utf-32" || charset.endsWith(QStringLiteral("sig"));
    const auto mark = hasMark ? QStringDecoder::Flag::Default : QStringDecoder::Flag::ConvertInitialBom;
    QStringDecoder decoder(name.constData(), QStringDecoder::Flag::Stateless | mark);
    if (!decoder.isValid()) {
        return std::nullopt;
    }
    QString text = decoder(bytes);
    return decoder.hasError() || holdsUndefined(name, text) ? std::nullopt : std::optional(text);
}

} // namespace

std::optional<std::string> decodeMimeName(std::string_view name)
{
    static const QRegularExpression lineEnd(QStringLiteral("[\\n\\v\\f\\r\\x1c-\\x1e\\x{85}\\x{2028}\\x{2029}]"));
    std::vector<Word> words;
    for (const QString& line : QString::fromUtf8(name.data(), qsizetype(name.size())).split(lineEnd)) {
        appendWords(line, words);
    }
    dropBlanksBetween(words);
    QByteArray first;
    bool isFirst = true;
    for (const Word& word : words) {
        const auto bytes = bytesOf(word);
        if (!bytes) {
            return std::nullopt; // one broken word spoils them all
        }
        isFirst = isFirst && !word.encoding.isNull() && word.charset == words.front().charset;
        if (isFirst) {
            first += *bytes;
        }
    }
    if (words.empty() || words.front().encoding.isNull()) {
        return std::nullopt;
    }
    const auto text = decoded(first, words.front().charset);
    return text ? std::optional(text->toStdString()) : std::nullopt;
}

} // namespace core::submission
