// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/content.h"

#include <QString>

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace core::filetype {

class MagikaModel;

// The learned classifier, an optional part of the installation. It is looked for and loaded when it is first needed, in
// whatever thread that is; every function may be called by any number of threads.
// The environment's CAPEWB_CLASSIFIER is "off", or a folder with the model's files. Otherwise that is
// ../share/cape-workbench/classifier beside the program, then cape-workbench/classifier in the folders of
// XDG_DATA_HOME and XDG_DATA_DIRS.
class Classifier {
public:
    static Classifier& shared();

    explicit Classifier(QString setting);
    ~Classifier();

    // The MIME type that it gives; nothing where it is not there.
    std::optional<std::string> mimeOf(Content& content);
    bool isAvailable();
    // Why it is not there, translated; empty where it is.
    QString reason();

private:
    void load();

    QString m_setting;
    std::once_flag m_loaded;
    std::unique_ptr<MagikaModel> m_model;
    QString m_reason;
};

} // namespace core::filetype
