// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/paddedbuffer.h"

#include "core/json/hugepages.h"

#include <QCoreApplication>
#include <QFile>

#include <simdjson.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace core {

namespace {

constexpr std::size_t firstRead = 1 << 20;

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PaddedBuffer)
};

Error tooLarge(std::size_t limit)
{
    const QString size = QString::number(double(limit) / (1 << 20), 'g', 4);
    return {ErrorCode::TooLarge, Text::tr("The file is larger than the limit of %1 MiB.").arg(size), {}};
}

} // namespace

PaddedBuffer::PaddedBuffer(std::size_t size)
{
    resize(size);
}

PaddedBuffer PaddedBuffer::copyOf(std::string_view text)
{
    PaddedBuffer buffer(text.size());
    if (!text.empty()) {
        std::memcpy(buffer.data(), text.data(), text.size());
    }
    return buffer;
}

PaddedBuffer::PaddedBuffer(PaddedBuffer&& other) noexcept
    : m_data(std::move(other.m_data))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{
}

PaddedBuffer& PaddedBuffer::operator=(PaddedBuffer&& other) noexcept
{
    m_data = std::move(other.m_data);
    m_size = std::exchange(other.m_size, 0);
    m_capacity = std::exchange(other.m_capacity, 0);
    return *this;
}

void PaddedBuffer::Free::operator()(char* data) const
{
    std::free(data);
}

void PaddedBuffer::resize(std::size_t size)
{
    if (!m_data || size > m_capacity) {
        // realloc moves pages instead of bytes when the block is large.
        void* grown = std::realloc(m_data.get(), size + simdjson::SIMDJSON_PADDING);
        if (!grown) {
            throw std::bad_alloc();
        }
        static_cast<void>(m_data.release());
        m_data.reset(static_cast<char*>(grown));
        adviseHugePages(grown, size);
        m_capacity = size;
    }
    m_size = size;
    std::memset(m_data.get() + size, 0, simdjson::SIMDJSON_PADDING);
}

Result<PaddedBuffer> PaddedBuffer::readAll(QIODevice& device, std::size_t limit, std::size_t expected)
{
    PaddedBuffer buffer(std::clamp(expected + 1, firstRead, std::max(limit + 1, firstRead)));
    std::size_t filled = 0;
    while (true) {
        if (filled == buffer.size()) {
            buffer.resize(filled * 2);
        }
        const qint64 got = device.read(buffer.data() + filled, qint64(buffer.size() - filled));
        if (got < 0) {
            return std::unexpected(Error{ErrorCode::CannotRead,
                Text::tr("The file cannot be read to its end. Try again, or fetch it again."), device.errorString()});
        }
        if (got == 0) {
            break;
        }
        filled += std::size_t(got);
        if (filled > limit) {
            return std::unexpected(tooLarge(limit));
        }
    }
    buffer.resize(filled);
    return buffer;
}

Result<PaddedBuffer> PaddedBuffer::readFile(const QString& path, std::size_t limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const QString message
            = Text::tr("The file “%1” cannot be opened. Check that it exists and that you may read it.");
        return std::unexpected(Error{ErrorCode::CannotRead, message.arg(path), file.errorString()});
    }
    return readAll(file, limit, std::size_t(std::max<qint64>(0, file.size())));
}

} // namespace core
