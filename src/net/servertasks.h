// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/asker.h"
#include "net/capetypes.h"
#include "net/profile.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>
#include <optional>

namespace net {

// The tasks on a server, whoever submitted them: listed page by page, or asked for by their number. The server's rate
// limit is kept.
class ServerTasks : public QObject {
    Q_OBJECT

public:
    // Lists no more than this; a server with more of them is better asked by number.
    static constexpr qsizetype MostTasks = 2'000;

    ServerTasks(const ServerAccess& access, const Profile& profile, QObject* parent = nullptr);
    ~ServerTasks() override;

    // Forgets what was listed and asks for the first page, of the tasks in this state (as the server says it; empty: of
    // all).
    void list(const QString& status = {}, int pageSize = 50);
    // Asks for the next page, where there is one.
    void more();
    // Asks for one task, which stands first in the list afterwards.
    void find(qint64 taskId);

    const Profile& profile() const { return m_profile; }
    // In the server's order, each once.
    const QList<TaskView>& tasks() const { return m_tasks; }
    bool isBusy() const { return m_isBusy; }
    bool hasMore() const { return m_hasMore && m_tasks.size() < MostTasks; }
    // Why the last question was not answered.
    const std::optional<core::Error>& error() const { return m_error; }

Q_SIGNALS:
    // A question was asked or answered.
    void changed();

private:
    template <typename T>
    void ask(std::function<CapeReply<T>&(CapeClient&)> question, void (ServerTasks::*take)(const core::Result<T>&));
    void take(const core::Result<QList<TaskView>>& page);
    void takeFound(const core::Result<TaskView>& found);
    void fail(const core::Error& error);

    const ServerAccess m_access;
    const Profile m_profile;
    QPointer<Asker> m_asker;
    TaskListQuery m_query;
    QList<TaskView> m_tasks;
    QSet<qint64> m_ids;
    std::optional<core::Error> m_error;
    bool m_hasMore = false;
    bool m_isBusy = false;
};

} // namespace net
