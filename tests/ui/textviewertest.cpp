// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textviewer.h"
#include "support/testregistry.h"
#include "ui/pages/sectionbody.h"
#include "ui/widgets/textpreview.h"
#include "ui/widgets/textview.h"
#include "ui/widgets/wrappedtext.h"
#include "ui/window/inspectorpanel.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

// Texts of a report, however long: what is shown of them at once has a limit, and the viewer shows the rest.
class TextViewerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void aMegabyteInOneLineIsShownInRows();
    void findsAndWraps();
    void copiesDefangedAndRaw();
    void keysSelect();
    void aPreviewHasALimitAndAViewer();
    void theInspectorShowsWhatIsInSight();
    void aLongFactOfTheInspectorIsCut();
    void aScriptOfASectionIsReadable();
    void aValueThatIsAScriptIsNoCell();
};

namespace {

ui::TextViewer* openedViewer()
{
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (auto* viewer = qobject_cast<ui::TextViewer*>(window)) {
            return viewer;
        }
    }
    return nullptr;
}

QToolButton* showAll(const QWidget* parent)
{
    const auto previews = parent->findChildren<ui::TextPreview*>();
    for (const ui::TextPreview* preview : previews) {
        if (preview->isCut()) {
            return preview->findChild<QToolButton*>();
        }
    }
    return nullptr;
}

QString clipboard()
{
    return QApplication::clipboard()->text();
}

} // namespace

void TextViewerTest::cleanup()
{
    delete openedViewer();
}

void TextViewerTest::aMegabyteInOneLineIsShownInRows()
{
    ui::TextViewer viewer(QStringLiteral("Command line"), QString(1 << 20, u'A'));
    viewer.resize(800, 500);
    viewer.show();
    QVERIFY(viewer.view()->lines().rowCount() > 5000);
    QVERIFY(viewer.view()->verticalScrollBar()->maximum() > 5000);
    viewer.view()->verticalScrollBar()->setValue(viewer.view()->verticalScrollBar()->maximum());
    QVERIFY(!viewer.grab().isNull());
    viewer.view()->setWrapped(false);
    QCOMPARE(viewer.view()->lines().rowCount(), 1);
    QVERIFY(viewer.view()->horizontalScrollBar()->maximum() > 1'000'000);
    QVERIFY(!viewer.grab().isNull());
}

void TextViewerTest::findsAndWraps()
{
    QString text;
    for (int i = 0; i < 1000; ++i) {
        text += QStringLiteral("line %1\n").arg(i);
    }
    ui::TextViewer viewer(QStringLiteral("Script"), text);
    viewer.resize(600, 300);
    viewer.show();
    viewer.findChild<QLineEdit*>()->setText(QStringLiteral("LINE 700"));
    QCOMPARE(viewer.view()->found().count(), std::size_t(1));
    QCOMPARE(viewer.view()->selectedText(), QStringLiteral("line 700"));
    const int first = viewer.view()->verticalScrollBar()->value();
    QVERIFY2(first > 600 && first <= 700, QByteArray::number(first).constData());
}

void TextViewerTest::copiesDefangedAndRaw()
{
    ui::TextView view;
    view.setText(QStringLiteral("http://gate.example.com/a\nmore"));
    view.resize(400, 200);
    view.show();
    view.select(0, 25);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), QStringLiteral("hxxp://gate[.]example[.]com/a"));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard(), QStringLiteral("http://gate.example.com/a"));
    view.select(0, 0);
    view.copy(false);
    QCOMPARE(clipboard(), QStringLiteral("http://gate.example.com/a\nmore"));
}

void TextViewerTest::keysSelect()
{
    ui::TextView view;
    view.setText(QStringLiteral("first\nsecond"));
    view.resize(400, 200);
    view.show();
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectedText(), QStringLiteral("first\n"));
    QTest::keyClick(&view, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(view.selectedText(), QStringLiteral("first\nsecond"));
    QTest::keyClick(&view, Qt::Key_Home);
    QVERIFY(!view.hasSelection());
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view.selectedText(), QStringLiteral("first\nsecond"));
}

void TextViewerTest::aPreviewHasALimitAndAViewer()
{
    const QString text = QString(300, u'x') + QString(QStringLiteral("\nline")).repeated(100'000);
    ui::TextPreview preview(QStringLiteral("Loader"), QApplication::font());
    preview.setText(text);
    preview.resize(400, preview.heightForWidth(400));
    preview.show();
    QVERIFY(preview.isCut());
    QVERIFY(preview.heightForWidth(400) < 600);
    preview.findChild<QToolButton*>()->click();
    const ui::TextViewer* viewer = openedViewer();
    QVERIFY(viewer);
    QCOMPARE(viewer->windowTitle(), QStringLiteral("Loader"));
    QCOMPARE(viewer->view()->lines().text(), text);
    preview.setText(QStringLiteral("short"));
    QVERIFY(!preview.isCut());
    QVERIFY(!preview.findChild<QToolButton*>()->isVisible());
}

void TextViewerTest::theInspectorShowsWhatIsInSight()
{
    ui::InspectorPanel panel;
    panel.resize(300, 600);
    panel.show();
    ui::InspectorContent content;
    content.title = QString(1 << 20, u'T');
    content.body = QString(1 << 20, u'A');
    panel.setContent(content);
    QVERIFY(!panel.grab().isNull());
    // A text edit would lay out all of it.
    QVERIFY(panel.findChildren<QPlainTextEdit*>().isEmpty());
    const auto* body = panel.findChild<ui::TextView*>();
    QCOMPARE(body->lines().text(), content.body);
    QVERIFY(body->height() <= panel.height());
    content.body = QStringLiteral("Handle: 0x118\n\n");
    panel.setContent(content);
    QCOMPARE(body->lines().text(), QStringLiteral("Handle: 0x118")); // no numbered rows of nothing
}

void TextViewerTest::aLongFactOfTheInspectorIsCut()
{
    ui::InspectorPanel panel;
    panel.resize(300, 600);
    panel.show();
    ui::InspectorContent content;
    content.title = QStringLiteral("a.exe");
    content.facts.push_back({QStringLiteral("Image"), QString(1 << 20, u'A'), true});
    panel.setContent(content);
    const auto* value = panel.findChildren<ui::TextPreview*>().constFirst();
    QVERIFY(value->isCut());
    QVERIFY(value->heightForWidth(280) < 1200);
    showAll(&panel)->click();
    QVERIFY(openedViewer());
    QCOMPARE(openedViewer()->view()->lines().text().size(), 1 << 20);
}

void TextViewerTest::aScriptOfASectionIsReadable()
{
    QWidget page;
    std::string script;
    for (int i = 0; i < 100'000; ++i) {
        script += "loader line\n";
    }
    QWidget* body = ui::makeSectionBody(core::BodyFormat::Text, core::json::Value(script), &page);
    QVERIFY(body);
    QVERIFY(body->heightForWidth(500) > 10 * page.fontMetrics().height());
    QVERIFY(body->heightForWidth(500) < 40 * page.fontMetrics().height());
    showAll(&page)->click();
    QCOMPARE(openedViewer()->view()->lines().lineCount(), 100'001);
}

void TextViewerTest::aValueThatIsAScriptIsNoCell()
{
    QWidget page;
    core::json::Object values;
    values["campaign"] = "obama1";
    values["script"] = "first\nsecond\nthird";
    QVERIFY(ui::makeSectionBody(core::BodyFormat::KeyValue, core::json::Value(values), &page));
    const auto* table = page.findChild<QTableView*>();
    QCOMPARE(table->model()->rowCount(), 1);
    const auto* text = page.findChild<ui::WrappedText*>();
    QVERIFY(text);
    QCOMPARE(text->text(), QStringLiteral("first\nsecond\nthird"));
}

REGISTER_TEST(TextViewerTest)
#include "textviewertest.moc"
