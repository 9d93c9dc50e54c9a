// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsonsearch.h"
#include "ui/report/reportpage.h"

#include <QTimer>

#include <stop_token>

class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace ui {

class CopyField;
class JsonView;
class TonedLabel;

// The report as the JSON text that it is, with the API calls where they stood; it folds and can be searched.
class JsonPage : public ReportPage {
    Q_OBJECT
public:
    explicit JsonPage(QWidget* parent = nullptr);
    ~JsonPage() override;

    QString id() const override { return pages::Json.toString(); }
    QString title() const override { return tr("JSON"); }
    QString iconName() const override { return QStringLiteral("json"); }
    QString countText() const override;

    void setReport(const ReportSession& session) override;
    void setReport(const core::ReportPtr& report);
    // `text` is a JSON pointer.
    void goTo(const Target& target) override;
    void focusFilter() override;
    void prepareForTour() override;

    void findNext();
    void findPrevious();
    void copyValue();
    void copyPointer();

private:
    QWidget* makeToolBar();
    QWidget* makeStatusBar();
    void makeActions();
    QAction* addViewAction(
        QStringView iconName, const QString& text, const QKeySequence& shortcut, void (JsonPage::*slot)());
    QToolButton* addButton(QStringView iconName, const QString& text);
    void search();
    void takeHits(const QString& needle, const std::shared_ptr<const JsonHits>& hits);
    void showHit(std::size_t number);
    void showHitCount();
    void currentChanged();
    void openMenu(const QPoint& position);
    void showInProcesses();
    void copyText(const std::string& text, bool whole);

    JsonDocumentPtr m_document;
    QStackedWidget* m_areas;
    JsonView* m_view;
    QLineEdit* m_text;
    TonedLabel* m_found;
    CopyField* m_pointer;
    TonedLabel* m_size;
    QTimer m_typing; // searches once the typing pauses
    std::stop_source m_searchStop;
    QString m_searched; // what the hits are of
    std::shared_ptr<const JsonHits> m_hits;
    QAction* m_copyValue;
    QAction* m_copyPointer;
};

} // namespace ui
