// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/reportpage.h"

#include "core/report/report.h"

class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class CountBar;
class SignatureCard;

// The signatures as cards, the most severe first.
class SignaturesPage : public ReportPage {
    Q_OBJECT
public:
    explicit SignaturesPage(QWidget* parent = nullptr);

    QString id() const override { return pages::Signatures.toString(); }
    QString title() const override { return tr("Signatures"); }
    QString iconName() const override { return QStringLiteral("signatures"); }
    QString countText() const override;

    void setReport(const ReportSession& session) override;
    void setFilters(const ReportFilters& filters) override;
    void goTo(const Target& target) override;
    void focusFilter() override;
    void prepareForTour() override;

private:
    SignatureCard* makeCard(const core::Signature& signature);
    void applyFilter();
    void select(SignatureCard* card);

    core::ReportPtr m_report;
    std::vector<const core::Signature*> m_sorted;
    std::vector<SignatureCard*> m_cards; // of m_sorted; null until first shown
    std::size_t m_limit; // so many cards are shown at most
    QStackedWidget* m_areas;
    QScrollArea* m_scroll;
    QVBoxLayout* m_list;
    QLineEdit* m_text;
    QPushButton* m_more; // under the last card while there are more
    CountBar* m_counts;
    ReportFilters m_filters;
};

} // namespace ui
