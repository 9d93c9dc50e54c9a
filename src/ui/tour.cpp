// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour.h"

#include "ui/cases/casepanel.h"
#include "ui/cases/casestore.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/profiles/profiledialog.h"
#include "ui/report/filterbar.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/send/senddialog.h"
#include "ui/submit/parametersform.h"
#include "ui/submit/submitdialog.h"
#include "ui/theme/theme.h"
#include "ui/window/commandpalette.h"
#include "ui/window/dropoverlay.h"
#include "ui/window/mainwindow.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

#include <cstdio>

namespace ui {

namespace {

constexpr QSize PictureSize(1440, 900);
constexpr QSize SmallSize(1024, 700);
constexpr int StepTime = 250; // ms; lets layouts settle and background work of a page come in
constexpr int LongestWait = 90'000; // ms
constexpr double FilteredTime = 75; // s from the start of the analysis
constexpr int LongestTaskWait = 20'000; // ms; then the tasks are shown as they are

QString schemeWord()
{
    return Theme::instance().isDark() ? QStringLiteral("dark") : QStringLiteral("light");
}

} // namespace

Tour::Tour(Workbench& workbench, const QString& folder, const QStringList& files)
    : QObject(&workbench)
    , m_workbench(workbench)
    , m_folder(folder)
    , m_files(files)
{
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        return fail(tr("%1 cannot be made.").arg(m_folder));
    }
    MainWindow& window = m_workbench.window();
    Theme::instance().setChoice(SchemeChoice::Light);
    window.resize(PictureSize);
    window.show();
    if (const auto opened = m_workbench.open(); !opened) {
        return fail(opened.error().message);
    }
    for (const SchemeChoice scheme : {SchemeChoice::Light, SchemeChoice::Dark}) {
        m_steps << [scheme] { Theme::instance().setChoice(scheme); };
        m_steps << [this] { shoot(QStringLiteral("welcome")); };
    }
    m_steps << [this] {
        Theme::instance().setChoice(SchemeChoice::Light);
        if (m_files.isEmpty()) {
            if (const auto started = m_workbench.startDemo(); !started) {
                return fail(started.error().message);
            }
        }
        for (const QString& file : m_files) {
            m_workbench.window().openReport(file);
        }
        m_waited.start();
        waitForReport();
    };
    QTimer::singleShot(StepTime, this, &Tour::next);
}

void Tour::waitForReport()
{
    ReportView* view = m_workbench.window().currentReport();
    if (view && view->session().state() == ReportSession::State::Failed) {
        return fail(view->session().error().message);
    }
    if (view && view->session().result()) {
        return plan(view);
    }
    for (const net::TaskRecord& task : m_workbench.backend().queue.tasks()) {
        if (task.phase == net::Phase::Failed) {
            return fail(task.words);
        }
    }
    if (m_waited.elapsed() > LongestWait) {
        shoot(QStringLiteral("waiting"));
        return fail(tr("No report came."));
    }
    m_steps.prepend([this] { waitForReport(); });
}

void Tour::plan(ReportView* view)
{
    constexpr SchemeChoice Schemes[] = {SchemeChoice::Light, SchemeChoice::Dark};
    planCases();
    const auto setScheme = [](SchemeChoice scheme) { return [scheme] { Theme::instance().setChoice(scheme); }; };
    for (const SchemeChoice scheme : Schemes) {
        m_steps << setScheme(scheme);
        planPages(view, {});
        planOverlays(view);
        planDialogs();
    }
    planTasks();
    m_steps << [this] { m_workbench.window().resize(SmallSize); };
    for (const SchemeChoice scheme : Schemes) {
        m_steps << setScheme(scheme);
        planPages(view, QStringLiteral("small-"));
    }
    m_steps << [] { QApplication::exit(0); };
}

// The report that is shown is filed, beside a case that waits for its first.
void Tour::planCases()
{
    CaseStore* cases = &m_workbench.backend().cases;
    CasePanel* panel = m_workbench.window().cases();
    m_steps << [cases, panel] {
        const QList<qint64> shown = cases->analyses().keys();
        cases->addCase(QStringLiteral("2291 Invoice wave"), shown, [cases, panel, shown](qint64 id) {
            cases->setCaseNote(id, QStringLiteral("Sent to accounting from three mailboxes."));
            panel->showCase(id);
            for (const qint64 analysis : shown) {
                cases->setAnalysisNote(analysis, QStringLiteral("Same gate as in 2288: blocked at the proxy."));
            }
        });
        cases->addCase(QStringLiteral("2304 Courier labels"), {}, [](qint64) { });
    };
    m_steps << [] { }; // time for the library
}

void Tour::planPages(ReportView* view, const QString& prefix)
{
    for (int row = 0; row < view->pages().size(); ++row) {
        ReportPage* page = view->pages()[row];
        m_steps << [view, page, row] {
            view->showPage(row);
            page->prepareForTour();
        };
        m_steps << [this, page, prefix] { shoot(prefix + page->id()); };
    }
}

void Tour::planOverlays(ReportView* view)
{
    MainWindow* window = &m_workbench.window();
    m_steps << [view] {
        view->goTo({.page = pages::Processes.toString()});
        view->currentPage()->findChild<QToolButton*>(QStringLiteral("as-graph"))->setChecked(true);
    };
    m_steps << [this] { shoot(QStringLiteral("process-graph")); };
    m_steps << [view] {
        view->findChild<FilterBar*>()->setFilters({.pids = {}, .time = std::pair(0.0, FilteredTime)});
        view->goTo({.page = pages::Network.toString()});
    };
    m_steps << [this] { shoot(QStringLiteral("filtered")); };
    m_steps << [view, window] {
        view->findChild<FilterBar*>()->setFilters({});
        view->goTo({.page = pages::Processes.toString()});
        view->currentPage()->findChild<QToolButton*>(QStringLiteral("as-tree"))->setChecked(true);
        view->showPage(0);
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("https://www.example.com/setup.exe")),
            QUrl(QStringLiteral("https://www.example.net/invoice.docm"))});
        QDragEnterEvent enter(window->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window, &enter);
    };
    m_steps << [this, window] {
        shoot(QStringLiteral("drop"));
        window->findChild<DropOverlay*>()->hide();
    };
    m_steps << [window] { window->cases()->search(QStringLiteral("gate.example")); };
    m_steps << [window] {
        QTreeView* tree = window->cases()->view();
        tree->setCurrentIndex(tree->indexBelow(tree->model()->index(0, 0)));
        window->cases()->editNote();
    };
    m_steps << [this, window] {
        shoot(QStringLiteral("case-search"));
        window->cases()->focusSearch(); // leaves the note
        window->cases()->search({});
        window->cases()->view()->clearSelection();
    };
    m_steps << [window] { window->showPalette(); };
    m_steps << [this, window] {
        auto* palette = window->findChild<CommandPalette*>();
        shoot(QStringLiteral("palette"), palette);
        palette->close();
    };
}

void Tour::planTasks()
{
    if (!m_files.isEmpty()) {
        return; // there is no demo server that could work on tasks
    }
    m_steps << [this] {
        Theme::instance().setChoice(SchemeChoice::Light);
        submitTasks();
        m_waited.start();
        waitForTasks();
    };
}

void Tour::submitTasks()
{
    net::Profile away = net::newProfile(QStringLiteral("lab-cape"), QUrl(QStringLiteral("http://127.0.0.1:9")));
    away.proxy = net::ProxyKind::None;
    const QList<net::TaskRecord> known = m_workbench.backend().queue.tasks();
    const auto awayId = m_workbench.backend().profiles.add(away);
    const QDir folder(QFileInfo(known.isEmpty() ? QString() : known.constFirst().sourcePath).absolutePath());
    const auto submit = [&](const QString& name, const QByteArray& bytes, const QString& profileId) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            return fail(tr("%1 cannot be written.").arg(file.fileName()));
        }
        file.close();
        net::Submission submission;
        submission.profileId = profileId;
        submission.path = file.fileName();
        submission.ignoreExisting = true;
        (void)m_workbench.backend().queue.submit(submission);
    };
    const QString demo = known.isEmpty() ? QString() : known.constFirst().profileId;
    submit(QStringLiteral("statement-0417.xlsm"), "A workbook that does nothing.\n", demo);
    submit(QStringLiteral("setup_x64.exe"), "A program that does nothing.\n", demo);
    submit(QStringLiteral("order_8841.js"), "// A script that does nothing.\n", demo);
    submit(QStringLiteral("shipping-label.lnk"), "A shortcut to nothing.\n", demo);
    submit(QStringLiteral("empty.bin"), {}, demo);
    submit(QStringLiteral("update.msi"), "An installer that does nothing.\n", awayId.value_or(demo));
}

void Tour::waitForTasks()
{
    const QList<net::TaskRecord> tasks = m_workbench.backend().queue.tasks();
    const auto any = [&tasks](net::Phase phase) {
        return std::ranges::any_of(tasks, [phase](const net::TaskRecord& task) { return task.phase == phase; });
    };
    const bool isMixed = any(net::Phase::Pending) && any(net::Phase::Running) && any(net::Phase::Failed);
    if (!isMixed && m_waited.elapsed() < LongestTaskWait) {
        m_steps.prepend([this] { waitForTasks(); });
        return;
    }
    QList<std::function<void()>> steps;
    for (const SchemeChoice scheme : {SchemeChoice::Light, SchemeChoice::Dark}) {
        steps << [scheme] { Theme::instance().setChoice(scheme); };
        steps << [this] { shoot(QStringLiteral("tasks")); };
    }
    m_steps = steps + m_steps;
}

void Tour::planDialogs()
{
    MainWindow* window = &m_workbench.window();
    planDialog(QStringLiteral("profiles"), [window] {
        ProfileDialog* dialog = window->editProfiles();
        dialog->testConnection();
        return dialog;
    });
    const auto submit = [this, window](bool advanced) {
        DropContent content;
        content.files = m_files;
        for (const net::TaskRecord& task : m_workbench.backend().queue.tasks()) {
            content.files << task.sourcePath;
        }
        content.urls << QStringLiteral("https://www.example.com/download/setup.exe");
        SubmitDialog* dialog = window->submit(content);
        dialog->findChild<ParametersForm*>()->setAdvancedVisible(advanced);
        return dialog;
    };
    planDialog(QStringLiteral("submit"), [submit] { return submit(false); });
    planDialog(QStringLiteral("submit-advanced"), [submit] { return submit(true); });
    planDialog(QStringLiteral("export"), [window] {
        ExportDialog* dialog = window->exportReport();
        for (QCheckBox* choice : dialog->findChildren<QCheckBox*>(QStringLiteral("kind"))) {
            choice->setChecked(true);
        }
        dialog->findChild<QLineEdit*>(QStringLiteral("folder"))->setText(QStringLiteral("/home/analyst/cases/2291"));
        return dialog;
    });
    planDialog(QStringLiteral("send"), [window] { return window->sendResult(); });
    planDialog(QStringLiteral("settings"), [window] {
        auto* dialog = new SettingsDialog(window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        return dialog;
    });
}

void Tour::planDialog(const QString& name, std::function<QDialog*()> open)
{
    const auto dialog = std::make_shared<QPointer<QDialog>>();
    m_steps << [dialog, open = std::move(open)] { *dialog = open(); };
    for (int i = 0; i < 6; ++i) {
        m_steps << [] { }; // time for the answers of servers
    }
    m_steps << [this, dialog, name] {
        shoot(name, *dialog);
        (*dialog)->done(QDialog::Rejected);
    };
}

void Tour::next()
{
    if (m_steps.isEmpty()) {
        return;
    }
    m_steps.takeFirst()();
    QTimer::singleShot(StepTime, this, &Tour::next);
}

void Tour::shoot(const QString& name, QWidget* over)
{
    QPixmap picture = m_workbench.window().grab();
    if (over) {
        const QPixmap above = over->grab();
        QPoint place = m_workbench.window().mapFromGlobal(over->pos());
        QPainter painter(&picture);
        if (qobject_cast<QDialog*>(over)) {
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 96));
            place = QPoint((picture.width() - above.width()) / 2, (picture.height() - above.height()) / 2);
        }
        painter.drawPixmap(place, above);
    }
    const bool french = QLocale().language() == QLocale::French;
    const QString file = QStringLiteral("%1-%2-%3-%4.png")
                             .arg(++m_count, 2, 10, QLatin1Char('0'))
                             .arg(name, schemeWord(), french ? QStringLiteral("fr") : QStringLiteral("en"));
    const QString path = QDir(m_folder).filePath(file);
    if (!picture.save(path)) {
        fail(tr("%1 cannot be written.").arg(path));
    }
}

void Tour::fail(const QString& reason)
{
    std::fprintf(stderr, "cape-workbench: %s\n", qUtf8Printable(reason));
    m_steps.clear();
    QApplication::exit(1);
}

} // namespace ui
