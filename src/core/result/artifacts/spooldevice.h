// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/artifacts/artifactstore.h"
#include "core/sha256.h"

#include <QFile>
#include <QIODevice>

#include <functional>

namespace core {

// Takes bytes as they come: hashes them, and keeps them in memory until they are too many, then in a file.
class SpoolDevice : public QIODevice {
public:
    // `makePath` is asked for a file's path when one is needed; an empty path makes writing fail.
    explicit SpoolDevice(std::function<QString()> makePath);

    bool isSequential() const override { return true; }
    // What was written; false where the file could not take it all.
    bool finish(StoredFile& file);

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override;

private:
    bool spill();

    std::function<QString()> m_makePath;
    Sha256 m_sha256;
    QByteArray m_start;
    QFile m_file;
    qint64 m_size = 0;
};

} // namespace core
