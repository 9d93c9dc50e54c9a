// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/cleartokenquestion.h"

#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/text/safetext.h"

#include <QMessageBox>
#include <QPushButton>

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
    if (!profile || m_open.value(profileId)) {
        return;
    }
    QMessageBox* box = safeMessageBox(m_window,
        tr("Send the token of %1 to %2 unencrypted?").arg(profile->name, profile->url.host()),
        tr("The URL begins with http: anyone on the way can read the token and use it. Nothing is sent to this server "
           "until you agree. Use https where the server has it."));
    box->setIcon(QMessageBox::Warning);
    box->setObjectName(QStringLiteral("clearTokenQuestion"));
    QPushButton* send = box->addButton(tr("Send unencrypted"), QMessageBox::AcceptRole);
    QPushButton* wait = box->addButton(tr("Do not send"), QMessageBox::RejectRole);
    box->setDefaultButton(wait);
    box->setEscapeButton(wait);
    connect(send, &QPushButton::clicked, this, [this, profileId, url = profile->url] {
        const auto now = m_backend.profiles.profile(profileId);
        if (!now || now->url != url) {
            return; // the answer was about another URL
        }
        if (const auto allowed = m_backend.profiles.allowClearText(profileId); !allowed) {
            Q_EMIT failed(allowed.error());
        }
    });
    m_open.insert(profileId, box);
    box->open();
}

} // namespace ui
