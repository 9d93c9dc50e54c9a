// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/isotime.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <format>

namespace core {

namespace {

using namespace std::chrono;

constexpr std::size_t WholeSecondsLength = 19; // "YYYY-MM-DDTHH:MM:SS"

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\x1c' && c <= '\x1f');
}

// Reads a time as the patterns do into which Python's strptime turns its format.
class TimeScanner {
public:
    explicit TimeScanner(std::string_view text)
        : m_text(text)
    {
    }

    bool take(char c)
    {
        if (peek() != c) {
            return false;
        }
        ++m_at;
        return true;
    }

    bool takeSpaces()
    {
        const std::size_t start = m_at;
        while (isSpace(peek())) {
            ++m_at;
        }
        return m_at > start;
    }

    std::optional<int> year()
    {
        int value = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            if (!isDigit(peek())) {
                return std::nullopt;
            }
            value = value * 10 + (peek() - '0');
        }
        return value;
    }

    // Two digits where they are in the range, otherwise one; no lone 0 where the range starts at 1.
    std::optional<int> field(int lowest, int highest)
    {
        if (!isDigit(peek())) {
            return std::nullopt;
        }
        const int first = peek() - '0';
        if (isDigit(peek(1))) {
            const int value = first * 10 + (peek(1) - '0');
            if (value >= lowest && value <= highest) {
                m_at += 2;
                return value;
            }
        }
        if (first < std::min(lowest, 1)) {
            return std::nullopt;
        }
        ++m_at;
        return first;
    }

    // 1 to 6 digits after the point, as microseconds.
    std::optional<int> fraction()
    {
        int value = 0;
        int digits = 0;
        for (; digits < 6 && isDigit(peek()); ++digits, ++m_at) {
            value = value * 10 + (peek() - '0');
        }
        if (digits == 0) {
            return std::nullopt;
        }
        for (; digits < 6; ++digits) {
            value *= 10;
        }
        return value;
    }

    bool atEnd() const { return m_at == m_text.size(); }

private:
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    std::string_view m_text;
    std::size_t m_at = 0;
};

struct ParsedTime {
    EpochMicroseconds time = 0;
    bool hasLeapSecond = false;
};

// "%Y-%m-%d", then spaces or the given separator, then "%H:%M:%S".
std::optional<ParsedTime> scanSeconds(TimeScanner& scanner, std::optional<char> separator)
{
    const auto y = scanner.year();
    if (!y || !scanner.take('-')) {
        return std::nullopt;
    }
    const auto m = scanner.field(1, 12);
    if (!m || !scanner.take('-')) {
        return std::nullopt;
    }
    const auto d = scanner.field(1, 31);
    if (!d || !(separator ? scanner.take(*separator) : scanner.takeSpaces())) {
        return std::nullopt;
    }
    const auto hour = scanner.field(0, 23);
    if (!hour || !scanner.take(':')) {
        return std::nullopt;
    }
    const auto minute = scanner.field(0, 59);
    if (!minute || !scanner.take(':')) {
        return std::nullopt;
    }
    const auto second = scanner.field(0, 61);
    const year_month_day date{year(*y), month(unsigned(*m)), day(unsigned(*d))};
    if (!second || *y == 0 || !date.ok()) {
        return std::nullopt;
    }
    const auto time = sys_days(date) + hours(*hour) + minutes(*minute) + seconds(*second);
    return ParsedTime{duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count(), *second > 59};
}

std::optional<ParsedTime> scan(std::string_view text)
{
    TimeScanner scanner(text);
    auto parsed = scanSeconds(scanner, std::nullopt);
    if (!parsed || !scanner.take('.')) {
        return std::nullopt;
    }
    const auto fraction = scanner.fraction();
    if (!fraction || !scanner.atEnd()) {
        return std::nullopt;
    }
    parsed->time += *fraction;
    return parsed;
}

// The seconds after the point, up to a "Z"; 0 where there are none.
double fractionOf(std::string_view text)
{
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) {
        return 0;
    }
    const std::string_view digits = text.substr(point, text.find('Z') - point);
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? value : 0;
}

} // namespace

std::optional<EpochMicroseconds> parseTime(std::string_view text)
{
    const auto parsed = scan(text);
    if (!parsed || parsed->hasLeapSecond) {
        return std::nullopt;
    }
    return parsed->time;
}

bool isSandboxTime(std::string_view text)
{
    return text == "-" || scan(text).has_value();
}

std::optional<double> isoToEpoch(std::string_view text)
{
    TimeScanner scanner(text.substr(0, WholeSecondsLength));
    const auto parsed = scanSeconds(scanner, 'T');
    if (!parsed || parsed->hasLeapSecond || !scanner.atEnd()) {
        return std::nullopt;
    }
    return double(parsed->time) / 1e6 + fractionOf(text);
}

std::optional<std::string> withMilliseconds(std::string_view text)
{
    std::string iso(text);
    std::ranges::replace(iso, ' ', 'T');
    const auto epoch = isoToEpoch(iso + 'Z');
    const auto time = epoch ? microseconds(*epoch) : std::nullopt;
    if (!time) {
        return std::nullopt;
    }
    return formatMilliseconds(*time);
}

std::optional<EpochMicroseconds> microseconds(double seconds)
{
    static constexpr double First = -62135596800.0; // 0001-01-01
    static constexpr double Last = 253402300800.0; // 10000-01-01
    if (!(seconds >= First && seconds < Last)) {
        return std::nullopt;
    }
    double whole = 0;
    const double fraction = std::modf(seconds, &whole);
    const EpochMicroseconds time
        = EpochMicroseconds(whole) * 1'000'000 + EpochMicroseconds(std::nearbyint(fraction * 1e6));
    if (time < EpochMicroseconds(First) * 1'000'000 || time >= EpochMicroseconds(Last) * 1'000'000) {
        return std::nullopt;
    }
    return time;
}

std::string formatTime(EpochMicroseconds time)
{
    const sys_time<std::chrono::microseconds> point{std::chrono::microseconds(time)};
    const sys_days date = floor<days>(point);
    const year_month_day ymd(date);
    const hh_mm_ss clock(point - date);
    return std::format("{}-{:02}-{:02} {:02}:{:02}:{:02}.{:06}", int(ymd.year()), unsigned(ymd.month()),
        unsigned(ymd.day()), clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
        clock.subseconds().count());
}

std::string formatMilliseconds(EpochMicroseconds time)
{
    std::string text = formatTime(time);
    text.resize(text.size() - 3);
    return text;
}

} // namespace core
