// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/bodies.h"

#include "demo/story/chance.h"
#include "demo/story/places.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace demo::story {

using core::json::Array;
using core::json::Object;
using core::json::Value;

namespace {

// The headers of a 64-bit program with one section, and text in it: no byte of it is code.
QByteArray harmlessPe(const QByteArray& text, qsizetype size, bool isLibrary)
{
    QByteArray bytes(std::max<qsizetype>(size, 0x400), '\0');
    const auto put16 = [&bytes](qsizetype at, quint16 value) { qToLittleEndian(value, bytes.data() + at); };
    const auto put32 = [&bytes](qsizetype at, quint32 value) { qToLittleEndian(value, bytes.data() + at); };
    bytes.replace(0, 2, "MZ");
    put32(0x3c, 0x80);
    bytes.replace(0x4e, 39, "This program cannot be run in DOS mode.");
    bytes.replace(0x80, 2, "PE");
    put16(0x84, 0x8664);
    put16(0x86, 1); // sections
    put16(0x94, 0xf0); // the optional header's size
    put16(0x96, isLibrary ? 0x2022 : 0x22);
    put16(0x98, 0x20b);
    put32(0x98 + 32, 0x1000);
    put32(0x98 + 36, 0x200);
    put32(0x98 + 56, 0x2000);
    put32(0x98 + 60, 0x200);
    put16(0x98 + 68, 2);
    put32(0x98 + 108, 16);
    bytes.replace(0x188, 5, ".text");
    put32(0x188 + 8, quint32(text.size()));
    put32(0x188 + 12, 0x1000);
    put32(0x188 + 16, quint32(bytes.size() - 0x200));
    put32(0x188 + 20, 0x200);
    put32(0x188 + 36, 0x40000040); // data, readable: nothing to run
    bytes.replace(0x200, std::min<qsizetype>(text.size(), bytes.size() - 0x200),
        text.first(std::min<qsizetype>(text.size(), bytes.size() - 0x200)));
    return bytes;
}

QByteArray wide(const QString& text)
{
    return QByteArray("\xff\xfe") + QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
}

QByteArray taskXml(const Names& names)
{
    const QString xml = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n"
                                       "<Task version=\"1.2\" xmlns=\"http://www.example.com/task\">\r\n"
                                       "  <Triggers><TimeTrigger><Repetition><Interval>PT30M</Interval></Repetition>"
                                       "</TimeTrigger></Triggers>\r\n"
                                       "  <Actions><Exec><Command>%1</Command></Exec></Actions>\r\n</Task>\r\n");
    return wide(xml.arg(QString::fromStdString(names.loaderPath)));
}

} // namespace

QByteArray loaderBytes()
{
    static const QByteArray bytes = harmlessPe(
        "Demo data of CAPE Workbench. This file has headers and this text, and nothing that runs.", 6144, false);
    return bytes;
}

std::vector<Artifact> makeArtifacts(const Names& names)
{
    const std::string temp = "C:\\Users\\" + names.user + "\\AppData\\Local\\Temp\\";
    const std::string tasks = "C:\\Windows\\System32\\Tasks\\";
    const QByteArray unpacked
        = harmlessPe("Demo payload of CAPE Workbench: an unpacked image, without code.", 4096, false);
    const QByteArray injected
        = harmlessPe("Demo payload of CAPE Workbench: an injected image, without code.", 5120, true);
    const QByteArray plugin = harmlessPe("Demo plugin of CAPE Workbench, without code.", 2304, true);
    std::vector<Artifact> artifacts;
    artifacts.push_back({"files", loaderBytes(), names.loaderPath, Role::PowerShell, {}, 0, {}});
    artifacts.push_back({"files", plugin, names.pluginPath, Role::Loader, {}, 0, {}});
    artifacts.push_back({"files", taskXml(names), tasks + names.taskName, Role::TaskService, {}, 0, {}});
    artifacts.push_back({"files", "# PowerShell test file to determine AppLocker lockdown mode\r\n",
        temp + "__PSScriptPolicyTest_4kq2m1xd.0ft.ps1", Role::PowerShell, {}, 0, {}});
    artifacts.push_back(
        {"CAPE", unpacked, {}, Role::Loader, std::string(Family) + " Payload: 64-bit executable", 8, Family});
    artifacts.push_back({"CAPE", injected, {}, Role::Explorer, "Injected PE Image: 64-bit DLL", 4, {}});
    artifacts.push_back(
        {"procdump", harmlessPe("Demo process dump of the loader.", 8192, false), {}, Role::Loader, {}, 1, Family});
    artifacts.push_back(
        {"procdump", harmlessPe("Demo process dump of the shell.", 12288, false), {}, Role::Explorer, {}, 1, {}});
    artifacts.push_back({"selfextracted",
        "Sub AutoOpen()\r\n    ' demo macro: the story tells what it did\r\nEnd Sub\r\n", {}, std::nullopt, {}, 0, {}});
    return artifacts;
}

std::string sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

Object fileRecord(const Sample& sample, const std::string& name, const std::string& path, const Value& guestPaths)
{
    return {
        {"name", name},
        {"path", path},
        {"guest_paths", guestPaths},
        {"size", sample.size},
        {"crc32", sample.crc32.toStdString()},
        {"md5", sample.md5.toStdString()},
        {"sha1", sample.sha1.toStdString()},
        {"sha256", sample.sha256.toStdString()},
        {"sha512", sample.sha512.toStdString()},
        {"rh_hash", nullptr},
        {"ssdeep", sample.ssdeep.toStdString()},
        {"type", sample.type.toStdString()},
        {"yara", Array{}},
        {"cape_yara", Array{}},
        {"clamav", Array{}},
        {"tlsh", nullptr},
        {"sha3_384", sample.sha3.toStdString()},
    };
}

Object fileRecord(const QByteArray& bytes, const std::string& name, const std::string& path, const Value& guestPaths)
{
    return fileRecord(describe(bytes), name, path, guestPaths);
}

Array yaraHits(const std::string& rule)
{
    if (rule.empty()) {
        return {};
    }
    Object hit{
        {"name", rule},
        {"meta",
            Object{{"author", "CAPE Workbench demo"}, {"description", rule + " payload"},
                {"cape_type", rule + " Payload"}}},
        {"strings", Array{"Demo payload of CAPE Workbench"}},
        {"addresses", Object{{"text", 512}}},
    };
    Array hits;
    hits.push_back(std::move(hit));
    return hits;
}

} // namespace demo::story
