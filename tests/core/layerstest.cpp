// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "testpaths.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

// The layers of the project: what each folder of src may include.
class LayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void includesStayWithinTheLayer_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("forbidden");
        const auto row = [](const char* folder, const char* forbidden) {
            QTest::newRow(folder) << QString::fromLatin1(folder) << QString::fromLatin1(forbidden);
        };
        row("core",
            "net/|ui/|demo/|cli/"
            "|QtWidgets|QtGui|QtNetwork|QWidget|QTcp|QUdp|QNetwork|QHttpServer|QApplication|QImage|QPixmap");
        row("net", "ui/|demo/|cli/|QtWidgets|QtGui|QWidget|QApplication|QHttpServer|QImage|QPixmap");
        row("demo", "ui/|cli/|QtWidgets|QWidget|QApplication");
        row("ui", "demo/|cli/|QHttpServer");
    }

    void includesStayWithinTheLayer()
    {
        QFETCH(QString, folder);
        QFETCH(QString, forbidden);
        const QRegularExpression include(
            QStringLiteral("^\\s*#\\s*include\\s*[<\"](%1)").arg(forbidden), QRegularExpression::MultilineOption);
        const QString root = QStringLiteral(CAPEWB_SOURCE "/src/") + folder;
        QDirIterator files(
            root, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        int read = 0;
        QStringList breaches;
        while (files.hasNext()) {
            QFile file(files.next());
            // main.cpp is a program beside the library: it alone puts the window and the demo together.
            if (file.fileName() == root + QStringLiteral("/main.cpp")) {
                continue;
            }
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            ++read;
            const auto match = include.match(QString::fromUtf8(file.readAll()));
            if (match.hasMatch()) {
                breaches += file.fileName() + QStringLiteral(" includes ") + match.captured(1);
            }
        }
        QVERIFY(read > 0);
        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(QLatin1Char('\n'))));
    }
};

REGISTER_TEST(LayersTest)
#include "layerstest.moc"
