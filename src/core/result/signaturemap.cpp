// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/signaturemap.h"

#include "core/ioc/pythonint.h"
#include "core/json/python.h"
#include "core/reference/signatures.h"
#include "core/result/fieldwarning.h"
#include "core/result/warnings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr std::array<int, 9> severityScores{0, 10, 30, 50, 500, 750, 1000, 1000, 1000};
constexpr std::array<std::string_view, 4> callKeys{"type", "pid", "cid", "call"};
constexpr std::string_view hiddenKey = "data_being_encrypted";
constexpr std::string_view noDescription = "No description for signature.";

QString translated(const char* text)
{
    return QCoreApplication::translate("Signatures", text);
}

void removeAt(json::Array& items, std::int64_t index)
{
    const auto size = std::int64_t(items.size());
    if (index < 0) {
        index += size;
    }
    if (index >= 0 && index < size) {
        items.erase(items.begin() + index);
    }
}

// Whether the marks leave a reason to show the signature. As in the service, an item without a value whose key is a
// number also takes the mark of that number away.
bool keepsMarks(json::Array& marks)
{
    std::size_t calls = 0;
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (isCallMark(marks[i].toObject())) {
            ++calls;
            continue;
        }
        std::vector<std::int64_t> removed;
        for (const auto& [key, value] : marks[i].toObject()) {
            if (!isHiddenMarkItem(key, value)) {
                continue;
            }
            ++hidden;
            if (const auto index = pythonInt(key)) {
                removed.push_back(*index);
            }
        }
        for (const std::int64_t index : removed) {
            removeAt(marks, index);
        }
    }
    return hidden == 0 || hidden + calls != marks.size();
}

class SignatureReader {
public:
    SignatureReader(const json::Object& signature, Warnings& warnings)
        : m_signature(signature)
        , m_name(QString::fromUtf8(signature["name"].toString()))
        , m_warnings(warnings)
    {
    }

    MappedSignature read() const
    {
        MappedSignature mapped;
        mapped.name = m_signature["name"].toString();
        mapped.score = score();
        mapped.description = description();
        mapped.families = families();
        warnIfMissing("categories");
        warnIfMissing("references");
        mapped.marks = marks();
        return mapped;
    }

private:
    void warn(const char* text, const char* field) const
    {
        m_warnings.add(translated(text).arg(m_name, QString::fromLatin1(field)));
    }

    void warnIfMissing(const char* field) const
    {
        if (!m_signature.contains(field)) {
            warn(QT_TRANSLATE_NOOP("Signatures", "The signature \"%1\" has no \"%2\"; it is shown without."), field);
        }
    }

    json::Array list(const char* field) const
    {
        const json::Value& value = m_signature[field];
        if (!value.isArray()) {
            warn(QT_TRANSLATE_NOOP("Signatures", "The signature \"%1\" has no list \"%2\"; it is shown without."),
                field);
        }
        return value.toArray();
    }

    // The service shows whatever is there, but not that nothing is.
    json::Value description() const
    {
        const json::Value* value = m_signature.find("description");
        if (!value || !value->isString()) {
            warn(QT_TRANSLATE_NOOP("Signatures", "The signature \"%1\" has no text \"%2\"; it is shown without."),
                "description");
        }
        return value ? *value : json::Value(noDescription);
    }

    json::Array families() const
    {
        json::Array families = list("families");
        const std::size_t before = families.size();
        erase_if(families, [](const json::Value& family) { return !family.isString(); });
        if (families.size() != before) {
            warn(QT_TRANSLATE_NOOP("Signatures",
                     "The signature \"%1\" has entries in \"%2\" that are no texts; they are left out."),
                "families");
        }
        return families;
    }

    int score() const
    {
        const json::Value& severity = m_signature["severity"];
        if (const auto known = scoreOfSeverity(severity)) {
            return *known;
        }
        warn(QT_TRANSLATE_NOOP("Signatures", "The signature \"%1\" has no \"%2\" from 0 to 8; the nearest one counts."),
            "severity");
        return severity.toDouble() > 8 ? severityScores.back() : severityScores.front();
    }

    json::Array marks() const
    {
        json::Array marks = list("data");
        const std::size_t before = marks.size();
        erase_if(marks, [](const json::Value& mark) { return !mark.isObject(); });
        if (marks.size() != before) {
            warn(QT_TRANSLATE_NOOP("Signatures",
                     "The signature \"%1\" has entries in \"%2\" that are no objects; they are left out."),
                "data");
        }
        return marks;
    }

    const json::Object& m_signature;
    QString m_name;
    Warnings& m_warnings;
};

} // namespace

std::optional<int> scoreOfSeverity(const json::Value& severity)
{
    for (std::size_t known = 0; known < severityScores.size(); ++known) {
        if (severity == json::Value(known)) {
            return severityScores[known];
        }
    }
    return std::nullopt;
}

bool isCallMark(const json::Object& mark)
{
    return std::ranges::all_of(
        mark, [](const auto& item) { return std::ranges::contains(callKeys, item.first.view()); });
}

bool isHiddenMarkItem(std::string_view key, const json::Value& value)
{
    return !json::python::truthy(value) || key == hiddenKey;
}

std::vector<MappedSignature> mapSignatures(const json::Value& signatures, Warnings& warnings)
{
    const json::Array& all = listOf(signatures, "signatures", warnings);
    const auto isNamed = [](std::string_view name) {
        return [name](const json::Value& signature) { return signature["name"].toString() == name; };
    };
    const bool hasCommandAndControl = std::ranges::any_of(all, isNamed("network_cnc_http"));
    std::vector<MappedSignature> mapped;
    for (const json::Value& signature : all) {
        const std::string_view name = signature["name"].toString();
        if (name.empty()) {
            warnings.add(QCoreApplication::translate("Signatures", "A signature without a name is left out."));
            continue;
        }
        if ((hasCommandAndControl && name == "network_http") || reference::isDroppedSignature(name)) {
            continue;
        }
        MappedSignature next = SignatureReader(signature.toObject(), warnings).read();
        if (keepsMarks(next.marks)) {
            mapped.push_back(std::move(next));
        }
    }
    return mapped;
}

} // namespace core
