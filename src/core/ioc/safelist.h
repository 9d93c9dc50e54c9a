// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>

namespace core {

// Values that are never worth reporting: for each tag type, texts to match (without regard to case) and patterns to
// match from the start of a value. A value type: a copy made before a change does not see it. Answers are remembered
// for each distinct value, and may be asked for from any number of threads.
class Safelist {
public:
    // Nothing is safelisted.
    Safelist();
    // {"match": {type: [text]}, "regex": {type: [pattern]}}; entries of other shapes are passed over.
    explicit Safelist(const json::Value& value);
    // The list that the service suggests as an Assemblyline's system safelist.
    static Safelist system();

    // Adds the range of addresses that INetSim answers from ("192.0.2.0/24") to the patterns of network.dynamic.ip, as
    // the service does: only a /24 covers more than itself.
    void addRandomIpRange(std::string_view network);
    void addPattern(std::string_view tagType, std::string_view pattern);
    bool isEmpty() const;

    // Whether the value is safelisted under one of the tag types. `substring`: also where a safelisted text lies in it.
    bool isTagSafelisted(
        std::string_view value, std::span<const std::string_view> tagTypes, bool substring = false) const;
    bool isTagSafelisted(
        std::string_view value, std::initializer_list<std::string_view> tagTypes, bool substring = false) const;
    bool isTagSafelisted(std::string_view value, std::string_view tagType, bool substring = false) const;

    // Whether the first address in the text, or else the first domain or the host of the first URI, is safelisted.
    bool containsSafelistedValue(std::string_view text) const;

private:
    struct Data;
    void detach();

    std::shared_ptr<Data> m_data;
};

} // namespace core
