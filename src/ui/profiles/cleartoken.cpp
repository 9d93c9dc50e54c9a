// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/cleartoken.h"

#include "net/profile.h"
#include "ui/dialogs/confirmation.h"

#include <QCoreApplication>
#include <QMessageBox>

#include <utility>

namespace ui {

namespace {

struct ClearToken {
    Q_DECLARE_TR_FUNCTIONS(ClearToken)
};

} // namespace

void askAboutClearToken(QWidget* parent, const net::Profile& profile, std::function<void()> act)
{
    QMessageBox* box = confirm(parent,
        {.text = ClearToken::tr("Send the token to %1 unencrypted?").arg(profile.url.host()),
            .information
            = ClearToken::tr("The address begins with http: everybody on the way can read the token, and use it. "
                             "Choose https where the server has it. This is asked once for this server."),
            .yes = ClearToken::tr("Save all the same"),
            .no = ClearToken::tr("Back")},
        std::move(act));
    box->setIcon(QMessageBox::Warning);
    box->setObjectName(QStringLiteral("clearToken"));
}

} // namespace ui
