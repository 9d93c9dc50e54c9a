// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QIODevice>

#include <cstddef>
#include <memory>
#include <string_view>

namespace core {

// Bytes followed by the zeroed padding that simdjson reads beyond the end. Moves, never copies by itself.
class PaddedBuffer {
public:
    PaddedBuffer() = default;
    // `size` bytes to be filled in through data().
    explicit PaddedBuffer(std::size_t size);
    static PaddedBuffer copyOf(std::string_view text);
    // Reads to the end of the device; `expected` (bytes, may be wrong) saves growing. Errors: TooLarge, CannotRead.
    static Result<PaddedBuffer> readAll(QIODevice& device, std::size_t limit, std::size_t expected = 0);
    static Result<PaddedBuffer> readFile(const QString& path, std::size_t limit);

    PaddedBuffer(PaddedBuffer&& other) noexcept;
    PaddedBuffer& operator=(PaddedBuffer&& other) noexcept;

    char* data() { return m_data.get(); }
    const char* data() const { return m_data.get(); }
    std::size_t size() const { return m_size; }
    std::string_view view() const { return {m_data.get(), m_size}; }
    // Keeps the first bytes; more room is made as needed.
    void resize(std::size_t size);

private:
    struct Free {
        void operator()(char* data) const;
    };

    std::unique_ptr<char, Free> m_data;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace core
