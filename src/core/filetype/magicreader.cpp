// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/magicreader.h"

#include "core/ioc/text.h"

#include <magic.h>

#include <memory>
#include <string_view>

namespace core::filetype {

namespace {

// libmagic's databases are loaded once a thread: a handle must not be shared.
magic_set* threadHandle()
{
    struct Close {
        void operator()(magic_set* handle) const { magic_close(handle); }
    };
    thread_local const std::unique_ptr<magic_set, Close> handle = [] {
        std::unique_ptr<magic_set, Close> opened(magic_open(MAGIC_NONE));
        if (opened && magic_load(opened.get(), nullptr) != 0) {
            opened.reset();
        }
        return opened;
    }();
    return handle.get();
}

// With MAGIC_CONTINUE the answers stand on lines of their own, all but the first after "- ".
std::vector<std::string> answers(magic_set* handle, int flags, QByteArrayView start)
{
    magic_setflags(handle, flags | MAGIC_CONTINUE | MAGIC_RAW);
    const char* text = magic_buffer(handle, start.data(), std::size_t(start.size()));
    std::vector<std::string> lines;
    std::string_view rest = text ? text : "";
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        if (line.starts_with("- ")) {
            line.remove_prefix(2);
        }
        lines.push_back(safeStr(stripped(line)));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return lines;
}

} // namespace

MagicAnswer askMagic(QByteArrayView start)
{
    magic_set* handle = threadHandle();
    return handle ? MagicAnswer{answers(handle, MAGIC_NONE, start), answers(handle, MAGIC_MIME_TYPE, start)}
                  : MagicAnswer();
}

} // namespace core::filetype
