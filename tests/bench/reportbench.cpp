// SPDX-License-Identifier: GPL-3.0-or-later
// Compares reading a report with simdjson's own DOM parse of the same bytes: medians, ratio, and what stays in memory.
// reportbench [--repeat N] FILE...     FILE: lite.json, lite.json.gz or a report ZIP
#include "core/report/reportreader.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <simdjson.h>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace {

// The median of each work's times, in milliseconds. The works take turns, so that all see the same machine.
std::vector<double> medianMilliseconds(int repeat, const std::vector<std::function<bool()>>& works)
{
    std::vector<std::vector<double>> times(works.size());
    for (int i = 0; i < repeat; ++i) {
        for (std::size_t work = 0; work < works.size(); ++work) {
            QElapsedTimer timer;
            timer.start();
            if (!works[work]()) {
                std::fprintf(stderr, "A part of the work failed.\n");
            }
            times[work].push_back(double(timer.nsecsElapsed()) / 1e6);
        }
    }
    std::vector<double> medians;
    for (std::vector<double>& all : times) {
        std::ranges::sort(all);
        medians.push_back(all[all.size() / 2]);
    }
    return medians;
}

// The greatest resident memory of this process so far, in MiB.
double peakMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

bool bench(const QString& path, int repeat)
{
    const double before = peakMebibytes();
    const core::Result<core::ReportPtr> report = core::ReportReader::read(path);
    if (!report) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(report.error().message));
        return false;
    }
    const double grown = peakMebibytes() - before;
    const core::Result<core::PaddedBuffer> text = core::ReportReader::readText(path);
    const auto readText = [&] { return core::ReportReader::readText(path).has_value(); };
    const auto parse = [&] { return core::ReportReader::read(path).has_value(); };
    const auto parseWithRecords = [&] {
        const core::Result<core::ReportPtr> made = core::ReportReader::read(path);
        if (made) {
            (*made)->makeRecords();
        }
        return made.has_value();
    };
    // A fresh parser each time, as a program that reads one report has.
    const auto parseDom = [&] {
        simdjson::dom::parser parser;
        return parser.parse(text->data(), text->size(), false).error() == simdjson::SUCCESS;
    };
    const std::vector<double> medians = medianMilliseconds(repeat, {readText, parse, parseWithRecords, parseDom});
    const double read = medians[0];
    const double ours = medians[1] - read;
    const double records = medians[2] - medians[1];
    const double dom = medians[3];
    const QFileInfo file(path);
    const QString name = file.absoluteDir().dirName() + QLatin1Char('/') + file.fileName();
    std::printf("%-28s %8.2f %8u %8.3f %8.3f %8.3f %6.2f %8.3f %8.1f %5zu\n", qPrintable(name),
        double(text->size()) / (1 << 20), (*report)->calls().callCount(), read, ours, dom, ours / dom,
        records, grown, (*report)->warnings().size());
    return true;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption repeat(
        QStringLiteral("repeat"), QStringLiteral("How often each is run."), QStringLiteral("N"), QStringLiteral("9"));
    parser.addOption(repeat);
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("Reports."), QStringLiteral("FILE..."));
    parser.addHelpOption();
    parser.process(app);
    if (parser.positionalArguments().isEmpty()) {
        parser.showHelp(2);
    }
    std::printf("%-28s %8s %8s %8s %8s %8s %6s %8s %8s %5s\n", "report", "MiB", "calls", "read ms", "parse ms",
        "DOM ms", "ratio", "records", "peak MiB", "warn");
    bool ok = true;
    for (const QString& path : parser.positionalArguments()) {
        ok = bench(path, std::max(1, parser.value(repeat).toInt())) && ok;
    }
    return ok ? 0 : 1;
}
