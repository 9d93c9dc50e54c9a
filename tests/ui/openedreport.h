// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hostilereport.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "uifixture.h"

#include <memory>

namespace test {

// A report opened in a view, as a tab of the window holds it.
struct Opened {
    explicit Opened(const core::json::Object& report)
    {
        const QString path = fixture.writeSample(QStringLiteral("lite.json"), test::textOf(report));
        auto* session = new ui::ReportSession;
        view = std::make_unique<ui::ReportView>(session);
        view->resize(1100, 800);
        view->show();
        session->open(path);
    }

    bool isReady() const { return view->session().result() != nullptr; }
    ui::ReportPage* page(QStringView id) const
    {
        const auto found = std::ranges::find(view->pages(), id, &ui::ReportPage::id);
        return found == view->pages().end() ? nullptr : *found;
    }

    test::UiFixture fixture;
    std::unique_ptr<ui::ReportView> view;
};

} // namespace test
