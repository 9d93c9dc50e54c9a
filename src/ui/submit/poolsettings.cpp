// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/poolsettings.h"

#include "core/json/reader.h"
#include "ui/settings.h"

#include <QCoreApplication>
#include <QFile>

namespace ui {

namespace {

constexpr qint64 LargestFile = 1 << 20; // bytes

core::Result<core::submission::PoolConfig> readPoolConfig(const QByteArray& text)
{
    const auto value = core::json::parse(text);
    if (!value || !value->isObject()) {
        return std::unexpected(core::Error{core::ErrorCode::BadJson,
            QCoreApplication::translate("PoolSettings", "This file does not hold the settings of a service."),
            value ? QString() : value.error().detail});
    }
    return core::submission::PoolConfig::fromJson(*value);
}

} // namespace

core::submission::PoolConfig poolSettings()
{
    const QByteArray text = Settings::value(Setting::ServiceConfig).toByteArray();
    return text.isEmpty() ? core::submission::PoolConfig()
                          : readPoolConfig(text).value_or(core::submission::PoolConfig());
}

core::Result<void> loadPoolSettings(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(core::Error{core::ErrorCode::CannotRead,
            QCoreApplication::translate("PoolSettings", "%1 cannot be read: %2").arg(path, file.errorString()), {}});
    }
    const auto config = readPoolConfig(file.read(LargestFile));
    if (!config) {
        return std::unexpected(config.error());
    }
    // Only what is used is kept: the file may name hosts and tokens.
    Settings::set(Setting::ServiceConfig, QByteArray::fromStdString(core::json::dump(config->toJson())));
    return {};
}

bool hasPoolSettings()
{
    return !Settings::value(Setting::ServiceConfig).toByteArray().isEmpty();
}

void forgetPoolSettings()
{
    Settings::set(Setting::ServiceConfig, {});
}

} // namespace ui
