// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profileeditor.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tonedlabel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace ui {

namespace {

std::unexpected<core::Error> wrong(const QString& message)
{
    return std::unexpected(core::Error{core::ErrorCode::BadInput, message, {}});
}

} // namespace

ProfileEditor::ProfileEditor(QWidget* parent)
    : QWidget(parent)
{
    makeFields();
    layOut();
    for (QLineEdit* edit : findChildren<QLineEdit*>()) {
        connect(edit, &QLineEdit::textEdited, this, &ProfileEditor::changed);
    }
    for (QComboBox* box : findChildren<QComboBox*>()) {
        connect(box, &QComboBox::activated, this, &ProfileEditor::changed);
    }
    connect(m_deleteAfterFetch, &QCheckBox::clicked, this, &ProfileEditor::changed);
    connect(this, &ProfileEditor::changed, this, &ProfileEditor::updateRemarks);
}

void ProfileEditor::makeFields()
{
    m_name = new QLineEdit(this);
    m_url = new QLineEdit(this);
    m_url->setPlaceholderText(QStringLiteral("https://cape.example.com"));
    m_tokenKey = new QLineEdit(this);
    m_tokenKey->setPlaceholderText(QStringLiteral("Token"));
    m_token = new QLineEdit(this);
    m_token->setEchoMode(QLineEdit::Password);
    QAction* reveal = m_token->addAction(icon(u"key", Token::Dim), QLineEdit::TrailingPosition);
    reveal->setToolTip(tr("Show or hide the token"));
    connect(reveal, &QAction::triggered, this, [this] {
        const bool hidden = m_token->echoMode() == QLineEdit::Password;
        m_token->setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
    });
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
    m_proxyUrl->setPlaceholderText(QStringLiteral("http://proxy.example.com:3128"));
    m_route = new QComboBox(this);
    m_route->addItem(tr("None"), QString());
    for (const char* route : {"inetsim", "drop", "internet", "tor", "vpn"}) {
        m_route->addItem(QLatin1StringView(route), QLatin1StringView(route));
    }
    m_machine = new QLineEdit(this);
    m_machine->setPlaceholderText(tr("Any"));
    m_deleteAfterFetch = new QCheckBox(tr("Delete a task on the server once its report is here"), this);
    m_clearRemark = new TonedLabel(tr("The token will travel unencrypted to this server. Use https where you can."),
        Token::Severity4, TonedLabel::Size::Dim, this);
    m_clearRemark->setWordWrap(true);
    m_clearRemark->hide();
}

void ProfileEditor::layOut()
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (QComboBox* box : {m_proxyKind, m_route}) {
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Address:"), m_url);
    form->addRow(QString(), m_clearRemark);
    form->addRow(tr("T&oken:"), m_token);
    form->addRow(tr("Token &key:"), m_tokenKey);
    form->addRow(tr("Certificate SHA-256:"), m_pin);
    form->addRow(tr("Authorities (PEM file):"), m_caFile);
    form->addRow(tr("&Proxy:"), m_proxyKind);
    form->addRow(tr("Proxy address:"), m_proxyUrl);
    form->addRow(tr("Usual &route:"), m_route);
    form->addRow(tr("Usual &machine:"), m_machine);
    form->addRow(QString(), m_deleteAfterFetch);
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
    m_route->setCurrentIndex(std::max(0, m_route->findData(profile.defaultRoute)));
    m_machine->setText(profile.defaultMachine);
    m_deleteAfterFetch->setChecked(profile.deleteAfterFetch);
    m_token->clear();
    m_token->setEchoMode(QLineEdit::Password);
    updateRemarks();
}

core::Result<net::Profile> ProfileEditor::profile() const
{
    net::Profile profile = m_profile;
    profile.name = m_name->text().trimmed();
    if (profile.name.isEmpty()) {
        return wrong(tr("Give the server a name."));
    }
    const auto url = net::serverUrl(m_url->text());
    if (!url) {
        return std::unexpected(url.error());
    }
    profile.url = *url;
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
    profile.proxyUrl = QUrl(m_proxyUrl->text().trimmed(), QUrl::StrictMode);
    if (profile.proxy == net::ProxyKind::Given && profile.proxyUrl.host().isEmpty()) {
        return wrong(tr("Give the proxy's address, such as http://proxy.example.com:3128."));
    }
    profile.defaultRoute = m_route->currentData().toString();
    profile.defaultMachine = m_machine->text().trimmed();
    profile.deleteAfterFetch = m_deleteAfterFetch->isChecked();
    return profile;
}

void ProfileEditor::setToken(const QString& token)
{
    m_token->setText(token);
}

QString ProfileEditor::token() const
{
    return m_token->text().trimmed();
}

void ProfileEditor::setPin(const QByteArray& sha256)
{
    m_pin->setText(QString::fromLatin1(sha256));
    Q_EMIT changed();
}

void ProfileEditor::updateRemarks()
{
    const auto entered = profile();
    m_clearRemark->setVisible(entered && net::sendsTokenInClear(*entered));
    m_proxyUrl->setEnabled(m_proxyKind->currentData().toInt() == int(net::ProxyKind::Given));
}

} // namespace ui
