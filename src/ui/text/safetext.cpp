// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/safetext.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace ui {

namespace {

constexpr char16_t ControlPictures = 0x2400;
constexpr char16_t DeletePicture = 0x2421;

bool isInvisible(char32_t c)
{
    if (c == 0x00ad || c == 0x034f || c == 0x061c || c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xfeff) {
        return true;
    }
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

void appendVisible(QString& out, char32_t c)
{
    if (c < 0x20) {
        out += QChar(char16_t(ControlPictures + c));
    } else if (c == 0x7f) {
        out += QChar(DeletePicture);
    } else {
        out += QStringLiteral("<U+%1>").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
    }
}

} // namespace

QString safeText(QStringView text, LineBreaks lineBreaks)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
        }
        const bool keeps = lineBreaks == LineBreaks::Keep && (c == '\n' || c == '\t');
        if (isInvisible(c) && !keeps) {
            appendVisible(out, c);
        } else {
            out += text.sliced(i, pair ? 2 : 1);
        }
        i += pair ? 1 : 0;
    }
    return out;
}

QString safeToolTip(QStringView text)
{
    if (text.isEmpty()) {
        return {};
    }
    constexpr qsizetype Longest = 4000;
    QString shown = safeText(text.first(std::min(text.size(), Longest)), LineBreaks::Keep);
    if (text.size() > Longest) {
        shown += QChar(0x2026);
    }
    return QStringLiteral("<div style=\"white-space:pre-wrap\">%1</div>").arg(shown.toHtmlEscaped());
}

QString safeLabel(QStringView text)
{
    return safeText(text).replace(QLatin1Char('&'), QLatin1String("&&"));
}

void setSafeText(QLabel* label, QStringView text, LineBreaks lineBreaks)
{
    label->setTextFormat(Qt::PlainText);
    label->setText(safeText(text, lineBreaks));
}

QMessageBox* safeMessageBox(QWidget* parent, const QString& text, const QString& information)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(safeText(text, LineBreaks::Keep));
    box->setInformativeText(safeText(information, LineBreaks::Keep));
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
