// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hostilereport.h"
#include "uifixture.h"

#include <memory>

namespace test {

// An open case library with reports as the window meets them.
class CaseFixture : public UiFixture {
public:
    CaseFixture() { cases.open(); }

    bool isReady() const { return cases.state() == ui::CaseStore::State::Ready; }

    // A report of a sample of this name and hash, lying in a file of that name; with a result that talked to the host.
    ui::CaseStore::Source source(const QString& name, char digit, const std::string& host = {})
    {
        core::json::Object file;
        file["name"] = name.toStdString();
        file["sha256"] = std::string(64, digit);
        core::json::Object target;
        target["category"] = "file";
        target["file"] = std::move(file);
        core::json::Object made = report({});
        made["target"] = std::move(target);
        auto result = std::make_shared<core::AnalysisResult>();
        result->score = 1200;
        core::Section section("Network");
        if (!host.empty()) {
            section.addTag("network.dynamic.domain", host);
        }
        section.addTag("dynamic.signature.family", "AgentTesla");
        result->sections.push_back(std::move(section));
        core::Analysis place;
        place.path = writeSample(name + QStringLiteral(".json"), textOf(made));
        return {parsed(made), result, place};
    }
    qint64 idOf(const QString& name) const
    {
        for (const core::Analysis& analysis : cases.analyses()) {
            if (analysis.name == name) {
                return analysis.id;
            }
        }
        return 0;
    }
    qint64 caseOf(const QString& name) const { return cases.analyses().value(idOf(name)).caseId; }
    // Makes a case and waits for it.
    qint64 addCase(const QString& name, const QList<qint64>& analyses = {})
    {
        qint64 made = 0;
        cases.addCase(name, analyses, [&made](qint64 id) { made = id; });
        (void)QTest::qWaitFor([&made] { return made != 0; });
        return made;
    }
    // What the library on disk has once everything that was asked for is written.
    core::CaseContents written()
    {
        // A search is answered after all that was asked for before it.
        QSignalSpy answered(&cases, &ui::CaseStore::searched);
        cases.search(QStringLiteral("anything"));
        (void)QTest::qWaitFor([&answered] { return !answered.isEmpty(); });
        const auto library = core::CaseLibrary::open(folder.filePath(QStringLiteral("cases.sqlite")));
        return library ? (*library)->contents().value_or(core::CaseContents()) : core::CaseContents();
    }
};

} // namespace test
