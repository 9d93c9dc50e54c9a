// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profileeditor.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/formlabels.h"
#include "ui/widgets/tonedlabel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr qint64 Megabyte = 1'000'000; // bytes, as CAPE counts its limit
constexpr qint64 MostMegabytes = 1'000'000;

int megabytes(qint64 bytes)
{
    return int(std::clamp(bytes / Megabyte, qint64(1), MostMegabytes));
}

std::unexpected<core::Error> wrong(const QString& message)
{
    return std::unexpected(core::Error{core::ErrorCode::BadInput, message, {}});
}

} // namespace

ProfileEditor::ProfileEditor(QWidget* parent)
    : QWidget(parent)
{
    makeFields();
    makeNumbers();
    layOut();
    for (QLineEdit* edit : {m_name, m_url, m_tokenKey, m_token, m_pin, m_caFile, m_proxyUrl, m_proxyPassword}) {
        connect(edit, &QLineEdit::textEdited, this, &ProfileEditor::changed);
    }
    connect(m_proxyUrl, &QLineEdit::editingFinished, this, &ProfileEditor::splitProxyAddress);
    connect(m_proxyKind, &QComboBox::activated, this, &ProfileEditor::changed);
    for (ChoiceBox* box : {m_route, m_machine}) {
        connect(box, &ChoiceBox::chosen, this, &ProfileEditor::changed);
    }
    for (QCheckBox* box : findChildren<QCheckBox*>()) {
        connect(box, &QCheckBox::clicked, this, &ProfileEditor::changed);
    }
    for (QSpinBox* box : findChildren<QSpinBox*>()) {
        connect(box, &QSpinBox::valueChanged, this, &ProfileEditor::changed);
    }
    connect(this, &ProfileEditor::changed, this, &ProfileEditor::updateRemarks);
}

QLineEdit* ProfileEditor::makeSecretField(const QString& reveal)
{
    auto* field = new QLineEdit(this);
    field->setEchoMode(QLineEdit::Password);
    QAction* action = field->addAction(icon(u"key", Token::Dim), QLineEdit::TrailingPosition);
    action->setText(reveal);
    connect(action, &QAction::triggered, field, [field] {
        const bool hidden = field->echoMode() == QLineEdit::Password;
        field->setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
    });
    return field;
}

void ProfileEditor::makeFields()
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("The address's host"));
    m_url = new QLineEdit(this);
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setPlaceholderText(QStringLiteral("https://cape.example.com"));
    m_tokenKey = new QLineEdit(this);
    m_tokenKey->setPlaceholderText(QStringLiteral("Token"));
    m_token = makeSecretField(tr("Show or hide the token"));
    m_token->setObjectName(QStringLiteral("token"));
    m_pin = new QLineEdit(this);
    m_pin->setFont(Theme::monoFont());
    m_pin->setPlaceholderText(tr("None: as the certificate authorities say"));
    m_caFile = new QLineEdit(this);
    m_caFile->setPlaceholderText(tr("None: the system's authorities"));
    m_proxyKind = new QComboBox(this);
    m_proxyKind->addItem(tr("As the system has it"), int(net::ProxyKind::System));
    m_proxyKind->addItem(tr("None"), int(net::ProxyKind::None));
    m_proxyKind->addItem(tr("This one"), int(net::ProxyKind::Given));
    m_proxyUrl = new QLineEdit(this);
    m_proxyUrl->setPlaceholderText(QStringLiteral("http://name@proxy.example.com:3128"));
    m_proxyUrl->setObjectName(QStringLiteral("proxyUrl"));
    m_proxyPassword = makeSecretField(tr("Show or hide the password"));
    m_proxyPassword->setObjectName(QStringLiteral("proxyPassword"));
    m_route = new ChoiceBox(ChoiceBox::Kind::Listed, this);
    QList<ChoiceBox::Choice> routes{{tr("None"), QString()}};
    for (const char* route : {"inetsim", "drop", "internet", "tor", "vpn"}) {
        routes << ChoiceBox::Choice{QLatin1StringView(route), QLatin1StringView(route)};
    }
    m_route->setChoices(routes);
    m_machine = new ChoiceBox(ChoiceBox::Kind::Free, this);
    m_machine->setObjectName(QStringLiteral("usualMachine"));
    setMachines({});
    m_deleteAfterFetch = new QCheckBox(tr("Delete a task on the server once its report is here"), this);
    m_clearRemark = new TonedLabel(tr("The token will travel unencrypted to this server. Use https where you can."),
        Token::Severity4, TonedLabel::Size::Dim, this);
    m_clearRemark->setWordWrap(true);
    m_clearRemark->hide();
}

void ProfileEditor::makeNumbers()
{
    m_uploadLimit = new QSpinBox(this);
    m_uploadLimit->setRange(1, int(MostMegabytes));
    m_uploadLimit->setSuffix(tr(" MB"));
    m_maxUploads = new QSpinBox(this);
    m_maxUploads->setRange(1, 16);
    m_timeLimit = new QSpinBox(this);
    m_timeLimit->setRange(0, 1'000'000);
    m_timeLimit->setSuffix(tr(" s"));
    m_timeLimit->setSpecialValueText(tr("None"));
    m_moreTries = new QSpinBox(this);
    m_moreTries->setRange(0, 100);
    m_moreTries->setSpecialValueText(tr("Never"));
    m_attempts = new QSpinBox(this);
    m_attempts->setRange(1, 100);
    m_reboot = new QCheckBox(tr("It can analyse again after a reboot"), this);
    m_internet = new QCheckBox(tr("Its machines can reach the internet"), this);
    m_inetsim = new QCheckBox(tr("It has a simulated internet (inetsim)"), this);
}

namespace {

QFormLayout* makeForm(QWidget* parent)
{
    auto* form = new QFormLayout(parent);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setVerticalSpacing(4);
    return form;
}

} // namespace

void ProfileEditor::layOut()
{
    auto* usual = new QWidget(this);
    QFormLayout* form = makeForm(usual);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Address:"), m_url);
    form->addRow(QString(), m_clearRemark);
    form->addRow(tr("T&oken:"), m_token);
    form->addRow(tr("Usual &route:"), m_route);
    form->addRow(tr("Usual &machine:"), m_machine);
    form->addRow(QString(), m_deleteAfterFetch);
    centreLabels(form);
    m_more = new Fold(tr("Transport and limits"), this);
    m_more->setContent(makeMore());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0); // a scroll bar may stand beside it
    layout->setSpacing(4);
    layout->addWidget(usual);
    layout->addWidget(m_more);
}

QWidget* ProfileEditor::makeMore()
{
    auto* more = new QWidget(this);
    m_proxyKind->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QFormLayout* form = makeForm(more);
    form->addRow(tr("Token &key:"), m_tokenKey);
    form->addRow(tr("Certificate SHA-256:"), m_pin);
    form->addRow(tr("Authorities (PEM file):"), m_caFile);
    form->addRow(tr("&Proxy:"), m_proxyKind);
    form->addRow(tr("Proxy address:"), m_proxyUrl);
    form->addRow(tr("Proxy password:"), m_proxyPassword);
    form->addRow(tr("Largest upload:"), m_uploadLimit);
    form->addRow(tr("Uploads at once:"), m_maxUploads);
    form->addRow(tr("Longest task:"), m_timeLimit);
    form->addRow(tr("Submit again after that:"), m_moreTries);
    form->addRow(tr("Connection attempts:"), m_attempts);
    form->addRow(tr("What it can:"), m_reboot);
    form->addRow(QString(), m_internet);
    form->addRow(QString(), m_inetsim);
    centreLabels(form);
    return more;
}

// What is not as usual must not hide.
void ProfileEditor::showMore()
{
    const net::Profile usual;
    const bool isSpecial = m_profile.tokenKey != usual.tokenKey || !m_profile.tlsPin.isEmpty()
        || !m_profile.caFile.isEmpty() || m_profile.proxy != usual.proxy || m_profile.uploadLimit != usual.uploadLimit
        || m_profile.maxUploads != usual.maxUploads || m_profile.rebootSupported || !m_profile.internetConnected
        || !m_profile.inetsimConnected;
    m_more->setOpen(isSpecial);
}

void ProfileEditor::setMachines(const QList<net::Machine>& machines)
{
    QList<ChoiceBox::Choice> choices{{tr("Any"), QString()}};
    for (const net::Machine& machine : machines) {
        QStringList facts{machine.platform, machine.arch};
        facts << machine.tags;
        facts.removeAll(QString());
        facts.removeDuplicates();
        choices << ChoiceBox::Choice{machine.name, machine.name, facts.join(QLatin1String(", "))};
    }
    m_machine->setChoices(choices);
}

void ProfileEditor::setProfile(const net::Profile& profile)
{
    m_profile = profile;
    m_name->setText(profile.name);
    m_url->setText(profile.url.toString());
    m_tokenKey->setText(profile.tokenKey);
    m_pin->setText(QString::fromLatin1(profile.tlsPin));
    m_caFile->setText(profile.caFile);
    m_proxyKind->setCurrentIndex(m_proxyKind->findData(int(profile.proxy)));
    m_proxyUrl->setText(profile.proxyUrl.toString());
    m_route->setValue(profile.defaultRoute);
    m_machine->setValue(profile.defaultMachine);
    m_deleteAfterFetch->setChecked(profile.deleteAfterFetch);
    {
        const QSignalBlocker quiet(this);
        m_uploadLimit->setValue(megabytes(profile.uploadLimit));
        m_maxUploads->setValue(profile.maxUploads);
        m_timeLimit->setValue(profile.timeLimitSeconds);
        m_moreTries->setValue(profile.moreTries);
        m_attempts->setValue(profile.connectionAttempts);
    }
    m_reboot->setChecked(profile.rebootSupported);
    m_internet->setChecked(profile.internetConnected);
    m_inetsim->setChecked(profile.inetsimConnected);
    showMore();
    for (QLineEdit* secret : {m_token, m_proxyPassword}) {
        secret->setText({});
        secret->setEchoMode(QLineEdit::Password);
    }
    updateRemarks();
}

core::Result<net::Profile> ProfileEditor::profile() const
{
    net::Profile profile = m_profile;
    // A token without https: or a dot would be taken for the name of a host.
    static const QRegularExpression token(QStringLiteral("^[0-9a-fA-F]{32,}$"));
    if (token.match(m_url->text().trimmed()).hasMatch()) {
        return wrong(tr("The address looks like a token. Tokens belong in the field Token, where nobody can read them."));
    }
    const auto url = net::serverUrl(m_url->text());
    if (!url) {
        return std::unexpected(url.error());
    }
    profile.url = *url;
    profile.name = name();
    const QString key = m_tokenKey->text().trimmed();
    profile.tokenKey = key.isEmpty() ? QStringLiteral("Token") : key;
    static const QRegularExpression sha256(QStringLiteral("^[0-9a-f]{64}$"));
    const QString pin = m_pin->text().trimmed().toLower().remove(QLatin1Char(':'));
    if (!pin.isEmpty() && !sha256.match(pin).hasMatch()) {
        return wrong(tr("A certificate's SHA-256 has 64 hexadecimal digits."));
    }
    profile.tlsPin = pin.toLatin1();
    profile.caFile = m_caFile->text().trimmed();
    profile.proxy = net::ProxyKind(m_proxyKind->currentData().toInt());
    profile.proxyUrl = net::readProxyAddress(m_proxyUrl->text()).url;
    if (profile.proxy == net::ProxyKind::Given && profile.proxyUrl.isEmpty()) {
        return wrong(
            tr("Give the proxy's address, such as http://proxy.example.com:3128. A password has its own field."));
    }
    if (profile.proxy == net::ProxyKind::Given && profile.proxyUrl.userName().isEmpty()
        && !credentials().proxyPassword.isEmpty()) {
        return wrong(tr("The proxy's password needs a user name: http://name@proxy.example.com:3128."));
    }
    profile.defaultRoute = m_route->value();
    profile.defaultMachine = m_machine->value();
    profile.deleteAfterFetch = m_deleteAfterFetch->isChecked();
    // A limit that is no whole number of megabytes stays as it is while its field does.
    if (m_uploadLimit->value() != megabytes(profile.uploadLimit)) {
        profile.uploadLimit = m_uploadLimit->value() * Megabyte;
    }
    profile.maxUploads = m_maxUploads->value();
    profile.timeLimitSeconds = m_timeLimit->value();
    profile.moreTries = m_moreTries->value();
    profile.connectionAttempts = m_attempts->value();
    profile.rebootSupported = m_reboot->isChecked();
    profile.internetConnected = m_internet->isChecked();
    profile.inetsimConnected = m_inetsim->isChecked();
    return profile;
}

QString ProfileEditor::name() const
{
    const QString entered = m_name->text().trimmed();
    return entered.isEmpty() ? net::serverUrl(m_url->text()).value_or(QUrl()).host() : entered;
}

void ProfileEditor::setToken(const QString& token)
{
    m_token->setText(token);
    m_token->setModified(true);
}

void ProfileEditor::offerCredentials(const net::Credentials& credentials)
{
    if (!m_token->isModified()) {
        m_token->setText(credentials.token);
    }
    if (!m_proxyPassword->isModified()) {
        m_proxyPassword->setText(credentials.proxyPassword);
    }
}

net::Credentials ProfileEditor::credentials() const
{
    const QString inAddress = net::readProxyAddress(m_proxyUrl->text()).password;
    return {m_token->text().trimmed(), inAddress.isEmpty() ? m_proxyPassword->text() : inAddress};
}

// A password that is entered with the address does not stay in sight.
void ProfileEditor::splitProxyAddress()
{
    const net::ProxyAddress address = net::readProxyAddress(m_proxyUrl->text());
    if (!address.password.isEmpty()) {
        m_proxyUrl->setText(address.url.toString());
        m_proxyPassword->setText(address.password);
        m_proxyPassword->setModified(true);
    }
}

void ProfileEditor::setPin(const QByteArray& sha256)
{
    m_pin->setText(QString::fromLatin1(sha256));
    m_more->setOpen(true);
    Q_EMIT changed();
}

void ProfileEditor::updateRemarks()
{
    const auto entered = profile();
    m_clearRemark->setVisible(entered && net::sendsTokenInClear(*entered));
    const bool isGiven = m_proxyKind->currentData().toInt() == int(net::ProxyKind::Given);
    m_proxyUrl->setEnabled(isGiven);
    m_proxyPassword->setEnabled(isGiven);
}

} // namespace ui
