// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/peexports.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <unordered_set>

namespace core::submission {

namespace {

// Offsets as in the PE/COFF specification.
constexpr std::size_t peOffsetField = 0x3c;
constexpr std::size_t coffHeaderSize = 20;
constexpr std::size_t sectionHeaderSize = 40;
constexpr std::uint16_t pe32Magic = 0x10b;
constexpr std::uint16_t pe64Magic = 0x20b;
constexpr std::size_t longestName = 512;

struct Section {
    std::uint32_t virtualAddress;
    std::uint32_t size;
    std::uint32_t fileOffset;
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

    std::vector<std::string> exports(std::size_t most) const
    {
        const auto table = m_exportDirectory ? fileOffset(m_exportDirectory) : std::nullopt;
        if (!table) {
            return {};
        }
        const auto field = [&](std::size_t offset) { return read<std::uint32_t>(*table + offset).value_or(0); };
        const std::uint32_t base = field(16);
        const std::size_t functions = std::min<std::size_t>(field(20), most);
        const std::size_t names = std::min<std::size_t>(field(24), most);
        const auto functionTable = fileOffset(field(28));
        const auto nameTable = fileOffset(field(32));
        const auto ordinalTable = fileOffset(field(36));

        std::vector<std::string> found;
        std::unordered_set<std::uint32_t> named;
        for (std::size_t i = 0; nameTable && ordinalTable && i < names; ++i) {
            const auto address = read<std::uint32_t>(*nameTable + i * 4);
            const auto index = read<std::uint16_t>(*ordinalTable + i * 2);
            if (!address || !index) {
                break;
            }
            std::string name = nameAt(*address);
            if (name.empty()) {
                continue;
            }
            named.insert(*index);
            found.push_back(std::move(name));
        }
        for (std::size_t i = 0; functionTable && i < functions && found.size() < most; ++i) {
            const auto address = read<std::uint32_t>(*functionTable + i * 4);
            if (!address) {
                break;
            }
            if (*address != 0 && !named.contains(std::uint32_t(i))) {
                found.push_back("#" + std::to_string(std::uint64_t(base) + i));
            }
        }
        return found;
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

    // A name of printable characters without blanks; what else stands there is damage, and gives nothing.
    std::string nameAt(std::uint32_t address) const
    {
        const auto offset = address == 0 ? std::nullopt : fileOffset(address);
        if (!offset) {
            return {};
        }
        std::string name;
        for (std::size_t i = *offset; i < m_bytes.size() && name.size() <= longestName; ++i) {
            const char c = char(m_bytes[i]);
            if (c == '\0') {
                return name;
            }
            if (c <= ' ' || c > '~') {
                return {};
            }
            name += c;
        }
        return {};
    }

    std::span<const std::byte> m_bytes;
    std::uint32_t m_exportDirectory = 0;
    std::vector<Section> m_sections;
};

} // namespace

Result<std::vector<std::string>> readPeExports(std::span<const std::byte> file, std::size_t most)
{
    PeFile pe(file);
    if (!pe.readHeaders()) {
        return std::unexpected(Error{ErrorCode::BadInput,
            QCoreApplication::translate(
                "Submission", "This file is not a Windows program: its exports cannot be read."),
            {}});
    }
    return pe.exports(most);
}

} // namespace core::submission
