// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/regexsyntax.h"

namespace core {

namespace {

class Translator {
public:
    Translator(std::string_view pattern, bool unicode)
        : m_pattern(pattern)
        , m_unicode(unicode)
    {
    }

    std::string run()
    {
        while (m_at < m_pattern.size()) {
            const char c = m_pattern[m_at];
            if (c == '\\' && m_at + 1 < m_pattern.size()) {
                escape();
            } else if (m_inClass) {
                classCharacter(c);
            } else {
                plain(c);
            }
        }
        return std::move(m_out);
    }

private:
    void take(std::size_t count, std::string_view replacement)
    {
        m_out += replacement;
        m_at += count;
    }

    void plain(char c)
    {
        if (c != '[') {
            take(1, std::string_view(&c, 1));
            return;
        }
        m_inClass = true;
        take(1, "[");
        if (m_at < m_pattern.size() && m_pattern[m_at] == '^') {
            take(1, "^");
        }
        if (m_at < m_pattern.size() && m_pattern[m_at] == ']') {
            take(1, "\\]");
        }
    }

    void classCharacter(char c)
    {
        if (c == ']') {
            m_inClass = false;
        }
        // Python has no [:alpha:]: a bracket in a class is itself.
        take(1, c == '[' ? std::string_view("\\[") : std::string_view(&c, 1));
    }

    void escape()
    {
        const char letter = m_pattern[m_at + 1];
        if (letter == 'Z' && !m_inClass) {
            take(2, "\\z");
        } else if (letter == 'u' || letter == 'U') {
            codePoint(letter == 'u' ? 4 : 8);
        } else if (m_unicode && unicodeClass(letter)) {
            m_at += 2;
        } else {
            take(2, m_pattern.substr(m_at, 2));
        }
    }

    void codePoint(std::size_t digits)
    {
        m_out += "\\x{";
        m_out += m_pattern.substr(m_at + 2, digits);
        m_out += '}';
        m_at += 2 + digits;
    }

    // PCRE2's \w takes marks and connecting punctuation, and its \s leaves out the separators 1C to 1F; Python differs.
    bool unicodeClass(char letter)
    {
        std::string_view inside;
        switch (letter) {
        case 'w':
        case 'W':
            inside = "\\p{L}\\p{N}_";
            break;
        case 's':
        case 'S':
            inside = "\\s\\x{1c}-\\x{1f}";
            break;
        default:
            return false;
        }
        const bool negated = letter == 'W' || letter == 'S';
        if (m_inClass) {
            if (negated) {
                return false;
            }
            m_out += inside;
            return true;
        }
        m_out += negated ? "[^" : "[";
        m_out += inside;
        m_out += ']';
        return true;
    }

    std::string_view m_pattern;
    bool m_unicode;
    bool m_inClass = false;
    std::size_t m_at = 0;
    std::string m_out;
};

} // namespace

std::string pcreFromPython(std::string_view pattern, bool unicode)
{
    return Translator(pattern, unicode).run();
}

} // namespace core
