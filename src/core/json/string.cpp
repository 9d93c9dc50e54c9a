// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/string.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>
#include <stdexcept>
#include <utility>

namespace core::json {

namespace {

// What stands before a text on the heap: how many bytes it may have.
using Capacity = std::uint64_t;

Capacity& capacityOf(char* data)
{
    return *(reinterpret_cast<Capacity*>(data) - 1);
}

char* makeBlock(std::size_t capacity)
{
    auto* block = static_cast<Capacity*>(::operator new(sizeof(Capacity) + capacity));
    *block = capacity;
    return reinterpret_cast<char*>(block + 1);
}

std::uint32_t checkedSize(std::size_t size)
{
    if (size > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error("a JSON text beyond 4 GiB");
    }
    return std::uint32_t(size);
}

} // namespace

void String::setLong(std::string_view text, Arena* arena)
{
    const std::uint32_t size = checkedSize(text.size());
    char* data = arena ? static_cast<char*>(arena->allocate(size, 1)) : makeBlock(size);
    std::memcpy(data, text.data(), size);
    m_long = {data, size, {}, arena ? inArena : onHeap};
}

String String::over(std::string_view text)
{
    String string;
    if (text.size() <= shortest) {
        string.m_bytes = packed(text);
    } else {
        string.m_long = {const_cast<char*>(text.data()), checkedSize(text.size()), {}, inArena};
    }
    return string;
}

String& String::operator=(const String& other)
{
    return *this = String(other);
}

String& String::operator=(String&& other) noexcept
{
    String taken(std::move(other));
    std::swap(m_bytes, taken.m_bytes);
    return *this;
}

void String::append(std::string_view more)
{
    const std::size_t before = size();
    const std::size_t after = checkedSize(before + more.size());
    if (after <= shortest) {
        *this = String(std::string(view()).append(more));
        return;
    }
    if (m_short.kind != onHeap || capacityOf(m_long.data) < after) {
        String grown;
        grown.m_long = {makeBlock(std::max(after, 2 * before)), std::uint32_t(before), {}, onHeap};
        view().copy(grown.m_long.data, before);
        more.copy(grown.m_long.data + before, more.size()); // `more` may lie in this very text
        grown.m_long.size = std::uint32_t(after);
        *this = std::move(grown);
        return;
    }
    more.copy(m_long.data + before, more.size());
    m_long.size = std::uint32_t(after);
}

void String::freeBlock()
{
    ::operator delete(reinterpret_cast<Capacity*>(m_long.data) - 1);
}

} // namespace core::json
