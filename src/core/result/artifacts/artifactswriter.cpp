// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/artifactswriter.h"

#include "core/archive/safefilename.h"
#include "core/outputfile.h"

#include <QCoreApplication>
#include <QDir>

#include <optional>

namespace core {

namespace {

// Translated sentences.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ArtifactsWriter)
};

Result<void> writeArtifact(const QString& path, const AttachedFile& file)
{
    const auto content = openContent(file.content);
    return content ? copyToOutput(**content, path, file.sha256) : std::unexpected(content.error());
}

// What went wrong first, and how often in all.
class Failures {
public:
    void add(const QString& name, const Error& error)
    {
        ++m_count;
        if (!m_first) {
            m_first = error;
            m_first->message = Words::tr("The file “%1” was not written. %2").arg(name, error.message);
        }
    }

    Result<void> outcome() const
    {
        if (!m_first) {
            return {};
        }
        Error error = *m_first;
        if (m_count > 1) {
            error.message = Words::tr("%1 In all, %n file(s) were not written.", nullptr, m_count).arg(error.message);
        }
        return std::unexpected(error);
    }

private:
    std::optional<Error> m_first;
    int m_count = 0;
};

} // namespace

Result<void> writeArtifacts(const QString& folder, const AnalysisResult& result)
{
    if (const auto made = makeOutputFolder(folder); !made) {
        return made;
    }
    const QDir dir(folder);
    SafeFileNames names;
    Failures failures;
    for (const std::vector<AttachedFile>* list : {&result.extracted, &result.supplementary}) {
        for (const AttachedFile& file : *list) {
            const QString name = names.take(QString::fromStdString(file.name));
            if (const Result<void> done = writeArtifact(dir.filePath(name), file); !done) {
                failures.add(name, done.error());
            }
        }
    }
    return failures.outcome();
}

} // namespace core
