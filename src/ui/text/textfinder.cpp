// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/textfinder.h"

#include "ui/text/safetext.h"

#include <algorithm>

namespace ui {

void TextFinder::find(const QString& text, const QString& needle)
{
    const QString shown = safeText(needle, LineBreaks::Keep);
    m_places.clear();
    m_length = shown.size();
    if (shown.isEmpty()) {
        return;
    }
    for (qsizetype at = text.indexOf(shown, 0, Qt::CaseInsensitive); at >= 0 && m_places.size() < mostFound;
        at = text.indexOf(shown, at + m_length, Qt::CaseInsensitive)) {
        m_places.push_back(at);
    }
}

std::size_t TextFinder::from(qsizetype position) const
{
    const auto next = std::ranges::lower_bound(m_places, position);
    return next == m_places.end() ? 0 : std::size_t(next - m_places.begin());
}

std::size_t TextFinder::before(qsizetype position) const
{
    const auto next = std::ranges::lower_bound(m_places, position);
    return next == m_places.begin() ? m_places.size() - 1 : std::size_t(next - m_places.begin()) - 1;
}

std::size_t TextFinder::endingAfter(qsizetype position) const
{
    return std::size_t(std::ranges::upper_bound(m_places, position - m_length) - m_places.begin());
}

} // namespace ui
