// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/arena.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <memory>
#include <new>
#include <span>
#include <stdexcept>
#include <utility>

namespace core::json {

// A vector in 16 bytes for items that may be moved by their bytes. Its items lie on the heap, or, as a reader leaves
// them, in an arena that must outlive the list. They are not destroyed there, so all that they own must lie in that
// arena too. A copy, and a list that is to be changed, moves to the heap.
template <typename T>
class List {
public:
    using value_type = T;
    using reference = T&;
    using const_reference = const T&;
    using iterator = T*;
    using const_iterator = const T*;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;

    List() noexcept = default;
    List(std::initializer_list<T> items) { copyFrom({items.begin(), items.size()}); }
    template <std::input_iterator It>
    List(It first, It last)
    {
        for (; first != last; ++first) {
            emplace_back(*first);
        }
    }
    List(const List& other) { copyFrom({other.begin(), other.size()}); }
    List(List&& other) noexcept { swap(other); }
    List& operator=(const List& other)
    {
        List copy(other);
        swap(copy);
        return *this;
    }
    List& operator=(List&& other) noexcept
    {
        List taken(std::move(other));
        swap(taken);
        return *this;
    }
    ~List() { release(); }

    // The items from `start` on, cut off into a list of their own: in `arena`, on the heap where that is null.
    List cut(std::size_t start, Arena* arena);

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T* begin() const { return m_items; }
    const T* end() const { return m_items + m_size; }
    const T* data() const { return m_items; }
    const T& operator[](std::size_t index) const { return m_items[index]; }
    const T& at(std::size_t index) const
    {
        if (index >= m_size) {
            throw std::out_of_range("an item beyond the end of a JSON list");
        }
        return m_items[index];
    }
    const T& front() const { return m_items[0]; }
    const T& back() const { return m_items[m_size - 1]; }

    T* begin()
    {
        own();
        return m_items;
    }
    T* end() { return begin() + m_size; }
    T& operator[](std::size_t index) { return begin()[index]; }
    T& front() { return *begin(); }
    T& back() { return begin()[m_size - 1]; }

    void reserve(std::size_t capacity);
    template <typename... Args>
    T& emplace_back(Args&&... args)
    {
        if (m_size >= m_capacity) {
            T item(std::forward<Args>(args)...); // before the move: the arguments may lie in this very list
            reserve(std::max<std::size_t>(usualItems, 2 * m_size));
            return *new (m_items + m_size++) T(std::move(item));
        }
        return *new (m_items + m_size++) T(std::forward<Args>(args)...);
    }
    void push_back(const T& item) { emplace_back(item); }
    void push_back(T&& item) { emplace_back(std::move(item)); }
    void pop_back() { std::destroy_at(begin() + --m_size); }
    T* erase(T* item) { return erase(item, item + 1); }
    T* erase(T* first, T* last)
    {
        T* end = std::move(last, this->end(), first);
        std::destroy(end, this->end());
        m_size = std::uint32_t(end - m_items);
        return first;
    }
    void clear() { List().swap(*this); }

    void swap(List& other) noexcept
    {
        std::swap(m_items, other.m_items);
        std::swap(m_size, other.m_size);
        std::swap(m_capacity, other.m_capacity);
    }

    friend bool operator==(const List& a, const List& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
    // As std::erase_if.
    template <typename Predicate>
    friend std::size_t erase_if(List& list, Predicate isGone)
    {
        T* rest = std::remove_if(list.begin(), list.end(), isGone);
        const std::size_t count = std::size_t(list.end() - rest);
        list.erase(rest, list.end());
        return count;
    }

private:
    // Most objects of a report have three to eight members.
    static constexpr std::size_t usualItems = 4;

    bool isBorrowed() const { return m_capacity < m_size; }
    void own()
    {
        if (isBorrowed()) {
            List copy(std::as_const(*this));
            swap(copy);
        }
    }
    void copyFrom(std::span<const T> items)
    {
        reserve(items.size());
        std::uninitialized_copy(items.begin(), items.end(), m_items);
        m_size = std::uint32_t(items.size());
    }
    void release()
    {
        if (m_capacity > 0) {
            std::destroy_n(m_items, m_size);
            std::free(static_cast<void*>(m_items));
        }
    }

    T* m_items = nullptr;
    std::uint32_t m_size = 0;
    std::uint32_t m_capacity = 0; // 0 for items in an arena
};

template <typename T>
void List<T>::reserve(std::size_t capacity)
{
    static_assert(alignof(T) <= alignof(std::max_align_t));
    own();
    if (capacity <= m_capacity) {
        return;
    }
    if (capacity > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error("a JSON list beyond 4 thousand million items");
    }
    // Items may be moved by their bytes, and of a large block this moves pages instead.
    void* grown = std::realloc(static_cast<void*>(m_items), capacity * sizeof(T));
    if (!grown) {
        throw std::bad_alloc();
    }
    m_items = static_cast<T*>(grown);
    m_capacity = std::uint32_t(capacity);
}

template <typename T>
List<T> List<T>::cut(std::size_t start, Arena* arena)
{
    List list;
    const std::size_t size = m_size - start;
    if (size == 0) {
        return list;
    }
    if (arena) {
        list.m_items = static_cast<T*>(arena->allocate(size * sizeof(T), alignof(T)));
    } else {
        list.reserve(size);
    }
    std::memcpy(static_cast<void*>(list.m_items), static_cast<const void*>(begin() + start), size * sizeof(T));
    list.m_size = std::uint32_t(size);
    m_size = std::uint32_t(start);
    return list;
}

} // namespace core::json
