// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/capetypes.h"
#include "net/credentials.h"
#include "net/profile.h"

#include <QLineEdit>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace ui {

class ChoiceBox;
class Fold;
class TonedLabel;

// The fields of one connection profile and its secrets.
class ProfileEditor : public QWidget {
    Q_OBJECT
public:
    explicit ProfileEditor(QWidget* parent = nullptr);

    // Puts the cursor into the first field. No focus proxy: Tab would turn back at this widget.
    void focusName() { m_name->setFocus(Qt::OtherFocusReason); }

    void setProfile(const net::Profile& profile);
    // The profile as the fields have it; an error names the field that is wrong.
    core::Result<net::Profile> profile() const;
    // The name as it is entered; the address's host where there is none.
    QString name() const;
    // Leaves what the analyst has entered meanwhile.
    void offerCredentials(const net::Credentials& credentials);
    void setToken(const QString& token);
    // The token and the proxy's password as the fields have them, the password also where it stands in the address.
    net::Credentials credentials() const;
    // Offers what the server told of its machines.
    void setMachines(const QList<net::Machine>& machines);
    // Takes over the certificate that a probe saw.
    void setPin(const QByteArray& sha256);

Q_SIGNALS:
    void changed();

private:
    void makeFields();
    QLineEdit* makeSecretField(const QString& reveal);
    void splitProxyAddress();
    void makeNumbers();
    void layOut();
    QWidget* makeMore();
    void showMore();
    void updateRemarks();

    net::Profile m_profile;
    QLineEdit* m_name;
    QLineEdit* m_url;
    QLineEdit* m_tokenKey;
    QLineEdit* m_token;
    QLineEdit* m_pin;
    QLineEdit* m_caFile;
    QComboBox* m_proxyKind;
    QLineEdit* m_proxyUrl;
    QLineEdit* m_proxyPassword;
    ChoiceBox* m_route;
    ChoiceBox* m_machine;
    QCheckBox* m_deleteAfterFetch;
    Fold* m_more;
    QSpinBox* m_uploadLimit; // MB
    QSpinBox* m_maxUploads;
    QSpinBox* m_timeLimit; // seconds
    QSpinBox* m_moreTries;
    QSpinBox* m_attempts;
    QCheckBox* m_reboot;
    QCheckBox* m_internet;
    QCheckBox* m_inetsim;
    TonedLabel* m_clearRemark;
};

} // namespace ui
