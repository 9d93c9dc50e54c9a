// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/profile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace ui {

class TonedLabel;

// The fields of one connection profile and its token.
class ProfileEditor : public QWidget {
    Q_OBJECT
public:
    explicit ProfileEditor(QWidget* parent = nullptr);

    void setProfile(const net::Profile& profile);
    // The profile as the fields have it; an error names the field that is wrong.
    core::Result<net::Profile> profile() const;
    void setToken(const QString& token);
    QString token() const;
    // Takes over the certificate that a probe saw.
    void setPin(const QByteArray& sha256);

Q_SIGNALS:
    void changed();

private:
    void makeFields();
    void layOut();
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
    QComboBox* m_route;
    QLineEdit* m_machine;
    QCheckBox* m_deleteAfterFetch;
    TonedLabel* m_clearRemark;
};

} // namespace ui
