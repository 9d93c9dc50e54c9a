// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/window/commandfield.h"
#include "ui/window/mainwindow.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace ui {

namespace {

QString nameOf(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::Light:
        return QStringLiteral("light");
    case SchemeChoice::Dark:
        return QStringLiteral("dark");
    case SchemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

QWidget* makeSpacer(QWidget* parent)
{
    auto* spacer = new QWidget(parent);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return spacer;
}

} // namespace

QAction* MainWindow::makeCommand(Command command, QStringView iconName, const QString& text,
    const QKeySequence& shortcut, void (MainWindow::*slot)())
{
    auto* action = new QAction(text, this);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(shortcut);
    if (slot)
        connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_commands.insert(command, action);
    return action;
}

void MainWindow::makeCommands()
{
    using enum Command;
    makeCommand(OpenReport, u"open", tr("&Open report\u2026"), QKeySequence::Open, &MainWindow::askForReport);
    makeCommand(CloseReport, u"close", tr("&Close report"), QKeySequence::Close, &MainWindow::closeCurrentReport);
    makeCommand(Quit, {}, tr("&Quit"), QKeySequence::Quit, nullptr);
    connect(command(Quit), &QAction::triggered, this, &QWidget::close);
    makeCommand(SwitchScheme, u"theme", tr("Switch between light and dark"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
        &MainWindow::switchScheme);
    makeCommand(Back, u"chevron-left", tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), &MainWindow::goBack);
    makeCommand(Forward, u"chevron-right", tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), &MainWindow::goForward);
    makeCommand(NextPage, {}, tr("&Next page"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), &MainWindow::nextPage);
    makeCommand(PreviousPage, {}, tr("&Previous page"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), &MainWindow::previousPage);
    makeCommand(FocusFilter, u"filter", tr("&Filter this page"), QKeySequence::Find, &MainWindow::focusFilter);
    makeCommand(About, u"info", tr("&About CAPE Workbench"), {}, &MainWindow::showAbout);
    makeSchemeCommands();
}

void MainWindow::makeSchemeCommands()
{
    auto* group = new QActionGroup(this);
    const auto add = [this, group](Command which, const QString& text, SchemeChoice choice) {
        QAction* action = makeCommand(which, {}, text, {}, nullptr);
        action->setCheckable(true);
        action->setChecked(Theme::instance().choice() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [choice] {
            Settings::set(Setting::Scheme, nameOf(choice));
            Theme::instance().setChoice(choice);
        });
        connect(&Theme::instance(), &Theme::changed, action,
            [action, choice] { action->setChecked(Theme::instance().choice() == choice); });
    };
    add(Command::SchemeSystem, tr("As the &system"), SchemeChoice::System);
    add(Command::SchemeLight, tr("&Light"), SchemeChoice::Light);
    add(Command::SchemeDark, tr("&Dark"), SchemeChoice::Dark);
}

void MainWindow::switchScheme()
{
    command(Theme::instance().isDark() ? Command::SchemeLight : Command::SchemeDark)->trigger();
}

void MainWindow::makeMenus()
{
    using enum Command;
    const auto fill = [this](QMenu* menu, std::initializer_list<Command> commands) {
        for (const Command which : commands)
            menu->addAction(command(which));
    };
    fill(menuBar()->addMenu(tr("&File")), {OpenReport, CloseReport, Quit});
    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* dock : findChildren<QDockWidget*>())
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    fill(view->addMenu(tr("&Colours")), {SchemeSystem, SchemeLight, SchemeDark});
    fill(menuBar()->addMenu(tr("&Report")), {FocusFilter});
    fill(menuBar()->addMenu(tr("&Go")), {Back, Forward, NextPage, PreviousPage});
    fill(menuBar()->addMenu(tr("&Help")), {About});
}

void MainWindow::makeToolBar()
{
    auto* bar = new QToolBar(tr("Toolbar"), this);
    bar->setObjectName(QStringLiteral("toolbar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(command(Command::OpenReport));
    bar->addWidget(makeSpacer(bar));
    bar->addWidget(new CommandField(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), bar));
    bar->addWidget(makeSpacer(bar));
    bar->addAction(command(Command::SwitchScheme));
    if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(command(Command::SwitchScheme))))
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    addToolBar(bar);
}

void MainWindow::updateCommands()
{
    const ReportView* view = currentReport();
    const bool ready = view && view->session().report();
    command(Command::CloseReport)->setEnabled(view);
    command(Command::Back)->setEnabled(view && view->canGoBack());
    command(Command::Forward)->setEnabled(view && view->canGoForward());
    for (const Command which : {Command::NextPage, Command::PreviousPage, Command::FocusFilter})
        command(which)->setEnabled(ready);
}

} // namespace ui
