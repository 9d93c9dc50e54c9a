// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/jsontext.h"

#include "core/ioc/bytes.h"

#include <simdjson.h>

#include <algorithm>
#include <string>

namespace core::filetype {

namespace {

// Checks without keeping anything: the values do not matter.
class Checker {
public:
    explicit Checker(std::string_view text)
        : m_text(text)
    {
    }

    bool run()
    {
        skipSpace();
        do {
            if (!step()) {
                return false;
            }
        } while (!m_open.empty());
        skipSpace();
        return m_at == m_text.size();
    }

private:
    // Python's recursion limit, less what a service has on its stack already.
    static constexpr std::size_t mostDepth = 980;
    // Python refuses to convert longer integers.
    static constexpr std::size_t mostDigits = 4300;

    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    bool take(char c)
    {
        if (atEnd() || m_text[m_at] != c) {
            return false;
        }
        ++m_at;
        return true;
    }

    bool take(std::string_view word)
    {
        if (!m_text.substr(m_at).starts_with(word)) {
            return false;
        }
        m_at += word.size();
        return true;
    }

    void skipSpace()
    {
        while (!atEnd() && std::string_view(" \t\n\r").contains(m_text[m_at])) {
            ++m_at;
        }
    }

    // A value, and what closes and parts the ones around it, up to the next value.
    bool step()
    {
        if (peek() == '{' || peek() == '[') {
            return open(m_text[m_at++]);
        }
        return scalar() && afterValue();
    }

    bool open(char bracket)
    {
        m_open += bracket;
        if (m_open.size() > mostDepth) {
            return false;
        }
        skipSpace();
        if (take(bracket == '{' ? '}' : ']')) {
            m_open.pop_back();
            return afterValue();
        }
        return bracket == '[' || key();
    }

    bool key()
    {
        if (!string()) {
            return false;
        }
        skipSpace();
        const bool colon = take(':');
        skipSpace();
        return colon;
    }

    bool afterValue()
    {
        while (!m_open.empty()) {
            skipSpace();
            const bool object = m_open.back() == '{';
            if (take(',')) {
                skipSpace();
                return !object || key();
            }
            if (!take(object ? '}' : ']')) {
                return false;
            }
            m_open.pop_back();
        }
        return true;
    }

    bool scalar()
    {
        switch (peek()) {
        case '"':
            return string();
        case 'n':
            return take("null");
        case 't':
            return take("true");
        case 'f':
            return take("false");
        case 'N':
            return take("NaN");
        case 'I':
            return take("Infinity");
        default:
            return take("-Infinity") || number();
        }
    }

    bool string()
    {
        if (!take('"')) {
            return false;
        }
        while (!atEnd()) {
            const char c = m_text[m_at++];
            if (c == '"') {
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !escape())) {
                return false;
            }
        }
        return false;
    }

    bool escape()
    {
        static constexpr std::string_view hex("0123456789abcdefABCDEF");
        const char letter = peek();
        ++m_at;
        if (letter != 'u') {
            return std::string_view("\"\\/bfnrt").contains(letter) && letter != '\0';
        }
        const std::string_view digits = m_text.substr(std::min(m_at, m_text.size()), 4);
        m_at += digits.size();
        return digits.size() == 4 && digits.find_first_not_of(hex) == std::string_view::npos;
    }

    std::size_t digits()
    {
        const std::size_t first = m_at;
        while (bytes::isDigit(peek())) {
            ++m_at;
        }
        return m_at - first;
    }

    // What does not belong to the number any more ("1.", "01") fails as what follows it.
    bool number()
    {
        take('-');
        const std::size_t whole = take('0') ? 1 : digits();
        if (whole == 0) {
            return false;
        }
        bool isFloat = false;
        std::size_t before = m_at;
        if (take('.')) {
            isFloat = digits() > 0;
            m_at = isFloat ? m_at : before;
        }
        before = m_at;
        if (take('e') || take('E')) {
            if (!take('-')) {
                take('+');
            }
            const bool exponent = digits() > 0;
            isFloat = isFloat || exponent;
            m_at = exponent ? m_at : before;
        }
        return isFloat || whole <= mostDigits;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_open; // the brackets around the place
};

} // namespace

bool isJsonText(std::string_view text)
{
    return !text.starts_with("\xef\xbb\xbf") && simdjson::validate_utf8(text.data(), text.size())
        && Checker(text).run();
}

} // namespace core::filetype
