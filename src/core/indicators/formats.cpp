// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicators/formats.h"

#include "core/ioc/defang.h"

namespace core::indicators {

std::string shownValue(const Indicator& indicator, Defanging defanging)
{
    if (defanging == Defanging::Off) {
        return indicator.value;
    }
    switch (indicator.kind) {
    case IndicatorKind::Ip:
    case IndicatorKind::Domain:
    case IndicatorKind::Url:
    case IndicatorKind::Email:
        return defang(indicator.value);
    case IndicatorKind::CommandLine:
        return defangText(indicator.value);
    default:
        return indicator.value;
    }
}

Verdict verdictOf(std::int64_t score)
{
    return score >= 1000 ? Verdict::Malicious
        : score >= 300   ? Verdict::Suspicious
        : score > 0      ? Verdict::Low
                         : Verdict::Nothing;
}

QDateTime timeOf(const IndicatorSet& set)
{
    return set.analysed.isValid() ? set.analysed.toUTC() : QDateTime::currentDateTimeUtc();
}

std::string isoTime(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs).toStdString();
}

std::string subjectOf(const IndicatorSet& set)
{
    return set.sample.name.empty() ? set.sample.sha256 : set.sample.name;
}

QUuid stableId(const IndicatorSet& set, std::string_view what)
{
    static const QUuid space = QUuid::fromString(QLatin1StringView("6ff7b1f4-2f4c-4d0e-9c0d-6c1d4f0b6a11"));
    QByteArray name = QByteArray::fromStdString(set.sample.sha256.empty() ? set.sample.name : set.sample.sha256);
    name.append('\n').append(what.data(), qsizetype(what.size()));
    return QUuid::createUuidV5(space, QByteArrayView(name));
}

std::string joined(const std::vector<std::string>& texts, std::string_view between)
{
    std::string all;
    for (const std::string& text : texts) {
        if (!all.empty()) {
            all += between;
        }
        all += text;
    }
    return all;
}

} // namespace core::indicators
