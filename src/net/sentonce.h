// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <memory>

namespace net {

// A request's body that can be read only once. Qt sends a request again by itself when its connection breaks; for a
// submission that would make two tasks, so the second reading is refused and the request fails instead.
class SentOnce : public QIODevice {
public:
    // The content is open for reading and knows its size.
    explicit SentOnce(std::unique_ptr<QIODevice> content)
        : m_content(std::move(content))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 size() const override { return m_content->size(); }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char* data, qint64 length) override { return m_content->read(data, length); }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::unique_ptr<QIODevice> m_content;
};

} // namespace net
