// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "core/result/conversionoptions.h"

#include <QHash>
#include <QStringList>

#include <expected>

namespace cli {

inline constexpr std::string_view ConvertUsage
    = "convert INPUT... [--options FILE] [--result F] [--ontology F] [--service-result F] [--bundle F]\n"
      "                [--artifacts DIR] [--sample FILE] [--stats]";

// What is written of a result.
enum class Output { Result, Ontology, ServiceResult, Bundle, Artifacts };

// The words after `capewb convert`, understood.
struct ConvertArguments {
    QStringList inputs;
    QHash<Output, QString> outputs; // those asked for, and where
    core::ConversionOptions options;
    QString sample; // the sample's file; empty: none
    bool stats = false;

    bool isSeveral() const { return inputs.size() > 1; }
};

// Gives the exit code where there is nothing to convert: help was asked for, the words are wrong, or the options cannot
// be read.
std::expected<ConvertArguments, int> readConvertArguments(const QStringList& words);

} // namespace cli
