// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/regex.h"

#include "core/ioc/regexsyntax.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <simdjson.h>

#include <array>
#include <mutex>

namespace core {

namespace {

// Enough for every honest text; a hostile one costs a fraction of a second and is then given up.
constexpr std::uint32_t matchLimit = 2'000'000;
constexpr std::uint32_t depthLimit = 20'000;
constexpr std::size_t jitStackStart = 32 * 1024;
constexpr std::size_t jitStackMost = 1024 * 1024;
constexpr std::uint32_t mostGroups = 64;

thread_local std::uint64_t limitHitCount = 0;

template <auto free>
struct Free {
    template <typename T>
    void operator()(T* pointer) const
    {
        free(pointer);
    }
};

// What a thread needs to run any pattern.
struct Scratch {
    std::unique_ptr<pcre2_match_data, Free<pcre2_match_data_free>> data{pcre2_match_data_create(mostGroups, nullptr)};
    std::unique_ptr<pcre2_match_context, Free<pcre2_match_context_free>> context{pcre2_match_context_create(nullptr)};
    std::unique_ptr<pcre2_jit_stack, Free<pcre2_jit_stack_free>> stack{
        pcre2_jit_stack_create(jitStackStart, jitStackMost, nullptr)};

    Scratch()
    {
        pcre2_set_match_limit(context.get(), matchLimit);
        pcre2_set_depth_limit(context.get(), depthLimit);
        pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
    }
};

Scratch& scratch()
{
    thread_local Scratch instance;
    return instance;
}

// One way of running a pattern; the JIT takes anchoring only at compile time, so each way is a program of its own.
class Program {
public:
    void compile(const std::string& pattern, std::uint32_t options)
    {
        const std::unique_ptr<pcre2_compile_context, Free<pcre2_compile_context_free>> context(
            pcre2_compile_context_create(nullptr));
        pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
        int error = 0;
        PCRE2_SIZE at = 0;
        m_code.reset(pcre2_compile(
            reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options, &error, &at, context.get()));
        if (m_code) {
            pcre2_jit_compile(m_code.get(), PCRE2_JIT_COMPLETE); // without a JIT the interpreter runs it
        }
    }

    // The match data of this thread, holding the match; null where there is none.
    pcre2_match_data* run(std::string_view subject, std::size_t from, std::uint32_t options) const
    {
        if (!m_code || from > subject.size()) {
            return nullptr;
        }
        Scratch& own = scratch();
        const char* text = subject.data() ? subject.data() : "";
        const int count = pcre2_match(m_code.get(), reinterpret_cast<PCRE2_SPTR>(text), subject.size(), from,
            options | PCRE2_NO_UTF_CHECK, own.data.get(), own.context.get());
        if (count >= 0) {
            return own.data.get();
        }
        if (count == PCRE2_ERROR_MATCHLIMIT || count == PCRE2_ERROR_DEPTHLIMIT || count == PCRE2_ERROR_HEAPLIMIT
            || count == PCRE2_ERROR_JIT_STACKLIMIT) {
            ++limitHitCount;
        }
        return nullptr;
    }

    const pcre2_code* code() const { return m_code.get(); }

private:
    std::unique_ptr<pcre2_code, Free<pcre2_code_free>> m_code;
};

// A subject as PCRE2 may see it: bytes that are no UTF-8 become DEL, which is no letter, digit, space or separator, so
// that offsets stay as they are.
class Subject {
public:
    Subject(std::string_view text, bool unicode)
        : m_view(text)
    {
        if (unicode && !simdjson::validate_utf8(text.data(), text.size())) {
            repair(text);
        }
    }

    std::string_view view() const { return m_view; }

private:
    static std::size_t sequenceLength(unsigned char lead)
    {
        return lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    }

    void repair(std::string_view text)
    {
        m_owned.assign(text);
        std::size_t at = 0;
        while (at < m_owned.size()) {
            const std::size_t length = sequenceLength(static_cast<unsigned char>(m_owned[at]));
            if (at + length <= m_owned.size() && simdjson::validate_utf8(m_owned.data() + at, length)) {
                at += length;
            } else {
                m_owned[at++] = '\x7f';
            }
        }
        m_view = m_owned;
    }

    std::string m_owned;
    std::string_view m_view;
};

Regex::Match matchFrom(std::string_view original, pcre2_match_data* data, std::uint32_t groups)
{
    const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(data);
    Regex::Match match;
    match.start = offsets[0];
    match.end = offsets[1];
    match.groups.resize(groups + 1);
    for (std::size_t i = 0; i <= groups; ++i) {
        if (offsets[2 * i] != PCRE2_UNSET) {
            match.groups[i] = original.substr(offsets[2 * i], offsets[2 * i + 1] - offsets[2 * i]);
        }
    }
    return match;
}

} // namespace

struct Regex::Code {
    enum Way { Search, Anchored, Full };

    std::string pattern;
    unsigned options = 0;
    std::array<Program, 3> programs;
    std::array<std::once_flag, 3> compiled;

    bool isUnicode() const { return !(options & Bytes); }

    const Program& program(Way way)
    {
        std::call_once(compiled[way], [this, way] {
            std::uint32_t flags = isUnicode() ? PCRE2_UTF | PCRE2_UCP : 0U;
            flags |= options & IgnoreCase ? PCRE2_CASELESS : 0U;
            flags |= way != Search ? PCRE2_ANCHORED : 0U;
            flags |= way == Full ? PCRE2_ENDANCHORED : 0U;
            programs[way].compile(pcreFromPython(pattern, isUnicode()), flags);
        });
        return programs[way];
    }

    std::uint32_t groupCount(Way way)
    {
        std::uint32_t count = 0;
        if (const pcre2_code* code = program(way).code()) {
            pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &count);
        }
        return std::min(count, mostGroups - 1);
    }

    std::optional<Match> find(Way way, std::string_view text, std::size_t from)
    {
        const Subject subject(text, isUnicode());
        pcre2_match_data* data = program(way).run(subject.view(), from, 0);
        return data ? std::optional(matchFrom(text, data, groupCount(way))) : std::nullopt;
    }

    bool finds(Way way, std::string_view text)
    {
        const Subject subject(text, isUnicode());
        return program(way).run(subject.view(), 0, 0) != nullptr;
    }
};

Regex::Regex(std::string_view pattern, unsigned options)
    : m_code(std::make_shared<Code>())
{
    m_code->pattern = pattern;
    m_code->options = options;
}

bool Regex::isValid() const
{
    return m_code->program(Code::Search).code() != nullptr;
}

const std::string& Regex::pattern() const
{
    return m_code->pattern;
}

std::optional<Regex::Match> Regex::match(std::string_view subject, std::size_t from) const
{
    return m_code->find(Code::Anchored, subject, from);
}

std::optional<Regex::Match> Regex::fullMatch(std::string_view subject) const
{
    return m_code->find(Code::Full, subject, 0);
}

std::optional<Regex::Match> Regex::search(std::string_view subject, std::size_t from) const
{
    return m_code->find(Code::Search, subject, from);
}

bool Regex::matches(std::string_view subject) const
{
    return m_code->finds(Code::Anchored, subject);
}

bool Regex::fullMatches(std::string_view subject) const
{
    return m_code->finds(Code::Full, subject);
}

bool Regex::contains(std::string_view subject) const
{
    return m_code->finds(Code::Search, subject);
}

void Regex::forEach(std::string_view subject, const std::function<bool(const Match&)>& visit) const
{
    const Subject checked(subject, m_code->isUnicode());
    const Program& program = m_code->program(Code::Search);
    const std::uint32_t groups = m_code->groupCount(Code::Search);
    std::size_t at = 0;
    std::uint32_t options = 0;
    while (pcre2_match_data* data = program.run(checked.view(), at, options)) {
        const Match match = matchFrom(subject, data, groups);
        if (!visit(match)) {
            return;
        }
        // After an empty match the next one may start at the same place but not be empty, as in Python.
        options = match.end == match.start ? PCRE2_NOTEMPTY_ATSTART : 0U;
        at = match.end;
    }
}

std::vector<std::string> Regex::findAll(std::string_view subject) const
{
    std::vector<std::string> found;
    const std::size_t group = m_code->groupCount(Code::Search) == 1 ? 1 : 0;
    forEach(subject, [&](const Match& match) {
        found.emplace_back(match.group(group));
        return true;
    });
    return found;
}

std::string Regex::replace(std::string_view subject, std::string_view replacement) const
{
    return replace(subject, [replacement](const Match&) { return std::string(replacement); });
}

std::string Regex::replace(std::string_view subject, const std::function<std::string(const Match&)>& make) const
{
    std::string out;
    std::size_t done = 0;
    forEach(subject, [&](const Match& match) {
        out += subject.substr(done, match.start - done);
        out += make(match);
        done = match.end;
        return true;
    });
    out += subject.substr(done);
    return out;
}

std::size_t Regex::groupIndex(std::string_view name) const
{
    const pcre2_code* code = m_code->program(Code::Search).code();
    if (!code) {
        return 0;
    }
    const std::string text(name);
    const int number = pcre2_substring_number_from_name(code, reinterpret_cast<PCRE2_SPTR>(text.c_str()));
    return number > 0 ? std::size_t(number) : 0;
}

std::uint64_t Regex::limitHits()
{
    return limitHitCount;
}

} // namespace core
