// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "core/translations.h"
#include "ui/settings.h"
#include "ui/submit/dropcontent.h"
#include "ui/theme/theme.h"
#include "ui/tour.h"
#include "ui/window/mainwindow.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

namespace ui {

namespace {

struct Options {
    QStringList files;
    bool demo = false;
    QString tourFolder;
    QString language;
};

Options readCommandLine(const QApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("Application", "A desktop workbench for CAPEv2 sandboxes"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(QStringLiteral("demo"),
        QApplication::translate("Application", "Start with the embedded demo server and its sample."));
    const QCommandLineOption tour(QStringLiteral("tour"),
        QApplication::translate("Application", "Write a picture of every page and dialog into this folder, and quit."),
        QStringLiteral("dir"));
    const QCommandLineOption language(QStringLiteral("language"),
        QApplication::translate("Application", "The language of the window: en or fr."), QStringLiteral("code"));
    parser.addOptions({demo, tour, language});
    parser.addPositionalArgument(QStringLiteral("files"),
        QApplication::translate("Application", "Reports to open, samples to submit."), QStringLiteral("[FILE...]"));
    parser.process(app);
    return {parser.positionalArguments(), parser.isSet(demo), parser.value(tour), parser.value(language)};
}

void nameApplication()
{
    QApplication::setApplicationName(QStringLiteral("cape-workbench"));
    QApplication::setApplicationDisplayName(QStringLiteral("CAPE Workbench"));
    QApplication::setApplicationVersion(QStringLiteral(CAPEWB_VERSION));
    QApplication::setOrganizationName(QStringLiteral("cape-workbench"));
    QApplication::setDesktopFileName(QStringLiteral("cape-workbench"));
}

int runWindow(const Options& options, const DemoStarter& startDemo)
{
    Workbench workbench(Workbench::Data::Own, startDemo);
    MainWindow& window = workbench.window();
    window.show();
    if (const auto opened = workbench.open(); !opened) {
        window.showError(opened.error());
    }
    window.reopenReports();
    if (options.demo) {
        Q_EMIT window.demoRequested();
    }
    DropContent given;
    given.files = options.files;
    window.takeLater(given);
    return QApplication::exec();
}

int runTour(const Options& options, const DemoStarter& startDemo)
{
    // A tour shows the first start and leaves the user's settings and tasks alone.
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    Workbench workbench(Workbench::Data::Throwaway, startDemo);
    Tour tour(workbench, options.tourFolder, options.files);
    tour.start();
    return QApplication::exec();
}

} // namespace

int runWorkbench(int& argc, char** argv, const DemoStarter& startDemo)
{
    QApplication app(argc, argv);
    nameApplication();
    const Options options = readCommandLine(app);
    core::installTranslations(app, options.language.isEmpty() ? Settings::text(Setting::Language) : options.language);
    Theme::install().setContrast(contrastChoice(Settings::text(Setting::Contrast)));
    Theme::instance().setChoice(schemeChoice(Settings::text(Setting::Scheme)));
    return options.tourFolder.isEmpty() ? runWindow(options, startDemo) : runTour(options, startDemo);
}

} // namespace ui
