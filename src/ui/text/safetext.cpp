// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/safetext.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

namespace ui {

namespace {

// Qt breaks a tooltip's lines at spaces only: a long path or hash would make it wider than the screen.
QString wrapped(const QString& text, qsizetype length, qsizetype most)
{
    QStringList rows;
    for (QStringView line : QStringView(text).split(QLatin1Char('\n'))) {
        while (line.size() > length) {
            const qsizetype space = line.first(length + 1).lastIndexOf(QLatin1Char(' '));
            const qsizetype end = space < length / 2 ? length : space;
            rows += line.first(end).toString();
            line = line.sliced(end == space ? end + 1 : end);
        }
        rows += line.toString();
    }
    if (rows.size() > most) {
        rows.resize(most);
        rows.last() += QChar(0x2026);
    }
    return rows.join(QLatin1Char('\n'));
}

} // namespace

QString safeText(QStringView text, LineBreaks lineBreaks)
{
    return core::visibleText(text, lineBreaks);
}

QStringView textStart(QStringView text, TextLimit limit)
{
    qsizetype end = 0;
    for (int rows = 0; end < text.size() && end < limit.characters && rows < limit.rows;) {
        const qsizetype lineBreak = text.indexOf(QLatin1Char('\n'), end);
        const qsizetype lineEnd = lineBreak < 0 ? text.size() : lineBreak;
        const qsizetype room = qsizetype(limit.rows - rows) * limit.rowLength;
        if (lineEnd - end > room) {
            end += room;
            break;
        }
        rows += std::max(1, int((lineEnd - end + limit.rowLength - 1) / limit.rowLength));
        end = std::min(lineEnd + 1, text.size());
    }
    end = std::min(end, limit.characters);
    if (end > 0 && end < text.size() && text[end - 1].isHighSurrogate()) {
        --end;
    }
    return text.first(end);
}

QString safeStart(QStringView text, TextLimit limit)
{
    QStringView start = textStart(text, limit);
    const bool whole = start.size() == text.size();
    if (!whole && start.endsWith(QLatin1Char('\n'))) {
        start.chop(1);
    }
    return safeText(start, LineBreaks::Keep) + (whole ? QString() : QString(QChar(0x2026)));
}

QString safeLine(QStringView text)
{
    constexpr qsizetype Longest = 4000; // characters; no window is wider, and measuring megabytes would block it
    if (text.size() <= Longest) {
        return safeText(text);
    }
    return safeText(text.first(Longest / 2)) + QChar(0x2026) + safeText(text.last(Longest / 2));
}

QString safeToolTip(QStringView text)
{
    if (text.isEmpty()) {
        return {};
    }
    constexpr TextLimit room{.characters = 1600, .rows = 20, .rowLength = 72};
    const QString shown = wrapped(safeStart(text, room), room.rowLength, room.rows);
    return QStringLiteral("<div style=\"white-space:pre\">%1</div>").arg(shown.toHtmlEscaped());
}

QString safeLabel(QStringView text)
{
    return safeLine(text).replace(QLatin1Char('&'), QLatin1String("&&"));
}

void setSafeText(QLabel* label, QStringView text, LineBreaks lineBreaks)
{
    label->setTextFormat(Qt::PlainText);
    label->setText(lineBreaks == LineBreaks::Keep ? safeStart(text) : safeLine(text));
}

QMessageBox* safeMessageBox(QWidget* parent, const QString& text, const QString& information)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(safeStart(text));
    box->setInformativeText(safeStart(information));
    // The informative label chooses its format by itself; it must not.
    for (QLabel* label : box->findChildren<QLabel*>()) {
        label->setTextFormat(Qt::PlainText);
    }
    return box;
}

void openLinkAfterConfirmation(QWidget* parent, const QUrl& url)
{
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty()) {
        return;
    }
    QMessageBox* box = safeMessageBox(parent,
        QCoreApplication::translate("SafeText", "Open a page of %1 in the browser?").arg(url.host(QUrl::FullyEncoded)),
        url.toString(QUrl::FullyEncoded));
    box->setIcon(QMessageBox::Warning);
    box->setStandardButtons(QMessageBox::Open | QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(box, &QMessageBox::finished, box, [url](int button) {
        if (button == QMessageBox::Open) {
            QDesktopServices::openUrl(url);
        }
    });
    box->open();
}

} // namespace ui
