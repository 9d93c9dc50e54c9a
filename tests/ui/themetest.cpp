// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "support/testregistry.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTreeView>
#include <QtTest>

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textStandsOutFromEveryGround_data();
    void textStandsOutFromEveryGround();
    void marksStandOutFromLists();
    void severitiesAndCategoriesHaveColours();
    void followsTheChoice();
    void highContrastIsAChoice();
    void iconsTakeTheColourOfTheScheme();
    void iconsAreSharpOnEveryScreen_data();
    void iconsAreSharpOnEveryScreen();
    void everyIconIsDrawn();
    void linesLeadToTheRowsOfATree();
    void fieldsWithArrowsLookLikeFields();
};

void ThemeTest::textStandsOutFromEveryGround_data()
{
    QTest::addColumn<ui::Scheme>("scheme");
    QTest::newRow("light") << ui::Scheme::Light;
    QTest::newRow("dark") << ui::Scheme::Dark;
    QTest::newRow("high contrast, light") << ui::Scheme::ContrastLight;
    QTest::newRow("high contrast, dark") << ui::Scheme::ContrastDark;
}

void ThemeTest::textStandsOutFromEveryGround()
{
    QFETCH(ui::Scheme, scheme);
    using ui::Token;
    const bool high = ui::isHighContrast(scheme);
    const auto contrast = [scheme](Token text, Token ground) {
        return ui::contrastRatio(ui::tokenColor(text, scheme), ui::tokenColor(ground, scheme));
    };
    for (const ui::TokenRow& row : ui::tokenTable()) {
        const bool isText = row.role == ui::TokenRole::Text;
        if (!isText && row.role != ui::TokenRole::Dim) {
            continue;
        }
        for (const Token ground : {Token::Surface, Token::Raised, Token::Sunken, Token::Hover}) {
            const double found = contrast(row.token, ground);
            const QByteArray what = QByteArray(row.name) + " on ground " + QByteArray::number(int(ground)) + ": "
                + QByteArray::number(found);
            QVERIFY2(found >= (high ? 7.0 : isText ? 4.5 : 3.0), what.constData());
        }
    }
    QVERIFY(contrast(Token::SelectionText, Token::Selection) >= (high ? 7.0 : 4.5));
    QVERIFY(contrast(Token::AccentText, Token::Accent) >= (high ? 7.0 : 4.5));
    if (high) {
        QVERIFY(contrast(Token::Line, Token::Raised) >= 4.5);
        QVERIFY(contrast(Token::Line, Token::Surface) >= 4.5);
    }
}

void ThemeTest::marksStandOutFromLists()
{
    for (const ui::TokenRow& row : ui::tokenTable()) {
        if (row.role != ui::TokenRole::Mark) {
            continue;
        }
        for (const ui::Scheme scheme : ui::Schemes) {
            const double contrast
                = ui::contrastRatio(ui::tokenColor(row.token, scheme), ui::tokenColor(ui::Token::Raised, scheme));
            QVERIFY2(contrast >= (ui::isHighContrast(scheme) ? 4.5 : 2.5),
                (QByteArray(row.name) + ": " + QByteArray::number(contrast)).constData());
        }
    }
}

void ThemeTest::severitiesAndCategoriesHaveColours()
{
    QCOMPARE(ui::severityToken(-3), ui::Token::Severity0);
    QCOMPARE(ui::severityToken(3), ui::Token::Severity3);
    QCOMPARE(ui::severityToken(9), ui::Token::Severity5);
    QCOMPARE(ui::categoryToken(u"registry"), ui::Token::CategoryRegistry);
    QCOMPARE(ui::categoryToken(u"__notification__"), ui::Token::CategoryOther);
}

void ThemeTest::followsTheChoice()
{
    ui::Theme& theme = ui::Theme::instance();
    theme.setChoice(ui::SchemeChoice::Light);
    QSignalSpy changed(&theme, &ui::Theme::changed);
    theme.setChoice(ui::SchemeChoice::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), ui::tokenColor(ui::Token::Surface, ui::Scheme::Dark));
    theme.setChoice(ui::SchemeChoice::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), ui::tokenColor(ui::Token::Surface, ui::Scheme::Light));
}

void ThemeTest::highContrastIsAChoice()
{
    ui::Theme& theme = ui::Theme::instance();
    theme.setChoice(ui::SchemeChoice::Dark);
    theme.setContrast(ui::ContrastChoice::High);
    QCOMPARE(theme.scheme(), ui::Scheme::ContrastDark);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
    QCOMPARE(QApplication::palette().color(QPalette::WindowText), QColor(Qt::white));
    theme.setContrast(ui::ContrastChoice::Normal);
    QCOMPARE(theme.scheme(), ui::Scheme::Dark);
    theme.setChoice(ui::SchemeChoice::Light);
    QCOMPARE(ui::contrastChoice(u"high"), ui::ContrastChoice::High);
    QCOMPARE(ui::contrastChoice(u"something"), ui::ContrastChoice::System);
}

void ThemeTest::iconsAreSharpOnEveryScreen_data()
{
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("125 %") << 1.25;
    QTest::newRow("200 %") << 2.0;
}

void ThemeTest::iconsAreSharpOnEveryScreen()
{
    QFETCH(qreal, ratio);
    ui::Theme::instance().setChoice(ui::SchemeChoice::Light);
    const int pixels = qRound(16 * ratio);
    const QPixmap pixmap = ui::icon(u"server").pixmap(QSize(16, 16), ratio);
    QCOMPARE(pixmap.size(), QSize(pixels, pixels));
    // As buttons and views paint it: not drawn small and stretched.
    QPixmap screen(pixels, pixels);
    screen.setDevicePixelRatio(ratio);
    screen.fill(Qt::transparent);
    {
        QPainter painter(&screen);
        ui::icon(u"server").paint(&painter, QRect(0, 0, 16, 16));
    }
    const QImage expected = ui::iconPixmap(u"server", ui::Token::Text, 16, ratio).toImage();
    QCOMPARE(screen.toImage().convertToFormat(QImage::Format_ARGB32_Premultiplied),
        expected.convertToFormat(QImage::Format_ARGB32_Premultiplied));
}

void ThemeTest::iconsTakeTheColourOfTheScheme()
{
    const QIcon icon = ui::icon(u"dot");
    for (const auto choice : {ui::SchemeChoice::Dark, ui::SchemeChoice::Light}) {
        ui::Theme::instance().setChoice(choice);
        const QColor centre = icon.pixmap(QSize(24, 24)).toImage().pixelColor(12, 12);
        QCOMPARE(centre, ui::Theme::color(ui::Token::Text));
    }
}

void ThemeTest::everyIconIsDrawn()
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 50);
    for (const QString& file : files) {
        const QString name = file.chopped(4);
        const QImage image = ui::icon(name).pixmap(QSize(24, 24)).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width() && !drawn; ++x) {
                drawn = image.pixelColor(x, y).alpha() > 128;
            }
        }
        QVERIFY2(drawn, qPrintable(name));
    }
}

void ThemeTest::linesLeadToTheRowsOfATree()
{
    ui::Theme::instance().setChoice(ui::SchemeChoice::Light);
    QStandardItemModel model;
    auto* top = new QStandardItem(QStringLiteral("top"));
    top->appendRows({new QStandardItem(QStringLiteral("first")), new QStandardItem(QStringLiteral("last"))});
    model.appendRow(top);
    QTreeView tree;
    tree.setModel(&model);
    tree.setIndentation(16);
    tree.setHeaderHidden(true);
    tree.resize(200, 120);
    tree.expandAll();
    tree.show();
    const QImage image = tree.viewport()->grab().toImage();
    const QColor line = ui::Theme::color(ui::Token::Line);
    const auto hasLine = [&](const QModelIndex& index, int column) {
        const QRect row = tree.visualRect(index);
        int found = 0;
        for (int y = row.top(); y <= row.bottom(); ++y) {
            for (int x = column * 16; x < column * 16 + 16; ++x) {
                found += image.pixelColor(x, y) == line;
            }
        }
        return found > 8;
    };
    QVERIFY(hasLine(model.index(0, 0, top->index()), 1));
    QVERIFY(hasLine(model.index(1, 0, top->index()), 1));
    QVERIFY(!hasLine(model.index(0, 0), 0)); // nothing is above it
}

void ThemeTest::fieldsWithArrowsLookLikeFields()
{
    ui::Theme::instance().setChoice(ui::SchemeChoice::Light);
    QComboBox combo;
    combo.setEditable(true);
    QSpinBox spin;
    QLineEdit plain;
    for (QWidget* field : std::initializer_list<QWidget*>{&combo, &spin, &plain}) {
        field->resize(160, 28);
        const QImage image = field->grab().toImage();
        QCOMPARE(image.pixelColor(80, 0), ui::Theme::color(ui::Token::Line));
        QCOMPARE(image.pixelColor(80, 27), ui::Theme::color(ui::Token::Line));
        QCOMPARE(image.pixelColor(130, 3), ui::Theme::color(ui::Token::Raised));
    }
}

REGISTER_TEST(ThemeTest)
#include "themetest.moc"
