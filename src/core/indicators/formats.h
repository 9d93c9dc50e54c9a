// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/indicators/indicatorwriter.h"
#include "core/json/value.h"

#include <QByteArray>
#include <QUuid>

// One writer a format; indicatorwriter.h chooses among them.
namespace core::indicators {

std::string toCsv(const IndicatorSet& set, Defanging defanging);
std::string toMarkdown(const IndicatorSet& set, Defanging defanging);
json::Object toJson(const IndicatorSet& set, Defanging defanging);
json::Object toStix(const IndicatorSet& set);
json::Object toMisp(const IndicatorSet& set);
json::Object toNavigator(const IndicatorSet& set);

// The value as the defanging has it: only hosts, URLs and email addresses change, and those inside command lines.
std::string shownValue(const Indicator& indicator, Defanging defanging);
// Assemblyline's own verdicts: a score of 1000 and more is malicious, of 300 and more suspicious.
enum class Verdict { Nothing, Low, Suspicious, Malicious };
Verdict verdictOf(std::int64_t score);
// When the analysis was made, else now; a file's own times.
QDateTime timeOf(const IndicatorSet& set);
// "2026-01-02T03:04:05.000Z"
std::string isoTime(const QDateTime& time);
// "invoice.doc" or the sample's hash: what the set is about.
std::string subjectOf(const IndicatorSet& set);
// The same id for the same thing of the same sample, so that a second import updates the first.
QUuid stableId(const IndicatorSet& set, std::string_view what);
// "a; b"
std::string joined(const std::vector<std::string>& texts, std::string_view between = "; ");

} // namespace core::indicators
