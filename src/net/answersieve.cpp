// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/answersieve.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <optional>

namespace net {

namespace {

bool isObject(const QByteArray& body)
{
    const auto begin = std::ranges::find_if(body, [](char c) { return static_cast<unsigned char>(c) > ' '; });
    return begin != body.end() && *begin == '{';
}

// Walks over a JSON text, which need not be one, without keeping any of it.
class Sieve {
public:
    Sieve(const QByteArray& body, const SieveLimits& limits)
        : m_body(body)
        , m_limits(limits)
    {
    }

    core::Result<SievedAnswer> run()
    {
        SievedAnswer sieved{.body = m_body};
        QByteArray kept;
        qsizetype keptUpTo = 0; // of the body
        for (; m_at < m_body.size(); ++m_at) {
            step();
            if (m_cutFrom && m_depth < ListDepth) { // the list has ended, at this bracket
                kept += QByteArrayView(m_body).sliced(keptUpTo, *m_cutFrom - keptUpTo);
                keptUpTo = m_at;
                sieved.read += m_entriesKept;
                sieved.leftOut += m_entries - m_entriesKept;
                m_cutFrom.reset();
            }
            if (m_values > m_limits.values && !m_cutFrom) {
                return std::unexpected(core::Error{core::ErrorCode::TooLarge,
                    QCoreApplication::translate("CapeClient", "The server's answer holds more than can be read."),
                    QCoreApplication::translate("CapeClient", "more than %1 values").arg(m_limits.values)});
            }
        }
        if (m_cutFrom) {
            sieved.body = m_body.first(*m_cutFrom); // it breaks off in the list, and is to be found damaged as before
        } else if (sieved.leftOut > 0) {
            sieved.body = kept;
            sieved.body += QByteArrayView(m_body).sliced(keptUpTo);
        }
        return sieved;
    }

private:
    static constexpr int ListDepth = 2; // within the object, within the list

    void step()
    {
        switch (m_body.at(m_at)) {
        case '"':
            skipString();
            break;
        case '{':
        case '[':
            ++m_depth;
            if (m_depth == ListDepth) {
                m_isInList = m_body.at(m_at) == '[';
                m_entries = m_isInList ? 1 : 0;
                m_entryAt = m_at + 1;
                m_valuesBefore = m_values;
            }
            count();
            break;
        case '}':
        case ']':
            --m_depth;
            break;
        case ',':
            if (m_depth == ListDepth && m_isInList) {
                ++m_entries;
                m_entryAt = m_at;
                m_valuesBefore = m_values;
            }
            count();
            break;
        default:
            break;
        }
    }

    // What is too much begins with the entry that it is found in.
    void count()
    {
        if (m_cutFrom) {
            return;
        }
        ++m_values;
        const bool isInList = m_depth >= ListDepth && m_isInList;
        if (isInList && (m_values > m_limits.values || m_entries > m_limits.entries)) {
            m_cutFrom = m_entryAt;
            m_entriesKept = m_entries - 1;
            m_values = m_valuesBefore;
        }
    }

    void skipString()
    {
        const char* begin = m_body.constData();
        const char* end = begin + m_body.size();
        const char* at = begin + m_at + 1;
        while (at < end) {
            const auto* quote = static_cast<const char*>(std::memchr(at, '"', std::size_t(end - at)));
            if (!quote) {
                at = end;
                break;
            }
            const char* slash = quote;
            while (slash > at && slash[-1] == '\\') {
                --slash;
            }
            at = quote + 1;
            if ((quote - slash) % 2 == 0) {
                --at;
                break;
            }
        }
        m_at = at - begin;
    }

    const QByteArray& m_body;
    const SieveLimits m_limits;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_isInList = false;
    qint64 m_values = 0;
    qint64 m_valuesBefore = 0; // the present entry
    qint64 m_entries = 0; // of the present list
    qint64 m_entriesKept = 0;
    qsizetype m_entryAt = 0; // where the present entry begins, with the comma before it
    std::optional<qsizetype> m_cutFrom;
};

} // namespace

core::Result<SievedAnswer> sieve(const QByteArray& body, const SieveLimits& limits)
{
    return isObject(body) ? Sieve(body, limits).run() : SievedAnswer{.body = body};
}

} // namespace net
