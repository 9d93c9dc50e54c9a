// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/classifier.h"

#include "core/filetype/magikamodel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace core::filetype {

namespace {

constexpr QLatin1StringView place("cape-workbench/classifier");

bool hasModel(const QString& folder)
{
    const QDir files(folder);
    return std::ranges::all_of(
        MagikaModel::fileNames(), [&](const QString& name) { return QFileInfo(files.filePath(name)).isFile(); });
}

// Empty where there is none.
QString installedFolder()
{
    QStringList folders = QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    if (QCoreApplication::instance()) {
        folders.prepend(QCoreApplication::applicationDirPath() + QLatin1StringView("/../share"));
    }
    for (const QString& folder : std::as_const(folders)) {
        if (const QString candidate = QDir(folder).filePath(place); hasModel(candidate)) {
            return candidate;
        }
    }
    return {};
}

} // namespace

Classifier& Classifier::shared()
{
    // Never destroyed: ONNX Runtime may be gone before the last static of the program.
    static Classifier& classifier = *new Classifier(qEnvironmentVariable("CAPEWB_CLASSIFIER"));
    return classifier;
}

Classifier::Classifier(QString setting)
    : m_setting(std::move(setting))
{
}

Classifier::~Classifier() = default;

std::optional<std::string> Classifier::mimeOf(Content& content)
{
    if (!isAvailable()) {
        return std::nullopt;
    }
    const auto mime = m_model->mimeOf(content);
    return mime ? std::optional(*mime) : std::nullopt;
}

bool Classifier::isAvailable()
{
    std::call_once(m_loaded, [this] { load(); });
    return m_model != nullptr;
}

QString Classifier::reason()
{
    return isAvailable() ? QString() : m_reason;
}

void Classifier::load()
{
    if (m_setting == QLatin1StringView("off")) {
        m_reason = QCoreApplication::translate("Classifier", "The classifier is turned off (CAPEWB_CLASSIFIER).");
        return;
    }
    const QString folder = m_setting.isEmpty() ? installedFolder() : m_setting;
    if (folder.isEmpty() || !hasModel(folder)) {
        m_reason = QCoreApplication::translate("Classifier", "The classifier is not installed.");
        return;
    }
    auto model = MagikaModel::open(folder);
    if (model) {
        m_model = *std::move(model);
    } else {
        m_reason = model.error().message;
    }
}

} // namespace core::filetype
