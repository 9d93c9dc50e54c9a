// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/filenamemap.h"

#include "core/json/reader.h"

#include <QCoreApplication>

namespace core {

bool FileNameMap::addLine(std::string_view line)
{
    const auto parsed = json::parse(line);
    const json::Value* path = parsed ? parsed->find("path") : nullptr;
    const json::Value* guestPath = parsed ? parsed->find("filepath") : nullptr;
    if (!path || !guestPath || !path->isString() || !guestPath->isString()) {
        return false;
    }
    const std::string_view whole = guestPath->toString();
    const std::string_view name = whole.substr(whole.rfind('\\') + 1); // npos + 1 is 0: all of it
    m_names.insert_or_assign(std::string(path->toString()), name);
    return true;
}

FileNameMap FileNameMap::read(QByteArrayView text, Warnings& warnings)
{
    FileNameMap map;
    std::string_view rest(text.data(), std::size_t(text.size()));
    while (!rest.empty()) {
        const std::size_t end = rest.find_first_of("\r\n");
        const std::string_view line = rest.substr(0, end);
        std::size_t next = end == std::string_view::npos ? rest.size() : end + 1;
        if (rest.substr(line.size()).starts_with("\r\n")) {
            ++next;
        }
        rest.remove_prefix(next);
        if (!map.addLine(line)) {
            warnings.add(QCoreApplication::translate(
                "Artifacts", "files.json of the archive is damaged; files keep the names they have in the archive."));
            break;
        }
    }
    return map;
}

std::string FileNameMap::nameOf(const QString& entry) const
{
    std::string name = entry.toStdString();
    const auto known = m_names.find(name);
    return known == m_names.end() ? name : known->second;
}

} // namespace core
