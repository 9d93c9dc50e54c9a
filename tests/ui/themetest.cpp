// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "support/testregistry.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
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
    void iconsTakeTheColourOfTheScheme();
    void everyIconIsDrawn();
    void linesLeadToTheRowsOfATree();
    void fieldsWithArrowsLookLikeFields();
};

void ThemeTest::textStandsOutFromEveryGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ThemeTest::textStandsOutFromEveryGround()
{
    QFETCH(bool, dark);
    using ui::Token;
    for (const ui::TokenRow& row : ui::tokenTable()) {
        const bool isText = row.role == ui::TokenRole::Text;
        if (!isText && row.role != ui::TokenRole::Dim) {
            continue;
        }
        for (const Token ground : {Token::Surface, Token::Raised, Token::Sunken, Token::Hover}) {
            const double contrast = ui::contrastRatio(ui::tokenColor(row.token, dark), ui::tokenColor(ground, dark));
            const QByteArray what = QByteArray(row.name) + " on ground " + QByteArray::number(int(ground)) + ": "
                + QByteArray::number(contrast);
            QVERIFY2(contrast >= (isText ? 4.5 : 3.0), what.constData());
        }
    }
    const double selected
        = ui::contrastRatio(ui::tokenColor(Token::SelectionText, dark), ui::tokenColor(Token::Selection, dark));
    QVERIFY2(selected >= 4.5, QByteArray::number(selected).constData());
    const double onAccent
        = ui::contrastRatio(ui::tokenColor(Token::AccentText, dark), ui::tokenColor(Token::Accent, dark));
    QVERIFY2(onAccent >= 4.5, QByteArray::number(onAccent).constData());
}

void ThemeTest::marksStandOutFromLists()
{
    for (const ui::TokenRow& row : ui::tokenTable()) {
        if (row.role != ui::TokenRole::Mark) {
            continue;
        }
        for (const bool dark : {false, true}) {
            const double contrast
                = ui::contrastRatio(ui::tokenColor(row.token, dark), ui::tokenColor(ui::Token::Raised, dark));
            QVERIFY2(contrast >= 2.5, (QByteArray(row.name) + ": " + QByteArray::number(contrast)).constData());
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
    QCOMPARE(QApplication::palette().color(QPalette::Window), ui::tokenColor(ui::Token::Surface, true));
    theme.setChoice(ui::SchemeChoice::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), ui::tokenColor(ui::Token::Surface, false));
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
