// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/safetext.h"
#include "support/testregistry.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/tonedlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QUrl>
#include <QtTest>

class SafeTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsWhatIsInvisible_data();
    void showsWhatIsInvisible();
    void keepsLineBreaksWhereAsked();
    void tooltipsCarryNoMarkup();
    void tooltipsHaveALimit();
    void startsHaveALimit();
    void labelsHaveALimit();
    void labelsAndBoxesAreNeverRich();
    void labelsElideAndTellTheWhole();
    void wrappedTextBreaksAnywhereAndCopiesTheOriginal();
    void linksAskWithTheHost();
    void otherSchemesNeverOpen();
};

void SafeTextTest::showsWhatIsInvisible_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QStringLiteral("invoice.exe") << QStringLiteral("invoice.exe");
    QTest::newRow("accents") << QStringLiteral("facture \u00e9\u4e2d\u0430")
                             << QStringLiteral("facture \u00e9\u4e2d\u0430");
    QTest::newRow("emoji") << QStringLiteral("\U0001f600") << QStringLiteral("\U0001f600");
    QTest::newRow("nul") << QString(QChar(0)) << QString(QChar(0x2400));
    QTest::newRow("escape") << QStringLiteral("a\x1b[31m")
                            << QString(u'a' + QString(QChar(0x241b)) + QStringLiteral("[31m"));
    QTest::newRow("line break") << QStringLiteral("a\nb") << QString(u'a' + QString(QChar(0x240a)) + u'b');
    QTest::newRow("right to left") << QStringLiteral("invoice\u202efdp.exe")
                                   << QStringLiteral("invoice<U+202E>fdp.exe");
    QTest::newRow("isolate") << QStringLiteral("\u2066a\u2069") << QStringLiteral("<U+2066>a<U+2069>");
    QTest::newRow("zero width") << QStringLiteral("a\u200bb\ufeff") << QStringLiteral("a<U+200B>b<U+FEFF>");
    QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) << QStringLiteral("<U+D83D>");
    QTest::newRow("tag character") << QStringLiteral("a\U000e0041") << QStringLiteral("a<U+E0041>");
}

void SafeTextTest::showsWhatIsInvisible()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(ui::safeText(text), shown);
}

void SafeTextTest::keepsLineBreaksWhereAsked()
{
    QCOMPARE(ui::safeText(u"a\n\tb\r", ui::LineBreaks::Keep), QString(QStringLiteral("a\n\tb") + QChar(0x240d)));
}

void SafeTextTest::tooltipsCarryNoMarkup()
{
    const QString tip = ui::safeToolTip(u"<b>bold</b><img src='http://192.0.2.1/x'>");
    QVERIFY(!tip.contains(QLatin1String("<b>")));
    QVERIFY(!tip.contains(QLatin1String("<img")));
    QVERIFY(tip.contains(QLatin1String("&lt;b&gt;bold")));
    QCOMPARE(ui::safeToolTip(u""), QString());
}

void SafeTextTest::tooltipsHaveALimit()
{
    const QString lines = QString(QStringLiteral("line\n")).repeated(1000);
    const QString long_(100'000, u'x');
    const QString words = QString(QStringLiteral("some words ")).repeated(10'000);
    for (const QString& text : {lines, long_, words, QString(lines + long_)}) {
        const QLabel shown(ui::safeToolTip(text)); // as Qt lays out a tooltip
        QVERIFY2(shown.sizeHint().height() < 600, QByteArray::number(shown.sizeHint().height()).constData());
        QVERIFY2(shown.sizeHint().width() < 900, QByteArray::number(shown.sizeHint().width()).constData());
        QVERIFY(shown.text().contains(QChar(0x2026)));
    }
    QVERIFY(!ui::safeToolTip(u"two\nlines").contains(QChar(0x2026)));
    QVERIFY(ui::safeToolTip(QString(100, u'a')).contains(QString(72, u'a') + u'\n'));
}

void SafeTextTest::startsHaveALimit()
{
    QCOMPARE(ui::safeStart(u"short\ntext"), QStringLiteral("short\ntext"));
    QCOMPARE(ui::safeStart(u"a\nb\nc", {.rows = 2}), QStringLiteral("a\nb\u2026"));
    QCOMPARE(ui::safeStart(u"abcdef", {.characters = 3}), QStringLiteral("abc\u2026"));
    // A long line takes as many rows as it wraps into.
    QCOMPARE(ui::safeStart(u"abcdefgh\nx", {.rows = 2, .rowLength = 4}), QStringLiteral("abcdefgh\u2026"));
    QCOMPARE(ui::safeStart(u"abcdefghij", {.rows = 2, .rowLength = 4}), QStringLiteral("abcdefgh\u2026"));
    QCOMPARE(ui::textStart(u"ab\U0001f600", {.characters = 3}), QStringView(u"ab")); // no half of a pair
    QCOMPARE(ui::safeStart(u""), QString());
}

void SafeTextTest::labelsHaveALimit()
{
    const QString long_(1'000'000, u'x');
    const ui::TonedLabel label(long_);
    QVERIFY(label.text().size() < 10'000);
    ui::WrappedText text(QApplication::font());
    text.setText(long_);
    QVERIFY(text.isCut());
    QCOMPARE(text.text(), long_);
    QVERIFY(text.heightForWidth(200) < 20'000);
    QVERIFY(ui::safeLine(long_).size() < 10'000);
}

void SafeTextTest::labelsAndBoxesAreNeverRich()
{
    const QString hostile = QStringLiteral("<a href='http://192.0.2.1'>x</a>");
    const ui::TonedLabel label(hostile);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(label.text(), hostile);
    QWidget parent;
    QMessageBox* box = ui::safeMessageBox(&parent, hostile, hostile);
    const auto labels = box->findChildren<QLabel*>();
    QVERIFY(labels.size() >= 2);
    for (const QLabel* part : labels) {
        QCOMPARE(part->textFormat(), Qt::PlainText);
    }
}

void SafeTextTest::labelsElideAndTellTheWhole()
{
    const QString path = QStringLiteral("C:\\Users\\Public\\<i>a</i>\\a very long folder\\invoice.exe");
    ui::ElidedLabel label(path, Qt::ElideMiddle);
    label.resize(60, 20);
    label.show();
    QVERIFY(label.isElided());
    QVERIFY(label.toolTip().contains(QLatin1String("&lt;i&gt;a")));
    label.resize(label.sizeHint());
    QTRY_VERIFY(!label.isElided());
    QVERIFY(label.toolTip().isEmpty());
}

void SafeTextTest::wrappedTextBreaksAnywhereAndCopiesTheOriginal()
{
    const QString hash(64, u'a');
    ui::WrappedText text(QApplication::font());
    text.setText(hash + QChar(0x202e));
    const int line = text.heightForWidth(10'000);
    QVERIFY(text.heightForWidth(100) >= 3 * line);
    text.resize(100, text.heightForWidth(100));
    text.show();
    QTest::keySequence(&text, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), hash + QChar(0x202e));
}

void SafeTextTest::linksAskWithTheHost()
{
    QWidget parent;
    parent.show();
    ui::openLinkAfterConfirmation(&parent, QUrl(QStringLiteral("http://user@xn--e1awd7f.example.com/path")));
    const QPointer<QMessageBox> box = parent.findChild<QMessageBox*>();
    QVERIFY(box);
    QVERIFY(box->text().contains(QLatin1String("xn--e1awd7f.example.com")));
    QCOMPARE(box->standardButton(box->defaultButton()), QMessageBox::Cancel);
    box->reject();
    QTRY_VERIFY(box.isNull());
}

void SafeTextTest::otherSchemesNeverOpen()
{
    QWidget parent;
    for (const QString& url : {QStringLiteral("file:///etc/passwd"), QStringLiteral("javascript:alert(1)"),
             QStringLiteral("smb://192.0.2.1/x"), QString()}) {
        ui::openLinkAfterConfirmation(&parent, QUrl(url));
    }
    QVERIFY(parent.findChildren<QMessageBox*>().isEmpty());
}

REGISTER_TEST(SafeTextTest)
#include "safetexttest.moc"
