// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ioc/safelist.h"
#include "core/ioc/tagvalidation.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// IOCs in free text, as the service finds them (assemblyline_service_utilities.common.dynamic_service_helper's
// extract_iocs_from_text_blob, over multidecoder).
namespace core {

// A row of an IOC table.
struct Ioc {
    std::string type; // ip, domain, uri or uri_path
    std::string value;

    friend auto operator<=>(const Ioc&, const Ioc&) = default;
};

// What any number of texts held: the rows of a table with the columns "ioc_type" and "ioc", and the tags of its
// section.
class IocTable {
public:
    bool empty() const { return m_rows.empty(); }
    std::size_t size() const { return m_rows.size(); }
    // In the order of the table: by type, then value.
    const std::set<Ioc>& rows() const { return m_rows; }
    // Each once; types in order of first appearance, the values of a type sorted where the service sorts them.
    std::vector<Tag> tags() const;

    void addRow(std::string_view type, std::string_view value)
    {
        m_rows.insert({std::string(type), std::string(value)});
    }
    void addTag(const std::string& type, const std::string& value);

private:
    struct TagValues {
        std::string type;
        std::set<std::string> seen;
        std::vector<std::string> order;
    };

    std::set<Ioc> m_rows;
    std::vector<TagValues> m_tags;
};

struct IocOptions {
    bool enforceCharMin = false; // no domain under 8 and no URI under 11 characters
    bool enforceDomainCharMax = false; // no domain over 100 characters
    bool networkStatic = false; // network.static.* tags instead of network.dynamic.*
    const Safelist* safelist = nullptr;
};

// Adds what the text holds to the table. The URIs that counted go to `uris` where it is given (the service makes a
// signature's attributes of them).
void extractIocs(
    std::string_view text, IocTable& table, const IocOptions& options = {}, std::vector<std::string>* uris = nullptr);

// Copies the table into a section: Section::addTag(type, value) for each tag; the rows are the caller's.
template <typename Section>
void addIocTags(Section& section, const IocTable& table)
{
    for (Tag& tag : table.tags()) {
        section.addTag(tag.type, std::move(tag.value));
    }
}

} // namespace core
