// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ioc/iocextractor.h"
#include "core/result/ontology/objects.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace core {

struct ConversionContext;
class ProcessMap;
struct ProcessEntry;
class Section;

// Tags a signature's section with what its marks hold. What a value is follows from its key, as CAPE's signatures name
// them; under a key of no known meaning, IOCs are looked for in it.
class MarkTagger {
public:
    MarkTagger(const ConversionContext& context, const ProcessMap& processes, Section& section,
        std::vector<SignatureAttribute>& attributes);

    void tag(std::string_view key, std::string value);

    // The IOCs found. As in the service, a value under a known key forgets those found before it.
    const IocTable& iocs() const { return m_iocs; }

private:
    enum class Kind {
        Process,
        CommandLine,
        Address,
        RegistryKey,
        Request,
        Uri,
        Function,
        Executable,
        YaraHit,
        Domain,
        Text
    };

    static Kind kindOf(std::string_view key);
    void tagKnown(Kind kind, std::string_view key, std::string value);
    void tagAddress(const std::string& value);
    void tagUri(Kind kind, std::string uri);
    void tagYaraHit(const std::string& value);
    void addSource(const ObjectIdPtr& source);
    void assignUri(const std::string& uri);
    void lookAtNewAttributes();
    const ProcessEntry* processOf(const SignatureAttribute& attribute) const;
    bool add(std::string_view type, std::string_view value);

    const ConversionContext& m_context;
    const ProcessMap& m_processes;
    Section& m_section;
    std::vector<SignatureAttribute>& m_attributes;
    std::size_t m_seenAttributes = 0;
    // Places of attributes that a URI may go to: without one, and of a process that asked the network for something.
    std::vector<std::size_t> m_open;
    std::unordered_set<const ObjectId*> m_plainSources; // of attributes with neither action nor URI
    IocTable m_iocs;
};

} // namespace core
