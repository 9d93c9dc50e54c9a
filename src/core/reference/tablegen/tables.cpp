// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"

#include "emit.h"

#include <algorithm>
#include <map>

namespace tablegen {

namespace {

using Element = simdjson::dom::element;

Strings sorted(Strings values)
{
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
    return values;
}

std::string minified(Element json)
{
    return simdjson::minify(json);
}

std::string number(std::int64_t value)
{
    return std::to_string(value);
}

// {key: text} as an array of Pair sorted by key.
std::string stringMap(const std::string& name, Element object)
{
    std::map<std::string, std::string> sortedPairs;
    for (const auto [key, value] : object.get_object()) {
        sortedPairs.emplace(key, std::string_view(value));
    }
    std::string out = "inline constexpr Pair " + name + "[] = {\n";
    for (const auto& [key, value] : sortedPairs) {
        out += "    { " + literal(key) + ", " + literal(value) + " },\n";
    }
    return out + "};\n";
}

std::string mapTable(const std::string& name, Element json)
{
    return stringMap(name, json);
}

std::string processTreesTable(const std::string&, Element json)
{
    std::map<std::string, std::string> byTree;
    Strings ids;
    for (const auto [tree, id] : json.get_object()) {
        byTree.emplace(tree, std::string_view(id));
        ids.emplace_back(std::string_view(id));
    }
    std::string rows = "inline constexpr SafeProcessTree safeProcessTreeRows[] = {\n";
    for (const auto& [tree, id] : byTree) {
        rows += "    { " + literal(tree) + ", " + literal(id) + " },\n";
    }
    return rows + "};\n" + stringArray("safeTreeIds", sorted(ids));
}

std::string fileTypesTable(const std::string&, Element json)
{
    std::string patterns = "inline constexpr Pair labelPatterns[] = {\n"; // in their order: the first that fits counts
    for (const Element row : json["label_patterns"].get_array()) {
        patterns += "    { " + literal(row["pattern"]) + ", " + literal(row["type"]) + " },\n";
    }
    return stringMap("trustedMimes", json["trusted_mimes"]) + stringMap("fallbackMimes", json["fallback_mimes"])
        + stringMap("oleClasses", json["ole_classes"]) + patterns + "};\n";
}

// As libmagic reads it: a signature is a line a test, each a level deeper, and the last one names the type.
std::string fileSignaturesTable(const std::string& name, Element json)
{
    std::string text;
    for (const Element row : json.get_array()) {
        std::string level;
        for (const Element test : row["tests"].get_array()) {
            const std::string_view value = test.at(2);
            text += (level.empty() ? "" : "\n") + level + std::string(std::string_view(test.at(0))) + '\t'
                + std::string(std::string_view(test.at(1))) + (value.empty() ? "" : "\t") + std::string(value);
            level += '>';
        }
        text += "\tcustom: " + std::string(std::string_view(row["type"])) + '\n';
        if (std::string_view mime; !row["mime"].get(mime)) {
            text += "!:mime\t" + std::string(mime) + '\n';
        }
    }
    return "inline constexpr std::string_view " + name + " = " + literal(text) + ";\n";
}

std::string setTable(const std::string& name, Element json)
{
    return stringArray(name, sorted(strings(json)));
}

std::string listTable(const std::string& name, Element json)
{
    return stringArray(name, strings(json));
}

std::string attackTechniques(Element json)
{
    std::map<std::string, Element> byId;
    for (const auto [key, value] : json.get_object()) {
        byId.emplace(key, value);
    }
    std::string arrays;
    std::string rows = "inline constexpr AttackTechnique attackTechniques[] = {\n";
    int index = 0;
    for (const auto& [id, value] : byId) {
        const std::string array = "techniqueCategories" + number(index++);
        const Strings categories = strings(value["categories"]);
        arrays += stringArray(array, categories);
        rows += "    { " + literal(id) + ", " + literal(value["name"]) + ", " + spanOf(array, categories) + " },\n";
    }
    return arrays + rows + "};\n";
}

std::string attackSoftware(Element json)
{
    std::map<std::string, Element> byId;
    for (const auto [key, value] : json.get_object()) {
        byId.emplace(key, value);
    }
    std::string arrays;
    std::string rows = "inline constexpr AttackSoftware attackSoftwareItems[] = {\n";
    int index = 0;
    for (const auto& [id, value] : byId) {
        const std::string array = "softwareTechniques" + number(index++);
        const Strings techniques = strings(value["attack_ids"]);
        arrays += stringArray(array, techniques);
        rows += "    { " + literal(id) + ", " + literal(value["name"]) + ", " + literal(value["type"]) + ", "
            + spanOf(array, techniques) + " },\n";
    }
    return arrays + rows + "};\n";
}

std::string attackTable(const std::string&, Element json)
{
    std::map<std::string, std::string> groups;
    for (const auto [key, value] : json["groups"].get_object()) {
        groups.emplace(key, std::string_view(value["name"]));
    }
    std::string rows = "inline constexpr AttackGroup attackGroups[] = {\n";
    for (const auto& [id, name] : groups) {
        rows += "    { " + literal(id) + ", " + literal(name) + " },\n";
    }
    return attackTechniques(json["techniques"]) + attackSoftware(json["software"]) + rows + "};\n"
        + stringMap("attackRevoked", json["revoked"]);
}

std::string signatureScores(const std::string& name, Element heuristic, bool& any)
{
    simdjson::dom::object scores;
    any = !heuristic["signature_score_map"].get_object().get(scores) && scores.size() > 0;
    if (!any) {
        return {};
    }
    std::string out = "inline constexpr SignatureScore " + name + "[] = {\n";
    for (const auto [signature, score] : scores) {
        out += "    { " + literal(signature) + ", " + number(score) + " },\n";
    }
    return out + "};\n";
}

std::string heuristicsTable(const std::string&, Element json)
{
    std::map<std::int64_t, Element> byId;
    for (const Element heuristic : json.get_array()) {
        byId.insert_or_assign(std::int64_t(heuristic["heur_id"]), heuristic);
    }
    std::string arrays;
    std::string rows = "inline constexpr HeuristicInfo heuristicRows[] = {\n";
    for (const auto& [id, heuristic] : byId) {
        const std::string attackName = "heuristicAttackIds" + number(id);
        const std::string scoresName = "heuristicScores" + number(id);
        const Strings attackIds = strings(heuristic["attack_id"]);
        bool hasScores = false;
        arrays += stringArray(attackName, attackIds) + signatureScores(scoresName, heuristic, hasScores);
        std::int64_t maximum = 0;
        const bool hasMaximum = !heuristic["max_score"].get(maximum);
        rows += "    { " + number(id) + ", " + literal(heuristic["name"]) + ", " + literal(heuristic["description"])
            + ", " + number(heuristic["score"]) + ", " + (hasMaximum ? number(maximum) : "std::nullopt") + ", "
            + spanOf(attackName, attackIds) + ", " + (hasScores ? scoresName : "{}") + " },\n";
    }
    return arrays + rows + "};\n";
}

// Events in order, their API names sorted, each with its slice of an array of event indexes.
std::string apiEventsTable(const std::string&, Element json)
{
    std::map<std::string, std::vector<int>> eventsOfApi;
    std::string arrays;
    std::string rows = "inline constexpr ApiEventRule apiEventRows[] = {\n";
    int index = 0;
    for (const Element event : json.get_array()) {
        const std::string name = "apiArguments" + number(index);
        arrays += "inline constexpr ApiArgument " + name + "[] = {";
        for (const Element argument : event["arguments"].get_array()) {
            arrays += " { " + literal(argument.at(0)) + ", " + literal(argument.at(1)) + " },";
        }
        arrays += " };\n";
        rows += "    { " + literal(event["event"]) + ", " + literal(event["object"]) + ", " + name + " },\n";
        for (const std::string& api : sorted(strings(event["apis"]))) {
            eventsOfApi[api].push_back(index);
        }
        ++index;
    }
    std::string indexes = "inline constexpr std::uint16_t apiEventIndexes[] = { ";
    std::string apis = "inline constexpr ApiName apiNames[] = {\n";
    int first = 0;
    for (const auto& [api, events] : eventsOfApi) {
        apis += "    { " + literal(api) + ", " + number(first) + ", " + number(std::ssize(events)) + " },\n";
        for (const int event : events) {
            indexes += number(event) + ", ";
            ++first;
        }
    }
    return arrays + rows + "};\n" + indexes + "};\n" + apis + "};\n";
}

std::string safelistPart(const std::string& name, Element json)
{
    std::string arrays;
    std::string rows = "inline constexpr SafelistEntries " + name + "[] = {\n";
    int index = 0;
    for (const auto [type, values] : json.get_object()) {
        const std::string array = name + number(index++);
        const Strings entries = strings(values);
        arrays += stringArray(array, entries);
        rows += "    { " + literal(type) + ", " + spanOf(array, entries) + " },\n";
    }
    return arrays + rows + "};\n";
}

std::string safelistTable(const std::string&, Element json)
{
    return safelistPart("safelistMatchRows", json["match"]) + safelistPart("safelistPatternRows", json["regex"]);
}

std::string tldsTable(const std::string&, Element json)
{
    return stringArray("ianaTlds", sorted(strings(json["iana"])))
        + stringArray("specialTlds", sorted(strings(json["special"])));
}

std::string domainFalsePositivesTable(const std::string&, Element json)
{
    return stringArray("variableRoots", sorted(strings(json["roots"])))
        + stringArray("reliableTlds", sorted(strings(json["reliable_tlds"])))
        + stringArray("moreTlds", sorted(strings(json["more_tlds"])))
        + stringArray("fewerTlds", sorted(strings(json["fewer_tlds"])));
}

std::string constantsTable(const std::string&, Element json)
{
    std::string out;
    for (const auto [key, value] : json.get_object()) {
        const std::string name = camelCase(key);
        if (value.is_array()) {
            out += stringArray(name, strings(value));
        } else if (value.is_string()) {
            out += "inline constexpr std::string_view " + name + " = " + literal(value) + ";\n";
        } else {
            out += "inline constexpr int " + name + " = " + number(value) + ";\n";
        }
    }
    return out;
}

std::string submissionParamsTable(const std::string&, Element json)
{
    std::string arrays;
    std::string rows = "inline constexpr SubmissionParam submissionParamRows[] = {\n";
    int index = 0;
    for (const Element param : json.get_array()) {
        const std::string name = "submissionChoices" + number(index++);
        const Strings choices = strings(param["list"]);
        arrays += stringArray(name, choices);
        rows += "    { " + literal(param["name"]) + ", " + literal(param["type"]) + ", "
            + literal(minified(param["default"])) + ", " + spanOf(name, choices) + " },\n";
    }
    return arrays + rows + "};\n";
}

std::string serviceTable(const std::string&, Element json)
{
    return "inline constexpr ServiceInfo serviceInfo = { " + literal(json["name"]) + ", " + literal(json["category"])
        + ", " + literal(json["stage"]) + ", " + literal(json["accepts"]) + ", " + literal(json["rejects"]) + ", "
        + number(json["timeout"]) + " };\n";
}

std::string textTable(const std::string& name, Element json)
{
    return "inline constexpr std::string_view " + name + " = " + literal(minified(json)) + ";\n";
}

using Generator = std::string (*)(const std::string& name, Element json);

const std::map<std::string_view, Generator>& generators()
{
    static const std::map<std::string_view, Generator> all = {
        {"api_events", apiEventsTable},
        {"attack", attackTable},
        {"domain_false_positives", domainFalsePositivesTable},
        {"file_rules", textTable},
        {"file_signatures", fileSignaturesTable},
        {"file_types", fileTypesTable},
        {"heuristics", heuristicsTable},
        {"process_tree_and_ioc_constants", constantsTable},
        {"safe_process_trees", processTreesTable},
        {"service", serviceTable},
        {"service_config", textTable},
        {"signature_actions", mapTable},
        {"signature_categories", mapTable},
        {"signature_dropped", setTable},
        {"standard_http_headers", setTable},
        {"submission_params", submissionParamsTable},
        {"supported_extensions", listTable},
        {"system_safelist", safelistTable},
        {"tlds", tldsTable},
        {"type_to_extension", mapTable},
    };
    return all;
}

} // namespace

std::string generate(std::string_view table, const simdjson::dom::element& json)
{
    const auto generator = generators().find(table);
    return generator == generators().end() ? std::string() : generator->second(camelCase(table), json);
}

} // namespace tablegen
