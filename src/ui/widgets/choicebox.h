// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace ui {

// A box whose choices carry a value and, in its list, a line that explains them. An editable one takes other values as
// well and is searched by a part of a choice or of its line.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    enum class Kind { Listed, Free };

    explicit ChoiceBox(Kind kind, QWidget* parent = nullptr);

    // The chosen value; what is typed where it is none of the choices.
    QString value() const;
    void setValue(const QString& value);
    // Replaces all choices but keeps the value.
    struct Choice {
        QString text;
        QString value;
        QString line = {};
    };
    void setChoices(const QList<Choice>& choices);

Q_SIGNALS:
    // The value changed, by whomever.
    void valueChanged();
    // The analyst chose or typed.
    void chosen();
};

void addChoice(QComboBox* box, const QString& text, const QString& value, const QString& line = {});

} // namespace ui
