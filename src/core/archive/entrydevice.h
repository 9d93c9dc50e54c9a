// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QIODevice>

#include <optional>
#include <stop_token>

class QuaZipFile;

namespace core {

// What inflating one entry may cost at most, in bytes.
struct EntryBudget {
    qint64 most = 0;
    // Beyond `ratioFloor`, the bytes inflated may be at most `ratio` times the stored ones.
    qint64 ratioFloor = 0;
    qint64 ratio = 0;
    qint64 stored = 0;
    // As the directory says; an entry that ends before is damaged.
    qint64 size = 0;
};

// Reads an opened ZIP entry and counts what comes out of it; stops with error() when that goes beyond the budget,
// whatever the archive's headers say.
class EntryDevice : public QIODevice {
public:
    EntryDevice(QuaZipFile& file, const EntryBudget& budget, std::stop_token stop);

    bool isSequential() const override { return true; }
    qint64 inflated() const { return m_inflated; }
    const std::optional<Error>& error() const { return m_error; }

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    qint64 fail(ErrorCode code, const QString& message, const QString& detail = {});

    QuaZipFile& m_file;
    EntryBudget m_budget;
    std::stop_token m_stop;
    qint64 m_inflated = 0;
    std::optional<Error> m_error;
};

} // namespace core
