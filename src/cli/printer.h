// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"

#include <QString>
#include <QStringList>

#include <string_view>

namespace cli {

// The only way to stdout and stderr (core.capewbtest greps for others). Nothing that comes from a server, a report or a
// file name drives the terminal or breaks a line: what is not seen is shown by core::visibleText.
class Printer {
public:
    // `command` as it stands after "capewb"; empty for none.
    explicit Printer(const QString& command = {})
        : m_command(command)
    {
    }

    // A line to stderr: how far it is, what is worth knowing.
    void say(const QString& line) const;
    // "capewb submit: …" to stderr.
    void complain(const QString& reason) const;
    // The same of an error with its details; gives the exit code.
    int fail(const core::Error& error) const;

    // A line of fields to stdout, with tabs between them.
    void row(const QStringList& fields) const;
    // Lines of our own to stdout: help, a table, a document. Their line breaks and tabs stay.
    void document(std::string_view utf8) const;
    void document(const QString& text) const { document(std::string_view(text.toStdString())); }
    // A value as JSON and a line break.
    void json(const core::json::Value& value, int indent = 0) const;
    // Lines of our own to stderr.
    void explain(const QString& text) const;

    // Whether everything got to stdout; false where it is full or was closed.
    static bool flush();

private:
    QString m_command;
};

// An error in words, with its details.
QString wordsOf(const core::Error& error);

// What Qt and its plugins have to say goes to stderr by a Printer.
void printQtMessages();

} // namespace cli
