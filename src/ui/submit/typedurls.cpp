// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/typedurls.h"

#include "core/ioc/defang.h"
#include "core/submission/input.h"
#include "ui/submit/dropcontent.h"

#include <QRegularExpression>

namespace ui {

namespace {

// "evil.example.com/a b" as well: what stands before the first slash, with or without a port.
bool startsWithHost(const QString& text)
{
    static const QRegularExpression host(
        QStringLiteral("^(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*)\\.)+[\\p{L}\\p{N}-]{2,}\\.?(?::\\d{1,5})?(?:[/?#]|$)"
                       "|^\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?(?:[/?#]|$)"));
    return host.match(text).hasMatch();
}

std::optional<QString> urlOf(QString text)
{
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*://"));
    static const QRegularExpression blank(QStringLiteral("\\s"));
    if (!scheme.match(text).hasMatch()) {
        if (!startsWithHost(text)) {
            return {};
        }
        text.prepend(QLatin1String("http://"));
    }
    const qsizetype path = text.indexOf(QRegularExpression(QStringLiteral("[/?#]")), text.indexOf(u':') + 3);
    if (const qsizetype space = text.indexOf(blank); space >= 0 && (path < 0 || space < path)) {
        return {}; // a host has none
    }
    return core::submission::refangedUrl(text.replace(blank, QStringLiteral("%20")));
}

} // namespace

TypedUrls readTypedUrls(const QString& text)
{
    static const QRegularExpression nextUrl(
        QStringLiteral("[\\s,;]+(?=(?:https?|ftp)://)"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression onlyHashes(QStringLiteral("^[0-9A-Fa-f\\s,;]+$"));
    TypedUrls typed;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString shown = line.trimmed();
        if (shown.isEmpty()) {
            continue;
        }
        if (const QStringList hashes = hashesIn(shown); !hashes.isEmpty() && onlyHashes.match(shown).hasMatch()) {
            typed.hashes << hashes;
            continue;
        }
        const QString good = QString::fromStdString(core::refang(shown.toStdString())).trimmed();
        for (const QString& part : good.split(nextUrl, Qt::SkipEmptyParts)) {
            if (const auto url = urlOf(part)) {
                typed.urls << *url;
            } else {
                typed.refused << part;
            }
        }
    }
    typed.urls.removeDuplicates();
    typed.hashes.removeDuplicates();
    return typed;
}

} // namespace ui
