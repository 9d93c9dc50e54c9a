// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/assemblylinesender.h"

#include <QtConcurrent>

namespace net {

QStringList differencesOf(const core::bundle::Written& written, const SubmissionView& view)
{
    QStringList differences;
    const auto compare = [&](const QString& what, const QString& sent, const QString& got) {
        if (sent != got) {
            differences.append(AssemblylineSender::tr("%1: %2 was sent, Assemblyline has %3").arg(what, sent, got));
        }
    };
    compare(AssemblylineSender::tr("Score"), QString::number(written.score), QString::number(view.maxScore));
    compare(AssemblylineSender::tr("Files"), QString::number(written.fileCount), QString::number(view.fileCount));
    compare(AssemblylineSender::tr("State"), QStringLiteral("completed"), view.state);
    if (!view.resultKeys.contains(QString::fromStdString(written.resultKey))) {
        differences.append(
            AssemblylineSender::tr("The result is not there: %1").arg(QString::fromStdString(written.resultKey)));
    }
    return differences;
}

AssemblylineSender::AssemblylineSender(QObject* parent)
    : QObject(parent)
    , m_result(std::unexpected(core::Error{core::ErrorCode::Cancelled, {}, {}}))
{
}

AssemblylineSender::~AssemblylineSender() = default;

void AssemblylineSender::enter(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

void AssemblylineSender::start(const Delivery& delivery)
{
    m_delivery = delivery;
    m_delivered = {};
    m_client = std::make_unique<AssemblylineClient>(delivery.profile, delivery.credentials);
    m_job = std::make_unique<QObject>();
    m_folder = std::make_unique<QTemporaryDir>();
    enter(Step::Writing);
    const QString path = m_folder->filePath(QStringLiteral("result.al_bundle"));
    QtConcurrent::run([convert = delivery.convert, result = delivery.result, options = delivery.options, path] {
        const core::Result<core::AnalysisResultPtr> made = convert ? convert() : result;
        return made.and_then([&](const core::AnalysisResultPtr& sent) { return core::bundle::write(*sent, options, path); });
    }).then(m_job.get(), [this](const core::Result<Written>& written) { import(written); });
}

void AssemblylineSender::follow(CapeCall& call)
{
    m_call = &call;
    connect(&call, &CapeCall::progress, this, &AssemblylineSender::progress);
}

void AssemblylineSender::import(const core::Result<Written>& written)
{
    if (!written) {
        return end(std::unexpected(written.error()));
    }
    m_written = *written;
    m_delivered.sid = QString::fromStdString(written->sid);
    m_delivered.link = submissionLink(m_delivery.profile, m_delivered.sid);
    m_delivered.leftOut = written->leftOut;
    enter(Step::Importing);
    auto& call = m_client->importBundle({.path = m_folder->filePath(QStringLiteral("result.al_bundle")),
        .sid = m_delivered.sid,
        .minClassification = {}});
    follow(call);
    call.then(m_job.get(), [this](const core::Result<void>& imported) {
        if (imported) {
            check();
        } else {
            end(std::unexpected(imported.error()));
        }
    });
}

void AssemblylineSender::check()
{
    enter(Step::Checking);
    auto& call = m_client->submission(m_delivered.sid);
    follow(call);
    call.then(m_job.get(), [this](const core::Result<SubmissionView>& view) {
        // It is there: that it could not be read back is a remark, and no failure.
        if (view) {
            m_delivered.differences = differencesOf(m_written, *view);
        } else {
            m_delivered.differences = {tr("It could not be read back: %1").arg(view.error().message)};
        }
        const bool isCancelled = !view && view.error().code == core::ErrorCode::Cancelled;
        if (!m_delivery.analyse || isCancelled) {
            end(m_delivered);
        } else {
            openSample();
        }
    });
}

void AssemblylineSender::openSample()
{
    enter(Step::Submitting);
    using Opened = std::shared_ptr<core::Result<std::unique_ptr<QIODevice>>>; // a future's result is copied
    QtConcurrent::run([open = m_delivery.analyse, home = thread()] {
        auto opened = std::make_shared<core::Result<std::unique_ptr<QIODevice>>>(open());
        if (*opened) {
            (**opened)->moveToThread(home);
        }
        return opened;
    }).then(m_job.get(), [this](const Opened& opened) {
        if (*opened) {
            submitSample(std::move(**opened));
        } else {
            noSample(opened->error());
        }
    });
}

void AssemblylineSender::submitSample(std::unique_ptr<QIODevice> content)
{
    auto& call = m_client->submit({.content = std::move(content),
        .fileName = m_delivery.analyseName,
        .classification = QString::fromStdString(m_delivery.options.classification),
        .description = QString::fromStdString(m_delivery.options.description)});
    follow(call);
    call.then(m_job.get(), [this](const core::Result<QString>& sid) {
        if (sid) {
            m_delivered.analysisSid = *sid;
            m_delivered.analysisLink = submissionLink(m_delivery.profile, *sid);
            end(m_delivered);
        } else {
            noSample(sid.error());
        }
    });
}

void AssemblylineSender::noSample(const core::Error& error)
{
    m_delivered.differences.append(tr("The sample itself was not taken: %1").arg(error.message));
    end(m_delivered);
}

void AssemblylineSender::cancel()
{
    if (m_step == Step::Idle) {
        return;
    }
    // The call's own end says whether the server may have begun.
    if (m_call) {
        m_call->abort();
    } else if (m_step == Step::Submitting) {
        noSample({core::ErrorCode::Cancelled, tr("Cancelled."), {}});
    } else {
        end(std::unexpected(core::Error{core::ErrorCode::Cancelled, tr("Cancelled. Nothing was sent."), {}}));
    }
}

void AssemblylineSender::end(core::Result<Delivered> result)
{
    m_result = std::move(result);
    m_job.release()->deleteLater(); // this may be running inside one of its slots
    m_folder.reset();
    enter(Step::Idle);
    Q_EMIT finished();
}

} // namespace net
