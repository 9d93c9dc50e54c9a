// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace ui {

namespace {

QString resourcePath(QStringView name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

// The drawing with its colour filled in; the files say currentColor, which the renderer does not know.
QByteArray coloured(const QString& name, const QColor& color)
{
    QFile file(resourcePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon named %s", qUtf8Printable(name));
        return {};
    }
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QPixmap rendered(const QString& name, const QColor& color, const QSize& pixels)
{
    if (pixels.isEmpty()) {
        return {};
    }
    const QString key
        = QStringLiteral("capewb-icon:%1:%2:%3x%4").arg(name, color.name()).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(coloured(name, color));
    QPainter painter(&pixmap);
    const int side = std::min(pixels.width(), pixels.height());
    renderer.render(&painter, QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class MonochromeEngine : public QIconEngine {
public:
    MonochromeEngine(QString name, std::optional<Token> token)
        : m_name(std::move(name))
        , m_token(token)
    {
    }

    QIconEngine* clone() const override { return new MonochromeEngine(*this); }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // The size is in device-independent pixels (since Qt 6.8).
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap = rendered(m_name, color(mode), (QSizeF(size) * scale).toSize());
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size(), mode, state, ratio));
    }

private:
    QColor color(QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled) {
            return schemePalette(Theme::instance().scheme()).color(QPalette::Disabled, QPalette::Text);
        }
        if (m_token) {
            return Theme::color(*m_token);
        }
        return Theme::color(mode == QIcon::Selected ? Token::SelectionText : Token::Text);
    }

    QString m_name;
    std::optional<Token> m_token;
};

} // namespace

QIcon icon(QStringView name)
{
    return QIcon(new MonochromeEngine(name.toString(), std::nullopt));
}

QIcon icon(QStringView name, Token token)
{
    return QIcon(new MonochromeEngine(name.toString(), token));
}

QPixmap iconPixmap(QStringView name, Token token, int size, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap = rendered(name.toString(), Theme::color(token), QSize(pixels, pixels));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon applicationIcon()
{
    return QIcon(resourcePath(u"cape-workbench"));
}

} // namespace ui
