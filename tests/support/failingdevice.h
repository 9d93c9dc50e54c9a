// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace test {

// Gives some bytes and then fails, as a disk or a network share does.
class FailingDevice : public QIODevice {
public:
    explicit FailingDevice(qint64 good)
        : m_left(good)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        if (m_left == 0) {
            setErrorString(QStringLiteral("the disk is broken"));
            return -1;
        }
        const qint64 given = std::min(size, m_left);
        std::memset(data, 'x', std::size_t(given));
        m_left -= given;
        return given;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    qint64 m_left;
};

} // namespace test
