// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QString>

namespace ui {

// A model whose cells show less than they stand for gives the whole text under this role.
inline constexpr int WholeTextRole = Qt::UserRole + 256;

// The whole text of a cell of any model.
inline QString wholeText(const QModelIndex& index)
{
    const QVariant whole = index.data(WholeTextRole);
    return whole.isValid() ? whole.toString() : index.data(Qt::DisplayRole).toString();
}

} // namespace ui
