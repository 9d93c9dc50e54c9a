// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/olefile.h"

#include <QtEndian>

#include <algorithm>
#include <set>

namespace core::filetype {

namespace {

constexpr qsizetype headerSize = 512;
constexpr qsizetype entrySize = 128;
constexpr std::uint32_t lastSector = 0xfffffffa; // larger numbers are marks
constexpr std::uint32_t noEntry = 0xffffffff;
constexpr std::size_t mostTableSectors = 1 << 16; // of 128 or 1,024 numbers each
constexpr std::size_t mostDirectorySectors = 1 << 12;

template <typename Number>
Number numberAt(const QByteArray& bytes, qsizetype offset)
{
    return offset + qsizetype(sizeof(Number)) <= bytes.size() ? qFromLittleEndian<Number>(bytes.constData() + offset)
                                                              : Number(0);
}

void appendNumbers(std::vector<std::uint32_t>& numbers, const QByteArray& bytes)
{
    for (qsizetype at = 0; at + 4 <= bytes.size(); at += 4) {
        numbers.push_back(numberAt<std::uint32_t>(bytes, at));
    }
}

QString nameOf(const QByteArray& entry)
{
    QString name;
    const qsizetype length = std::min<qsizetype>(numberAt<std::uint16_t>(entry, 0x40), 64) / 2 - 1;
    for (qsizetype i = 0; i < length; ++i) {
        name += QChar(numberAt<std::uint16_t>(entry, 2 * i));
    }
    return name.toLower();
}

} // namespace

std::optional<OleFile> OleFile::open(Content& content)
{
    OleFile file(content);
    return file.readHeader() ? std::optional(std::move(file)) : std::nullopt;
}

bool OleFile::readHeader()
{
    const QByteArray header = m_content.read(0, headerSize);
    const auto shift = numberAt<std::uint16_t>(header, 0x1e);
    const auto smallShift = numberAt<std::uint16_t>(header, 0x20);
    if (header.size() < headerSize || !header.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") || shift < 7 || shift > 16
        || smallShift < 4 || smallShift > shift) {
        return false;
    }
    m_sectorSize = qint64(1) << shift;
    m_smallSize = qint64(1) << smallShift;
    m_smallBelow = numberAt<std::uint32_t>(header, 0x38);
    readTable(header);
    for (const std::uint32_t sector : chain(m_table, numberAt<std::uint32_t>(header, 0x3c), mostTableSectors)) {
        appendNumbers(m_smallTable, readSector(sector));
    }
    readDirectory(numberAt<std::uint32_t>(header, 0x30));
    return true;
}

// Where the table of sectors lies is listed in the header, and on in sectors that point to each other.
void OleFile::readTable(const QByteArray& header)
{
    std::vector<std::uint32_t> places;
    appendNumbers(places, header.sliced(0x4c));
    std::set<std::uint32_t> seen;
    for (auto next = numberAt<std::uint32_t>(header, 0x44);
        next < lastSector && seen.insert(next).second && places.size() < mostTableSectors;) {
        const QByteArray list = readSector(next);
        if (list.size() < 4) {
            break;
        }
        appendNumbers(places, list.chopped(4));
        next = numberAt<std::uint32_t>(list, list.size() - 4);
    }
    for (const std::uint32_t place : places) {
        if (place < lastSector) {
            const QByteArray sector = readSector(place);
            if (sector.isEmpty()) {
                return; // beyond the end of the file
            }
            appendNumbers(m_table, sector);
        }
    }
}

void OleFile::readDirectory(std::uint32_t start)
{
    QByteArray bytes;
    for (const std::uint32_t sector : chain(m_table, start, mostDirectorySectors)) {
        bytes += readSector(sector);
    }
    const auto entryAt = [&](std::uint32_t index) {
        const qint64 at = qint64(index) * entrySize;
        return at + entrySize <= bytes.size() ? bytes.sliced(at, entrySize) : QByteArray();
    };
    const auto streamOf = [](const QByteArray& entry) {
        return Stream{numberAt<std::uint32_t>(entry, 0x74), qint64(numberAt<std::uint32_t>(entry, 0x78))};
    };
    const QByteArray root = entryAt(0);
    m_smallStream = streamOf(root);
    std::set<std::uint32_t> seen{0};
    std::vector<std::uint32_t> waiting{numberAt<std::uint32_t>(root, 0x4c)};
    while (!waiting.empty()) {
        const std::uint32_t index = waiting.back();
        waiting.pop_back();
        const QByteArray entry = index == noEntry || !seen.insert(index).second ? QByteArray() : entryAt(index);
        if (entry.isEmpty()) {
            continue;
        }
        static constexpr char streamKind = 2;
        if (entry.at(0x42) == streamKind) {
            m_streams.emplace(nameOf(entry), streamOf(entry));
        }
        waiting.push_back(numberAt<std::uint32_t>(entry, 0x44));
        waiting.push_back(numberAt<std::uint32_t>(entry, 0x48));
    }
}

QByteArray OleFile::readSector(std::uint32_t sector) const
{
    return m_content.read((qint64(sector) + 1) * m_sectorSize, m_sectorSize);
}

std::vector<std::uint32_t> OleFile::chain(
    const std::vector<std::uint32_t>& table, std::uint32_t start, std::size_t most)
{
    std::vector<std::uint32_t> sectors;
    most = std::min(most, table.size());
    for (std::uint32_t sector = start; sector < table.size() && sectors.size() < most; sector = table[sector]) {
        sectors.push_back(sector);
    }
    return sectors;
}

QByteArray OleFile::readChain(const std::vector<std::uint32_t>& sectors, qint64 offset, qint64 length) const
{
    QByteArray bytes;
    const auto first = std::size_t(offset / m_sectorSize);
    const qint64 skipped = offset % m_sectorSize;
    for (std::size_t i = first; i < sectors.size() && bytes.size() < skipped + length; ++i) {
        bytes += readSector(sectors[i]);
    }
    return bytes.sliced(std::min<qsizetype>(skipped, bytes.size())).first(std::min<qsizetype>(
        length, std::max<qsizetype>(bytes.size() - skipped, 0)));
}

QByteArray OleFile::readSmall(const Stream& stream, qint64 offset, qint64 length)
{
    const auto inside = chain(m_table, m_smallStream.start, std::size_t(m_content.size() / m_sectorSize + 1));
    QByteArray bytes;
    for (const std::uint32_t small : chain(m_smallTable, stream.start, std::size_t(stream.size / m_smallSize + 1))) {
        bytes += readChain(inside, qint64(small) * m_smallSize, m_smallSize);
    }
    return bytes.first(std::min<qsizetype>(bytes.size(), stream.size)).mid(offset, length);
}

QByteArray OleFile::read(const QString& name, qint64 offset, qint64 length)
{
    const auto found = m_streams.find(name);
    if (found == m_streams.end() || offset < 0 || offset >= found->second.size) {
        return {};
    }
    const Stream& stream = found->second;
    length = std::min(length, stream.size - offset);
    if (stream.size < m_smallBelow) {
        return readSmall(stream, offset, length);
    }
    return readChain(chain(m_table, stream.start, std::size_t(stream.size / m_sectorSize + 1)), offset, length);
}

} // namespace core::filetype
