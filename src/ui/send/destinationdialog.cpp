// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/send/destinationdialog.h"

#include "core/ioc/safelistfile.h"
#include "net/assemblylineclient.h"
#include "net/assemblylinestore.h"
#include "net/credentialstore.h"
#include "net/exchange.h"
#include "ui/dialogs/confirmation.h"
#include "ui/dialogs/filepicker.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formlabels.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tonedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVersionNumber>

namespace ui {

using core::bundle::Target;

QComboBox* makeTargetBox(QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->addItem(DestinationDialog::tr("Assemblyline 4.7 and later"), int(Target::Current));
    box->addItem(DestinationDialog::tr("Older (process tree and tables)"), int(Target::BeforeSandboxBody));
    return box;
}

DestinationDialog::DestinationDialog(const Backend& backend, const QString& id, QWidget* parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_profile(backend.assemblylines.profile(id).value_or(net::newAssemblylineProfile({}, {})))
    , m_isNew(id.isEmpty())
{
    setWindowTitle(m_isNew ? tr("Add an Assemblyline") : tr("Edit the Assemblyline"));
    setAttribute(Qt::WA_DeleteOnClose);
    makeFields();
    fill();
    resizeToFit(this, {560, sizeHint().height()});
}

DestinationDialog::~DestinationDialog() = default;

void DestinationDialog::makeFields()
{
    const auto line = [this](const QString& name, const QString& placeholder = {}) {
        auto* edit = new QLineEdit(this);
        edit->setObjectName(name);
        edit->setPlaceholderText(placeholder);
        connect(edit, &QLineEdit::textEdited, this, [this] {
            m_isChanged = true;
            showRemarks();
        });
        return edit;
    };
    m_name = line(QStringLiteral("name"));
    m_url = line(QStringLiteral("url"), QStringLiteral("https://assemblyline.example.com"));
    m_user = line(QStringLiteral("user"));
    m_apiKey = line(QStringLiteral("apiKey"), tr("Key name:secret"));
    m_apiKey->setEchoMode(QLineEdit::Password);
    m_classification = line(QStringLiteral("classification"), tr("As the result has it"));
    m_submitter = line(QStringLiteral("submitter"), tr("The user"));
    m_description = line(QStringLiteral("description"), tr("Made from the sample's name"));
    m_pin = line(QStringLiteral("pin"), tr("None: as the certificate authorities say"));
    m_pin->setFont(Theme::monoFont());
    m_target = makeTargetBox(this);
    m_withSample = new QCheckBox(tr("Send the sample's bytes along, where they are at hand"), this);
    m_remark = new TonedLabel({}, Token::Severity4, TonedLabel::Size::Dim, this);
    m_remark->setWordWrap(true);
    m_problem = new TonedLabel({}, Token::Severity5, TonedLabel::Size::Normal, this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_outcome = new TonedLabel({}, Token::Text, TonedLabel::Size::Normal, this);
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    m_trust = new QPushButton(icon(u"lock"), tr("Trust this certificate"), this);
    m_trust->setObjectName(QStringLiteral("trust"));
    m_trust->setAutoDefault(false);
    m_trust->hide();
    connect(m_trust, &QPushButton::clicked, this, [this] {
        m_pin->setText(QString::fromLatin1(m_certificate));
        m_isChanged = true;
        testConnection();
    });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_test = buttons->addButton(tr("&Test connection"), QDialogButtonBox::ActionRole);
    m_test->setObjectName(QStringLiteral("test"));
    m_test->setAutoDefault(false);
    connect(m_test, &QPushButton::clicked, this, &DestinationDialog::testConnection);
    connect(buttons, &QDialogButtonBox::accepted, this, &DestinationDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] { done(Rejected); });
    connect(m_target, &QComboBox::activated, this, [this] { m_isChanged = true; });
    connect(m_withSample, &QCheckBox::clicked, this, [this] { m_isChanged = true; });
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Address:"), m_url);
    form->addRow(tr("&User:"), m_user);
    form->addRow(tr("API &key:"), m_apiKey);
    form->addRow(QString(), m_remark);
    form->addRow(tr("&Classification:"), m_classification);
    form->addRow(tr("&Submitter:"), m_submitter);
    form->addRow(tr("&Description:"), m_description);
    form->addRow(tr("Certificate SHA-256:"), m_pin);
    form->addRow(tr("&For:"), m_target);
    form->addRow(QString(), m_withSample);
    form->addRow(tr("Safe&list:"), makeSafelistRow());
    form->addRow(m_outcome);
    form->addRow(m_problem);
    form->addRow(m_trust);
    form->addRow(buttons);
    centreLabels(form);
}

QWidget* DestinationDialog::makeSafelistRow()
{
    auto* row = new QWidget(this);
    m_safelist = new QLineEdit(row);
    m_safelist->setObjectName(QStringLiteral("safelist"));
    m_safelist->setAccessibleName(tr("File with its own safelist"));
    m_safelist->setPlaceholderText(tr("None: the list that the CAPE service suggests"));
    m_safelist->setToolTip(
        tr("A YAML or JSON file with this Assemblyline's safelist, as its administration page or its API gives it. What "
           "is on it is no tag of the result."));
    auto* choose = new QPushButton(tr("C&hoose\u2026"), row);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this] {
        pickFiles(this, tr("Safelist of the Assemblyline"), m_safelist->text(),
            tr("YAML or JSON (*.yml *.yaml *.json);;All files (*)"),
            [this](const QStringList& paths) { m_safelist->setText(paths.value(0)); });
    });
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_safelist, 1);
    layout->addWidget(choose);
    row->setFocusProxy(m_safelist);
    return row;
}

void DestinationDialog::fill()
{
    m_name->setText(m_profile.name);
    m_url->setText(m_profile.url.toString());
    m_user->setText(m_profile.user);
    m_classification->setText(m_profile.classification);
    m_submitter->setText(m_profile.submitter);
    m_description->setText(m_profile.description);
    m_pin->setText(QString::fromLatin1(m_profile.tlsPin));
    m_target->setCurrentIndex(m_target->findData(int(m_profile.target)));
    m_withSample->setChecked(m_profile.withSample);
    m_safelist->setText(m_profile.safelist);
    if (!m_isNew) {
        m_backend.credentials.credentials(m_profile, this, [this](const net::Credentials& secrets) {
            m_proxyPassword = secrets.proxyPassword;
            if (!m_apiKey->isModified()) {
                m_apiKey->setText(secrets.token);
            }
        });
    }
    connect(&m_backend.credentials, &net::CredentialStore::sessionOnlyChanged, this, &DestinationDialog::showRemarks);
    showRemarks();
}

core::Result<net::AssemblylineProfile> DestinationDialog::entered() const
{
    const auto wrong
        = [](const QString& message) { return std::unexpected(core::Error{core::ErrorCode::BadInput, message, {}}); };
    net::AssemblylineProfile profile = m_profile;
    const auto url = net::assemblylineUrl(m_url->text());
    if (!url) {
        return std::unexpected(url.error());
    }
    profile.url = *url;
    profile.name = m_name->text().trimmed().isEmpty() ? url->host() : m_name->text().trimmed();
    profile.user = m_user->text().trimmed();
    if (profile.user.isEmpty() || m_apiKey->text().trimmed().isEmpty()) {
        return wrong(tr("Enter the user and an API key of theirs: Assemblyline asks for both."));
    }
    static const QRegularExpression sha256(QStringLiteral("^[0-9a-f]{64}$"));
    const QString pin = m_pin->text().trimmed().toLower().remove(QLatin1Char(':'));
    if (!pin.isEmpty() && !sha256.match(pin).hasMatch()) {
        return wrong(tr("A certificate's SHA-256 has 64 hexadecimal digits."));
    }
    profile.tlsPin = pin.toLatin1();
    profile.classification = m_classification->text().trimmed();
    profile.submitter = m_submitter->text().trimmed();
    profile.description = m_description->text().trimmed();
    profile.target = Target(m_target->currentData().toInt());
    profile.withSample = m_withSample->isChecked();
    profile.safelist = m_safelist->text().trimmed();
    return profile;
}

void DestinationDialog::testConnection()
{
    endTest();
    const auto profile = entered();
    if (!profile) {
        return showProblem(profile.error());
    }
    m_test->setEnabled(false);
    m_outcome->setText(tr("Asking %1…").arg(safeText(profile->url.host())));
    m_outcome->show();
    m_client = std::make_unique<net::AssemblylineClient>(
        *profile, net::Credentials(m_apiKey->text().trimmed(), m_proxyPassword));
    auto& call = m_client->whoAmI();
    call.then(this, [this, &call, pinned = !profile->tlsPin.isEmpty()](const core::Result<net::UserView>& user) {
        m_certificate = call.certificateSha256();
        m_client.release()->deleteLater(); // the call that ends here is its child
        endTest();
        if (user) {
            return showUser(*user);
        }
        showProblem(user.error());
        if (user.error().code == core::ErrorCode::Tls && !pinned && !m_certificate.isEmpty()) {
            m_trust->setToolTip(net::fingerprintText(m_certificate));
            m_trust->show();
        }
    });
}

// Takes away what the last test said; one under way says nothing more.
void DestinationDialog::endTest()
{
    m_client.reset();
    m_problem->hide();
    m_outcome->hide();
    m_trust->hide();
    m_test->setEnabled(true);
}

void DestinationDialog::showUser(const net::UserView& user)
{
    QStringList lines{user.serverVersion.isEmpty()
            ? tr("The server knows you as %1.").arg(safeText(user.name))
            : tr("Assemblyline %1 knows you as %2.").arg(safeText(user.serverVersion), safeText(user.name))};
    if (!user.roles.isEmpty() && !user.roles.contains(QLatin1String("submission_create"))) {
        lines << tr(
            "This user may not create submissions, so nothing can be sent: ask its administrator for the right.");
    }
    const QVersionNumber version = QVersionNumber::fromString(user.serverVersion);
    const bool isOlder = !version.isNull() && version < QVersionNumber(4, 7);
    if (isOlder && Target(m_target->currentData().toInt()) == Target::Current) {
        lines << tr("It is older than 4.7 and would refuse the result as it is: choose the older form.");
    }
    m_outcome->setText(lines.join(QLatin1Char('\n')));
    m_outcome->show();
}

void DestinationDialog::showRemarks()
{
    m_problem->hide();
    const auto profile = entered();
    QStringList remarks;
    if (profile && net::sendsSecretInClear(*profile)) {
        remarks << tr("The API key will travel unencrypted to this server. Use https where you can.");
    }
    if (m_backend.credentials.isSessionOnly()) {
        remarks << tr("No keychain can be used here, so the API key is kept for this session only (%1).")
                       .arg(m_backend.credentials.keychainProblem());
    }
    m_remark->setText(remarks.join(QLatin1Char('\n')));
    m_remark->setVisible(!remarks.isEmpty());
}

void DestinationDialog::showProblem(const core::Error& error)
{
    m_problem->setText(safeText(
        error.detail.isEmpty() ? error.message : tr("%1 (%2)").arg(error.message, error.detail), LineBreaks::Keep));
    m_problem->show();
}

void DestinationDialog::accept()
{
    const auto profile = entered();
    if (!profile) {
        return showProblem(profile.error());
    }
    if (!profile->safelist.isEmpty()) {
        if (const auto safelist = core::safelistFromFile(profile->safelist); !safelist) {
            return showProblem(safelist.error());
        }
    }
    if (net::isClearTextAllowed(*profile)) {
        return save(*profile);
    }
    const auto saveAllowed = [this, allowed = *profile]() mutable {
        net::allowClearText(allowed);
        save(allowed);
    };
    confirm(this,
        {.text = tr("Send the API key to %1 unencrypted?").arg(profile->url.host()),
            .information = tr("The URL begins with http: anyone on the way can read the key and use it. Use https where "
                              "the server has it. This is asked once for this URL."),
            .yes = tr("Save all the same"),
            .no = tr("Back")},
        saveAllowed)
        ->setObjectName(QStringLiteral("clearKey"));
}

void DestinationDialog::save(const net::AssemblylineProfile& profile)
{
    QString id = profile.id;
    if (m_isNew) {
        const auto added = m_backend.assemblylines.add(profile);
        if (!added) {
            return showProblem(added.error());
        }
        id = *added;
    } else if (const auto updated = m_backend.assemblylines.update(profile); !updated) {
        return showProblem(updated.error());
    }
    m_backend.credentials.setToken(id, m_apiKey->text().trimmed());
    Q_EMIT saved(id);
    QDialog::accept();
}

void DestinationDialog::reject()
{
    if (!m_isChanged) {
        return QDialog::reject();
    }
    askAboutUnsaved(this,
        {.text = m_isNew ? tr("Save the new destination?") : tr("Save the changes to %1?").arg(m_profile.name),
            .information = tr("What you have entered is lost otherwise."),
            .save = [this] { accept(); },
            .discard = [this] { done(Rejected); }});
}

} // namespace ui
