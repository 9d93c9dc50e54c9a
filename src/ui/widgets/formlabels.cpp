// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formlabels.h"

#include <QFormLayout>
#include <QWidget>

namespace ui {

namespace {
constexpr int TallestField = 32; // pixels; beside what is higher a label belongs to its first line
} // namespace

void centreLabels(QFormLayout* form)
{
    for (int row = 0; row < form->rowCount(); ++row) {
        const QLayoutItem* label = form->itemAt(row, QFormLayout::LabelRole);
        const QLayoutItem* field = form->itemAt(row, QFormLayout::FieldRole);
        if (label && label->widget() && field && field->sizeHint().height() <= TallestField) {
            label->widget()->setMinimumHeight(field->sizeHint().height());
        }
    }
}

} // namespace ui
