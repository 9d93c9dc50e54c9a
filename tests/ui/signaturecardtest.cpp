// SPDX-License-Identifier: GPL-3.0-or-later
#include "openedreport.h"
#include "support/testregistry.h"
#include "ui/pages/signaturecard.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linkrow.h"

#include <QLineEdit>

// What a card shows leads somewhere, with mouse and keyboard: its chips filter or go, its marks go.
class SignatureCardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void chipsFilter_data();
    void chipsFilter();
    void thePidGoesToItsProcess();
    void aMarkGoesToItsCallFromAllOfItsRow();
    void aMarkWithoutAProcessGoesToTheReport();
};

namespace {

core::json::Object signedReport()
{
    core::json::Object first = test::signature("first_sign", 3, {test::mark(1, 1)});
    first["categories"] = core::json::Array{"stealth"};
    first["families"] = core::json::Array{"QakBot"};
    first["ttps"] = core::json::Array{"T1055"};
    core::json::Object file;
    file["file"] = "C:\\a.txt";
    core::json::Object second = test::signature("second_sign", 1, {core::json::Value(file)});
    return test::report({test::process(1, 0, {test::call(0, "network", "socket", "x"), test::call(1, "network", "connect", "y")}),
                            test::process(2, 1)},
        {first, second});
}

struct Page {
    Page()
        : opened(signedReport())
    {
    }

    bool isReady()
    {
        if (!QTest::qWaitFor([this] { return opened.isReady(); }, 20'000)) {
            return false;
        }
        opened.view->goTo({.page = ui::pages::Signatures.toString()});
        page = opened.page(ui::pages::Signatures);
        return true;
    }

    ui::SignatureCard* card(const std::string& name) const
    {
        const auto cards = page->findChildren<ui::SignatureCard*>();
        const auto found
            = std::ranges::find_if(cards, [&](const auto* card) { return card->signature().name == name; });
        return found == cards.end() ? nullptr : *found;
    }

    ui::Chip* chip(const QString& text) const
    {
        for (ui::Chip* chip : card("first_sign")->findChildren<ui::Chip*>()) {
            if (chip->text() == text) {
                return chip;
            }
        }
        return nullptr;
    }

    test::Opened opened;
    ui::ReportPage* page = nullptr;
};

} // namespace

void SignatureCardTest::chipsFilter_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("category") << QStringLiteral("stealth");
    QTest::newRow("ATT&CK") << QStringLiteral("T1055");
    QTest::newRow("family") << QStringLiteral("QakBot");
}

void SignatureCardTest::chipsFilter()
{
    QFETCH(QString, text);
    Page page;
    QVERIFY(page.isReady());
    ui::Chip* chip = page.chip(text);
    QVERIFY(chip);
    QVERIFY(chip->focusPolicy() & Qt::TabFocus);
    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(page.page->findChild<QLineEdit*>()->text(), text);
    QVERIFY(page.card("first_sign")->isVisible());
    QVERIFY(!page.card("second_sign")->isVisible());
    QTest::keyClick(chip, Qt::Key_Return); // off again
    QVERIFY(page.card("second_sign")->isVisible());
}

void SignatureCardTest::thePidGoesToItsProcess()
{
    Page page;
    QVERIFY(page.isReady());
    ui::Chip* chip = page.chip(QStringLiteral("pid 1"));
    QVERIFY(chip);
    QTest::keyClick(chip, Qt::Key_Return);
    QCOMPARE(page.opened.view->currentPage()->id(), ui::pages::Processes.toString());
    QCOMPARE(page.opened.view->inspector().title, QStringLiteral("p1.exe"));
}

void SignatureCardTest::aMarkGoesToItsCallFromAllOfItsRow()
{
    Page page;
    QVERIFY(page.isReady());
    page.card("first_sign")->setExpanded(true);
    QTest::qWait(1);
    auto* row = page.card("first_sign")->findChild<ui::LinkRow*>();
    QVERIFY(row);
    QVERIFY(row->focusPolicy() & Qt::TabFocus);
    QVERIFY(row->width() > page.card("first_sign")->width() / 2);
    QTest::mouseClick(row, Qt::LeftButton, {}, {row->width() - 5, row->height() / 2});
    QCOMPARE(page.opened.view->currentPage()->id(), ui::pages::Processes.toString());
    QCOMPARE(page.opened.view->inspector().title, QStringLiteral("connect"));
    page.opened.view->goBack();
    QTest::keyClick(row, Qt::Key_Return);
    QCOMPARE(page.opened.view->inspector().title, QStringLiteral("connect"));
}

void SignatureCardTest::aMarkWithoutAProcessGoesToTheReport()
{
    Page page;
    QVERIFY(page.isReady());
    page.card("second_sign")->setExpanded(true);
    auto* row = page.card("second_sign")->findChild<ui::LinkRow*>();
    QVERIFY(row);
    row->click();
    QCOMPARE(page.opened.view->currentPage()->id(), ui::pages::Json.toString());
    QCOMPARE(page.opened.view->inspector().facts.front().value, QStringLiteral("/signatures/1/data/0"));
}

REGISTER_TEST(SignatureCardTest)
#include "signaturecardtest.moc"
