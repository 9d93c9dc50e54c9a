// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostilereport.h"
#include "support/testregistry.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/profiles/profiledialog.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/send/destinationdialog.h"
#include "ui/send/senddialog.h"
#include "ui/submit/parametersform.h"
#include "ui/submit/submitdialog.h"
#include "ui/theme/theme.h"
#include "ui/window/commandpalette.h"
#include "ui/window/mainwindow.h"
#include "uifixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QHash>
#include <QKeySequence>
#include <QSet>
#include <QToolButton>

// Everything that the keyboard reaches says what it is, and the keyboard reaches everything.
class AccessibilityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyControlOfTheWindowHasAName();
    void everyControlOfTheDialogsHasAName();
    void tabReachesEveryControlOfTheDialogs();
    void noShortcutMeansTwoThings();
};

namespace {

core::json::Object fullReport()
{
    core::json::Array calls{
        test::call(0, "network", "connect", "192.0.2.7"), test::call(1, "registry", "RegOpen", "x")};
    core::json::Object report = test::report({test::process(1, 0, calls), test::process(2, 1)},
        {test::signature("first_sign", 3, {test::mark(1, 1)}), test::signature("second_sign", 1)});
    core::json::Object query;
    query["request"] = "www.example.com";
    query["type"] = "A";
    core::json::Object network;
    network["dns"] = core::json::Array{query};
    report["network"] = network;
    return report;
}

QString describe(const QWidget* widget)
{
    QStringList parts;
    for (const QWidget* part = widget; part && !part->isWindow(); part = part->parentWidget()) {
        const QString name = part->objectName();
        parts.prepend(QString::fromLatin1(part->metaObject()->className())
            + (name.isEmpty() ? QString() : QLatin1Char('#') + name));
    }
    return parts.join(QLatin1String(" > "));
}

bool takesFocus(const QWidget* widget)
{
    // A proxy's focus is that of the widget that it stands for.
    return (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && widget->isVisible();
}

// The focusable widgets under a window, and its buttons, that have nothing to be read aloud.
QStringList nameless(const QWidget* window)
{
    QStringList found;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        const bool isButton = qobject_cast<QAbstractButton*>(widget) && widget->isVisible();
        // What clears a field does nothing that the keyboard does not do in the field itself.
        const auto* tool = qobject_cast<QToolButton*>(widget);
        const bool isClear = tool && tool->defaultAction()
            && tool->defaultAction()->objectName() == QLatin1String("_q_qlineeditclearaction");
        if ((!takesFocus(widget) && !isButton) || isClear || widget->window() != window) {
            continue;
        }
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty()) {
            found << describe(widget);
        }
    }
    return found;
}

struct Opened {
    Opened()
        : isOpen(fixture.queue.open().has_value())
        , window(fixture.backend)
    {
        fixture.connectDemo();
        window.show();
        view = window.openReport(fixture.writeSample(QStringLiteral("lite.json"), test::textOf(fullReport())));
    }
    bool isReady() const { return view->session().result() != nullptr; }

    test::UiFixture fixture;
    bool isOpen;
    ui::MainWindow window;
    ui::ReportView* view = nullptr;
};

// Each dialog of the window, to be opened over it one after the other.
QList<std::function<QDialog*()>> dialogsOf(Opened& opened)
{
    ui::MainWindow* window = &opened.window;
    return {
        [&opened, window] {
            ui::DropContent content;
            content.files << opened.fixture.writeSample(QStringLiteral("a.exe"));
            ui::SubmitDialog* dialog = window->submit(content);
            dialog->findChild<ui::ParametersForm*>()->setAdvancedVisible(true);
            return dialog;
        },
        [window] {
            ui::ExportDialog* dialog = window->exportReport();
            for (QCheckBox* kind : dialog->findChildren<QCheckBox*>(QStringLiteral("kind"))) {
                kind->setChecked(true);
            }
            return dialog;
        },
        [window] { return window->editProfiles(); },
        [window] { return window->sendResult(); },
        [window] { return new ui::SettingsDialog(window); },
        [&opened, window] { return new ui::DestinationDialog(opened.fixture.backend, {}, window); },
    };
}

} // namespace

void AccessibilityTest::everyControlOfTheWindowHasAName()
{
    Opened opened;
    QVERIFY(opened.isOpen);
    QCOMPARE(nameless(&opened.window).join(u'\n'), QString());
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 30'000);
    for (int row = 0; row < opened.view->pages().size(); ++row) {
        opened.view->showPage(row);
        opened.view->pages()[row]->prepareForTour();
        QCOMPARE(nameless(&opened.window).join(u'\n'), QString());
    }
    opened.window.showError({core::ErrorCode::CannotWrite, QStringLiteral("words"), {}});
    const ui::CommandPalette* palette = opened.window.showPalette();
    QCOMPARE(nameless(&opened.window).join(u'\n'), QString());
    QCOMPARE(nameless(palette).join(u'\n'), QString());
}

void AccessibilityTest::everyControlOfTheDialogsHasAName()
{
    Opened opened;
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 30'000);
    for (const auto& open : dialogsOf(opened)) {
        QDialog* dialog = open();
        dialog->show();
        const QStringList found = nameless(dialog);
        QVERIFY2(found.isEmpty(), qPrintable(dialog->windowTitle() + QLatin1String(": ") + found.join(u'\n')));
        QVERIFY(!dialog->windowTitle().isEmpty());
        delete dialog;
    }
}

void AccessibilityTest::tabReachesEveryControlOfTheDialogs()
{
    Opened opened;
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 30'000);
    for (const auto& open : dialogsOf(opened)) {
        QDialog* dialog = open();
        dialog->show();
        dialog->activateWindow();
        QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->window() == dialog);
        QSet<const QWidget*> wanted;
        for (const QWidget* widget : dialog->findChildren<QWidget*>()) {
            if (takesFocus(widget) && widget->isEnabled() && widget->window() == dialog) {
                wanted << widget;
            }
        }
        QVERIFY(!wanted.isEmpty());
        const qsizetype most = 3 * wanted.size();
        for (qsizetype i = 0; i < most && !wanted.isEmpty(); ++i) {
            QWidget* focus = QApplication::focusWidget();
            QVERIFY2(focus && focus->window() == dialog,
                qPrintable(dialog->windowTitle() + QLatin1String(": ") + (focus ? describe(focus) : QString())));
            wanted.remove(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        QStringList missed;
        for (const QWidget* widget : std::as_const(wanted)) {
            missed << describe(widget);
        }
        QVERIFY2(missed.isEmpty(), qPrintable(dialog->windowTitle() + QLatin1String(": ") + missed.join(u'\n')));
        delete dialog;
    }
}

void AccessibilityTest::noShortcutMeansTwoThings()
{
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    ui::MainWindow window(fixture.backend);
    QHash<QKeySequence, QString> seen;
    for (const QAction* action : window.findChildren<QAction*>()) {
        if (action->shortcutContext() != Qt::WindowShortcut || action->text().isEmpty()) {
            continue; // of one widget, where it has the focus
        }
        for (const QKeySequence& keys : action->shortcuts()) {
            const QString both = seen.value(keys) + QLatin1String(", ") + action->text();
            QVERIFY2(!seen.contains(keys) || seen.value(keys) == action->text(), qPrintable(both));
            seen.insert(keys, action->text());
        }
    }
    QVERIFY(seen.size() >= 12);
}

REGISTER_TEST(AccessibilityTest)
#include "accessibilitytest.moc"
