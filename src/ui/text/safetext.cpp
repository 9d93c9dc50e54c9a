// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/safetext.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace ui {

QString safeText(QStringView text, LineBreaks lineBreaks)
{
    return core::visibleText(text, lineBreaks);
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
