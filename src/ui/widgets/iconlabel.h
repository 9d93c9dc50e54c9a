// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace ui {

// An icon of the set, painted in a token's colour.
class IconLabel : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(QStringView name, Token token = Token::Dim, int size = 16, QWidget* parent = nullptr);

    void setIcon(QStringView name, Token token);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    Token m_token;
    int m_size;
};

} // namespace ui
