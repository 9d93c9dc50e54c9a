// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/servertasks.h"

#include "net/profiledocument.h"

#include <algorithm>

namespace net {

ServerTasks::ServerTasks(const ServerAccess& access, const Profile& profile, QObject* parent)
    : QObject(parent)
    , m_access(access)
    , m_profile(profile)
{
}

ServerTasks::~ServerTasks() = default;

void ServerTasks::list(const QString& status, int pageSize)
{
    m_query = {pageSize, 0, status};
    m_tasks.clear();
    m_ids.clear();
    m_hasMore = true;
    more();
}

void ServerTasks::more()
{
    if (!hasMore()) {
        return;
    }
    ask<QList<TaskView>>(
        [query = m_query](CapeClient& client) -> CapeReply<QList<TaskView>>& { return client.tasks(query); },
        &ServerTasks::take);
}

void ServerTasks::find(qint64 taskId)
{
    ask<TaskView>([taskId](CapeClient& client) -> CapeReply<TaskView>& { return client.view(taskId); },
        &ServerTasks::takeFound);
}

// One question at a time: a new one takes the place of one that is under way.
template <typename T>
void ServerTasks::ask(
    std::function<CapeReply<T>&(CapeClient&)> question, void (ServerTasks::*take)(const core::Result<T>&))
{
    m_isBusy = true;
    m_error.reset();
    if (m_asker) {
        m_asker->disconnect(this);
        m_asker->deleteLater();
        m_asker.clear();
    }
    Q_EMIT changed();
    m_access.open(m_profile, this, [this, question = std::move(question), take](std::unique_ptr<Asker> opened) {
        if (!opened) {
            return fail(unknownProfile(m_profile.id));
        }
        if (m_asker) { // asked twice before the first way was open
            m_asker->deleteLater();
        }
        Asker* asker = opened.release();
        asker->setParent(this);
        m_asker = asker;
        connect(asker, &Asker::lost, this, [this] {
            fail({core::ErrorCode::Cancelled, tr("The server's settings have changed: list its tasks again."), {}});
        });
        asker->request<T>(question, [this, asker, take](const core::Result<T>& answer) {
            if (asker == m_asker) {
                (this->*take)(answer);
            }
        });
    });
}

void ServerTasks::take(const core::Result<QList<TaskView>>& page)
{
    if (!page) {
        return fail(page.error());
    }
    const qsizetype before = m_tasks.size();
    for (const TaskView& task : *page) {
        if (!m_ids.contains(task.id) && m_tasks.size() < MostTasks) {
            m_ids.insert(task.id);
            m_tasks.append(task);
        }
    }
    // A page that brings nothing new is the last one, also where a server gives the same for ever.
    m_hasMore = page->size() >= m_query.limit && m_tasks.size() > before;
    m_query.offset += int(std::min<qsizetype>(page->size(), m_query.limit));
    m_isBusy = false;
    Q_EMIT changed();
}

void ServerTasks::takeFound(const core::Result<TaskView>& found)
{
    if (!found) {
        return fail(found.error());
    }
    m_tasks.removeIf([&found](const TaskView& task) { return task.id == found->id; });
    m_tasks.prepend(*found);
    m_ids.insert(found->id);
    m_isBusy = false;
    Q_EMIT changed();
}

void ServerTasks::fail(const core::Error& error)
{
    m_isBusy = false;
    m_error = error;
    Q_EMIT changed();
}

} // namespace net
