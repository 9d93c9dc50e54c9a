// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportsession.h"

#include "core/report/reportloader.h"
#include "core/report/samplename.h"
#include "ui/report/reportconversion.h"
#include "ui/text/format.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace ui {

ReportSession::ReportSession(QObject* parent)
    : QObject(parent)
    , m_loader(new core::ReportLoader(this))
{
    connect(m_loader, &core::ReportLoader::progressChanged, this, [this](int percent) {
        m_progress = percent;
        Q_EMIT progressChanged(percent);
    });
    connect(m_loader, &core::ReportLoader::loaded, this, &ReportSession::takeReport);
    connect(m_loader, &core::ReportLoader::failed, this, &ReportSession::takeError);
}

ReportSession::~ReportSession()
{
    m_conversionStop.request_stop();
}

void ReportSession::open(const QString& path)
{
    m_conversionStop.request_stop();
    m_path = path;
    m_report.reset();
    m_result.reset();
    m_error = {};
    m_conversionError = {};
    m_conversion = Conversion::None;
    m_reportMissing = false;
    m_progress = 0;
    m_clock.start();
    setState(State::Reading);
    m_loader->load(path);
}

void ReportSession::cancel()
{
    m_conversionStop.request_stop();
    if (isConverting()) {
        failConversion({core::ErrorCode::Cancelled,
            tr("The conversion was cancelled. Open the report again to have its Assemblyline result."), {}});
    }
    if (m_state != State::Reading) {
        return;
    }
    m_loader->cancel();
    setState(State::Cancelled);
}

QString ReportSession::name() const
{
    if (m_report) {
        const core::Target& target = m_report->target();
        const std::string& name = target.url.empty() ? target.file.name : target.url;
        if (!name.empty()) {
            return core::isSandboxNameOf(fromUtf8(name), m_fileName) ? m_fileName : fromUtf8(name);
        }
    }
    return QFileInfo(m_path).fileName();
}

QString ReportSession::sha256() const
{
    return m_report ? fromUtf8(m_report->target().file.sha256) : QString();
}

void ReportSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void ReportSession::takeReport(const core::ReportPtr& report)
{
    m_report = report;
    setState(State::Ready);
    Q_EMIT reportReady();
    convert();
}

void ReportSession::takeError(const core::Error& error)
{
    m_error = error;
    if (error.code != core::ErrorCode::NoLiteReport) {
        setState(State::Failed);
        return;
    }
    m_reportMissing = true;
    takeReport(std::make_shared<const core::Report>(core::ReportParts()));
}

void ReportSession::convert()
{
    m_conversionStop = std::stop_source();
    m_conversion = Conversion::Running;
    const std::stop_token stop = m_conversionStop.get_token();
    QtConcurrent::run([report = m_reportMissing ? core::ReportPtr() : m_report, path = m_path, stop] {
        return convertReport(report.get(), path, core::ConversionOptions(), stop);
    }).then(this, [this, stop](const core::Result<core::AnalysisResultPtr>& result) {
        if (stop.stop_requested()) {
            return;
        }
        if (result) {
            m_conversion = Conversion::Done;
            m_result = *result;
            Q_EMIT resultReady();
        } else {
            failConversion(result.error());
        }
    });
}

void ReportSession::failConversion(const core::Error& error)
{
    m_conversion = Conversion::Failed;
    m_conversionError = error;
    Q_EMIT conversionFailed();
    Q_EMIT stateChanged();
}

} // namespace ui
