// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/entrydevice.h"

#include <QCoreApplication>

#include <quazip/quazipfile.h>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 readAtOnce = 1 << 20; // between two looks at the budget and the stop token

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportArchive)
};

} // namespace

EntryDevice::EntryDevice(QuaZipFile& file, const EntryBudget& budget, std::stop_token stop)
    : m_file(file)
    , m_budget(budget)
    , m_stop(std::move(stop))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 EntryDevice::fail(ErrorCode code, const QString& message, const QString& detail)
{
    m_error = Error{code, message, detail};
    setErrorString(message);
    return -1;
}

qint64 EntryDevice::readData(char* data, qint64 maxSize)
{
    if (m_error) {
        return -1;
    }
    if (m_stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, Text::tr("Reading the archive was cancelled."));
    }
    const qint64 got = m_file.read(data, std::min(maxSize, readAtOnce));
    if (got < 0) {
        return fail(ErrorCode::BadArchive, Text::tr("A file in the archive is damaged."), m_file.errorString());
    }
    if (got == 0 && m_inflated != m_budget.size) {
        // The check sum is compared only behind the last byte, so that a shorter entry would count as whole.
        return fail(ErrorCode::BadArchive, Text::tr("A file in the archive is damaged."),
            Text::tr("It ends after %1 of %2 bytes.").arg(m_inflated).arg(m_budget.size));
    }
    m_inflated += got;
    if (m_inflated > m_budget.most) {
        return fail(ErrorCode::TooLarge, Text::tr("A file in the archive is larger than is accepted."));
    }
    if (m_inflated > m_budget.ratioFloor && m_inflated > m_budget.ratio * std::max<qint64>(m_budget.stored, 1)) {
        return fail(
            ErrorCode::TooLarge, Text::tr("A file in the archive grows out of all proportion when it is unpacked."));
    }
    return got;
}

} // namespace core
