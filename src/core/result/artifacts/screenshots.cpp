// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/screenshots.h"

#include "core/filetype/filetype.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace core {

namespace {

constexpr qint64 LargestPicture = qint64(64) << 20;
constexpr std::array<std::string_view, 4> OtherPictures{"image/bmp", "image/gif", "image/tiff", "image/webp"};

QByteArray bytesOf(const StoredFile& file)
{
    const auto content = openContent(file.content);
    const QByteArray bytes = content ? (*content)->read(LargestPicture) : QByteArray();
    return bytes.size() == file.size ? bytes : QByteArray();
}

// Whether an image viewer would show all of it, as far as that can be told without decoding it.
bool isWholePicture(const QByteArray& bytes)
{
    const std::string type = filetype::identify(bytes).type;
    if (type == "image/png") {
        return bytes.contains("IEND");
    }
    if (type == "image/jpg") {
        return bytes.contains("\xff\xd9");
    }
    // Other names of pictures rest on so few bytes that anything may have them.
    return std::ranges::contains(OtherPictures, type);
}

} // namespace

void Screenshots::add(const std::string& name, const std::string& description, const StoredFile& file)
{
    if (!m_known.insert(file.sha256).second || file.size > LargestPicture) {
        return;
    }
    const QByteArray picture = bytesOf(file);
    if (!isWholePicture(picture)) {
        return;
    }
    const QByteArray thumbnail = m_thumbnailer ? m_thumbnailer(picture) : picture;
    if (thumbnail.isEmpty()) {
        return;
    }
    json::Object image = attach(name, description, file);
    json::Object small = attach(name + ".thumb", description + " (thumbnail)", ArtifactStore::keep(thumbnail));
    m_images.push_back(json::Object{{"img", std::move(image)}, {"thumb", std::move(small)}});
}

json::Object Screenshots::attach(std::string name, std::string description, const StoredFile& file)
{
    json::Object shown{{"name", name}, {"sha256", file.sha256}, {"description", description}};
    m_result.supplementary.push_back({.name = std::move(name),
        .sha256 = file.sha256,
        .description = std::move(description),
        .relation = ParentRelation::Information,
        .isSectionImage = true,
        .content = file.content});
    return shown;
}

std::optional<Section> Screenshots::section(const std::string& taskId) const
{
    if (m_images.empty()) {
        return std::nullopt;
    }
    Section section("Screenshots taken during Task " + taskId, BodyFormat::Multi);
    section.addPart(BodyFormat::Image, m_images);
    return section;
}

} // namespace core
