// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/content.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace core::filetype {

// The streams that lie at the top of an OLE document (MS-CFB), read with limits: a damaged or hostile one has fewer.
class OleFile {
public:
    // Nothing for what is no OLE document.
    static std::optional<OleFile> open(Content& content);

    // `name` in lower case; capitals do not count.
    bool contains(const QString& name) const { return m_streams.contains(name); }
    // At most `length` bytes of a stream from `offset` on; empty where there is no such stream.
    QByteArray read(const QString& name, qint64 offset, qint64 length);

private:
    struct Stream {
        std::uint32_t start = 0;
        qint64 size = 0;
    };

    explicit OleFile(Content& content)
        : m_content(content)
    {
    }
    bool readHeader();
    void readTable(const QByteArray& header);
    void readDirectory(std::uint32_t start);
    QByteArray readSector(std::uint32_t sector) const;
    // The sectors of a chain: none twice, and no more than `most`.
    static std::vector<std::uint32_t> chain(
        const std::vector<std::uint32_t>& table, std::uint32_t start, std::size_t most);
    QByteArray readChain(const std::vector<std::uint32_t>& sectors, qint64 offset, qint64 length) const;
    QByteArray readSmall(const Stream& stream, qint64 offset, qint64 length);

    Content& m_content;
    qint64 m_sectorSize = 512;
    qint64 m_smallSize = 64;
    qint64 m_smallBelow = 4096;
    std::vector<std::uint32_t> m_table;
    std::vector<std::uint32_t> m_smallTable;
    Stream m_smallStream;
    std::map<QString, Stream> m_streams;
};

} // namespace core::filetype
