// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "core/report/reportparser.h"
#include "support/testregistry.h"
#include "ui/dialogs/bundlefields.h"
#include "uifixture.h"

#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace {

const QString sha256(64, QLatin1Char('a'));

core::ReportPtr report()
{
    const QByteArray json = R"({"info":{"id":1},"target":{"category":"file","file":{"name":"a.exe","sha256":")"
        + sha256.toUtf8() + R"("}}})";
    return core::ReportParser::parse(json).value();
}

core::AnalysisResultPtr result()
{
    auto result = std::make_shared<core::AnalysisResult>();
    core::Section section("Analysis");
    section.addTag("network.dynamic.domain", "not a domain");
    result->sections.push_back(section);
    return result;
}

core::bundle::OpenSample copyOf(const QByteArray& bytes)
{
    return [bytes]() -> core::Result<std::unique_ptr<QIODevice>> {
        auto device = std::make_unique<QBuffer>();
        device->setData(bytes);
        device->open(QIODevice::ReadOnly);
        return device;
    };
}

} // namespace

class ExportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsLeftOutOfTheTags()
    {
        const test::UiFixture fixture;
        const ui::BundleFields fields(report(), result(), nullptr);
        const auto* list = fields.findChild<QPlainTextEdit*>(QStringLiteral("leftOut"));
        QTRY_VERIFY(list->toPlainText().contains(QLatin1String("not a domain")));
        QVERIFY(!list->isHidden());
    }

    void optionsAreWhatIsChosenAndAreRemembered()
    {
        const test::UiFixture fixture;
        ui::BundleFields fields(report(), result(), copyOf("bytes"));
        QCOMPARE(fields.options().classification, result()->classification);
        QVERIFY(!fields.options().openSample);
        fields.findChild<QLineEdit*>(QStringLiteral("classification"))->setText(QStringLiteral("TLP:AMBER"));
        fields.findChild<QComboBox*>()->setCurrentIndex(1);
        fields.findChild<QCheckBox*>(QStringLiteral("withSample"))->setChecked(true);
        QCOMPARE(fields.options().classification, std::string("TLP:AMBER"));
        QVERIFY(fields.options().target == core::bundle::Target::BeforeSandboxBody);
        QCOMPARE((*fields.options().openSample())->readAll(), QByteArray("bytes"));
        fields.remember();
        const ui::BundleFields again(report(), result(), nullptr);
        QCOMPARE(again.options().classification, std::string("TLP:AMBER"));
        QVERIFY(again.options().target == core::bundle::Target::BeforeSandboxBody);
        QVERIFY(!again.options().openSample); // there is none to send
    }

    void writesTheBundle()
    {
        const test::UiFixture fixture;
        auto dialog = std::make_unique<ui::ExportDialog>(report(), result(), sha256, nullptr);
        choose(*dialog, fixture.folder.filePath(QStringLiteral("out")));
        QSignalSpy exported(dialog.get(), &ui::ExportDialog::exported);
        dialog->accept();
        QTRY_COMPARE(exported.size(), 1);
        const QStringList paths = exported[0][0].toStringList();
        QCOMPARE(paths.size(), 1);
        QVERIFY(QFile::exists(paths[0]));
    }

    // The sample that is to go along is not the one that the report is about.
    void saysWhatCannotBeWritten()
    {
        const test::UiFixture fixture;
        auto dialog = std::make_unique<ui::ExportDialog>(report(), result(), sha256, copyOf("another"));
        choose(*dialog, fixture.folder.filePath(QStringLiteral("out")));
        dialog->findChild<QCheckBox*>(QStringLiteral("withSample"))->setChecked(true);
        auto* problem = dialog->findChild<QLabel*>(QStringLiteral("problem"));
        dialog->accept();
        QTRY_VERIFY(problem->text().contains(QLatin1String("SHA-256")));
        QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("export"))->isEnabled());
        QVERIFY(QDir(fixture.folder.filePath(QStringLiteral("out"))).isEmpty());
    }

private:
    // The bundle alone, into the folder.
    static void choose(ui::ExportDialog& dialog, const QString& folder)
    {
        for (QCheckBox* box : dialog.findChildren<QCheckBox*>(QStringLiteral("kind"))) {
            box->setChecked(box->text() == QLatin1String("Bundle"));
        }
        dialog.findChild<QLineEdit*>(QStringLiteral("folder"))->setText(folder);
    }
};

REGISTER_TEST(ExportDialogTest)
#include "exportdialogtest.moc"
