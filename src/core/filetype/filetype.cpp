// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/filetype.h"

#include "core/filetype/classifier.h"
#include "core/filetype/containertypes.h"
#include "core/filetype/csvtext.h"
#include "core/filetype/jsontext.h"
#include "core/filetype/magicreader.h"
#include "core/filetype/officeprotection.h"
#include "core/filetype/rulebook.h"
#include "core/filetype/ziptypes.h"
#include "core/ioc/regex.h"
#include "core/reference/filetypes.h"

#include <QBuffer>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace core::filetype {

namespace {

constexpr std::string_view unknown = "unknown";
constexpr std::string_view plainText = "text/plain";
// Shorter files are too little for the classifier.
constexpr qint64 leastForClassifier = 200;

// As Assemblyline compares: what is not printable ASCII is a dot.
std::string dotted(std::string_view text)
{
    std::string out(text);
    std::ranges::replace_if(out, [](char c) { return c < ' ' || c > '~'; }, '.');
    return out;
}

// What Assemblyline's own signatures name; libmagic may add to it after a comma.
std::optional<std::string> typeByOwnSignature(const std::vector<std::string>& labels)
{
    static const Regex named("^custom: ([^,]*)", Regex::IgnoreCase | Regex::Bytes);
    for (const std::string& label : labels) {
        const std::string text = dotted(label);
        if (const auto match = named.search(text)) {
            std::string type(match->group(1));
            type.erase(type.find_last_not_of(' ') + 1);
            return type;
        }
    }
    return std::nullopt;
}

std::optional<std::string> typeByMime(const std::vector<std::string>& mimes)
{
    for (const std::string& mime : mimes) {
        if (const auto type = reference::typeOfMime(mime)) {
            return std::string(*type);
        }
    }
    return std::nullopt;
}

std::optional<std::string> typeByLabel(const std::vector<std::string>& labels)
{
    static const std::vector<std::pair<Regex, std::string_view>> patterns = [] {
        std::vector<std::pair<Regex, std::string_view>> compiled;
        for (const reference::LabelPattern& row : reference::labelPatterns()) {
            compiled.emplace_back(Regex(row.pattern, Regex::IgnoreCase), row.type);
        }
        return compiled;
    }();
    for (const std::string& label : labels) {
        const std::string text = dotted(label);
        for (const auto& [pattern, type] : patterns) {
            if (pattern.contains(text)) {
                return std::string(type);
            }
        }
    }
    return std::nullopt;
}

std::string typeByMagic(const MagicAnswer& magic, const std::string& mime)
{
    auto type = typeByOwnSignature(magic.labels);
    if (!type) {
        type = typeByMime(magic.mimes);
    }
    if (!type) {
        type = typeByLabel(magic.labels);
    }
    return type.value_or(std::string(mime.starts_with("text/") ? plainText : unknown));
}

bool isOffice(std::string_view type)
{
    return type == "document/office/word" || type == "document/office/excel" || type == "document/office/powerpoint"
        || type == "document/office/unknown";
}

// One file on its way to its type.
class Identifying {
public:
    Identifying(QIODevice& file, Classifier& classifier)
        : m_content(file)
        , m_classifier(classifier)
    {
    }

    Identification run()
    {
        if (m_content.size() <= 0) {
            m_result.type = "empty";
            return std::move(m_result);
        }
        const MagicAnswer magic = askMagic(m_content);
        m_result.magic = magic.label();
        m_result.mime = magic.mime();
        m_result.type = typeByMagic(magic, m_result.mime);
        if (m_result.type == "document/office/unknown") {
            m_result.type = oleType(m_content, m_result.type);
        }
        lookInside();
        return std::move(m_result);
    }

private:
    void lookInside()
    {
        std::string& type = m_result.type;
        if (type == "archive/zip" || type == "java/jar" || type == "document/office/unknown") {
            type = zipType(m_content, type);
        } else if (type == "archive/cart") {
            type = cartType(m_content);
        } else if (type == "executable/windows/dos") {
            type = dosType(m_content);
        } else if (type == "uri") {
            type = uriType(m_content);
        } else if (isOpen() && readText()) {
            return;
        }
        if (isOffice(type) && isProtectedOffice(m_content)) {
            type = "document/office/passwordprotected";
        } else if (type == "document/pdf") {
            type = pdfType(m_content);
        }
    }

    // Whether libmagic left the type open.
    bool isOpen() const { return m_result.type == plainText || m_result.type.contains(unknown); }

    void decide(std::string type, Teller by)
    {
        m_result.type = std::move(type);
        m_result.by = by;
    }

    // True where the type needs no further look.
    bool readText()
    {
        const std::string& mime = m_result.mime;
        const bool mayBeTable = m_result.magic == "CSV text" || mime == "text/csv" || mime == "application/csv";
        if (mayBeTable && isTable(m_content.text())) {
            decide("text/csv", Teller::Rule);
            return true;
        }
        if (m_result.type == plainText && m_content.textIsWhole() && isJsonText(m_content.text())) {
            decide("text/json", Teller::Rule);
            return true;
        }
        const MarkedText text(m_content.text(), m_content.size(), mime);
        if (auto type = RuleBook::shared().typeOf(text)) {
            decide(*std::move(type), Teller::Rule);
        }
        return isOpen() && classify();
    }

    // The classifier's answer where Assemblyline believes it; else what libmagic or the classifier only suggest.
    bool classify()
    {
        std::optional<std::string> guess;
        if (m_content.size() >= leastForClassifier) {
            guess = m_classifier.mimeOf(m_content);
            m_result.withoutClassifier = !guess;
        }
        const auto suggested = [](const std::optional<std::string>& mime) {
            return mime ? reference::fallbackTypeOfMime(*mime) : std::nullopt;
        };
        const auto trusted = guess ? reference::typeOfMime(*guess) : std::nullopt;
        if (trusted && !suggested(guess)) {
            decide(std::string(*trusted), Teller::Classifier);
            return true;
        }
        if (const auto type = suggested(m_result.mime)) {
            decide(std::string(*type), Teller::Magic);
        } else if (const auto guessed = suggested(guess)) {
            decide(std::string(*guessed), Teller::Classifier);
        }
        return false;
    }

    Content m_content;
    Classifier& m_classifier;
    Identification m_result;
};

} // namespace

std::string_view nameOf(Teller teller)
{
    switch (teller) {
    case Teller::Magic:
        return "magic";
    case Teller::Rule:
        return "rule";
    case Teller::Classifier:
        return "classifier";
    }
    return {};
}

Identification identify(QIODevice& file)
{
    return identify(file, Classifier::shared());
}

Identification identify(QIODevice& file, Classifier& classifier)
{
    return Identifying(file, classifier).run();
}

Identification identify(QByteArrayView bytes)
{
    return identify(bytes, Classifier::shared());
}

Identification identify(QByteArrayView bytes, Classifier& classifier)
{
    QByteArray whole = QByteArray::fromRawData(bytes.data(), bytes.size());
    QBuffer file(&whole);
    file.open(QIODevice::ReadOnly);
    return identify(file, classifier);
}

} // namespace core::filetype
