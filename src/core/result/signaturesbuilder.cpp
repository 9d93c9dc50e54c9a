// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/signaturesbuilder.h"

#include "core/ioc/safelist.h"
#include "core/ioc/tagvalidation.h"
#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/reference/signatures.h"
#include "core/result/conversioncontext.h"
#include "core/result/marktagger.h"
#include "core/result/processmap.h"
#include "core/result/sandboxevents.h"
#include "core/result/section.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace core::signaturesbuilder {

namespace {

using json::python::truthy;

constexpr std::size_t mostMarks = 10; // that are shown of a signature
constexpr std::size_t longestValue = 512; // characters
constexpr std::string_view signatureType = "CUCKOO";
constexpr std::string_view sourceName = "CAPE";
constexpr std::string_view genericFamily = "generic";

enum HeuristicId {
    Known = 1,
    YaraHit = 2,
    Unknown = 9999,
};

// The text in which the kinds of tags are told from a mark's value.
std::string textOf(const json::Value& value)
{
    if (!value.isArray()) {
        return json::python::str(value);
    }
    std::string text;
    for (const json::Value& item : value.toArray()) {
        text += (&item == &value.toArray().front() ? "" : ",") + json::python::str(item);
    }
    return text;
}

// Objects with one member that a section shows. A later item that would show the same is not shown again.
class ShownItems {
public:
    bool contains(std::string_view key, const json::Value& value) const
    {
        return m_items.contains(json::dump(json::Object{{key, value}}));
    }
    void add(const json::Value& value)
    {
        for (const json::Value& item : value.toArray()) {
            add(item);
        }
        for (const auto& [key, member] : value.toObject()) {
            add(member);
        }
        if (value.isObject() && value.size() == 1) {
            m_items.insert(json::dump(value));
        }
    }

private:
    std::unordered_set<std::string> m_items;
};

// Makes the section and the ontology's signature of one signature.
class SignatureBuilder {
public:
    SignatureBuilder(ConversionContext& context, const MappedSignature& signature, const ProcessMap& processes)
        : m_context(context)
        , m_signature(signature)
        , m_section("Signature: " + signature.name, BodyFormat::Multi)
        , m_tagger(context, processes, m_section, m_attributes)
        , m_action(reference::signatureAction(signature.name))
    {
    }

    Section build();
    json::Object event() const;

private:
    void makeOntologySignature();
    void setHeuristic();
    void setFamilies();
    void addMarks();
    void addCall(const json::Value& pid);
    json::Object shownItems(const json::Object& mark, bool isShown);
    void addIocs();

    ConversionContext& m_context;
    const MappedSignature& m_signature;
    Section m_section;
    OntologySignaturePtr m_ontologySignature = std::make_shared<OntologySignature>();
    std::vector<SignatureAttribute> m_attributes;
    MarkTagger m_tagger;
    std::optional<std::string> m_action;
    bool m_hasAction = false; // of an attribute
    ShownItems m_shown;
    json::Array m_pids;
    std::unordered_set<json::Value, json::ValueHash> m_knownPids;
};

void SignatureBuilder::makeOntologySignature()
{
    const SandboxPtr sandbox = m_context.ontology.sandbox();
    OntologySignature& signature = *m_ontologySignature;
    signature.objectId = m_context.ontology.createObjectId(std::string(signatureType) + '.' + m_signature.name,
        signatureOid(m_signature.name, signatureType), sandbox ? sandbox->objectId->session : std::nullopt);
    signature.name = m_signature.name;
    signature.type = signatureType;
    signature.classification = DefaultClassification;
    signature.score = m_signature.score;
}

void SignatureBuilder::setHeuristic()
{
    const auto category = reference::signatureCategory(m_signature.name);
    const int id = !category ? Unknown : *category == "Capemon Yara Hit" ? YaraHit : Known;
    Heuristic& heuristic = m_section.setHeuristic(id);
    heuristic.addSignature(
        category ? std::string(*category) + ':' + m_signature.name : m_signature.name, m_signature.score);
    for (const std::string& attackId : heuristic.attackIds()) {
        m_ontologySignature->addAttackId(attackId);
    }
}

void SignatureBuilder::setFamilies()
{
    json::Array families;
    std::string names;
    for (const json::Value& family : m_signature.families) {
        if (family.toString() != genericFamily) {
            names += (families.empty() ? "" : ",") + safeStr(family.toString());
            families.push_back(family);
        }
    }
    if (families.empty()) {
        return;
    }
    m_section.addPart(BodyFormat::Text, "\tFamilies: " + names);
    addTag(m_section, "dynamic.signature.family", json::Value(families));
    m_ontologySignature->malwareFamilies = std::move(families);
}

// The process of an API call becomes an attribute, once for an action.
void SignatureBuilder::addCall(const json::Value& pid)
{
    const OntologyProcessPtr process = m_context.ontology.processByPid(pid);
    const bool isKnown = m_action ? m_hasAction : !m_attributes.empty(); // all others are without an action
    if (process && !isKnown) {
        SignatureAttribute& attribute = m_attributes.emplace_back();
        attribute.source = process->objectId;
        attribute.action = m_action;
        m_hasAction = true;
    }
    if (truthy(pid) && m_knownPids.insert(pid).second) {
        m_pids.push_back(pid);
    }
}

// Tags what a mark holds, and gives what of it is to be shown.
json::Object SignatureBuilder::shownItems(const json::Object& mark, bool isShown)
{
    json::Object items;
    for (const auto& [key, value] : mark) {
        if (isHiddenMarkItem(key, value) || m_shown.contains(key, value)) {
            continue;
        }
        json::Value kept = value;
        if (isShown) {
            if (value.isString() && lengthOf(value.toString()) > longestValue) {
                kept = truncated(value.toString(), longestValue);
            }
            if (kept.isString()
                && m_context.safelist.isTagSafelisted(
                    kept.toString(), {"network.dynamic.ip", "network.dynamic.uri", "network.dynamic.domain"})) {
                continue;
            }
            items.append(key, kept);
        }
        m_tagger.tag(key, textOf(kept));
    }
    return items;
}

void SignatureBuilder::addMarks()
{
    std::size_t shown = 0;
    std::size_t calls = 0;
    bool hasNote = false;
    for (const json::Value& value : m_signature.marks) {
        const json::Object& mark = value.toObject();
        if (shown >= mostMarks && !hasNote) {
            m_section.addPart(BodyFormat::Text,
                "There were " + std::to_string(std::int64_t(m_signature.marks.size() - shown - calls))
                    + " more marks that were not displayed.");
            hasNote = true;
        }
        if (isCallMark(mark)) {
            ++calls;
            addCall(mark["pid"]);
            continue;
        }
        json::Object items = shownItems(mark, shown < mostMarks);
        if (!items.empty()) {
            ++shown;
            m_shown.add(items);
            m_section.addPart(BodyFormat::KeyValue, std::move(items));
        }
    }
}

void SignatureBuilder::addIocs()
{
    const IocTable& iocs = m_tagger.iocs();
    if (iocs.empty()) {
        return;
    }
    Section table("IOCs found in Signature data", BodyFormat::Table);
    addIocTags(table, iocs);
    for (const Ioc& ioc : iocs.rows()) {
        table.addRow({{"ioc_type", ioc.type}, {"ioc", ioc.value}});
    }
    m_section.addSubsection(std::move(table));
}

Section SignatureBuilder::build()
{
    makeOntologySignature();
    m_section.addPart(BodyFormat::Text, m_signature.description);
    setHeuristic();
    setFamilies();
    addMarks();
    addIocs();
    for (const SignatureAttribute& attribute : m_attributes) {
        m_ontologySignature->addAttribute(attribute);
    }
    m_context.ontology.addSignature(m_ontologySignature);
    return std::move(m_section);
}

// The signature as an event: without ids and attributes. Its marks are checked only for being empty, and no part of the
// body: an empty one stands for all of them.
json::Object SignatureBuilder::event() const
{
    const bool hasEmptyMark
        = std::ranges::any_of(m_signature.marks, [](const json::Value& mark) { return mark.size() == 0; });
    json::Array data;
    if (hasEmptyMark) {
        data.emplace_back(json::Object());
    }
    json::Object event = m_ontologySignature->toJson();
    event.erase("objectid");
    event.erase("attributes");
    event.set("data", std::move(data));
    event.set("score", m_signature.score);
    event.set("pid", m_pids.empty() ? json::Value() : json::Value(m_pids));
    event.set("description", m_signature.description);
    event.set("sources", json::Array{std::string(sourceName)});
    return event;
}

} // namespace

std::optional<Section> buildSignatures(ConversionContext& context, const std::vector<MappedSignature>& signatures,
    const ProcessMap& processes, SandboxEvents& events)
{
    Section section("Signatures");
    section.setAutoCollapse(true);
    for (const MappedSignature& signature : signatures) {
        SignatureBuilder builder(context, signature, processes);
        section.addSubsection(builder.build());
        events.addSignature(builder.event());
    }
    return section.subsections().empty() ? std::nullopt : std::optional(std::move(section));
}

} // namespace core::signaturesbuilder
