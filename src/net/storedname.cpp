// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/storedname.h"

#include <QFileInfo>

namespace net {

namespace {

constexpr qsizetype LongName = 32; // characters: sanitize_len
constexpr qsizetype CutTo = 24; // sanitize_to_len

bool isKept(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U' ' || c == U'_'
        || c == U'-' || c == U'.';
}

// What is left of a path after its last separator of either kind, as the server's upload parser takes it. A quote goes
// over the wire escaped (%22).
QString bareName(const QString& name)
{
    const qsizetype separator = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    QString bare = name.sliced(separator + 1);
    bare.removeIf([](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
    return bare.replace(u'"', QLatin1StringView("%22"));
}

QString cleaned(const QString& name)
{
    QString kept;
    const auto characters = bareName(name).toUcs4(); // one '_' for each, whatever its width in UTF-16
    for (const char32_t c : characters) {
        if (kept.isEmpty() && c == U' ') {
            continue;
        }
        kept.append(isKept(c) ? QChar(char16_t(c)) : u'_');
    }
    return kept;
}

// As the server's slices do it: an extension that leaves no room takes from the end of the name instead.
QString cut(const QString& name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot < 0) {
        return name.first(std::min(CutTo, name.size()));
    }
    const QString extension = name.sliced(dot + 1);
    const qsizetype room = CutTo - (extension.size() + 1);
    const qsizetype length = room < 0 ? std::max<qsizetype>(0, dot + room) : std::min(room, dot);
    return name.first(length) + u'.' + extension;
}

// CAPE's get_user_filename().
QString nameInOptions(const QString& options)
{
    for (const auto pattern : {QLatin1StringView("filename="), QLatin1StringView("file_name="), QLatin1StringView("name=")}) {
        const auto parts = options.split(u',');
        for (const QString& part : parts) {
            if (part.startsWith(pattern)) {
                return part.sliced(pattern.size());
            }
        }
    }
    return {};
}

} // namespace

QString storedFileName(const QString& name)
{
    const QString clean = cleaned(name);
    return clean.size() >= LongName ? cut(clean) : clean;
}

bool isStoredAs(const QString& name, const QString& options, const QString& target)
{
    const QString stored = QFileInfo(target).fileName();
    if (const QString given = nameInOptions(options); !given.isEmpty()) {
        return stored == QFileInfo(given).fileName();
    }
    const QString clean = cleaned(name);
    if (stored == clean || stored == storedFileName(name)) {
        return true;
    }
    // Cut to another length.
    const QFileInfo whole(clean);
    const QFileInfo part(stored);
    return clean.size() > CutTo && stored.size() < clean.size() && part.suffix() == whole.suffix()
        && part.completeBaseName().size() >= CutTo / 2 && clean.startsWith(part.completeBaseName());
}

} // namespace net
