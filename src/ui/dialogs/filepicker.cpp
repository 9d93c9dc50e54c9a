// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/filepicker.h"

#include <QFileDialog>
#include <QFileInfo>

namespace ui {

namespace {

QFileDialog* makeDialog(QWidget* parent, const QString& title, const QString& folder, const QString& filter)
{
    auto* dialog = new QFileDialog(parent, title, folder, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

} // namespace

void pickFiles(QWidget* parent, const QString& title, const QString& folder, const QString& filter,
    std::function<void(const QStringList& paths)> done)
{
    QFileDialog* dialog = makeDialog(parent, title, folder, filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, std::move(done));
    dialog->open();
}

void pickFolder(
    QWidget* parent, const QString& title, const QString& folder, std::function<void(const QString& path)> done)
{
    QFileDialog* dialog = makeDialog(parent, title, folder, {});
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(done));
    dialog->open();
}

void pickSavePath(QWidget* parent, const QString& title, const QString& proposal, const QString& filter,
    std::function<void(const QString& path)> done)
{
    const QFileInfo info(proposal);
    QFileDialog* dialog = makeDialog(parent, title, info.absolutePath(), filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(info.fileName());
    dialog->setDefaultSuffix(info.suffix());
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(done));
    dialog->open();
}

} // namespace ui
