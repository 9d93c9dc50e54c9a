// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/filecontent.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>

#include <quazip/quazipfile.h>

namespace core {

namespace {

std::unique_ptr<QIODevice> deviceOf(const FileContent& content)
{
    if (const auto* path = std::get_if<QString>(&content)) {
        return std::make_unique<QFile>(*path);
    }
    if (const auto* entry = std::get_if<ZipEntry>(&content)) {
        return std::make_unique<QuaZipFile>(entry->archive, entry->name, QuaZip::csSensitive);
    }
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(std::get<QByteArray>(content));
    return buffer;
}

} // namespace

Result<std::unique_ptr<QIODevice>> openContent(const FileContent& content)
{
    std::unique_ptr<QIODevice> device = deviceOf(content);
    if (!device->open(QIODevice::ReadOnly)) {
        return std::unexpected(Error{ErrorCode::CannotRead,
            QCoreApplication::translate("FileContent", "A file of the result cannot be read any more."),
            device->errorString()});
    }
    return device;
}

} // namespace core
