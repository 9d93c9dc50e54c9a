// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace core {

namespace {

QLocale systemLocale()
{
    const QLocale system = QLocale::system();
    const QStringList languages = system.uiLanguages();
    const QLocale wanted = languages.isEmpty() ? system : QLocale(languages.constFirst());
    return wanted.language() == system.language() ? system : wanted;
}

} // namespace

void installTranslations(QCoreApplication& app, const QString& language)
{
    const QLocale locale
        = language.isEmpty() || language == QLatin1String("system") ? systemLocale() : QLocale(language);
    QLocale::setDefault(locale);
    const bool french = locale.language() == QLocale::French;
    auto* own = new QTranslator(&app);
    // English is the language of the sources; its translation holds the plurals.
    if (own->load(french ? QStringLiteral(":/translations/cape-workbench_fr.qm")
                         : QStringLiteral(":/translations/cape-workbench_en.qm"))) {
        QCoreApplication::installTranslator(own);
    }
    if (!french) {
        return;
    }
    auto* toolkit = new QTranslator(&app);
    if (toolkit->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(toolkit);
    }
}

} // namespace core
