// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sha256.h"

#include <QByteArray>
#include <QIODevice>

#include <string>

namespace core {

// Takes bytes as they come, and keeps of them no more than their hash and their start.
class HashingDevice : public QIODevice {
public:
    static constexpr qint64 StartSize = 1 << 20; // bytes

    HashingDevice() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

    bool isSequential() const override { return true; }
    std::string sha256() const { return m_sha256.hex(); }
    qint64 count() const { return m_count; }
    // The first StartSize bytes.
    const QByteArray& start() const { return m_start; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override;

private:
    Sha256 m_sha256;
    QByteArray m_start;
    qint64 m_count = 0;
};

} // namespace core
