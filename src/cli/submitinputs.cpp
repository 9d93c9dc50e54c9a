// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/submitinputs.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SubmitCommand)
};

namespace sub = core::submission;

constexpr qsizetype MostFilesOfAFolder = 1000;

// The files in it and in its folders, no links, by name; one more than the limit where there are more.
QStringList filesIn(const QString& folder)
{
    QStringList files;
    QDirIterator entries(
        folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext() && files.size() <= MostFilesOfAFolder) {
        files << entries.next();
    }
    files.sort();
    return files;
}

QString fileName(const SubmitItem& item)
{
    return item.input.kind == sub::Input::Kind::File ? QFileInfo(item.input.text).fileName() : item.input.text;
}

} // namespace

bool SubmitInputs::read(const QStringList& texts)
{
    bool isGood = true;
    for (const QString& text : texts) {
        isGood = readOne(text) && isGood;
    }
    return isGood;
}

bool SubmitInputs::readOne(const QString& text)
{
    if (QFileInfo(text).isDir()) {
        return readFolder(text);
    }
    const auto input = sub::readInput(text);
    if (!input) {
        m_printer.fail(input.error());
        return false;
    }
    if (input->kind == sub::Input::Kind::File) {
        const auto added = addFile(input->text);
        if (!added) {
            m_printer.fail(added.error());
        }
        return added.has_value();
    }
    m_items.push_back({*input, input->kind == sub::Input::Kind::Url ? sub::urlFacts(input->text) : sub::FileFacts()});
    return true;
}

bool SubmitInputs::readFolder(const QString& path)
{
    const QStringList files = filesIn(path);
    if (files.size() > MostFilesOfAFolder) {
        m_printer.complain(
            Words::tr("The folder %1 holds more than %2 files. Submit it in parts.").arg(path).arg(MostFilesOfAFolder));
        return false;
    }
    const std::size_t before = m_items.size();
    for (const QString& file : files) {
        if (const auto added = addFile(file); !added) {
            m_printer.say(Words::tr("Left out: %1").arg(wordsOf(added.error())));
        }
    }
    if (m_items.size() == before) {
        m_printer.complain(Words::tr("The folder %1 holds no file that CAPE can run.").arg(path));
        return false;
    }
    return true;
}

core::Result<void> SubmitInputs::addFile(const QString& path)
{
    auto sample = sub::readSample(path, m_uploadLimit);
    if (!sample) {
        return std::unexpected(sample.error());
    }
    m_items.push_back({{sub::Input::Kind::File, path}, std::move(sample->facts)});
    return {};
}

QString SubmitInputs::nameOf(const SubmitItem& item) const
{
    const QString name = fileName(item);
    const auto sameName = [&name](const SubmitItem& other) { return fileName(other) == name; };
    return std::ranges::count_if(m_items, sameName) > 1 ? item.input.text : name;
}

} // namespace cli
