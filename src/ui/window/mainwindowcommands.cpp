// SPDX-License-Identifier: GPL-3.0-or-later
// The window's commands, the menus and toolbar that show them, and the moves between places.
#include "net/taskqueue.h"
#include "ui/cases/casepanel.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/settings.h"
#include "ui/tasks/tasklistmodel.h"
#include "ui/tasks/taskpanel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/window/commandfield.h"
#include "ui/window/commandpalette.h"
#include "ui/window/mainwindow.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMenuBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

namespace ui {

namespace {

QWidget* makeSpacer(QWidget* parent)
{
    auto* spacer = new QWidget(parent);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return spacer;
}

// The action's text without mnemonic and dots.
QString plainText(const QAction* action)
{
    return action->text().remove(QLatin1Char('&')).remove(QChar(0x2026));
}

} // namespace

QAction* MainWindow::makeCommand(Command command, QStringView iconName, const QString& text,
    const QKeySequence& shortcut, void (MainWindow::*slot)())
{
    auto* action = new QAction(text, this);
    if (!iconName.isEmpty()) {
        action->setIcon(icon(iconName));
    }
    action->setShortcut(shortcut);
    if (slot) {
        connect(action, &QAction::triggered, this, slot);
    }
    addAction(action);
    m_commands.insert(command, action);
    return action;
}

void MainWindow::makeCommands()
{
    using enum Command;
    makeCommand(Submit, u"add", tr("&Submit\u2026"), QKeySequence::New, &MainWindow::askToSubmit);
    makeCommand(
        SubmitPasted, u"copy", tr("Submit from the &clipboard"), QKeySequence::Paste, &MainWindow::submitPasted);
    makeCommand(OpenReport, u"open", tr("&Open report\u2026"), QKeySequence::Open, &MainWindow::askForReport);
    makeCommand(
        ExportResult, u"export", tr("&Export\u2026"), QKeySequence(Qt::CTRL | Qt::Key_E), &MainWindow::askForExport);
    makeCommand(SendResult, u"assemblyline", tr("Send to &Assemblyline\u2026"), {}, &MainWindow::askToSend);
    makeCommand(FileInCase, u"folder", tr("Add to a c&ase\u2026"), QKeySequence(Qt::CTRL | Qt::Key_D),
        &MainWindow::fileInCase);
    makeCommand(
        NewCase, u"add", tr("&New case"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), &MainWindow::newCase);
    makeCommand(CloseReport, u"close", tr("&Close report"), QKeySequence::Close, &MainWindow::closeCurrentReport);
    makeCommand(Quit, {}, tr("&Quit"), QKeySequence::Quit, nullptr);
    connect(command(Quit), &QAction::triggered, this, &QWidget::close);
    makeCommand(SwitchScheme, u"theme", tr("Switch between light and dark"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), &MainWindow::switchScheme);
    makeCommand(Palette, u"search", tr("Search or &command\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        &MainWindow::openPalette);
    makeCommand(Servers, u"server", tr("&Servers\u2026"), {}, &MainWindow::openServers);
    makeCommand(
        Command::ServerTasks, u"tasks", tr("Tasks on a ser&ver\u2026"), {}, &MainWindow::openServerTasks);
    makeCommand(Command::Settings, u"settings", tr("S&ettings\u2026"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
        &MainWindow::openSettings);
    makeCommand(Demo, u"play", tr("Try the &demo"), {}, nullptr);
    connect(command(Demo), &QAction::triggered, this, &MainWindow::demoRequested);
    makeCommand(About, u"info", tr("&About CAPE Workbench"), {}, &MainWindow::showAbout);
    makeGoCommands();
    makeSchemeCommands();
}

void MainWindow::makeGoCommands()
{
    using enum Command;
    makeCommand(Back, u"chevron-left", tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), &MainWindow::goBack);
    makeCommand(
        Forward, u"chevron-right", tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), &MainWindow::goForward);
    makeCommand(NextPage, {}, tr("&Next page"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), &MainWindow::nextPage);
    makeCommand(
        PreviousPage, {}, tr("&Previous page"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), &MainWindow::previousPage);
    makeCommand(NextReport, {}, tr("Next &report"), QKeySequence(Qt::CTRL | Qt::Key_Tab), &MainWindow::nextReport);
    makeCommand(PreviousReport, {}, tr("Previous rep&ort"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab),
        &MainWindow::previousReport);
    makeCommand(FocusFilter, u"filter", tr("&Filter this page"), QKeySequence::Find, &MainWindow::focusFilter);
    makeCommand(FocusTasks, u"tasks", tr("&Tasks"), QKeySequence(Qt::CTRL | Qt::Key_T), &MainWindow::focusTasks);
    makeCommand(FocusCases, u"search", tr("&Search the cases"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
        &MainWindow::focusCases);
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
            Settings::set(Setting::Scheme, schemeName(choice));
            Theme::instance().setChoice(choice);
        });
        connect(&Theme::instance(), &Theme::changed, action,
            [action, choice] { action->setChecked(Theme::instance().choice() == choice); });
    };
    QAction* contrast = makeCommand(Command::HighContrast, {}, tr("High &contrast"), {}, nullptr);
    contrast->setCheckable(true);
    const auto show = [contrast] { contrast->setChecked(isHighContrast(Theme::instance().scheme())); };
    connect(contrast, &QAction::triggered, this, [](bool on) {
        Settings::set(Setting::Contrast, on ? QStringLiteral("high") : QStringLiteral("normal"));
        Theme::instance().setContrast(on ? ContrastChoice::High : ContrastChoice::Normal);
    });
    connect(&Theme::instance(), &Theme::changed, contrast, show);
    show();
    add(Command::SchemeSystem, tr("As the &system"), SchemeChoice::System);
    add(Command::SchemeLight, tr("&Light"), SchemeChoice::Light);
    add(Command::SchemeDark, tr("&Dark"), SchemeChoice::Dark);
}

void MainWindow::makeMenus()
{
    using enum Command;
    const auto fill = [this](QMenu* menu, std::initializer_list<Command> commands) {
        for (const Command which : commands) {
            menu->addAction(command(which));
        }
    };
    QMenu* file = menuBar()->addMenu(tr("&File"));
    fill(file, {OpenReport, Submit, ExportResult, SendResult, CloseReport});
    file->addSeparator();
    fill(file, {Quit});
    QMenu* submit = menuBar()->addMenu(tr("&Submit"));
    fill(submit, {Submit, SubmitPasted, Command::ServerTasks});
    submit->addSeparator();
    for (QAction* action : m_tasks->actions()) {
        submit->addAction(action);
    }
    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* dock : {m_taskDock, m_caseDock, m_inspectorDock}) {
        view->addAction(dock->toggleViewAction());
    }
    view->addSeparator();
    QMenu* colours = view->addMenu(tr("&Colours"));
    fill(colours, {SchemeSystem, SchemeLight, SchemeDark});
    colours->addSeparator();
    fill(colours, {HighContrast});
    fill(view, {SwitchScheme});
    QMenu* report = menuBar()->addMenu(tr("&Report"));
    fill(report, {FocusFilter, ExportResult, SendResult});
    report->addSeparator();
    fill(report, {FileInCase, NewCase});
    for (QAction* action : m_cases->actions()) {
        report->addAction(action);
    }
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    fill(go, {Back, Forward});
    go->addSeparator();
    fill(go, {NextPage, PreviousPage, NextReport, PreviousReport, FocusTasks, FocusCases});
    QMenu* tools = menuBar()->addMenu(tr("&Tools"));
    fill(tools, {Palette, Servers, Command::Settings});
    fill(menuBar()->addMenu(tr("&Help")), {Demo, About});
}

void MainWindow::makeToolBar()
{
    auto* bar = new QToolBar(tr("Toolbar"), this);
    bar->setObjectName(QStringLiteral("toolbar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    for (const Command which : {Command::Submit, Command::OpenReport, Command::ExportResult}) {
        bar->addAction(command(which));
    }
    bar->addWidget(makeSpacer(bar));
    m_commandField = new CommandField(command(Command::Palette)->shortcut(), bar);
    connect(m_commandField, &QAbstractButton::clicked, this, &MainWindow::openPalette);
    bar->addWidget(m_commandField);
    bar->addWidget(makeSpacer(bar));
    for (const Command which : {Command::SwitchScheme, Command::Settings}) {
        bar->addAction(command(which));
        if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(command(which)))) {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
            button->setAccessibleName(plainText(command(which)));
        }
    }
    addToolBar(bar);
}

void MainWindow::updateCommands()
{
    const ReportView* view = currentReport();
    const bool ready = view && view->session().report();
    command(Command::CloseReport)->setEnabled(view);
    for (const Command which : {Command::ExportResult, Command::SendResult}) {
        command(which)->setEnabled(view && view->session().result());
    }
    command(Command::Back)->setEnabled(view && view->canGoBack());
    command(Command::Forward)->setEnabled(view && view->canGoForward());
    for (const Command which : {Command::NextPage, Command::PreviousPage, Command::FocusFilter, Command::FileInCase}) {
        command(which)->setEnabled(ready);
    }
    for (const Command which : {Command::NextReport, Command::PreviousReport}) {
        command(which)->setEnabled(m_tabs->count() > 1);
    }
}

void MainWindow::switchScheme()
{
    command(Theme::instance().isDark() ? Command::SchemeLight : Command::SchemeDark)->trigger();
}

void MainWindow::goBack()
{
    if (ReportView* view = currentReport()) {
        view->goBack();
    }
}

void MainWindow::goForward()
{
    if (ReportView* view = currentReport()) {
        view->goForward();
    }
}

void MainWindow::nextPage()
{
    turnPage(1);
}

void MainWindow::previousPage()
{
    turnPage(-1);
}

void MainWindow::turnPage(int step)
{
    ReportView* view = currentReport();
    if (!view || view->pages().isEmpty()) {
        return;
    }
    const qsizetype count = view->pages().size();
    const qsizetype current = view->pages().indexOf(view->currentPage());
    view->showPage(int((current + step + count) % count));
}

void MainWindow::nextReport()
{
    turnReport(1);
}

void MainWindow::previousReport()
{
    turnReport(-1);
}

void MainWindow::turnReport(int step)
{
    if (const int count = m_tabs->count(); count > 0) {
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + count) % count);
    }
}

void MainWindow::focusFilter()
{
    if (const ReportView* view = currentReport(); view && view->currentPage()) {
        view->currentPage()->focusFilter();
    }
}

void MainWindow::focusTasks()
{
    m_taskDock->show();
    m_tasks->focusFilter();
}

void MainWindow::openPalette()
{
    showPalette();
}

CommandPalette* MainWindow::showPalette()
{
    auto* palette = new CommandPalette(paletteEntries(), this);
    palette->openBelow(QRect(m_commandField->mapToGlobal(QPoint(0, 0)), m_commandField->size()));
    return palette;
}

QList<PaletteEntry> MainWindow::paletteEntries()
{
    QList<PaletteEntry> entries;
    if (ReportView* view = currentReport(); view && view->session().report()) {
        for (int row = 0; row < view->pages().size(); ++row) {
            const ReportPage* page = view->pages()[row];
            entries.append({tr("Go to %1").arg(page->title()), page->countText(), icon(page->iconName()),
                [view = QPointer(view), row] {
                    if (view) {
                        view->showPage(row);
                    }
                }});
        }
    }
    addCommandEntries(entries);
    for (ReportView* view : reports()) {
        entries.append({view->session().name(), tr("open report"), icon(u"report"), [this, view = QPointer(view)] {
                            if (view) {
                                m_tabs->setCurrentWidget(view);
                            }
                        }});
    }
    for (const net::TaskRecord& record : m_backend.queue.tasks()) {
        if (record.phase == net::Phase::Ready) {
            entries.append({record.fileName, tr("task"), icon(u"ready"), [this, id = record.id] { openTask(id); }});
        }
    }
    return entries;
}

void MainWindow::addCommandEntries(QList<PaletteEntry>& entries)
{
    for (const auto& menu : menuBar()->actions()) {
        for (QAction* action : menu->menu()->actions()) {
            const bool known = std::ranges::contains(entries, plainText(action), &PaletteEntry::text);
            if (action->isSeparator() || action->menu() || !action->isEnabled() || known
                || action == command(Command::Palette)) {
                continue;
            }
            const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
            entries.append({plainText(action), shortcut.isEmpty() ? plainText(menu) : shortcut, action->icon(),
                [action = QPointer(action)] {
                    if (action) {
                        action->trigger();
                    }
                }});
        }
    }
}

} // namespace ui
