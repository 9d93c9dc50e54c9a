// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas.h"

#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace screens {

namespace {

constexpr QSize Size {1280, 800};
constexpr int TaskBarHeight = 44;
constexpr int TitleHeight = 34;
constexpr int JpegQuality = 86;

const QColor Ink {38, 42, 48};
const QColor Muted {110, 116, 124};
const QColor Blue {43, 87, 154};

} // namespace

Canvas::Canvas()
    : m_image(Size, QImage::Format_RGB32)
    , m_painter(&m_image)
{
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

bool Canvas::save(const QString& path) const
{
    return m_image.save(path, "JPG", JpegQuality);
}

void Canvas::text(const QRect& area, int size, const QColor& colour, const QString& words, int flags, bool bold)
{
    QFont font(u"DejaVu Sans"_s);
    font.setPixelSize(size);
    font.setBold(bold);
    m_painter.setFont(font);
    m_painter.setPen(colour);
    m_painter.drawText(area, flags == 0 ? int(Qt::AlignLeft | Qt::AlignVCenter) : flags, words);
}

void Canvas::desktop(const QString& clock, const QStringList& running)
{
    QLinearGradient sky(0, 0, Size.width(), Size.height());
    sky.setColorAt(0, QColor(20, 58, 98));
    sky.setColorAt(0.55, QColor(44, 112, 150));
    sky.setColorAt(1, QColor(120, 174, 176));
    m_painter.fillRect(m_image.rect(), sky);
    m_painter.setPen(Qt::NoPen);
    for (int hill = 0; hill < 3; ++hill) {
        QPainterPath path(QPointF(0, 800));
        const int top = 500 + hill * 90;
        path.lineTo(0, top + 60);
        path.cubicTo(320, top - 90 + hill * 60, 560, top + 120 - hill * 50, 860, top);
        path.cubicTo(1040, top - 60, 1160, top + 70, 1280, top + 10);
        path.lineTo(1280, 800);
        m_painter.setBrush(QColor(14 + hill * 4, 52 + hill * 12, 74 + hill * 6, 130));
        m_painter.drawPath(path);
    }
    const QList<std::pair<QString, QColor>> icons {{u"Recycle Bin"_s, QColor(210, 220, 228)},
                                                   {u"Documents"_s, QColor(236, 196, 92)},
                                                   {u"Quarterly.xlsx"_s, QColor(62, 140, 92)},
                                                   {u"Notes.txt"_s, QColor(232, 236, 240)},
                                                   {u"Browser"_s, QColor(66, 132, 214)}};
    for (qsizetype i = 0; i < icons.size(); ++i)
        icon({28, 24 + int(i) * 104}, icons[i].first, icons[i].second);
    const QRect bar(0, Size.height() - TaskBarHeight, Size.width(), TaskBarHeight);
    m_painter.fillRect(bar, QColor(16, 22, 30, 232));
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 2; ++column)
            m_painter.fillRect(QRect(18 + column * 10, bar.top() + 13 + row * 10, 8, 8), QColor(120, 190, 240));
    }
    int left = 60;
    for (const QString& name : running) {
        const QRect button(left, bar.top() + 5, 168, 34);
        m_painter.fillRect(button, QColor(255, 255, 255, 34));
        m_painter.fillRect(QRect(left, bar.bottom() - 4, 168, 3), QColor(96, 170, 236));
        text(button.adjusted(12, 0, -8, 0), 12, Qt::white, name);
        left += 176;
    }
    text(QRect(1130, bar.top(), 136, TaskBarHeight), 12, Qt::white, clock, Qt::AlignRight | Qt::AlignVCenter);
}

void Canvas::icon(const QPoint& at, const QString& name, const QColor& colour)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawRoundedRect(QRect(at.x() + 16, at.y(), 48, 52), 6, 6);
    m_painter.setBrush(colour.darker(116));
    m_painter.drawRoundedRect(QRect(at.x() + 24, at.y() + 16, 32, 4), 2, 2);
    m_painter.drawRoundedRect(QRect(at.x() + 24, at.y() + 26, 24, 4), 2, 2);
    text(QRect(at.x() - 8, at.y() + 56, 96, 22), 12, Qt::white, name, Qt::AlignCenter);
}

QRect Canvas::window(const QRect& frame, const QString& title, const QColor& bar, const QColor& inside)
{
    m_painter.setPen(Qt::NoPen);
    for (int i = 10; i > 0; --i) { // a soft shadow
        m_painter.setBrush(QColor(0, 0, 0, 9));
        m_painter.drawRoundedRect(frame.adjusted(-i, -i + 4, i, i + 4), 8, 8);
    }
    m_painter.fillRect(frame, inside);
    const QRect top(frame.left(), frame.top(), frame.width(), TitleHeight);
    m_painter.fillRect(top, bar);
    const QColor ink = bar.lightness() > 140 ? Ink : QColor(Qt::white);
    text(top.adjusted(14, 0, -150, 0), 13, ink, title);
    m_painter.setPen(QPen(ink, 1.3));
    const int y = top.center().y();
    const int right = frame.right();
    m_painter.drawLine(right - 122, y + 4, right - 112, y + 4);
    m_painter.drawRect(right - 76, y - 5, 10, 10);
    m_painter.drawLine(right - 28, y - 5, right - 18, y + 5);
    m_painter.drawLine(right - 28, y + 5, right - 18, y - 5);
    return frame.adjusted(0, TitleHeight, 0, 0);
}

void Canvas::console(const QRect& inside, const QStringList& lines, const QColor& colour)
{
    QFont font(u"DejaVu Sans Mono"_s);
    font.setPixelSize(14);
    m_painter.setFont(font);
    m_painter.setPen(colour);
    int y = inside.top() + 24;
    for (const QString& line : lines) {
        m_painter.drawText(inside.left() + 12, y, line);
        y += 19;
    }
}

void Canvas::document(const QRect& frame, const QString& title, bool warning)
{
    QRect inside = window(frame, title, Blue, QColor(232, 234, 237));
    ribbon(QRect(inside.left(), inside.top(), inside.width(), 96));
    inside.adjust(0, 96, 0, 0);
    m_painter.setClipRect(inside);
    page(inside.adjusted(120, warning ? 62 : 24, -120, 200));
    m_painter.setClipping(false);
    if (!warning)
        return;
    const QRect bar(inside.left(), inside.top(), inside.width(), 42);
    m_painter.fillRect(bar, QColor(255, 242, 204));
    m_painter.fillRect(QRect(bar.left(), bar.bottom(), bar.width(), 1), QColor(214, 188, 110));
    text(bar.adjusted(20, 0, 0, 0), 13, QColor(120, 82, 0), u"SECURITY WARNING"_s, 0, true);
    text(bar.adjusted(182, 0, 0, 0), 13, Ink, u"Macros have been disabled."_s);
    const QRect button(bar.left() + 396, bar.top() + 8, 132, 26);
    m_painter.setPen(QColor(176, 160, 120));
    m_painter.setBrush(QColor(255, 252, 244));
    m_painter.drawRect(button);
    text(button, 13, Ink, u"Enable Content"_s, Qt::AlignCenter);
}

void Canvas::ribbon(const QRect& area)
{
    m_painter.fillRect(area, QColor(246, 247, 249));
    m_painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(208, 212, 218));
    const QStringList tabs {u"File"_s, u"Home"_s, u"Insert"_s, u"Layout"_s, u"References"_s, u"Review"_s, u"View"_s};
    int left = area.left() + 16;
    for (const QString& tab : tabs) {
        const bool isChosen = tab == u"Home"_s;
        text(QRect(left, area.top(), 96, 30), 13, isChosen ? Blue : Ink, tab, 0, isChosen);
        if (isChosen)
            m_painter.fillRect(QRect(left, area.top() + 28, 40, 2), Blue);
        left += 30 + int(tab.size()) * 8;
    }
    m_painter.setPen(Qt::NoPen);
    for (int i = 0; i < 22; ++i) {
        m_painter.setBrush(i % 5 == 0 ? Blue.lighter(150) : QColor(206, 211, 218));
        m_painter.drawRoundedRect(QRect(area.left() + 18 + i * 34 + (i / 5) * 18, area.top() + 44, 22, 22), 3, 3);
    }
}

void Canvas::page(const QRect& area)
{
    m_painter.fillRect(area.translated(3, 4), QColor(0, 0, 0, 28));
    m_painter.fillRect(area, Qt::white);
    const QRect body = area.adjusted(70, 46, -70, 0);
    text(QRect(body.left(), body.top(), body.width(), 34), 25, Blue, u"Remittance advice"_s, 0, true);
    text(QRect(body.left(), body.top() + 38, body.width(), 20), 13, Muted, u"Example Trading Ltd. · reference 2026-0312"_s);
    const QRect box(body.left(), body.top() + 78, body.width(), 92);
    m_painter.fillRect(box, QColor(238, 243, 250));
    m_painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), Blue);
    text(box.adjusted(24, 10, 0, -46), 15, Ink, u"This document was made with an earlier version."_s, 0, true);
    text(box.adjusted(24, 46, 0, -8), 14, Ink, u"To show its content, choose “Enable Content” in the yellow bar above."_s);
    m_painter.setPen(Qt::NoPen);
    for (int row = 0; row < 11; ++row) { // rows of a table that cannot be read
        const int y = box.bottom() + 34 + row * 27;
        m_painter.setBrush(row == 0 ? QColor(206, 216, 230) : QColor(228, 231, 236));
        m_painter.drawRoundedRect(QRect(body.left(), y, 210 - (row * 37) % 70, 11), 4, 4);
        m_painter.drawRoundedRect(QRect(body.left() + 290, y, 170 - (row * 53) % 60, 11), 4, 4);
        m_painter.drawRoundedRect(QRect(body.right() - 110, y, 110 - (row * 29) % 40, 11), 4, 4);
    }
}

void Canvas::folder(const QRect& frame, const QString& path, const QStringList& files)
{
    const QRect inside = window(frame, path.section('\\'_L1, -1), QColor(244, 246, 248), Qt::white);
    const QRect address(inside.left() + 14, inside.top() + 8, inside.width() - 28, 30);
    m_painter.setPen(QColor(206, 211, 218));
    m_painter.setBrush(QColor(250, 251, 252));
    m_painter.drawRect(address);
    text(address.adjusted(12, 0, 0, 0), 12, Ink, path);
    const QRect heads(inside.left() + 14, inside.top() + 46, inside.width() - 28, 26);
    text(heads.adjusted(34, 0, 0, 0), 12, Muted, u"Name"_s);
    text(heads.adjusted(320, 0, 0, 0), 12, Muted, u"Date modified"_s);
    int y = heads.bottom() + 4;
    for (const QString& file : files) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(file.endsWith(".exe"_L1) ? QColor(96, 150, 214) : QColor(188, 196, 206));
        m_painter.drawRoundedRect(QRect(heads.left() + 8, y + 6, 16, 18), 3, 3);
        text(QRect(heads.left() + 34, y, 280, 30), 13, Ink, file);
        text(QRect(heads.left() + 320, y, 200, 30), 13, Muted, u"just now"_s);
        y += 32;
    }
}

void Canvas::message(const QRect& frame, const QString& title, const QString& words)
{
    const QRect inside = window(frame, title, QColor(250, 250, 251), Qt::white);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(QColor(210, 64, 52));
    m_painter.drawEllipse(QRect(inside.left() + 26, inside.top() + 26, 42, 42));
    m_painter.setPen(QPen(Qt::white, 4, Qt::SolidLine, Qt::RoundCap));
    const QPoint middle(inside.left() + 47, inside.top() + 47);
    m_painter.drawLine(middle - QPoint(8, 8), middle + QPoint(8, 8));
    m_painter.drawLine(middle - QPoint(8, -8), middle + QPoint(8, -8));
    text(inside.adjusted(92, 20, -24, -60), 14, Ink, words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap);
    const QRect button(inside.right() - 116, inside.bottom() - 48, 92, 30);
    m_painter.setPen(QColor(96, 140, 200));
    m_painter.setBrush(QColor(238, 244, 252));
    m_painter.drawRect(button);
    text(button, 13, Ink, u"OK"_s, Qt::AlignCenter);
}

} // namespace screens
