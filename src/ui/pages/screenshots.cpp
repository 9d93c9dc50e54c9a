// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/screenshots.h"

#include "core/archive/reportarchive.h"
#include "core/report/reportreader.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tonedlabel.h"

#include <QBuffer>
#include <QDialog>
#include <QImageReader>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ui {

namespace {

constexpr qint64 largestPicture = qint64(16) << 20; // bytes in the ZIP
constexpr int mostPixels = 64 * 1024 * 1024;
constexpr int mostPictures = 60;
constexpr int mostRows = 3; // further ones scroll
constexpr int usualCell = 200; // pixels; a row is divided evenly into cells of about this width
constexpr int cellGap = 8;
const QSize thumbnailSize(256, 160); // the largest that a cell shows

bool isScreenshot(const QString& name)
{
    return name.startsWith(QLatin1String("shots/")) && !name.contains(QLatin1String("_small"))
        && (name.endsWith(QLatin1String(".jpg")) || name.endsWith(QLatin1String(".png")));
}

QImage decoded(QByteArray bytes, const QSize& size)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    // What the content is counts, not the name: other formats may load more than themselves.
    if (reader.format() != "png" && reader.format() != "jpeg") {
        return {};
    }
    const QSize full = reader.size();
    if (!full.isValid() || qint64(full.width()) * full.height() > mostPixels) {
        return {};
    }
    if (size.isValid()) {
        reader.setScaledSize(full.scaled(size, Qt::KeepAspectRatio).expandedTo({1, 1}));
    }
    return reader.read();
}

QImage readOne(const QString& path, const QString& name)
{
    auto archive = core::ReportArchive::open(path);
    const auto bytes
        = archive ? archive->read(name, largestPicture) : core::Result<QByteArray>(std::unexpected(archive.error()));
    return bytes ? decoded(*bytes, {}) : QImage();
}

} // namespace

QList<Screenshot> readScreenshots(const QString& path, const QSize& size, const std::stop_token& stop)
{
    auto archive = core::ReportArchive::open(path);
    if (!archive) {
        return {};
    }
    QStringList names;
    for (const core::ArchiveEntry& entry : archive->entries()) {
        if (isScreenshot(entry.name)) {
            names += entry.name;
        }
    }
    names.sort();
    QList<Screenshot> screenshots;
    for (const QString& name : names.first(std::min<qsizetype>(names.size(), mostPictures))) {
        if (stop.stop_requested()) {
            break;
        }
        const auto bytes = archive->read(name, largestPicture);
        if (!bytes) {
            continue;
        }
        if (QImage image = decoded(*bytes, size); !image.isNull()) {
            screenshots.append({name, std::move(image)});
        }
    }
    return screenshots;
}

ScreenshotStrip::ScreenshotStrip(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_empty(new TonedLabel({}, Token::Dim, TonedLabel::Size::Normal, this))
{
    m_empty->setWordWrap(true); // a sentence, which is not to make a narrow page wider
    m_list->setViewMode(QListView::IconMode);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setSpacing(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Screenshots"));
    m_list->hide();
    connect(m_list, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem* item) { showInFull(item->data(Qt::UserRole).toString()); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addWidget(m_empty);
}

ScreenshotStrip::~ScreenshotStrip()
{
    m_stop.request_stop();
}

void ScreenshotStrip::load(const QString& path)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_path = path;
    const bool isZip = core::ReportReader::container(path) == core::ReportContainer::Zip;
    m_empty->setText(isZip ? tr("No screenshots in this report")
                           : tr("No screenshots: they come with the report ZIP, and this file is the report alone."));
    const std::stop_token stop = m_stop.get_token();
    QtConcurrent::run([path, stop] {
        return readScreenshots(path, thumbnailSize, stop);
    }).then(this, [this, stop](const QList<Screenshot>& screenshots) {
        if (!stop.stop_requested()) {
            show(screenshots);
        }
    });
}

void ScreenshotStrip::show(const QList<Screenshot>& screenshots)
{
    m_list->clear();
    for (const Screenshot& screenshot : screenshots) {
        auto* item = new QListWidgetItem(QIcon(QPixmap::fromImage(screenshot.image)), {}, m_list);
        item->setData(Qt::UserRole, screenshot.name);
        item->setToolTip(
            safeToolTip(tr("%1: press Enter to see it in full").arg(screenshot.name.section(QLatin1Char('/'), -1))));
    }
    fitHeight();
    m_list->setVisible(!screenshots.isEmpty());
    m_empty->setVisible(screenshots.isEmpty());
}

void ScreenshotStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void ScreenshotStrip::fitHeight()
{
    const int count = m_list->count();
    const int columns = std::max(1, (width() + usualCell / 2) / usualCell);
    const int rows = std::max(1, (count + columns - 1) / columns);
    // The view keeps room for a bar that may come, and wraps a row that is exactly as wide as what is left.
    m_list->setVerticalScrollBarPolicy(rows > mostRows ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int bar = rows > mostRows ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 4 : 0;
    const int cell = std::max(1, (width() - bar - 2) / columns);
    const QSize icon = thumbnailSize.scaled(std::min(cell - cellGap, thumbnailSize.width()), thumbnailSize.height(),
        Qt::KeepAspectRatio);
    m_list->setIconSize(icon);
    m_list->setGridSize({cell, icon.height() + cellGap});
    m_list->setFixedHeight(std::min(rows, mostRows) * m_list->gridSize().height() + 2);
}

void ScreenshotStrip::showInFull(const QString& name)
{
    const QString path = m_path;
    QtConcurrent::run([path, name] { return readOne(path, name); }).then(this, [this, name](const QImage& image) {
        if (image.isNull()) {
            return;
        }
        auto* dialog = new QDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(safeText(name.section(QLatin1Char('/'), -1)));
        auto* label = new QLabel(dialog);
        const QSize room = dialog->screen()->availableSize() * 0.9;
        label->setPixmap(QPixmap::fromImage(image).scaled(
            room.boundedTo(image.size()), Qt::KeepAspectRatio, Qt::SmoothTransformation));
        auto* layout = new QVBoxLayout(dialog);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(label);
        dialog->open();
    });
}

} // namespace ui
