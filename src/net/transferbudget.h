// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <algorithm>

namespace net {

// How long a transfer may still go on. Its time runs out while nothing moves, and every byte buys some of it, up to
// what it began with: a slow line that is alive goes on for as long as it takes, one that drips ends about as soon as
// one that is silent, and no transfer takes longer than its patience and its size at the least rate. Times in ms.
class TransferBudget {
public:
    // `leastRate` in bytes per second, at which a transfer just goes on.
    void start(qint64 now, qint64 patience, qint64 leastRate)
    {
        m_patience = patience;
        m_leastRate = leastRate;
        m_end = double(now + patience);
        m_moved = 0;
    }
    void move(qint64 now, qint64 bytes)
    {
        m_moved += bytes;
        m_end = std::min(double(now + m_patience), m_end + double(bytes) * 1000 / double(m_leastRate));
    }
    // 0: the time is up.
    qint64 left(qint64 now) const { return std::max<qint64>(0, qint64(m_end) - now); }
    // Bytes since the start.
    qint64 moved() const { return m_moved; }
    qint64 leastRate() const { return m_leastRate; }

private:
    qint64 m_patience = 0;
    qint64 m_leastRate = 1;
    double m_end = 0; // a byte buys less than a millisecond
    qint64 m_moved = 0;
};

} // namespace net
