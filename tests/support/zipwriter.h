// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

namespace test {

// Writes a ZIP for a test, entry by entry, with whatever names and attributes it asks for.
class ZipWriter {
public:
    explicit ZipWriter(const QString& path)
        : m_zip(path)
    {
        m_zip.open(QuaZip::mdCreate);
    }
    ~ZipWriter() { m_zip.close(); }

    // `mode` is the Unix mode of the entry; with `stored` the bytes stand in the file as they are.
    bool add(const QString& name, const QByteArray& bytes, quint32 mode = 0100644, bool stored = false,
        const char* password = nullptr)
    {
        QuaZipNewInfo info(name);
        info.externalAttr = mode << 16;
        QuaZipFile file(&m_zip);
        if (!file.open(QIODevice::WriteOnly, info, password, 0, stored ? 0 : Z_DEFLATED, stored ? 0 : 6)) {
            return false;
        }
        const bool written = file.write(bytes) == bytes.size();
        file.close();
        return written && file.getZipError() == UNZ_OK;
    }

private:
    QuaZip m_zip;
};

} // namespace test
