// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/cursor.h"

#include "core/json/hugepages.h"
#include "core/json/mend.h"
#include "core/json/number.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace core::json {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

} // namespace

Cursor::Cursor(PaddedBuffer text)
    : m_text(std::move(text))
{
    if (m_text.view().starts_with(byteOrderMark)) {
        std::memset(m_text.data(), ' ', byteOrderMark.size());
    }
    if (!index()) {
        mend();
        m_failed = !index();
    }
}

Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;
Cursor::~Cursor() = default;

bool Cursor::index()
{
    m_count = 0;
    if (m_text.size() == 0) {
        return true;
    }
    const simdjson::implementation* simd = simdjson::get_active_implementation();
    if (simd->create_dom_parser_implementation(m_text.size(), 1, m_parser) != simdjson::SUCCESS) {
        throw std::bad_alloc();
    }
    // There is room for one position a byte; far fewer are used, and only those are touched.
    adviseHugePages(m_parser->structural_indexes.get(), m_text.size() * sizeof(std::uint32_t));
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(m_text.data());
    const simdjson::error_code error = m_parser->stage1(bytes, m_text.size(), simdjson::stage1_mode::regular);
    if (error == simdjson::EMPTY) {
        return true;
    }
    if (error != simdjson::SUCCESS) {
        return false;
    }
    m_index = m_parser->structural_indexes.get();
    m_count = m_parser->n_structural_indexes;
    return true;
}

void Cursor::mend()
{
    m_parser.reset();
    m_text = mended(m_text.view());
    m_mended = true;
}

bool Cursor::fail()
{
    m_failed = true;
    return false;
}

// The next token with nothing after it: tokens are as long as the way to the next one, less white space.
std::string_view Cursor::token() const
{
    const std::size_t start = m_index[m_next];
    std::size_t end = m_next + 1 < m_count ? m_index[m_next + 1] : m_text.size();
    while (end > start + 1 && isSpace(m_text.data()[end - 1])) {
        --end;
    }
    return {m_text.data() + start, end - start};
}

bool Cursor::begin(char open)
{
    if (peek() != open) {
        return fail();
    }
    ++m_next;
    ++m_depth;
    m_first = true;
    return true;
}

// Walks over what stands before the next item; false at the end of the container.
bool Cursor::separator(char close)
{
    const char next = peek();
    if (next == close) {
        ++m_next;
        --m_depth;
        m_first = false;
        return false;
    }
    if (!m_first) {
        if (next != ',') {
            return fail();
        }
        ++m_next;
        if (peek() == close) {
            return fail();
        }
    }
    m_first = false;
    return peek() != '\0' || fail();
}

bool Cursor::nextItem()
{
    return separator(']');
}

bool Cursor::nextMember(std::string_view& key)
{
    if (!separator('}')) {
        return false;
    }
    if (peek() != '"') {
        return fail();
    }
    key = string();
    if (peek() != ':') {
        return fail();
    }
    ++m_next;
    return peek() != '\0' || fail();
}

std::string_view Cursor::string()
{
    if (peek() != '"') {
        fail();
        return {};
    }
    const std::string_view quoted = token();
    ++m_next;
    if (quoted.size() < 2 || quoted.back() != '"') {
        fail();
        return {};
    }
    const std::string_view inside = quoted.substr(1, quoted.size() - 2);
    return std::memchr(inside.data(), '\\', inside.size()) ? unescaped(quoted) : inside;
}

std::string_view Cursor::unescaped(std::string_view quoted)
{
    const std::size_t need = quoted.size() + simdjson::SIMDJSON_PADDING;
    if (need > m_scratchSize) {
        m_scratchSize = std::max(need, 2 * m_scratchSize);
        m_scratch = std::make_unique_for_overwrite<char[]>(m_scratchSize);
    }
    auto* out = reinterpret_cast<std::uint8_t*>(m_scratch.get());
    const auto* in = reinterpret_cast<const std::uint8_t*>(quoted.data()) + 1;
    const std::uint8_t* end = m_parser->parse_string(in, out, true);
    if (!end) {
        fail();
        return {};
    }
    return {m_scratch.get(), std::size_t(end - out)};
}

std::string_view Cursor::peekScalarText() const
{
    return peek() == '\0' ? std::string_view() : token();
}

Value Cursor::scalar()
{
    // A scalar that ends with the text inside a container may have been cut.
    if (peek() == '\0' || (m_depth > 0 && m_next + 1 >= m_count)) {
        fail();
        return {};
    }
    const std::string_view text = token();
    ++m_next;
    if (text == "true" || text == "false") {
        return text == "true";
    }
    if (text == "null") {
        return {};
    }
    if (std::optional<Value> number = numberFrom(text)) {
        return *std::move(number);
    }
    --m_next;
    fail();
    return {};
}

void Cursor::skip()
{
    int depth = 0;
    do {
        switch (peek()) {
        case '{':
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            --depth;
            break;
        case '\0':
            fail();
            return;
        default:
            break;
        }
        ++m_next;
    } while (depth > 0);
}

} // namespace core::json
