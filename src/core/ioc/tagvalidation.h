// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ioc/safelist.h"
#include "core/json/value.h"

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// How the service adds tags (assemblyline_service_utilities.common.tag_helper): a value is checked against its type, a
// URI brings its domain, address and path along, and safelisted values are left out.
namespace core {

struct Tag {
    std::string type;
    json::Value value; // text, but numbers stay numbers (ports)

    friend bool operator==(const Tag&, const Tag&) = default;
};

// Appends the tags that the value (or each item of an array) brings; whether the value counts as added. (A safelisted
// or invalid one does not; of an array, the last item decides, as in the service.) A URI on an invalid host may bring
// tags and still not count.
bool collectTags(
    std::string_view type, const json::Value& value, std::vector<Tag>& tags, const Safelist& safelist = Safelist());
bool collectTags(
    std::string_view type, std::string_view value, std::vector<Tag>& tags, const Safelist& safelist = Safelist());

// The same straight into a section: Section::addTag(type, value) takes each tag.
template <typename Section, typename Text>
bool addTag(Section& section, std::string_view type, const Text& value, const Safelist& safelist = Safelist())
{
    using Value = std::conditional_t<std::is_convertible_v<const Text&, std::string_view>, std::string_view,
        const json::Value&>;
    std::vector<Tag> tags;
    const bool added = collectTags(type, static_cast<Value>(value), tags, safelist);
    for (Tag& tag : tags) {
        section.addTag(tag.type, std::move(tag.value));
    }
    return added;
}

} // namespace core
