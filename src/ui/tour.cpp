// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour.h"

#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/profiles/profiledialog.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/submit/submitdialog.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

#include <cstdio>

namespace ui {

namespace {

constexpr QSize PictureSize(1440, 900);
constexpr QSize SmallSize(1024, 700);
constexpr int StepTime = 250; // ms; lets layouts settle and background work of a page come in
constexpr int LongestWait = 90'000; // ms

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
    for (const SchemeChoice scheme : {SchemeChoice::Light, SchemeChoice::Dark}) {
        m_steps << [scheme] { Theme::instance().setChoice(scheme); };
        for (int row = 0; row < view->pages().size(); ++row) {
            ReportPage* page = view->pages()[row];
            m_steps << [view, page, row] {
                view->showPage(row);
                page->prepareForTour();
            };
            m_steps << [this, page] { shoot(page->id()); };
        }
        planDialogs();
    }
    m_steps << [this] {
        Theme::instance().setChoice(SchemeChoice::Light);
        m_workbench.window().resize(SmallSize);
    };
    m_steps << [this] { shoot(QStringLiteral("small-window")); };
    m_steps << [] { QApplication::exit(0); };
}

void Tour::planDialogs()
{
    MainWindow* window = &m_workbench.window();
    planDialog(QStringLiteral("profiles"), [window] {
        ProfileDialog* dialog = window->editProfiles();
        dialog->testConnection();
        return dialog;
    });
    planDialog(QStringLiteral("submit"), [this, window] {
        DropContent content;
        content.files = m_files;
        for (const net::TaskRecord& task : m_workbench.backend().queue.tasks()) {
            content.files << task.sourcePath;
        }
        content.urls << QStringLiteral("https://www.example.com/download/setup.exe");
        return window->submit(content);
    });
    planDialog(QStringLiteral("export"), [window] {
        ExportDialog* dialog = window->exportReport();
        for (QCheckBox* choice : dialog->findChildren<QCheckBox*>()) {
            choice->setChecked(true);
        }
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("/home/analyst/cases/2291"));
        return dialog;
    });
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
        (*dialog)->reject();
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
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 96));
        const QPixmap dialog = over->grab();
        painter.drawPixmap((picture.width() - dialog.width()) / 2, (picture.height() - dialog.height()) / 2, dialog);
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
