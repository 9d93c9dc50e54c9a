// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/buffersbuilder.h"

#include "core/ioc/iocextractor.h"
#include "core/ioc/regex.h"
#include "core/ioc/safelist.h"
#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/reference/iocconstants.h"
#include "core/result/fieldwarning.h"
#include "core/sha256.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <unordered_set>

namespace core::buffersbuilder {

namespace {

constexpr std::string_view buffersTitle = "Buffers";
constexpr std::string_view iocsTitle = "Buffer IOCs";
constexpr int iocInBuffer = 1006;
constexpr int mostRowsPerSource = 10; // of a process
constexpr std::string_view executableMarks[] = {"MZ", "This program cannot be run in DOS mode"};

bool holdsExecutable(std::string_view buffer)
{
    return std::ranges::all_of(executableMarks, [buffer](std::string_view mark) { return buffer.contains(mark); });
}

// Whether the buffer is an executable from its first byte on. The service keeps only what its PE parser refuses.
bool isExecutable(std::string_view buffer)
{
    constexpr std::size_t dosHeader = 64;
    constexpr std::size_t offsetField = 60;
    if (buffer.size() < dosHeader || !buffer.starts_with("MZ")) {
        return false;
    }
    std::uint32_t offset = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        offset |= std::uint32_t(static_cast<unsigned char>(buffer[offsetField + i])) << (8 * i);
    }
    return offset < buffer.size() && buffer.substr(offset).starts_with(std::string_view("PE\0\0", 4));
}

CarvedBuffer carved(const json::Value& pid, const ApiEvent& call, std::string_view buffer)
{
    QByteArray bytes(buffer.data(), qsizetype(buffer.size()));
    return {.name = std::format("{}-{}-{}", json::python::str(pid),
                json::python::str(call.arguments.contains("api") ? call.arguments["api"] : json::Value("")),
                Sha256::hexOf(bytes)),
        .bytes = std::move(bytes)};
}

class BuffersBuilder {
public:
    explicit BuffersBuilder(ConversionContext& context)
        : m_context(context)
    {
        m_networkOptions.safelist = &context.safelist;
    }

    void read(const ProcessEntry& process)
    {
        m_title = std::format("{} ({})", json::python::str(process.name), json::python::str(process.pid));
        m_rowsLeft = mostRowsPerSource;
        for (const std::vector<ApiEvent>* calls : {&process.cryptoBuffers, &process.miscEvents}) {
            for (const ApiEvent& call : *calls) {
                readApiBuffer(process.pid, call);
            }
        }
        m_rowsLeft = mostRowsPerSource;
        m_networkCarved.clear(); // the service keeps those of the last process only
        for (const ApiEvent& call : process.networkCalls) {
            readNetworkBuffer(process.pid, call);
        }
    }

    void addSection(Section& parent)
    {
        if (m_rows.empty()) {
            return;
        }
        Section section(buffersTitle, BodyFormat::Table);
        section.setAutoCollapse(true);
        for (json::Object& row : m_rows) {
            section.addRow(std::move(row));
        }
        if (!m_iocs.empty()) {
            section.addSubsection(iocSection());
            section.setHeuristic(iocInBuffer);
        }
        parent.addSubsection(std::move(section));
    }

    std::vector<CarvedBuffer> takeCarved()
    {
        std::ranges::move(m_networkCarved, std::back_inserter(m_carved));
        std::unordered_set<std::string> names;
        std::erase_if(m_carved, [&](const CarvedBuffer& buffer) {
            return isExecutable({buffer.bytes.data(), std::size_t(buffer.bytes.size())})
                || !names.insert(buffer.name).second;
        });
        return std::move(m_carved);
    }

private:
    void readApiBuffer(const json::Value& pid, const ApiEvent& call)
    {
        const json::Value* value = call.arguments.find("Buffer");
        if (!value || !value->isString()) {
            warnOfField(m_context.warnings, "behavior.processes.calls.arguments." + std::string(call.api) + ".buffer");
            return;
        }
        const std::string_view buffer = value->toString();
        if (holdsExecutable(buffer)) {
            m_carved.push_back(carved(pid, call, buffer));
        }
        if (buffer.empty()) {
            return;
        }
        if (m_apiBuffers.emplace(buffer).second) { // the same buffer has the same IOCs
            extractIocs(buffer, m_iocs, m_apiOptions);
        }
        addRow("Windows API", buffer);
    }

    void readNetworkBuffer(const json::Value& pid, const ApiEvent& call)
    {
        const json::Value* value = call.arguments.find("Buffer");
        if (!value || !value->isString() || value->toString().empty()) {
            return;
        }
        const std::string buffer = withoutEscapedBytes(value->toString());
        if (!m_networkBuffers.insert(buffer).second
            || m_context.safelist.isTagSafelisted(
                buffer, {"network.dynamic.ip", "network.dynamic.uri", "network.dynamic.domain"})) {
            return;
        }
        const std::size_t before = m_iocs.size();
        extractIocs(buffer, m_iocs, m_networkOptions);
        // What brings no new IOC is not worth a row.
        if (m_iocs.size() != before && addRow("Network", buffer) && holdsExecutable(buffer)) {
            m_networkCarved.push_back(carved(pid, call, buffer));
        }
    }

    bool addRow(std::string_view source, std::string_view buffer)
    {
        std::string text = safeStr(buffer);
        if (m_rowsLeft == 0 || !m_knownRows.insert(std::format("{}\n{}\n{}", m_title, source, text)).second) {
            return false;
        }
        --m_rowsLeft;
        m_rows.push_back({{"Process", m_title}, {"Source", source}, {"Buffer", std::move(text)}});
        return true;
    }

    Section iocSection() const
    {
        Section section(iocsTitle, BodyFormat::Table);
        for (const Ioc& ioc : m_iocs.rows()) {
            section.addRow({{"ioc_type", ioc.type}, {"ioc", ioc.value}});
        }
        addIocTags(section, m_iocs);
        return section;
    }

    ConversionContext& m_context;
    IocOptions m_apiOptions{.enforceCharMin = true, .networkStatic = true};
    IocOptions m_networkOptions{.enforceCharMin = true, .networkStatic = true};
    IocTable m_iocs;
    std::vector<json::Object> m_rows;
    std::unordered_set<std::string> m_knownRows;
    std::unordered_set<std::string> m_apiBuffers;
    std::unordered_set<std::string> m_networkBuffers;
    std::vector<CarvedBuffer> m_carved;
    std::vector<CarvedBuffer> m_networkCarved;
    std::string m_title; // of the process at hand
    int m_rowsLeft = 0;
};

} // namespace

std::string withoutEscapedBytes(std::string_view buffer)
{
    static const Regex byteEscape("x[a-z0-9]{2}");
    std::string out;
    while (true) {
        const std::size_t backslash = buffer.find('\\');
        const std::string piece = byteEscape.replace(buffer.substr(0, backslash), "");
        if (lengthOf(piece) >= reference::minDomainChars() && piece != "http/1.1") {
            out += out.empty() ? "" : ",";
            out += piece;
        }
        if (backslash == std::string_view::npos) {
            return out;
        }
        buffer.remove_prefix(backslash + 1);
    }
}

std::vector<CarvedBuffer> addBuffers(ConversionContext& context, const ProcessMap& processes, Section& parent)
{
    BuffersBuilder builder(context);
    for (const ProcessEntry& process : processes) {
        if (context.stop.stop_requested()) {
            return {};
        }
        builder.read(process);
    }
    builder.addSection(parent);
    return builder.takeCarved();
}

} // namespace core::buffersbuilder
