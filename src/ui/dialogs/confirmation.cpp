// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmation.h"

#include "ui/text/safetext.h"

#include <QMessageBox>
#include <QPushButton>

namespace ui {

QMessageBox* confirm(QWidget* parent, const Question& question, std::function<void()> act)
{
    QMessageBox* box = safeMessageBox(parent, question.text, question.information);
    box->setIcon(QMessageBox::Question);
    const QPushButton* yes = box->addButton(question.yes, QMessageBox::AcceptRole);
    QPushButton* no = question.no.isEmpty() ? box->addButton(QMessageBox::Cancel)
                                            : box->addButton(question.no, QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    QObject::connect(yes, &QPushButton::clicked, parent, std::move(act));
    box->open();
    return box;
}

QMessageBox* askAboutUnsaved(QWidget* parent, const Unsaved& unsaved)
{
    QMessageBox* box = safeMessageBox(parent, unsaved.text, unsaved.information);
    box->setIcon(QMessageBox::Question);
    box->setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Save);
    box->setEscapeButton(QMessageBox::Cancel);
    QObject::connect(box->button(QMessageBox::Save), &QAbstractButton::clicked, parent, unsaved.save);
    QObject::connect(box->button(QMessageBox::Discard), &QAbstractButton::clicked, parent, unsaved.discard);
    box->open();
    return box;
}

} // namespace ui
