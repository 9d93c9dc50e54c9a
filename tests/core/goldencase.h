// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace test {

// The folders of a collection of golden reports, one a report.
QStringList goldenCases(const QString& folder);

// Converts a golden report (reports/lite.json[.gz], args.json, perhaps ETW) and gives the differences from what the
// service made of it: result, ontology, main processes, payloads, buffers and commands. A report at which the service
// failed (SERVICE_CRASHES) needs only be converted.
QStringList goldenDifferences(const QString& caseFolder);

// The same for a report ZIP (lite.zip, args.json): result, ontology, the files of the service's answer, and their
// bytes.
QStringList goldenZipDifferences(const QString& caseFolder);

} // namespace test
