// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportparser.h"

#include "core/report/sectionreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace core {

namespace {

// Sections by which a CAPE report is told from other JSON.
constexpr std::array<std::string_view, 7> knownSections
    = {"info", "target", "behavior", "signatures", "network", "CAPE", "debug"};
// Those that every lite report has.
constexpr std::array<std::string_view, 4> expectedSections = {"info", "target", "behavior", "signatures"};

// Share of the progress at which the text's index is done, and its walk.
constexpr double indexed = 0.1;
constexpr double walked = 0.95;

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportParser)
};

std::unexpected<Error> notAReport(const QString& message, const QString& detail = {})
{
    return std::unexpected(Error{ErrorCode::NotAReport, message, detail});
}

std::unexpected<Error> cancelled()
{
    return std::unexpected(Error{ErrorCode::Cancelled, Text::tr("Reading the report was cancelled."), {}});
}

bool isReport(const json::Object& sections)
{
    return std::ranges::any_of(knownSections, [&](std::string_view name) { return sections.contains(name); });
}

// A CAPE server answers {"error": true, "error_value": "..."} where it has no report.
std::optional<QString> serverError(const json::Object& sections)
{
    const json::Value& error = sections["error"];
    if (!error.toBool() && !error.isString()) {
        return std::nullopt;
    }
    const json::Value& text = sections.contains("error_value") ? sections["error_value"] : error;
    return text.isString() ? QString::fromUtf8(text.toString()) : QString::fromStdString(json::dump(text));
}

// What a text without one known section is instead.
std::unexpected<Error> whatElse(const json::Cursor& cursor, const json::Object& sections)
{
    if (const std::optional<QString> words = serverError(sections)) {
        return notAReport(Text::tr("This is an error message of a CAPE server, not a report."), *words);
    }
    if (cursor.failed()) {
        return notAReport(Text::tr("The file is damaged: it breaks off before the first section of a report."));
    }
    return notAReport(Text::tr("This is JSON, but not a CAPE report: it has none of a report's sections. "
                               "Open the lite.json or the report ZIP of a finished task."));
}

// What a text that does not start with an object is instead; nothing when it does.
std::optional<Error> notAnObject(const json::Cursor& cursor, std::string_view text)
{
    if (cursor.isEmpty()) {
        return notAReport(Text::tr("The file is empty.")).error();
    }
    const std::size_t start = text.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    if (start != std::string_view::npos && text[start] == '<') {
        return notAReport(Text::tr("This is a web page, not a report. The server may have asked to sign in, or the "
                                   "address may be that of a page."))
            .error();
    }
    if (cursor.peek() == '[') {
        return notAReport(Text::tr("This is a JSON list, not a CAPE report.")).error();
    }
    if (cursor.peek() != '{') {
        return notAReport(Text::tr("This is not JSON, so it cannot be a CAPE report.")).error();
    }
    return std::nullopt;
}

void addWarnings(const json::Cursor& cursor, const json::Object& sections, ReportWarnings& warnings)
{
    if (cursor.wasMended()) {
        warnings.add({}, Text::tr("The text has damaged characters, or breaks off; they were replaced or left out."));
    }
    if (cursor.failed()) {
        warnings.add({},
            Text::tr("The report breaks off or has an error at byte %1; what stands before it is shown.")
                .arg(cursor.offset()));
        return; // a section that is missing may have stood behind it
    }
    if (!cursor.atEnd()) {
        warnings.add({}, Text::tr("Something follows the report's end; it is left out."));
    }
    for (const std::string_view name : expectedSections) {
        if (!sections.contains(name)) {
            warnings.missing(name);
        }
    }
}

} // namespace

Result<ReportPtr> ReportParser::parse(PaddedBuffer text, const ParseControl& control)
{
    // Token positions have 32 bits.
    if (text.size() > std::min<std::size_t>(control.limits.bytes, 0xffff'0000)) {
        return std::unexpected(Error{ErrorCode::TooLarge, Text::tr("The report is larger than is accepted."), {}});
    }
    if (control.stop.stop_requested()) {
        return cancelled();
    }
    const auto report = [&control](double share) {
        if (control.progress) {
            control.progress(share);
        }
    };
    report(0);
    ReportParts parts;
    ReportWarnings warnings;
    if (!control.damage.isEmpty()) {
        warnings.add({}, control.damage);
    }
    {
        json::Cursor cursor(std::move(text));
        report(indexed);
        if (const std::optional<Error> error = notAnObject(cursor, cursor.text())) {
            return std::unexpected(*error);
        }
        SectionReader reader(cursor, control.limits, warnings, [&] {
            report(indexed + (walked - indexed) * double(cursor.offset()) / double(cursor.size()));
            return !control.stop.stop_requested();
        });
        parts = reader.read();
        if (reader.stopped()) {
            return cancelled();
        }
        if (!isReport(parts.sections)) {
            return whatElse(cursor, parts.sections);
        }
        addWarnings(cursor, parts.sections, warnings);
    }
    report(walked);
    parts.warnings = warnings.take();
    ReportPtr made = std::make_shared<const Report>(std::move(parts));
    report(1);
    return made;
}

Result<ReportPtr> ReportParser::parse(const QByteArray& text, const ParseControl& control)
{
    return parse(PaddedBuffer::copyOf({text.constData(), std::size_t(text.size())}), control);
}

} // namespace core
