// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/report/navigation.h"
#include "ui/theme/tokens.h"

#include <QFrame>

#include <vector>

class QToolButton;

namespace ui {

class FlowLayout;

// Where a mark of a signature points: a call of a process, or just a text.
struct SignatureMark {
    QString text;
    std::optional<qint64> pid;
    std::optional<qint64> call; // in the report's call store
};

// The first marks of a signature as lines; a call mark is looked up among the calls of its process.
std::vector<SignatureMark> signatureMarks(
    const core::Report& report, const core::Signature& signature, std::size_t most);

// How severe: a word for 1, 2, 3 and above.
QString severityWord(std::int64_t severity);

// The colour of a signature's severity.
Token signatureToken(std::int64_t severity);

// Whether name, description, category, ATT&CK id or family hold the text, without regard to case.
bool signatureHolds(const core::Signature& signature, const QString& text);
// Whether a mark names one of the processes; any signature does when none is asked for.
bool signatureConcerns(const core::Signature& signature, const std::set<qint64>& pids);

// A signature as a card: title, description, chips for category, ATT&CK, families and processes; its marks are folded.
class SignatureCard : public QFrame {
    Q_OBJECT
public:
    SignatureCard(core::ReportPtr report, const core::Signature& signature, QWidget* parent = nullptr);

    const core::Signature& signature() const { return m_signature; }
    void setExpanded(bool expanded);
    void setCurrent(bool current);

Q_SIGNALS:
    void navigationRequested(const ui::Target& target);
    void filterRequested(const QString& text); // by a category, an ATT&CK id or a family
    void selected();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QWidget* makeChips();
    void addFilterChip(FlowLayout* flow, const QString& text, Token token, const QString& meaning = {});
    QWidget* makeMarks();
    Target targetOf(const SignatureMark& mark, int number) const;

    core::ReportPtr m_report;
    const core::Signature& m_signature;
    QToolButton* m_fold;
    QWidget* m_marks = nullptr; // made when first unfolded
    bool m_isCurrent = false;
};

} // namespace ui
