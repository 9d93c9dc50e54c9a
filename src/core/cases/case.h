// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace core {

// A named folder of analyses. All times are UTC.
struct Case {
    qint64 id = 0;
    QString name;
    QString note;
    QDateTime created;
    QDateTime changed;

    friend bool operator==(const Case&, const Case&) = default;
};

// A report that the analyst has or had, as the library remembers it.
struct Analysis {
    qint64 id = 0; // for remember(): the one that the analyst says it is, taken where the sample is the same; 0: none
    qint64 caseId = 0; // 0: in no case, which is "Recent"
    QString name; // of the sample, or the URL
    QString sha256; // of the sample, lower-case hex; empty for a URL
    std::optional<qint64> score; // Assemblyline's; nothing where the report could not be converted
    QStringList families;
    QString profileId; // of the server, where the queue fetched the report
    QString server; // what the profile was called then
    qint64 taskId = 0; // 0: not known
    QDateTime analysed; // when the sandbox began, else when it was remembered
    QDateTime remembered;
    QString path; // the report file: the queue's, or the one that the analyst opened
    QString note;

    friend bool operator==(const Analysis&, const Analysis&) = default;
};

struct CaseContents {
    QList<Case> cases;
    QList<Analysis> analyses;
};

// What a search found.
struct CaseMatches {
    QSet<qint64> cases; // whose own name or note has every word
    // Each analysis with the line that has a word and is not its name: a host, a URL, a hash, a family. Empty where the
    // name says it, or the case.
    QHash<qint64, QString> analyses;
};

} // namespace core
