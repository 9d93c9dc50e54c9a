// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printer.h"

#include "cli/commands.h"
#include "core/visibletext.h"

#include <QCoreApplication>

#include <cstdio>

namespace cli {

namespace {

// Each line at once, so that those of several threads do not mix.
void write(std::FILE* stream, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stream);
}

std::string line(const QString& text)
{
    return core::visibleText(text).toStdString() + '\n';
}

} // namespace

void Printer::say(const QString& text) const
{
    write(stderr, line(text));
}

void Printer::complain(const QString& reason) const
{
    const QString who = m_command.isEmpty() ? QStringLiteral("capewb") : QStringLiteral("capewb ") + m_command;
    say(QStringLiteral("%1: %2").arg(who, reason));
}

int Printer::fail(const core::Error& error) const
{
    complain(wordsOf(error));
    return NotDone;
}

void Printer::row(const QStringList& fields) const
{
    QStringList shown;
    for (const QString& field : fields) {
        shown << core::visibleText(field);
    }
    write(stdout, shown.join(u'\t').toStdString() + '\n');
}

void Printer::document(std::string_view utf8) const
{
    write(stdout, core::visibleUtf8(utf8, core::LineBreaks::Keep));
}

void Printer::json(const core::json::Value& value, int indent) const
{
    std::string text = core::json::dump(value, indent) + '\n';
    core::escapeInvisible(text);
    document(text);
}

void Printer::explain(const QString& text) const
{
    write(stderr, core::visibleText(text, core::LineBreaks::Keep).toStdString());
}

bool Printer::flush()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

QString wordsOf(const core::Error& error)
{
    return error.detail.isEmpty()
        ? error.message
        : QCoreApplication::translate("CommandLine", "%1 (%2)").arg(error.message, error.detail);
}

void printQtMessages()
{
    qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext&, const QString& message) { Printer().say(message); });
}

} // namespace cli
