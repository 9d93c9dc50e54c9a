// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/printer.h"

#include <QCommandLineParser>
#include <QStringList>

#include <memory>
#include <optional>
#include <string_view>

namespace cli {

// The words after a command's name: its options, its --help, and what is wrong with them.
class CommandLine {
public:
    // `usage` begins with the command's name; `purpose` says in a sentence or two what it does.
    CommandLine(std::string_view usage, const QString& purpose);

    void addFlag(const QString& name, const QString& description) { add(name, description, {}); }
    // `value` names what follows the option: "FILE".
    void add(const QString& name, const QString& description, const QString& value);
    void addExample(const QString& words) { m_examples << words; }

    // Reads the words. Where help was asked for or they are wrong, that is told, and the exit code given; otherwise
    // nothing.
    std::optional<int> read(const QStringList& words);

    bool isSet(const QString& name) const { return m_parser->isSet(name); }
    QString value(const QString& name) const { return m_parser->value(name); }
    QStringList values(const QString& name) const { return m_parser->values(name); }
    // The words that belong to no option.
    QStringList inputs() const { return m_parser->positionalArguments(); }

    // Tells what is wrong, and the usage; gives the exit code.
    int wrongUsage(const QString& reason) const;
    const Printer& printer() const { return m_printer; }

private:
    QString usageLine() const;
    QString help() const;

    QString m_usage;
    QString m_purpose;
    Printer m_printer;
    std::unique_ptr<QCommandLineParser> m_parser;
    QList<QCommandLineOption> m_options;
    QStringList m_examples;
};

} // namespace cli
