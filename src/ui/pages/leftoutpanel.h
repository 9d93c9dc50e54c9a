// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/importable.h"

#include <QWidget>

class QPlainTextEdit;

namespace ui {

class Fold;
class TonedLabel;

// What an Assemblyline would not take as tags of a result, and why: beside the sections, whichever is shown.
class LeftOutPanel : public QWidget {
    Q_OBJECT
public:
    explicit LeftOutPanel(QWidget* parent = nullptr);
    // Checks the tags in the background; a large result has very many.
    void setResult(const core::AnalysisResultPtr& result);
    void setItems(const std::vector<core::bundle::LeftOut>& items);

private:
    Fold* m_fold;
    QPlainTextEdit* m_list;
    TonedLabel* m_none;
};

} // namespace ui
