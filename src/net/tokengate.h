// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace net {

// Which servers have refused our token (or want one and got none), so that nothing is asked of them until there is
// another.
class TokenGate {
public:
    bool isNeeded(const QString& profileId) const { return m_refused.contains(profileId); }
    // Counts the tokens that this server was given, so that a late refusal of an earlier one can be told.
    int serial(const QString& profileId) const { return m_serials.value(profileId); }
    // A request with that token was refused. False when there has been another since: then it is worth asking again.
    bool refuse(const QString& profileId, int serial)
    {
        if (serial != this->serial(profileId)) {
            return false;
        }
        m_refused.insert(profileId);
        return true;
    }
    // There is another token, or the analyst wants the same one tried again.
    void give(const QString& profileId)
    {
        ++m_serials[profileId];
        m_refused.remove(profileId);
    }

private:
    QSet<QString> m_refused;
    QHash<QString, int> m_serials;
};

} // namespace net
