// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/magicreader.h"

#include "core/filetype/magicwarnings.h"
#include "core/ioc/text.h"
#include "core/reference/filetypes.h"

#include <QFile>
#include <QTemporaryFile>

#include <magic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

namespace core::filetype {

namespace {

struct Close {
    void operator()(magic_set* handle) const { magic_close(handle); }
};
using Handle = std::unique_ptr<magic_set, Close>;

// Assemblyline's signatures come before libmagic's own: libmagic takes them from a file only.
Handle opened()
{
    Handle handle(magic_open(MAGIC_NONE));
    if (!handle) {
        return nullptr;
    }
    const char* system = magic_getpath(nullptr, 0);
    QTemporaryFile own;
    const std::string_view signatures = reference::fileSignatures();
    if (own.open() && own.write(signatures.data(), qint64(signatures.size())) == qint64(signatures.size())
        && own.flush()) {
        const QByteArray file = own.fileName().toLocal8Bit();
        const QByteArray paths = file + ':' + system;
        const MagicWarnings quiet(file);
        if (magic_load(handle.get(), paths.constData()) == 0) {
            return handle;
        }
        handle.reset(magic_open(MAGIC_NONE));
    }
    return handle && magic_load(handle.get(), nullptr) == 0 ? std::move(handle) : nullptr;
}

// The databases are loaded once a thread: a handle must not be shared.
magic_set* threadHandle()
{
    thread_local const Handle handle = opened();
    return handle.get();
}

// The content as a file that libmagic may move about in. It is never executable: the bit would make a program of a
// library, and Assemblyline's files do not have it.
class Descriptor {
public:
    explicit Descriptor(Content& content)
    {
        auto* file = qobject_cast<QFile*>(&content.device());
        struct stat status{};
        if (file && file->handle() >= 0 && (!file->isWritable() || file->flush()) && ::fstat(file->handle(), &status) == 0 && S_ISREG(status.st_mode)
            && (status.st_mode & 0111) == 0) {
            m_number = file->handle();
            m_position = ::lseek(m_number, 0, SEEK_CUR);
        } else {
            copy(content);
        }
        m_start = m_number >= 0 && ::lseek(m_number, 0, SEEK_SET) == 0;
    }
    ~Descriptor()
    {
        if (m_isCopy) {
            ::close(m_number);
        } else if (m_number >= 0) {
            ::lseek(m_number, m_position, SEEK_SET);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool isReady() const { return m_start; }
    int number() const { return m_number; }

private:
    void copy(Content& content)
    {
        static constexpr qint64 step = qint64(1) << 20;
        static constexpr qint64 most = qint64(64) << 20;
        m_number = ::memfd_create("identified", MFD_CLOEXEC);
        m_isCopy = m_number >= 0;
        if (!m_isCopy || ::fchmod(m_number, 0600) != 0) {
            return;
        }
        for (qint64 at = 0; at < std::min(content.size(), most); at += step) {
            const QByteArray bytes = content.read(at, step);
            if (bytes.isEmpty() || ::write(m_number, bytes.constData(), std::size_t(bytes.size())) != bytes.size()) {
                return;
            }
        }
    }

    int m_number = -1;
    bool m_isCopy = false;
    bool m_start = false;
    off_t m_position = 0;
};

// With MAGIC_CONTINUE the answers stand on lines of their own, all but the first after "- ".
std::vector<std::string> answers(magic_set* handle, int flags, int descriptor)
{
    magic_setflags(handle, flags | MAGIC_CONTINUE | MAGIC_RAW);
    const char* text = magic_descriptor(handle, descriptor);
    if (!text) {
        text = magic_error(handle);
    }
    std::vector<std::string> lines;
    std::string_view rest = text ? text : "";
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        if (line.starts_with("- ")) {
            line.remove_prefix(2);
        }
        lines.emplace_back(stripped(line));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return lines;
}

// Two formats whose own label counts more than a better match before it.
void preferFormats(MagicAnswer& answer)
{
    static constexpr std::pair<std::string_view, bool> preferred[]
        = {{"OLE 2 Compound Document : Microsoft Word Document", false}, {"Lotus 1-2-3 WorKsheet", true}};
    for (const auto& [label, withMime] : preferred) {
        const auto found = std::ranges::find_if(answer.labels, [&](const auto& l) { return l.contains(label); });
        if (found == answer.labels.end()) {
            continue;
        }
        const auto index = found - answer.labels.begin();
        std::rotate(answer.labels.begin(), found, found + 1);
        if (withMime && answer.mimes.size() == answer.labels.size()) {
            std::rotate(answer.mimes.begin(), answer.mimes.begin() + index, answer.mimes.begin() + index + 1);
        }
    }
}

} // namespace

std::string MagicAnswer::label() const
{
    return labels.empty() ? std::string() : safeStr(labels.front());
}

std::string MagicAnswer::mime() const
{
    const auto first = std::ranges::find_if(mimes, [](const std::string& mime) { return !mime.empty(); });
    return first == mimes.end() ? std::string() : safeStr(*first);
}

MagicAnswer askMagic(Content& content)
{
    magic_set* handle = threadHandle();
    const Descriptor file(content);
    if (!handle || !file.isReady()) {
        return {};
    }
    MagicAnswer answer{answers(handle, MAGIC_NONE, file.number()), answers(handle, MAGIC_MIME_TYPE, file.number())};
    preferFormats(answer);
    return answer;
}

} // namespace core::filetype
