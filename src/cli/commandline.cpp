// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/commands.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr qsizetype LineWidth = 80;

// "--out DIR"
QString written(const QCommandLineOption& option)
{
    const QString name = QStringLiteral("--") + option.names().constFirst();
    return option.valueName().isEmpty() ? name : name + u' ' + option.valueName();
}

// Breaks the text at blanks and indents all lines but the first.
QString wrapped(const QString& text, qsizetype width, qsizetype indent)
{
    QString out;
    qsizetype length = 0;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (length > 0 && length + 1 + word.size() > width) {
            out += u'\n' + QString(indent, u' ');
            length = 0;
        } else if (length > 0) {
            out += u' ';
            ++length;
        }
        out += word;
        length += word.size();
    }
    return out;
}

} // namespace

CommandLine::CommandLine(std::string_view usage, const QString& purpose)
    : m_usage(QString::fromUtf8(usage.data(), qsizetype(usage.size())))
    , m_purpose(purpose)
    , m_printer(m_usage.section(u' ', 0, 0))
    , m_parser(std::make_unique<QCommandLineParser>())
{
    m_parser->setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
}

void CommandLine::add(const QString& name, const QString& description, const QString& value)
{
    m_options << QCommandLineOption(name, description, value);
    m_parser->addOption(m_options.constLast());
}

std::optional<int> CommandLine::read(const QStringList& words)
{
    // Not the value of another option, and even where the other words are wrong.
    const auto end = std::ranges::find(words, QStringLiteral("--"));
    if (std::ranges::any_of(
            words.begin(), end, [](const QString& word) { return word == u"--help" || word == u"-h"; })) {
        m_printer.document(help());
        return Done;
    }
    if (!m_parser->parse(QStringList{QStringLiteral("capewb")} + words)) {
        return wrongUsage(m_parser->errorText());
    }
    return std::nullopt;
}

int CommandLine::wrongUsage(const QString& reason) const
{
    m_printer.complain(reason);
    m_printer.explain(usageLine());
    return WrongUsage;
}

QString CommandLine::usageLine() const
{
    return QStringLiteral("usage: capewb %1\n").arg(m_usage);
}

QString CommandLine::help() const
{
    QString text = usageLine() + u'\n' + wrapped(m_purpose, LineWidth, 0) + u'\n';
    if (!m_options.isEmpty()) {
        text += u'\n' + Words::tr("Options:") + u'\n';
    }
    qsizetype column = 0;
    for (const QCommandLineOption& option : m_options) {
        column = std::max(column, written(option).size());
    }
    for (const QCommandLineOption& option : m_options) {
        const QString description = wrapped(option.description(), LineWidth - column - 4, column + 4);
        text += QStringLiteral("  %1  %2\n").arg(written(option).leftJustified(column), description);
    }
    if (!m_examples.isEmpty()) {
        text += u'\n' + Words::tr("Examples:") + u'\n';
    }
    for (const QString& example : m_examples) {
        text += QStringLiteral("  capewb %1\n").arg(example);
    }
    return text;
}

} // namespace cli
