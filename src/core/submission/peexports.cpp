// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/peexports.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

namespace core::submission {

namespace {

// Offsets as in the PE/COFF specification.
constexpr std::size_t peOffsetField = 0x3c;
constexpr std::size_t coffHeaderSize = 20;
constexpr std::size_t sectionHeaderSize = 40;
constexpr std::uint16_t pe32Magic = 0x10b;
constexpr std::uint16_t pe64Magic = 0x20b;
// Bounds against made-up tables, as pefile has them, which the service reads exports with.
constexpr std::size_t longestName = 512;
constexpr std::size_t mostExports = 8192; // with names, and as many without
constexpr int mostEqualNames = 10;
constexpr int mostEqualAddresses = 120;
constexpr int mostOutside = 5;

struct Section {
    std::uint32_t virtualAddress;
    std::uint32_t size;
    std::uint32_t fileOffset;
};

// What the export directory says; where the tables lie in the file.
struct ExportTable {
    std::uint32_t base;
    std::uint32_t functionCount;
    std::uint32_t nameCount;
    std::size_t functions;
    std::size_t names;
    std::size_t ordinals;
};

class PeFile {
public:
    explicit PeFile(std::span<const std::byte> bytes)
        : m_bytes(bytes)
    {
    }

    bool readHeaders()
    {
        if (m_bytes.size() < 2 || std::memcmp(m_bytes.data(), "MZ", 2) != 0) {
            return false;
        }
        const auto pe = read<std::uint32_t>(peOffsetField);
        if (!pe || read<std::uint32_t>(*pe) != 0x00004550U) { // "PE\0\0"
            return false;
        }
        const std::size_t coff = std::size_t(*pe) + 4;
        const auto sections = read<std::uint16_t>(coff + 2);
        const auto optionalSize = read<std::uint16_t>(coff + 16);
        const std::size_t optional = coff + coffHeaderSize;
        const auto magic = read<std::uint16_t>(optional);
        if (!sections || !optionalSize || (magic != pe32Magic && magic != pe64Magic)) {
            return false;
        }
        const std::size_t directories = optional + (magic == pe32Magic ? 92 : 108);
        if (read<std::uint32_t>(directories).value_or(0) > 0) {
            m_exportDirectory = read<std::uint32_t>(directories + 4).value_or(0);
        }
        readSections(optional + *optionalSize, *sections);
        return true;
    }

    std::vector<std::string> exports() const
    {
        const auto at = m_exportDirectory ? fileOffset(m_exportDirectory) : std::nullopt;
        if (!at) {
            return {};
        }
        const auto field = [&](std::size_t offset) { return read<std::uint32_t>(*at + offset).value_or(0); };
        const auto functions = fileOffset(field(28));
        const auto names = fileOffset(field(32));
        const auto ordinals = fileOffset(field(36));
        if (!functions || !names || !ordinals) {
            return {};
        }
        const ExportTable table{field(16), field(20), field(24), *functions, *names, *ordinals};
        std::unordered_set<std::uint32_t> named;
        auto found = namedExports(table, named);
        if (!found) {
            return {};
        }
        addUnnamedExports(table, named, *found);
        return std::move(*found);
    }

private:
    template <typename T>
    std::optional<T> read(std::size_t offset) const
    {
        if (offset > m_bytes.size() || m_bytes.size() - offset < sizeof(T)) {
            return std::nullopt;
        }
        T value;
        std::memcpy(&value, m_bytes.data() + offset, sizeof(T));
        return value;
    }

    std::optional<std::uint32_t> functionAddress(const ExportTable& table, std::uint32_t index) const
    {
        return index < table.functionCount ? read<std::uint32_t>(table.functions + std::size_t(index) * 4)
                                           : std::nullopt;
    }

    // Nothing where a name has no function: then none of them is to be trusted. A damaged name is the last one; those
    // outside the file are passed over, unless there are too many.
    std::optional<std::vector<std::string>> namedExports(
        const ExportTable& table, std::unordered_set<std::uint32_t>& named) const
    {
        std::vector<std::string> found;
        std::map<std::pair<std::string, std::uint32_t>, int> counts;
        int outside = 0;
        for (std::size_t i = 0; i < table.nameCount; ++i) {
            const auto index = read<std::uint16_t>(table.ordinals + i * 2);
            const auto address = index ? functionAddress(table, *index) : std::nullopt;
            if (!address) {
                return std::nullopt;
            }
            if (*address == 0) {
                continue;
            }
            const std::uint32_t nameAddress = read<std::uint32_t>(table.names + i * 4).value_or(0);
            if (!fileOffset(nameAddress) && ++outside < mostOutside) {
                continue;
            }
            const auto name = nameAt(nameAddress);
            if (!name || ++counts[{*name, *address}] > mostEqualNames || counts.size() > mostExports) {
                break;
            }
            named.insert(*index);
            found.push_back(*name);
        }
        return found;
    }

    void addUnnamedExports(const ExportTable& table, const std::unordered_set<std::uint32_t>& named,
        std::vector<std::string>& found) const
    {
        std::map<std::uint32_t, int> counts;
        for (std::uint32_t i = 0; i < table.functionCount; ++i) {
            if (named.contains(i)) {
                continue;
            }
            const auto address = functionAddress(table, i);
            if (!address) {
                return;
            }
            if (*address == 0) {
                continue;
            }
            if (++counts[*address] > mostEqualAddresses || counts.size() > mostExports) {
                return;
            }
            found.push_back("#" + std::to_string(std::uint64_t(table.base) + i));
        }
    }

    void readSections(std::size_t offset, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i, offset += sectionHeaderSize) {
            const auto virtualSize = read<std::uint32_t>(offset + 8);
            const auto address = read<std::uint32_t>(offset + 12);
            const auto rawSize = read<std::uint32_t>(offset + 16);
            const auto raw = read<std::uint32_t>(offset + 20);
            if (!virtualSize || !address || !rawSize || !raw) {
                return;
            }
            m_sections.push_back({*address, std::max(*virtualSize, *rawSize), *raw});
        }
    }

    // An address outside every section lies in the headers, which are mapped as they are.
    std::optional<std::size_t> fileOffset(std::uint32_t address) const
    {
        const auto section = std::ranges::find_if(m_sections, [address](const Section& candidate) {
            return address >= candidate.virtualAddress && address - candidate.virtualAddress < candidate.size;
        });
        const std::size_t offset = section == m_sections.end()
            ? address
            : std::size_t(section->fileOffset) + (address - section->virtualAddress);
        if (offset >= m_bytes.size()) {
            return std::nullopt;
        }
        return offset;
    }

    // Nothing where characters stand that no linker writes into a name.
    std::optional<std::string> nameAt(std::uint32_t address) const
    {
        const auto offset = address == 0 ? std::nullopt : fileOffset(address);
        if (!offset) {
            return std::nullopt;
        }
        std::string name;
        for (const std::byte byte : m_bytes.subspan(*offset)) {
            if (byte == std::byte(0) || name.size() == longestName) {
                break;
            }
            name += char(byte);
        }
        const auto isLetter = [](char c) { return c > ' ' && c <= '~' && c != ';' && c != '='; };
        return std::ranges::all_of(name, isLetter) ? std::optional(std::move(name)) : std::nullopt;
    }

    std::span<const std::byte> m_bytes;
    std::uint32_t m_exportDirectory = 0;
    std::vector<Section> m_sections;
};

} // namespace

Result<std::vector<std::string>> readPeExports(std::span<const std::byte> file)
{
    PeFile pe(file);
    if (!pe.readHeaders()) {
        return std::unexpected(Error{ErrorCode::BadInput,
            QCoreApplication::translate(
                "Submission", "This file is not a Windows program: its exports cannot be read."),
            {}});
    }
    return pe.exports();
}

} // namespace core::submission
