// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmation.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QDirIterator>
#include <QMessageBox>
#include <QPushButton>
#include <QtTest>

class ConfirmationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theHarmlessAnswerIsTheDefault_data();
    void theHarmlessAnswerIsTheDefault();
    void actsAfterAYes();
    void nothingIsLostByAKey();
    void everyQuestionNamesItsDefault();
};

void ConfirmationTest::theHarmlessAnswerIsTheDefault_data()
{
    QTest::addColumn<QString>("no");
    QTest::addColumn<int>("key");
    QTest::newRow("Return, Cancel") << QString() << int(Qt::Key_Return);
    QTest::newRow("Escape, Cancel") << QString() << int(Qt::Key_Escape);
    QTest::newRow("Return, Keep") << QStringLiteral("Keep") << int(Qt::Key_Return);
    QTest::newRow("Escape, Keep") << QStringLiteral("Keep") << int(Qt::Key_Escape);
}

void ConfirmationTest::theHarmlessAnswerIsTheDefault()
{
    QFETCH(QString, no);
    QFETCH(int, key);
    QWidget parent;
    parent.show();
    bool acted = false;
    QPointer<QMessageBox> box = ui::confirm(&parent,
        {.text = QStringLiteral("Cancel 3 tasks?"), .yes = QStringLiteral("Cancel tasks"), .no = no},
        [&acted] { acted = true; });
    QVERIFY(QTest::qWaitForWindowActive(box));
    QVERIFY(box->defaultButton());
    QCOMPARE(box->buttonRole(box->defaultButton()), QMessageBox::RejectRole);
    QTest::keyClick(box, Qt::Key(key));
    QTRY_VERIFY(!box || !box->isVisible());
    QVERIFY(!acted);
}

void ConfirmationTest::actsAfterAYes()
{
    QWidget parent;
    parent.show();
    bool acted = false;
    QMessageBox* box = ui::confirm(
        &parent, {.text = QStringLiteral("Remove it?"), .yes = QStringLiteral("Remove")}, [&acted] { acted = true; });
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole) {
            QCOMPARE(button->text(), QStringLiteral("Remove"));
            button->click();
        }
    }
    QVERIFY(acted);
}

void ConfirmationTest::nothingIsLostByAKey()
{
    QWidget parent;
    parent.show();
    QStringList done;
    const auto ask = [&] {
        return QPointer(ui::askAboutUnsaved(&parent,
            {.text = QStringLiteral("Save the changes?"),
                .save = [&done] { done << QStringLiteral("saved"); },
                .discard = [&done] { done << QStringLiteral("discarded"); }}));
    };
    QPointer<QMessageBox> box = ask();
    QVERIFY(QTest::qWaitForWindowActive(box));
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!box || !box->isVisible());
    QVERIFY(done.isEmpty());
    box = ask();
    QVERIFY(QTest::qWaitForWindowActive(box));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(done, QStringList{QStringLiteral("saved")});
    box = ask();
    box->button(QMessageBox::Discard)->click();
    QCOMPARE(done.last(), QStringLiteral("discarded"));
}

// Qt makes the first accepting button the default one where nobody says otherwise.
void ConfirmationTest::everyQuestionNamesItsDefault()
{
    int questions = 0;
    QDirIterator files(
        QStringLiteral(CAPEWB_SOURCE "/src/ui"), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        if (text.contains("QMessageBox::AcceptRole") || text.contains("setStandardButtons(QMessageBox")) {
            ++questions;
            QVERIFY2(text.contains("setDefaultButton("), qPrintable(file.fileName()));
        }
    }
    QVERIFY(questions >= 2);
}

REGISTER_TEST(ConfirmationTest)
#include "confirmationtest.moc"
