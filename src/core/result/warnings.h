// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace core {

// What a conversion could not use and what it did instead, as sentences for the analyst; each once. A hostile report
// cannot make the list long.
class Warnings {
public:
    static constexpr qsizetype Most = 1000;

    void add(const QString& sentence)
    {
        if (m_list.size() >= Most || m_known.contains(sentence)) {
            return;
        }
        m_known.insert(sentence);
        m_list.append(sentence);
    }
    const QStringList& list() const { return m_list; }

private:
    QStringList m_list;
    QSet<QString> m_known;
};

} // namespace core
