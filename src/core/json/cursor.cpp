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
        if (!index()) {
            fail();
        }
    }
}

Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;
Cursor::~Cursor() = default;

bool Cursor::index()
{
    static constexpr std::uint32_t nothing = 0;
    m_data = "";
    m_token = m_end = &nothing;
    m_isEmpty = true;
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
    m_isEmpty = false;
    if (error != simdjson::SUCCESS) {
        return false;
    }
    // There is room for more: the first stage itself puts such marks at the end.
    std::uint32_t* tokens = m_parser->structural_indexes.get();
    const std::uint32_t count = m_parser->n_structural_indexes;
    tokens[count] = tokens[count + 1] = std::uint32_t(m_text.size());
    m_data = m_text.data();
    m_token = tokens;
    m_end = tokens + count;
    return true;
}

void Cursor::mend()
{
    m_parser.reset();
    m_text = mended(m_text.view());
    m_mended = true;
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
    if (peek() == '\0' || (m_depth > 0 && m_token + 1 == m_end)) {
        fail();
        return {};
    }
    const std::string_view text = token();
    ++m_token;
    if (text == "true" || text == "false") {
        return text == "true";
    }
    if (text == "null") {
        return {};
    }
    if (std::optional<Value> number = numberFrom(text)) {
        return *std::move(number);
    }
    --m_token;
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
        ++m_token;
    } while (depth > 0);
}

} // namespace core::json
