// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/cleartokenquestion.h"

#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/dialogs/confirmation.h"

#include <QMessageBox>

namespace ui {

ClearTokenQuestion::ClearTokenQuestion(const Backend& backend, QWidget* window)
    : QObject(window)
    , m_backend(backend)
    , m_window(window)
{
    connect(&backend.queue, &net::TaskQueue::tokenInClear, this, &ClearTokenQuestion::ask);
}

void ClearTokenQuestion::ask(const QString& profileId)
{
    const auto profile = m_backend.profiles.profile(profileId);
    const QMessageBox* open = m_open.value(profileId);
    if (!profile || (open && open->isVisible())) {
        return;
    }
    const auto allow = [this, profileId, url = profile->url] {
        const auto now = m_backend.profiles.profile(profileId);
        if (!now || now->url != url) {
            return; // the answer was about another URL
        }
        if (const auto allowed = m_backend.profiles.allowClearText(profileId); !allowed) {
            Q_EMIT failed(allowed.error());
        }
    };
    QMessageBox* box = confirm(m_window,
        {.text = tr("Send the token of %1 to %2 unencrypted?").arg(profile->name, profile->url.host()),
            .information = tr("The URL begins with http: anyone on the way can read the token and use it. Nothing is "
                              "sent to this server until you agree. Use https where the server has it."),
            .yes = tr("Send unencrypted"),
            .no = tr("Do not send")},
        allow);
    box->setIcon(QMessageBox::Warning);
    box->setObjectName(QStringLiteral("clearTokenQuestion"));
    m_open.insert(profileId, box);
}

} // namespace ui
