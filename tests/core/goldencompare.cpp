// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldencompare.h"

#include "core/json/python.h"
#include "core/json/reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace test {

namespace {

using core::json::Array;
using core::json::Object;
using core::json::Value;

bool isGuid(std::string_view text)
{
    if (text.size() != 38 || text.front() != '{' || text.back() != '}') {
        return false;
    }
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const bool dash = i == 9 || i == 14 || i == 19 || i == 24;
        if (dash ? text[i] != '-' : !std::isxdigit(static_cast<unsigned char>(text[i]))) {
            return false;
        }
    }
    return true;
}

Value withSortedLeaves(const Value& tags)
{
    Object sorted;
    for (const auto& [key, value] : tags.toObject()) {
        if (value.isObject()) {
            sorted.append(key, withSortedLeaves(value));
        } else if (value.isArray()) {
            Array values = value.toArray();
            std::ranges::stable_sort(values, {}, [](const Value& item) { return core::json::python::str(item); });
            sorted.append(key, std::move(values));
        } else {
            sorted.append(key, value);
        }
    }
    return sorted;
}

// Rewrites a document so that what does not count is equal.
class Canonical {
public:
    Value of(const Value& value, std::string_view key = {})
    {
        if (value.isObject()) {
            return ofObject(value.toObject());
        }
        if (value.isArray()) {
            Array items;
            for (const Value& item : value.toArray()) {
                items.push_back(of(item, key));
            }
            return items;
        }
        return value.isString() ? ofText(std::string(value.toString()), key) : value;
    }

private:
    Value ofObject(const Object& object)
    {
        std::map<std::string_view, const Value*> sorted;
        for (const auto& [key, value] : object) {
            sorted.emplace(key, &value);
        }
        Object out;
        for (const auto& [key, value] : sorted) {
            const bool image = key == "img" || key == "thumb";
            m_image += image;
            if (key == "tags" && value->isObject()) {
                out.append(std::string(key), of(withSortedLeaves(*value), key));
            } else if (key == "attack" && value->isArray()) {
                Array attacks = value->toArray();
                std::ranges::stable_sort(attacks, {}, [](const Value& item) { return item["attack_id"].toString(); });
                out.append(std::string(key), of(attacks, key));
            } else {
                out.append(std::string(key), of(*value, key));
            }
            m_image -= image;
        }
        return out;
    }

    Value ofText(const std::string& text, std::string_view key)
    {
        if (key == "sha256" && m_image > 0) {
            return {};
        }
        if (key == "session") {
            return nameOf("session", text);
        }
        if ((key == "guid" || key == "pguid") && isGuid(text)) {
            return nameOf("guid", QString::fromStdString(text).toUpper().toStdString());
        }
        if (key == "body" && (text.starts_with('[') || text.starts_with('{'))) {
            if (const auto parsed = core::json::parse(text)) {
                return of(*parsed);
            }
        }
        return text;
    }

    Value nameOf(const std::string& kind, const std::string& value)
    {
        const auto [name, isNew] = m_names.try_emplace({kind, value});
        if (isNew) {
            name->second = '<' + kind + ' ' + std::to_string(++m_counts[kind]) + '>';
        }
        return name->second;
    }

    int m_image = 0;
    std::map<std::pair<std::string, std::string>, std::string> m_names;
    std::map<std::string, int> m_counts;
};

class Differ {
public:
    void compare(const Value& expected, const Value& actual, const QString& path)
    {
        if (m_found.size() >= 20) {
            return;
        }
        if (expected.isObject() && actual.isObject()) {
            compareObjects(expected.toObject(), actual.toObject(), path);
        } else if (expected.isArray() && actual.isArray()) {
            const std::size_t both = std::min(expected.size(), actual.size());
            for (std::size_t i = 0; i < both; ++i) {
                compare(expected[i], actual[i], QStringLiteral("%1[%2]").arg(path).arg(i));
            }
            if (expected.size() != actual.size()) {
                add(path + QStringLiteral(".length"), Value(expected.size()), Value(actual.size()));
            }
        } else if (!(expected == actual)) {
            add(path, expected, actual);
        }
    }
    QStringList found() const { return m_found; }

private:
    void compareObjects(const Object& expected, const Object& actual, const QString& path)
    {
        std::set<std::string_view> keys;
        for (const auto& [key, value] : expected) {
            keys.insert(key);
        }
        for (const auto& [key, value] : actual) {
            keys.insert(key);
        }
        for (const std::string_view key : keys) {
            const QString at = path + u'.' + QString::fromUtf8(key.data(), qsizetype(key.size()));
            if (expected.contains(key) != actual.contains(key)) {
                m_found.append(
                    at + (expected.contains(key) ? QStringLiteral(" is missing") : QStringLiteral(" is not expected")));
            } else {
                compare(expected[key], actual[key], at);
            }
        }
    }
    void add(const QString& path, const Value& expected, const Value& actual)
    {
        const auto shown = [](const Value& value) { return QString::fromStdString(core::json::dump(value)).left(200); };
        m_found.append(QStringLiteral("%1: expected %2, got %3").arg(path, shown(expected), shown(actual)));
    }

    QStringList m_found;
};

} // namespace

QStringList differences(const core::json::Value& expected, const core::json::Value& actual)
{
    Differ differ;
    differ.compare(Canonical().of(expected), Canonical().of(actual), QStringLiteral("$"));
    return differ.found();
}

} // namespace test
