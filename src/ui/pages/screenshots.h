// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QImage>
#include <QListWidget>
#include <QString>

#include <stop_token>

namespace ui {

// A screenshot of the report ZIP, small enough to lie beside others.
struct Screenshot {
    QString name;
    QImage image;
};

// The screenshots of a report ZIP in order, scaled down; none for a report that is no ZIP. Runs in any thread; pictures
// that are damaged, too large or too many are left out.
QList<Screenshot> readScreenshots(const QString& path, const QSize& size, const std::stop_token& stop);

class TonedLabel;

// The screenshots of a report as a strip; activating one shows it in full.
class ScreenshotStrip : public QWidget {
    Q_OBJECT
public:
    explicit ScreenshotStrip(QWidget* parent = nullptr);
    ~ScreenshotStrip() override;

    void load(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();
    void show(const QList<Screenshot>& screenshots);
    void showInFull(const QString& name);

    QString m_path;
    QListWidget* m_list;
    TonedLabel* m_empty;
    std::stop_source m_stop;
};

} // namespace ui
