// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "ui/settings.h"
#include "ui/theme/theme.h"
#include "ui/translations.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>

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
    parser.setApplicationDescription(QApplication::translate("Application", "A desktop workbench for CAPEv2 sandboxes"));
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

SchemeChoice schemeOf(const QString& name)
{
    return name == QLatin1String("light") ? SchemeChoice::Light
        : name == QLatin1String("dark")   ? SchemeChoice::Dark
                                          : SchemeChoice::System;
}

} // namespace

int runWorkbench(int& argc, char** argv, const DemoStarter& startDemo)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("cape-workbench"));
    QApplication::setApplicationDisplayName(QStringLiteral("CAPE Workbench"));
    QApplication::setApplicationVersion(QStringLiteral(CAPEWB_VERSION));
    QApplication::setOrganizationName(QStringLiteral("cape-workbench"));
    QApplication::setDesktopFileName(QStringLiteral("cape-workbench"));
    const Options options = readCommandLine(app);
    installTranslations(app, options.language.isEmpty() ? Settings::text(Setting::Language) : options.language);
    Theme::install().setChoice(schemeOf(Settings::text(Setting::Scheme)));
    MainWindow window;
    QObject::connect(&window, &MainWindow::demoRequested, &window, [&window, &startDemo] { startDemo(window); });
    window.show();
    for (const QString& file : options.files)
        window.openReport(file);
    if (options.demo)
        startDemo(window);
    return QApplication::exec();
}

} // namespace ui
