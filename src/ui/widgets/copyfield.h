// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace ui {

class ElidedLabel;

// A value in fixed width with a button that copies it: hashes, addresses, commands. May show a shortened form; what is
// copied is always the whole.
class CopyField : public QWidget {
    Q_OBJECT
public:
    explicit CopyField(const QString& value = {}, QWidget* parent = nullptr);

    QString value() const { return m_value; }
    void setValue(const QString& value);
    // What stands in the field instead of the value, such as the first and last digits of a hash.
    void setShownText(const QString& text);

public Q_SLOTS:
    void copy() const;

private:
    ElidedLabel* m_label;
    QToolButton* m_button;
    QString m_value;
};

// The first and last six digits of a hash.
QString shortHash(const QString& hash);

} // namespace ui
