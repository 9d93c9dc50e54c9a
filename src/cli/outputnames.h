// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/safefilename.h"
#include "core/error.h"

#include <QString>
#include <QStringList>

namespace cli {

// Where the outputs of inputs go: of one input, to the path that the option names; of several, into the folder that it
// names, which is made, each under the name of its input.
class OutputNames {
public:
    explicit OutputNames(qsizetype inputs)
        : m_isFolder(inputs > 1)
    {
    }

    // From now on it is about this input.
    void setInput(const QString& input);
    // `ending` begins with a point, or is empty for a folder. Errors: CannotWrite.
    core::Result<QString> pathFor(const QString& option, const QString& ending) const;

private:
    const bool m_isFolder;
    QString m_stem;
    core::SafeFileNames m_names;
};

// What stands against these outputs: one is named twice, or is one of the inputs. Empty where nothing does.
QString outputConflict(const QStringList& outputs, const QStringList& inputs);

} // namespace cli
