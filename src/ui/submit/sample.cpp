// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/sample.h"

#include "core/submission/input.h"
#include "ui/submit/dropcontent.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ui {

namespace {

void refuseAsTooLarge(Sample& sample, qint64 uploadLimit)
{
    sample.problem = Sample::Problem::TooLarge;
    sample.isSendable = false;
    sample.words = QCoreApplication::translate("Sample", "Larger than the %1 that the server takes")
                       .arg(formatBytes(uploadLimit));
}

} // namespace

Sample sampleOfUrl(const QString& url)
{
    Sample sample;
    sample.path = url;
    sample.isUrl = true;
    sample.facts = core::submission::urlFacts(url);
    return sample;
}

Sample sampleOfFile(const QString& path)
{
    Sample sample;
    sample.path = path;
    sample.isInspected = false;
    sample.facts.name = QFileInfo(path).fileName().toStdString();
    return sample;
}

Sample inspectSample(const QString& path, qint64 uploadLimit, const std::stop_token& stop)
{
    Sample sample = sampleOfFile(path);
    sample.isInspected = true;
    sample.size = QFileInfo(path).size();
    const auto read = core::submission::readSample(path, uploadLimit, stop);
    if (read) {
        sample.sha256 = read->sha256;
        sample.facts = read->facts;
        sample.withoutClassifier = read->withoutClassifier;
    } else if (read.error().code == core::ErrorCode::TooLarge) {
        refuseAsTooLarge(sample, uploadLimit);
        return sample;
    } else {
        sample.problem = Sample::Problem::Refused;
        sample.isSendable = false;
        sample.words = read.error().message;
        if (read.error().code == core::ErrorCode::Unsupported && !read.error().detail.isEmpty()) {
            sample.words += u' ' + read.error().detail;
        }
    }
    const QString junk = core::submission::junkWord(QFileInfo(path).fileName());
    if (looksLikeReport(path)) {
        sample.problem = Sample::Problem::Report;
        sample.words = QCoreApplication::translate("Sample", "This is a CAPE report; open it instead");
    } else if (sample.problem == Sample::Problem::None && !junk.isEmpty()) {
        sample.problem = Sample::Problem::JunkName;
        sample.words
            = QCoreApplication::translate("Sample", "CAPE's junk filter may refuse a name with \"%1\"").arg(junk);
    }
    return sample;
}

Sample underLimit(Sample sample, qint64 uploadLimit)
{
    if (sample.isUrl || !sample.isInspected) {
        return sample;
    }
    if (sample.size > uploadLimit) {
        refuseAsTooLarge(sample, uploadLimit);
    } else if (sample.problem == Sample::Problem::TooLarge) {
        return sampleOfFile(sample.path);
    }
    return sample;
}

} // namespace ui
