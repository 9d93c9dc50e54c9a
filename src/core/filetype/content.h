// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <string_view>

namespace core::filetype {

// A file as identification reads it: its beginning once, and places in it. The device is open and can seek; its
// position is moved. What cannot be read is missing.
class Content {
public:
    // Texts are judged by this much of their beginning.
    static constexpr qint64 MostText = qint64(8) << 20;

    explicit Content(QIODevice& device)
        : m_device(device)
        , m_size(device.size())
    {
    }

    qint64 size() const { return m_size; }
    QIODevice& device() { return m_device; }
    // At most `length` bytes from `offset` on.
    QByteArray read(qint64 offset, qint64 length);
    // The first MostText bytes, read once.
    std::string_view text();
    bool textIsWhole() { return qint64(text().size()) == m_size; }
    // Whether `bytes` occur anywhere, however large the file is.
    bool contains(QByteArrayView bytes);

private:
    QIODevice& m_device;
    qint64 m_size;
    QByteArray m_text;
    bool m_textRead = false;
};

} // namespace core::filetype
