// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/magikamodel.h"

#include "core/ioc/bytes.h"
#include "core/json/reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <simdjson.h>

#include <algorithm>

namespace core::filetype {

namespace {

constexpr QLatin1StringView modelName("model.onnx");
constexpr QLatin1StringView settingsName("config.min.json");
constexpr QLatin1StringView kindsName("content_types_kb.min.json");
constexpr qint64 largestModel = qint64(64) << 20;
constexpr std::int64_t largestFeature = 1 << 16;

// Labels for a file of which nothing more is known.
constexpr const char* someText = "txt";
constexpr const char* someBytes = "unknown";

std::unexpected<Error> notAModel(const QString& detail)
{
    return std::unexpected(Error{ErrorCode::BadInput,
        QCoreApplication::translate("Classifier", "The classifier's files are not those of a Magika model."), detail});
}

Result<QByteArray> readModel(const QString& path)
{
    QFile file(path);
    QByteArray bytes = file.open(QIODevice::ReadOnly) && file.size() <= largestModel ? file.readAll() : QByteArray();
    if (bytes.isEmpty()) {
        return std::unexpected(Error{ErrorCode::CannotRead,
            QCoreApplication::translate("Classifier", "The classifier's model could not be read."), path});
    }
    return bytes;
}

// Python's bytes.lstrip and rstrip.
std::string_view withoutLeadingSpace(std::string_view text)
{
    const auto first = std::ranges::find_if_not(text, [](char c) { return bytes::isSpace(c); });
    return text.substr(std::size_t(first - text.begin()));
}

std::string_view withoutTrailingSpace(std::string_view text)
{
    while (!text.empty() && bytes::isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

std::int32_t tokenOf(char byte)
{
    return static_cast<unsigned char>(byte);
}

} // namespace

QStringList MagikaModel::fileNames()
{
    return {modelName, settingsName, kindsName};
}

Result<std::unique_ptr<MagikaModel>> MagikaModel::open(const QString& folder)
{
    const QDir files(folder);
    std::unique_ptr<MagikaModel> model(new MagikaModel);
    const auto settings = json::parseFile(files.filePath(settingsName));
    if (!settings) {
        return std::unexpected(settings.error());
    }
    const auto kinds = json::parseFile(files.filePath(kindsName));
    if (!kinds) {
        return std::unexpected(kinds.error());
    }
    const auto read = model->readSettings(*settings).and_then([&] { return model->readKinds(*kinds); });
    if (!read) {
        return std::unexpected(read.error());
    }
    const auto bytes = readModel(files.filePath(modelName));
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    auto opened = OnnxModel::open(*bytes, "bytes", "target_label");
    if (!opened) {
        return std::unexpected(opened.error());
    }
    model->m_model = *std::move(opened);
    return model;
}

Result<void> MagikaModel::readSettings(const json::Value& settings)
{
    m_begin = settings["beg_size"].toInteger();
    m_end = settings["end_size"].toInteger();
    m_block = settings["block_size"].toInteger();
    m_least = settings["min_file_size_for_dl"].toInteger();
    m_padding = std::int32_t(settings["padding_token"].toInteger());
    m_threshold = settings["medium_confidence_threshold"].toDouble();
    for (const json::Value& label : settings["target_labels_space"].toArray()) {
        m_labels.emplace_back(label.toString());
    }
    for (const auto& [label, threshold] : settings["thresholds"].toObject()) {
        m_thresholds.emplace(label.view(), threshold.toDouble());
    }
    for (const auto& [label, other] : settings["overwrite_map"].toObject()) {
        m_replaced.emplace(label.view(), other.toString());
    }
    const bool fits = m_least > 0 && m_begin >= m_least && m_end > 0 && m_begin <= m_block && m_end <= m_block
        && m_block <= largestFeature && !m_labels.empty() && settings["mid_size"].toInteger() == 0
        && !settings["use_inputs_at_offsets"].toBool();
    return fits ? Result<void>() : notAModel(settingsName);
}

Result<void> MagikaModel::readKinds(const json::Value& kinds)
{
    for (const auto& [label, kind] : kinds.toObject()) {
        const bool isText = kind["is_text"].toBool();
        const json::Value& mime = kind["mime_type"];
        const char* neutral = isText ? "text/plain" : "application/octet-stream";
        m_kinds.emplace(label.view(), Kind{mime.isString() ? std::string(mime.toString()) : neutral, isText});
    }
    return m_kinds.contains(someText) && m_kinds.contains(someBytes) ? Result<void>() : notAModel(kindsName);
}

Result<std::string> MagikaModel::mimeOf(Content& content) const
{
    const std::vector<std::int32_t> tokens = features(content);
    if (content.size() < m_least || tokens[std::size_t(m_least - 1)] == m_padding) {
        return mimeOfFewBytes(content);
    }
    const auto scores = m_model->run(tokens);
    if (!scores) {
        return std::unexpected(scores.error());
    }
    if (scores->size() != m_labels.size()) {
        return notAModel(modelName);
    }
    const auto best = std::ranges::max_element(*scores);
    return mimeOfLabel(labelFor(m_labels[std::size_t(best - scores->begin())], double(*best)));
}

std::vector<std::int32_t> MagikaModel::features(Content& content) const
{
    std::vector<std::int32_t> tokens(std::size_t(m_begin + m_end), m_padding);
    const QByteArray start = content.read(0, m_block);
    const std::string_view head = withoutLeadingSpace(viewOf(start)).substr(0, std::size_t(m_begin));
    std::ranges::transform(head, tokens.begin(), tokenOf);
    const QByteArray end = content.read(std::max<qint64>(content.size() - m_block, 0), m_block);
    std::string_view tail = withoutTrailingSpace(viewOf(end));
    tail = tail.substr(tail.size() - std::min(tail.size(), std::size_t(m_end)));
    std::ranges::transform(tail, tokens.end() - std::ptrdiff_t(tail.size()), tokenOf);
    return tokens;
}

std::string MagikaModel::mimeOfFewBytes(Content& content) const
{
    const QByteArray bytes = content.read(0, m_block);
    const bool text = simdjson::validate_utf8(bytes.constData(), std::size_t(bytes.size()));
    return mimeOfLabel(text ? someText : someBytes);
}

std::string MagikaModel::labelFor(const std::string& guess, double score) const
{
    const auto replaced = m_replaced.find(guess);
    const std::string& label = replaced == m_replaced.end() ? guess : replaced->second;
    const auto own = m_thresholds.find(guess);
    if (score >= (own == m_thresholds.end() ? m_threshold : own->second)) {
        return label;
    }
    const auto kind = m_kinds.find(label);
    return kind != m_kinds.end() && kind->second.isText ? someText : someBytes;
}

std::string MagikaModel::mimeOfLabel(const std::string& label) const
{
    const auto kind = m_kinds.find(label);
    return kind == m_kinds.end() ? std::string("application/octet-stream") : kind->second.mime;
}

} // namespace core::filetype
