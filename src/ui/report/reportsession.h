// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <stop_token>

namespace core {
class ReportLoader;
}

namespace ui {

// A report while it is open: reads the file, then converts it, both off the UI thread, and owns what comes of it. The
// report is usable as soon as it is read; the result follows.
class ReportSession : public QObject {
    Q_OBJECT
public:
    enum class State { Empty, Reading, Ready, Failed, Cancelled };
    // How far the conversion of the report that was read has come.
    enum class Conversion { None, Running, Done, Failed };

    explicit ReportSession(QObject* parent = nullptr);
    ~ReportSession() override;

    // Reads a report file (lite.json, .json.gz, report ZIP); the newest one wins.
    void open(const QString& path);
    void cancel();

    State state() const { return m_state; }
    Conversion conversion() const { return m_conversion; }
    bool isConverting() const { return m_conversion == Conversion::Running; }
    int progress() const { return m_progress; }
    // How long the reading has taken so far.
    std::chrono::milliseconds readingFor() const { return std::chrono::milliseconds(m_clock.elapsed()); }
    QString path() const { return m_path; }
    // What a tab shows: the sample's name once it is known, before that the file's.
    QString name() const;
    // What the file was called before CAPE changed its name ("März.exe", where the report has "M_rz.exe").
    void setFileName(const QString& name) { m_fileName = name; }
    QString sha256() const;

    // Null until Ready. An empty one where the report ZIP holds none.
    const core::ReportPtr& report() const { return m_report; }
    // Whether the report ZIP came without its lite.json, so that only its files can be shown; error() says so then.
    bool isReportMissing() const { return m_reportMissing; }
    // Null until the conversion is done.
    const core::AnalysisResultPtr& result() const { return m_result; }
    // Why there is no report.
    const core::Error& error() const { return m_error; }
    // Why there is no result, where the conversion failed.
    const core::Error& conversionError() const { return m_conversionError; }

Q_SIGNALS:
    void stateChanged();
    void progressChanged(int percent);
    void reportReady();
    void resultReady();
    // The report stays usable; there will be no result.
    void conversionFailed();

private:
    void setState(State state);
    void takeReport(const core::ReportPtr& report);
    void takeError(const core::Error& error);
    void convert();
    void failConversion(const core::Error& error);

    core::ReportLoader* m_loader;
    std::stop_source m_conversionStop;
    State m_state = State::Empty;
    Conversion m_conversion = Conversion::None;
    bool m_reportMissing = false;
    int m_progress = 0;
    QElapsedTimer m_clock;
    QString m_path;
    QString m_fileName;
    core::ReportPtr m_report;
    core::AnalysisResultPtr m_result;
    core::Error m_error{};
    core::Error m_conversionError{};
};

} // namespace ui
