// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/thumbnail.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

namespace ui {

QByteArray makeThumbnail(const QByteArray& picture)
{
    static constexpr int side = 128;
    QBuffer in;
    in.setData(picture);
    QImageReader reader(&in); // refuses pictures that would need more memory than its limit
    const QSize full = reader.size();
    if (full.width() > side || full.height() > side) {
        reader.setScaledSize(full.scaled(side, side, Qt::KeepAspectRatio));
    }
    const QImage image = reader.read();
    if (image.isNull()) {
        return {};
    }
    QByteArray bytes;
    QBuffer out(&bytes);
    return image.save(&out, "PNG") ? bytes : QByteArray();
}

} // namespace ui
