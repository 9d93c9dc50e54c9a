// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QPlainTextEdit;

namespace ui {

class ElidedLabel;

// A note, edited where it belongs: under the list. It is kept when the field is left or closed; Esc gives up what was
// typed.
class NoteField : public QWidget {
    Q_OBJECT
public:
    explicit NoteField(QWidget* parent = nullptr);

    // Opens it on the note of something; `keep` is given the text.
    void edit(const QString& title, const QString& note, std::function<void(const QString& note)> keep);
    // Keeps the text and closes.
    void finish();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void giveUp();
    void close();

    ElidedLabel* m_title;
    QPlainTextEdit* m_text;
    std::function<void(const QString& note)> m_keep;
};

} // namespace ui
