// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/ontology/objectid.h"

#include <QString>

namespace core {

namespace {

constexpr std::string_view Drive = "c:\\";
constexpr std::string_view Users = "c:\\users\\";

void replaceAll(std::string& path, std::string_view what, std::string_view by)
{
    for (std::size_t at = path.find(what); at != std::string::npos; at = path.find(what, at + by.size())) {
        path.replace(at, what.size(), by);
    }
}

void replaceWhenFirst(std::string& path, std::string_view what, std::string_view by)
{
    if (path.starts_with(what)) {
        replaceAll(path, what, by);
    }
}

// Wherever "c:\users\" stands, a user's name follows, and then `folder`: all of it becomes `by`.
void replaceUserFolder(std::string& path, std::string_view folder, std::string_view by)
{
    std::size_t at = path.find(Users);
    while (at != std::string::npos) {
        const std::size_t name = at + Users.size();
        const std::size_t end = path.find('\\', name);
        if (end != std::string::npos && end > name && std::string_view(path).substr(end).starts_with(folder)) {
            path.replace(at, end + folder.size() - at, by);
            at = path.find(Users, at + by.size());
        } else {
            at = path.find(Users, at + 1);
        }
    }
}

std::string lowered(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size())).toLower().toStdString();
}

} // namespace

std::string normalizedImagePath(std::string_view image)
{
    std::string path = lowered(image);
    const bool is64Bit = path.contains("program files (x86)") || path.contains("syswow64");
    if (is64Bit) {
        replaceWhenFirst(path, "c:\\windows\\syswow64", "?sys32");
        replaceWhenFirst(path, "c:\\windows\\system32", "?sys64");
        replaceWhenFirst(path, "c:\\program files (x86)", "?pf86");
        replaceWhenFirst(path, "c:\\program files", "?pf64");
    } else {
        replaceWhenFirst(path, "c:\\windows\\system32", "?sys32");
        replaceWhenFirst(path, "c:\\program files", "?pf86");
    }
    replaceUserFolder(path, "\\appdata\\local\\temp\\", "?usrtmp\\");
    replaceUserFolder(path, "\\", "?usr\\");
    replaceWhenFirst(path, "c:\\windows\\", "?win\\");
    replaceWhenFirst(path, Drive, "?c\\");
    replaceWhenFirst(path, "%windir%", "?win");
    replaceWhenFirst(path, "%samplepath%", "?usrtmp");
    return path;
}

} // namespace core
