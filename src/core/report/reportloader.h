// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportreader.h"

#include <QObject>

#include <stop_token>

namespace core {

// Reads report files off the UI thread. The newest load wins: an earlier one still running is stopped and says nothing
// more. Destroying the loader stops its load.
class ReportLoader : public QObject {
    Q_OBJECT

public:
    explicit ReportLoader(QObject* parent = nullptr);
    ~ReportLoader() override;

    void load(const QString& path);
    // Stops the load under way; nothing more is said of it.
    void cancel();
    bool isLoading() const { return m_loading; }

Q_SIGNALS:
    // From 0 to 100.
    void progressChanged(int percent);
    void loaded(const core::ReportPtr& report);
    void failed(const core::Error& error);

private:
    void finish(const Result<ReportPtr>& report);

    std::stop_source m_stop;
    quint64 m_job = 0;
    bool m_loading = false;
};

} // namespace core
