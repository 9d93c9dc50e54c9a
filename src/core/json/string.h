// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/arena.h"

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace core::json {

// A text (UTF-8) in 16 bytes: up to 15 bytes stand in the object itself, a longer one on the heap, or in an arena that
// then must outlive it. A copy never lies in an arena. It may be moved by its bytes. At most 4 GiB - 1.
class String {
public:
    String() noexcept { }
    String(std::string_view text)
        : String(text, nullptr)
    {
    }
    String(const std::string& text)
        : String(std::string_view(text))
    {
    }
    String(const char* text)
        : String(std::string_view(text))
    {
    }
    // The text in `arena`; on the heap where that is null.
    String(std::string_view text, Arena* arena)
    {
        if (text.size() <= shortest) {
            m_bytes = packed(text);
        } else {
            setLong(text, arena);
        }
    }
    // A text that outlives the string, without a copy of it: for comparisons.
    static String over(std::string_view text);
    String(const String& other)
        : String(other.view())
    {
    }
    String(String&& other) noexcept
        : m_bytes(std::exchange(other.m_bytes, {}))
    {
    }
    String& operator=(const String& other);
    String& operator=(String&& other) noexcept;
    ~String()
    {
        if (m_short.kind == onHeap) {
            freeBlock();
        }
    }

    std::string_view view() const
    {
        return isShort() ? std::string_view(m_short.text, m_short.kind) : std::string_view(m_long.data, m_long.size);
    }
    operator std::string_view() const { return view(); }
    bool empty() const { return m_short.kind == 0; }
    std::size_t size() const { return view().size(); }

    // Appends; in the mean a step takes as long as its own text.
    void append(std::string_view more);

    friend bool operator==(const String& a, const String& b)
    {
        return a.m_bytes == b.m_bytes || (!a.isShort() && !b.isShort() && a.view() == b.view());
    }
    template <std::convertible_to<std::string_view> T>
    friend bool operator==(const String& a, const T& b)
    {
        return a.view() == std::string_view(b);
    }

private:
    static constexpr std::uint8_t shortest = 15; // the most bytes that stand in the object
    static constexpr std::uint8_t onHeap = 16;
    static constexpr std::uint8_t inArena = 17;

    // All three have the kind in their last byte: the length of a short text, or where a long one lies.
    struct Bytes {
        std::uint64_t first = 0;
        std::uint64_t second = 0;
        friend bool operator==(const Bytes&, const Bytes&) = default;
    };
    struct Short {
        char text[shortest];
        std::uint8_t kind;
    };
    struct Long {
        char* data;
        std::uint32_t size;
        std::uint8_t unused[3];
        std::uint8_t kind;
    };
    static_assert(std::endian::native == std::endian::little);

    template <typename Word>
    static std::uint64_t load(const char* from)
    {
        Word word;
        std::memcpy(&word, from, sizeof(Word));
        return word;
    }
    static Bytes packed(std::string_view text);

    bool isShort() const { return m_short.kind <= shortest; }
    void setLong(std::string_view text, Arena* arena);
    void freeBlock();

    union {
        Bytes m_bytes = {};
        Short m_short;
        Long m_long;
    };
};

static_assert(sizeof(String) == 16);

// Whole words, not a copy of so many bytes: what reads the two words next need not wait for the bytes to come together.
inline String::Bytes String::packed(std::string_view text)
{
    const std::size_t size = text.size();
    const char* data = text.data();
    Bytes bytes{.first = 0, .second = std::uint64_t(size) << 56};
    if (size > 8) {
        bytes.first = load<std::uint64_t>(data);
        bytes.second |= load<std::uint64_t>(data + size - 8) >> (8 * (16 - size));
    } else if (size >= 4) {
        bytes.first = load<std::uint32_t>(data) | load<std::uint32_t>(data + size - 4) << (8 * (size - 4));
    } else if (size > 0) {
        const auto byte = [&](std::size_t at) { return load<std::uint8_t>(data + at) << (8 * at); };
        bytes.first = byte(0) | byte(size / 2) | byte(size - 1);
    }
    return bytes;
}

} // namespace core::json
