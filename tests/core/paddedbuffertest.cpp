// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/paddedbuffer.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

namespace {

// A disk that fails after some blocks.
class FailingDevice : public QIODevice {
public:
    explicit FailingDevice(int blocks)
        : m_blocks(blocks)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        if (m_blocks-- == 0) {
            setErrorString(QStringLiteral("Input/output error"));
            return -1;
        }
        const qint64 got = std::min<qint64>(size, 4096);
        std::fill_n(data, got, ' ');
        return got;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    int m_blocks;
};

} // namespace

class PaddedBufferTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What came before would look like the whole.
    void aReadErrorIsAnError()
    {
        for (const int blocks : {0, 1, 5}) {
            FailingDevice device(blocks);
            const auto read = PaddedBuffer::readAll(device, 1 << 20);
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::CannotRead);
            QCOMPARE(read.error().detail, QStringLiteral("Input/output error"));
        }
    }
};

REGISTER_TEST(PaddedBufferTest)
#include "paddedbuffertest.moc"
