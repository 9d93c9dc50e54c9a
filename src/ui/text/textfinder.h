// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ui {

// The places of a needle in a text, without regard to case, as far as there are mostFound.
class TextFinder {
public:
    static constexpr std::size_t mostFound = 10'000;

    // The needle as it is typed; the text as it is shown.
    void find(const QString& text, const QString& needle);

    bool isEmpty() const { return m_places.empty(); }
    std::size_t count() const { return m_places.size(); }
    qsizetype length() const { return m_length; } // of each place
    qsizetype operator[](std::size_t number) const { return m_places[number]; }
    // The number of the first place from a position on, or of the last one before it; around the ends.
    std::size_t from(qsizetype position) const;
    std::size_t before(qsizetype position) const;
    // The first place that ends behind a position; count() where none does.
    std::size_t endingAfter(qsizetype position) const;

private:
    std::vector<qsizetype> m_places;
    qsizetype m_length = 0;
};

} // namespace ui
