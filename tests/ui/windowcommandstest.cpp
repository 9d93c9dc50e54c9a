// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowcommands.h"
#include "support/testregistry.h"

#include <QAction>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>

// The commands of a window work while one writes in a field of it.
class WindowCommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFieldLeavesCommandsTheirKeys_data();
    void aFieldLeavesCommandsTheirKeys();
    void editingStaysTheFields();
    void aDisabledCommandTakesNothing();
};

namespace {

struct Window {
    explicit Window(const QKeySequence& keys)
        : field(new QLineEdit(&window))
        , action(new QAction(QStringLiteral("command"), &window))
    {
        action->setShortcut(keys);
        window.addAction(action);
        QObject::connect(action, &QAction::triggered, &window, [this] { ++runs; });
        new ui::WindowCommands(&window);
        window.setCentralWidget(field);
        window.show();
        window.activateWindow();
        field->setFocus();
        field->setText(QStringLiteral("text"));
        field->home(false);
    }

    bool isActive() { return QTest::qWaitForWindowActive(&window); }

    QMainWindow window;
    QLineEdit* field;
    QAction* action;
    int runs = 0;
};

} // namespace

void WindowCommandsTest::aFieldLeavesCommandsTheirKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Ctrl+E, the end of the line") << int(Qt::Key_E);
    QTest::newRow("Ctrl+D, delete") << int(Qt::Key_D);
    QTest::newRow("Ctrl+T") << int(Qt::Key_T);
    QTest::newRow("Ctrl+K, delete to the end") << int(Qt::Key_K);
}

void WindowCommandsTest::aFieldLeavesCommandsTheirKeys()
{
    QFETCH(int, key);
    Window window(QKeySequence(Qt::CTRL | Qt::Key(key)));
    QVERIFY(window.isActive());
    QTest::keyClick(window.field, Qt::Key(key), Qt::ControlModifier);
    QCOMPARE(window.runs, 1);
    QCOMPARE(window.field->text(), QStringLiteral("text"));
    QCOMPARE(window.field->cursorPosition(), 0);
}

void WindowCommandsTest::editingStaysTheFields()
{
    Window window(QKeySequence::Cut);
    QVERIFY(window.isActive());
    window.field->selectAll();
    QTest::keyClick(window.field, Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(window.runs, 0);
    QCOMPARE(window.field->text(), QString());
}

void WindowCommandsTest::aDisabledCommandTakesNothing()
{
    Window window(QKeySequence(Qt::CTRL | Qt::Key_E));
    window.action->setEnabled(false);
    QVERIFY(window.isActive());
    QTest::keyClick(window.field, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(window.runs, 0);
}

REGISTER_TEST(WindowCommandsTest)
#include "windowcommandstest.moc"
