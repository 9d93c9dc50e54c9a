// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sandboxtime.h"

#include <charconv>
#include <chrono>
#include <string>

namespace core {

namespace {

constexpr double leastEpoch = 1e8; // 1973: a smaller number is no time since 1970
constexpr double mostEpoch = 1e11;
constexpr int secondsOfDay = 24 * 60 * 60;

// Reads a text from its start, piece by piece.
class Pieces {
public:
    explicit Pieces(std::string_view text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.empty(); }
    std::string_view rest() const { return m_rest; }

    // A number of exactly so many digits.
    std::optional<int> digits(std::size_t count)
    {
        if (m_rest.size() < count) {
            return std::nullopt;
        }
        int value = 0;
        for (const char c : m_rest.substr(0, count)) {
            if (c < '0' || c > '9') {
                return std::nullopt;
            }
            value = value * 10 + (c - '0');
        }
        m_rest.remove_prefix(count);
        return value;
    }

    bool skip(std::string_view oneOf)
    {
        if (m_rest.empty() || !oneOf.contains(m_rest.front())) {
            return false;
        }
        m_rest.remove_prefix(1);
        return true;
    }

    // Digits behind the point; 0 where there are none.
    double fraction()
    {
        double value = 0;
        for (double place = 0.1; !m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9'; place /= 10) {
            value += place * (m_rest.front() - '0');
            m_rest.remove_prefix(1);
        }
        return value;
    }

private:
    std::string_view m_rest;
};

// Days since 1970; leaves the pieces behind the day. With or without hyphens.
std::optional<int> readDay(Pieces& text)
{
    const auto year = text.digits(4);
    const bool hasHyphens = text.skip("-");
    const auto month = year ? text.digits(2) : std::nullopt;
    if (!month || (hasHyphens && !text.skip("-"))) {
        return std::nullopt;
    }
    const auto day = text.digits(2);
    if (!day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year{*year}, std::chrono::month{unsigned(*month)}, std::chrono::day{unsigned(*day)}};
    return date.ok() ? std::optional(std::chrono::sys_days(date).time_since_epoch().count()) : std::nullopt;
}

// "+02:00" in seconds; 0 for "Z" or nothing.
std::optional<int> readZone(Pieces& text)
{
    if (text.atEnd() || text.skip("Z")) {
        return 0;
    }
    const int sign = text.rest().starts_with('-') ? -1 : 1;
    if (!text.skip("+-")) {
        return std::nullopt;
    }
    const auto hours = text.digits(2);
    text.skip(":");
    const auto minutes = hours ? text.digits(2) : std::nullopt;
    return minutes ? std::optional(sign * (*hours * 60 + *minutes) * 60) : std::nullopt;
}

std::optional<double> readTimeOfDay(Pieces& text)
{
    const auto hours = text.digits(2);
    const auto minutes = hours && text.skip(":") ? text.digits(2) : std::nullopt;
    const auto seconds = minutes && text.skip(":") ? text.digits(2) : std::nullopt;
    if (!seconds || *hours > 23 || *minutes > 59 || *seconds > 60) {
        return std::nullopt;
    }
    const double fraction = text.skip(".,") ? text.fraction() : 0;
    const auto zone = readZone(text);
    return zone && text.atEnd() ? std::optional(*hours * 3600 + *minutes * 60 + *seconds + fraction - *zone)
                                : std::nullopt;
}

std::optional<double> readEpoch(std::string_view text)
{
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    const bool isTime = code == std::errc() && end == text.data() + text.size() && value >= leastEpoch;
    return isTime && value <= mostEpoch ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<SandboxTime> parseSandboxTime(std::string_view text)
{
    Pieces time(text);
    if (const auto seconds = readTimeOfDay(time)) {
        return SandboxTime{*seconds, false};
    }
    Pieces both(text);
    if (const auto day = readDay(both)) {
        const auto seconds = both.skip(" T") ? readTimeOfDay(both) : std::nullopt;
        return seconds ? std::optional(SandboxTime{double(*day) * secondsOfDay + *seconds, true}) : std::nullopt;
    }
    const auto epoch = readEpoch(text);
    return epoch ? std::optional(SandboxTime{*epoch, true}) : std::nullopt;
}

} // namespace core
