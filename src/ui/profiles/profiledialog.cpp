// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profiledialog.h"

#include "net/credentialstore.h"
#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/dialogs/confirmation.h"
#include "ui/profiles/cleartoken.h"
#include "ui/profiles/probepanel.h"
#include "ui/profiles/profileeditor.h"
#include "ui/profiles/serverlist.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formscroll.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tonedlabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace ui {

ProfileDialog::ProfileDialog(const Backend& backend, QWidget* parent)
    : QDialog(parent)
    , m_backend(backend)
{
    setWindowTitle(tr("Servers"));
    auto* areas = new QHBoxLayout;
    areas->setSpacing(16);
    areas->addWidget(makeListArea());
    areas->addWidget(makeEditorArea(), 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(areas, 1);
    layout->addWidget(buttons);
    resizeToFit(this, {900, 664});
    connect(&backend.credentials, &net::CredentialStore::sessionOnlyChanged, this, &ProfileDialog::showKeychainState);
    connect(&backend.profiles, &net::ProfileStore::changed, this, &ProfileDialog::fillList);
    connect(&backend.profiles, &net::ProfileStore::warned, this, &ProfileDialog::showProblem);
    fillList();
    if (m_list->count() > 0) {
        m_list->setCurrentRow(0);
    }
    showSelected();
    showKeychainState();
    if (!backend.profiles.warning().isEmpty()) {
        showProblem(backend.profiles.warning());
    }
}

QWidget* ProfileDialog::makeListArea()
{
    auto* area = new QWidget(this);
    m_list = new ServerList(area);
    m_list->setFixedWidth(220);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfileDialog::selectionChanged);
    const auto button = [area](QStringView iconName, const QString& text) {
        auto* made = new QPushButton(icon(iconName), text, area);
        made->setAutoDefault(false);
        return made;
    };
    QPushButton* add = button(u"add", tr("&Add"));
    m_duplicate = button(u"duplicate", tr("&Duplicate"));
    m_remove = button(u"trash", tr("Re&move\u2026"));
    m_remove->setObjectName(QStringLiteral("remove"));
    QPushButton* import = button(u"download", tr("&Import\u2026"));
    m_export = button(u"export", tr("&Export\u2026"));
    connect(add, &QPushButton::clicked, this, &ProfileDialog::add);
    connect(m_duplicate, &QPushButton::clicked, this, &ProfileDialog::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &ProfileDialog::askToRemove);
    connect(import, &QPushButton::clicked, this, &ProfileDialog::importProfiles);
    connect(m_export, &QPushButton::clicked, this, &ProfileDialog::exportProfiles);
    auto* grid = new QGridLayout;
    grid->addWidget(add, 0, 0);
    grid->addWidget(m_duplicate, 0, 1);
    grid->addWidget(import, 1, 0);
    grid->addWidget(m_export, 1, 1);
    grid->addWidget(m_remove, 2, 0, 1, 2);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(grid);
    return area;
}

QWidget* ProfileDialog::makeEditorArea()
{
    auto* content = new QWidget(this);
    m_editor = new ProfileEditor(content);
    m_probe = new ProbePanel(content);
    m_problem = new TonedLabel({}, Token::Severity5, TonedLabel::Size::Normal, content);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_keychain = new TonedLabel({}, Token::Severity3, TonedLabel::Size::Dim, content);
    m_keychain->setWordWrap(true);
    m_save = new QPushButton(icon(u"check"), tr("&Save"), content);
    m_save->setDefault(true);
    auto* test = new QPushButton(icon(u"plug"), tr("&Test connection"), content);
    test->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_afterSave = nullptr; // what waited for an earlier one was given up
        save();
    });
    connect(test, &QPushButton::clicked, this, &ProfileDialog::testConnection);
    connect(m_editor, &ProfileEditor::changed, this, [this] {
        m_isChanged = true;
        m_problem->hide();
        updateButtons();
    });
    connect(m_probe, &ProbePanel::pinRequested, this, [this](const QByteArray& sha256) {
        m_editor->setPin(sha256);
        testConnection();
    });
    connect(m_probe, &ProbePanel::machinesFound, m_editor, &ProfileEditor::setMachines);
    auto* row = new QHBoxLayout;
    row->addWidget(m_save);
    row->addWidget(test);
    row->addStretch();
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new FormScroll(m_editor, content));
    layout->addWidget(m_keychain);
    layout->addWidget(m_problem);
    layout->addLayout(row);
    layout->addWidget(m_probe, 1);

    auto* empty = new EmptyState(u"server", tr("No servers yet"),
        tr("Add your CAPE server: its address and, where it asks for one, your API token."), this);
    empty->setAction(tr("Add a server"));
    connect(empty, &EmptyState::actionRequested, this, &ProfileDialog::add);
    m_areas = new QStackedWidget(this);
    m_areas->addWidget(empty);
    m_areas->addWidget(content);
    return m_areas;
}

QString ProfileDialog::selectedId() const
{
    return m_list->selectedId();
}

void ProfileDialog::fillList()
{
    m_list->fill(m_backend.profiles.profiles());
    updateButtons();
}

void ProfileDialog::select(const QString& profileId)
{
    if (m_backend.profiles.profile(profileId)) {
        m_list->select(profileId);
    }
}

void ProfileDialog::selectionChanged()
{
    const QString wanted = selectedId();
    if (!m_isChanged || (wanted == m_shownId && !m_isNew)) {
        return showSelected();
    }
    // Once the list is done with the click that brought this about.
    const auto ask = [this, wanted] {
        {
            const QSignalBlocker quiet(m_list);
            m_list->select(m_shownId);
        }
        updateButtons();
        leave([this, wanted] {
            const QSignalBlocker quiet(m_list);
            m_list->select(wanted);
            showSelected();
        });
    };
    QMetaObject::invokeMethod(this, ask, Qt::QueuedConnection);
}

void ProfileDialog::showSelected()
{
    const auto profile = m_backend.profiles.profile(selectedId());
    m_isNew = false;
    m_isChanged = false;
    m_shownId = profile ? profile->id : QString();
    m_problem->hide();
    m_probe->clear();
    m_areas->setCurrentIndex(profile ? 1 : 0);
    updateButtons();
    if (!profile) {
        return;
    }
    m_editor->setMachines({});
    m_editor->setProfile(*profile);
    m_backend.credentials.credentials(*profile, this, [this, id = profile->id](const net::Credentials& secrets) {
        if (id == selectedId()) {
            m_editor->offerCredentials(secrets);
        }
    });
}

void ProfileDialog::add()
{
    leave([this] { startNew(); });
}

void ProfileDialog::startNew()
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->select({});
    }
    m_isNew = true;
    m_isChanged = false;
    m_shownId.clear();
    m_problem->hide();
    m_probe->clear();
    m_editor->setMachines({});
    m_editor->setProfile(net::newProfile({}, {}));
    m_areas->setCurrentIndex(1);
    updateButtons();
    m_editor->focusName();
}

void ProfileDialog::leave(std::function<void()> then)
{
    if (!m_isChanged) {
        return then();
    }
    const QString name = m_editor->name();
    const auto saveFirst = [this, then] {
        m_afterSave = then;
        save();
    };
    const auto discard = [this, then] {
        m_isChanged = false;
        then();
    };
    askAboutUnsaved(this,
        {.text = m_isNew ? tr("Save the new server?") : tr("Save the changes to %1?").arg(name),
            .information = tr("What you have entered is lost otherwise."),
            .save = saveFirst,
            .discard = discard});
}

void ProfileDialog::reject()
{
    leave([this] { QDialog::reject(); });
}

bool ProfileDialog::save()
{
    const auto profile = m_editor->profile();
    if (!profile) {
        m_afterSave = nullptr;
        showProblem(profile.error().message);
        return false;
    }
    if (!m_editor->credentials().token.isEmpty() && !net::isClearTextAllowed(*profile)) {
        warnOfClearToken(*profile);
        return false;
    }
    return store(*profile);
}

void ProfileDialog::warnOfClearToken(const net::Profile& profile)
{
    askAboutClearToken(this, profile, [this, allowed = profile]() mutable {
        net::allowClearText(allowed);
        store(allowed);
    });
}

bool ProfileDialog::store(const net::Profile& entered)
{
    const net::Credentials secrets = m_editor->credentials();
    const auto then = std::exchange(m_afterSave, nullptr);
    QString id = entered.id;
    if (m_isNew) {
        const auto added = m_backend.profiles.add(entered);
        if (!added) {
            showProblem(added.error().message);
            return false;
        }
        id = *added;
    } else if (const auto updated = m_backend.profiles.update(entered); !updated) {
        showProblem(updated.error().message);
        return false;
    }
    m_backend.credentials.setToken(id, secrets.token);
    m_backend.credentials.setProxyPassword(id, secrets.proxyPassword);
    m_isNew = false;
    m_isChanged = false;
    m_shownId = id;
    {
        const QSignalBlocker quiet(m_list);
        select(id);
    }
    m_editor->setProfile(*m_backend.profiles.profile(id));
    m_editor->offerCredentials(secrets);
    updateButtons();
    if (then) {
        then();
    }
    return true;
}

void ProfileDialog::testConnection()
{
    const auto profile = m_editor->profile();
    if (!profile) {
        return showProblem(profile.error().message);
    }
    if (m_isNew) {
        return m_probe->start(*profile, m_editor->credentials(), nullptr);
    }
    // The stored secrets may still be on their way from the keychain.
    const auto entered = m_isChanged ? std::optional(m_editor->credentials()) : std::nullopt;
    const auto start = [this, entered, profile = *profile](const net::Credentials& stored) {
        const auto saved = m_backend.profiles.profile(profile.id);
        if (profile.id != selectedId() || !saved) {
            return;
        }
        const net::Credentials secrets = entered.value_or(stored);
        // For the same user of the same server, the test counts with what the queue asks.
        const bool isSame
            = saved->url == profile.url && saved->tokenKey == profile.tokenKey && stored.token == secrets.token;
        m_probe->start(profile, secrets, isSame ? m_backend.queue.link(profile.id) : nullptr);
    };
    m_backend.credentials.credentials(*profile, this, start);
}

void ProfileDialog::duplicate()
{
    leave([this] {
        const auto copy = m_backend.profiles.duplicate(selectedId());
        if (!copy) {
            return showProblem(copy.error().message);
        }
        select(*copy);
    });
}

void ProfileDialog::askToRemove()
{
    const auto profile = m_backend.profiles.profile(selectedId());
    if (!profile) {
        return;
    }
    const auto act = [this, id = profile->id] {
        if (const auto removed = m_backend.profiles.remove(id); !removed) {
            return showProblem(removed.error().message);
        }
        m_backend.credentials.removeAll(id);
        showSelected();
    };
    confirm(this,
        {.text = tr("Remove the server %1?").arg(profile->name),
            .information = tr("Its token and its proxy's password are removed as well. Tasks that it still works on "
                              "will no longer be followed."),
            .yes = tr("Remove")},
        act);
}

void ProfileDialog::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_areas->setCurrentIndex(m_areas->currentIndex() == 0 && m_list->count() == 0 && !m_isNew ? 0 : 1);
}

void ProfileDialog::showKeychainState()
{
    const bool sessionOnly = m_backend.credentials.isSessionOnly();
    m_keychain->setVisible(sessionOnly);
    m_keychain->setText(tr("No keychain can be used here, so tokens and passwords are kept for this session only (%1).")
            .arg(m_backend.credentials.keychainProblem()));
}

void ProfileDialog::updateButtons()
{
    const bool selected = !selectedId().isEmpty();
    m_save->setEnabled(m_isChanged || m_isNew);
    m_duplicate->setEnabled(selected);
    m_remove->setEnabled(selected);
    m_export->setEnabled(m_list->count() > 0);
}

} // namespace ui
