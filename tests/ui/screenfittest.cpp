// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/screenfit.h"
#include "core/translations.h"
#include "hostilereport.h"
#include "support/testregistry.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/profiles/profiledialog.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/report/reportview.h"
#include "ui/send/destinationdialog.h"
#include "ui/send/senddialog.h"
#include "ui/submit/parametersform.h"
#include "ui/submit/submitdialog.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "uifixture.h"

#include <QApplication>
#include <QScrollArea>
#include <QTranslator>

// The window and its dialogs on the screens that people have: 1366 x 768 at 125 %, 1024 x 700, and 1920 x 1080 at 200 %.
class ScreenFitTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void takesWhatRoomThereIs();
    void theWindowFits_data();
    void theWindowFits();
    void dialogsFit_data();
    void dialogsFit();

private:
    static void addScreens();
};

void ScreenFitTest::initTestCase()
{
    ui::Theme::install();
    // What a desktop has; without one the fixed fallback is larger.
    QFont font = QApplication::font();
    font.setPointSizeF(10);
    QApplication::setFont(font);
}

void ScreenFitTest::takesWhatRoomThereIs()
{
    QCOMPARE(ui::fitting({1000, 664}, {1920, 1040}), QSize(1000, 664));
    const QSize small = ui::fitting({1000, 664}, {1092, 574});
    QCOMPARE(small.width(), 1000);
    QVERIFY(small.height() < 574);
}

void ScreenFitTest::addScreens()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("room"); // in device-independent pixels, without frame and task bar
    for (const char* language : {"en", "fr"}) {
        const auto add = [language](const char* screen, const QSize& room) {
            QTest::addRow("%s, %s", screen, language) << QString::fromLatin1(language) << room;
        };
        add("1366 x 768 at 125 %", QSize(1092, 614) - QSize(0, 48 + 32));
        add("1024 x 700", QSize(1024, 700) - QSize(0, 48));
        add("1920 x 1080 at 200 %", QSize(960, 540) - QSize(0, 48));
    }
}

namespace {

void speak(const QString& language)
{
    for (QTranslator* before : qApp->findChildren<QTranslator*>()) {
        QCoreApplication::removeTranslator(before);
        delete before;
    }
    core::installTranslations(*qApp, language);
}

bool isWithin(const QSize& size, const QSize& room)
{
    return size.width() <= room.width() && size.height() <= room.height();
}

QByteArray text(const QSize& size)
{
    return QByteArray::number(size.width()) + " x " + QByteArray::number(size.height());
}

} // namespace

void ScreenFitTest::theWindowFits_data()
{
    addScreens();
}

void ScreenFitTest::theWindowFits()
{
    QFETCH(QString, language);
    QFETCH(QSize, room);
    speak(language);
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    ui::MainWindow window(fixture.backend);
    window.resize(room);
    window.show();
    QVERIFY2(isWithin(window.minimumSizeHint(), room), text(window.minimumSizeHint()));
    ui::ReportView* view = window.openReport(fixture.writeSample(QStringLiteral("lite.json"),
        test::textOf(test::report({test::process(1, 0), test::process(2, 1)},
            {test::signature("a_signature_of_quite_a_long_name", 3, {test::mark(1, 1)})}))));
    QTRY_VERIFY_WITH_TIMEOUT(view->session().result(), 20'000);
    for (int row = 0; row < view->pages().size(); ++row) {
        view->showPage(row);
        QCoreApplication::processEvents();
        const QSize least = window.minimumSizeHint();
        QVERIFY2(isWithin(least, room), (view->pages()[row]->id().toUtf8() + ' ' + text(least)).constData());
        // What is wider than its page has no scroll bar, and is cut off.
        const auto isCut = [page = view->pages()[row]] {
            return std::ranges::any_of(page->findChildren<QScrollArea*>(), [](const QScrollArea* area) {
                return area->isVisible() && area->widget()->width() > area->viewport()->width();
            });
        };
        QTRY_VERIFY2_WITH_TIMEOUT(!isCut(), qPrintable(view->pages()[row]->id()), 2000);
    }
}

void ScreenFitTest::dialogsFit_data()
{
    addScreens();
}

void ScreenFitTest::dialogsFit()
{
    QFETCH(QString, language);
    QFETCH(QSize, room);
    speak(language);
    test::UiFixture fixture;
    QVERIFY(fixture.queue.open());
    fixture.connectDemo();
    ui::MainWindow window(fixture.backend);
    window.show();
    ui::ReportView* view
        = window.openReport(fixture.writeSample(QStringLiteral("lite.json"), test::textOf(test::report({}))));
    QTRY_VERIFY_WITH_TIMEOUT(view->session().result(), 20'000);
    ui::DropContent content;
    content.files << fixture.writeSample(QStringLiteral("invoice.exe"));
    ui::SubmitDialog* submit = window.submit(content);
    submit->findChild<ui::ParametersForm*>()->setAdvancedVisible(true);
    const QList<QWidget*> dialogs{submit, window.editProfiles(), window.exportReport(), window.sendResult(),
        new ui::DestinationDialog(fixture.backend, {}, &window), new ui::SettingsDialog(&window)};
    for (QWidget* dialog : dialogs) {
        dialog->show();
        QCoreApplication::processEvents();
        const QByteArray what = QByteArray(dialog->metaObject()->className()) + ": ";
        QVERIFY2(isWithin(dialog->minimumSizeHint(), room), what + text(dialog->minimumSizeHint()));
        dialog->resize(ui::fitting(dialog->sizeHint().expandedTo(dialog->size()), room));
        QCoreApplication::processEvents();
        for (const QScrollArea* scroll : dialog->findChildren<QScrollArea*>()) {
            const bool cut = scroll->isVisible() && scroll->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
                && scroll->widget()->width() > scroll->viewport()->width();
            QVERIFY2(!cut, what + text(scroll->widget()->size()) + " in " + text(scroll->viewport()->size()));
        }
    }
}

REGISTER_TEST(ScreenFitTest)
#include "screenfittest.moc"
