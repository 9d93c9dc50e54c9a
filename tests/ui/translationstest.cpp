// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "testpaths.h"

#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

namespace {

struct Message {
    QString source;
    QStringList translations; // one, or one a number form
    bool isFinished = true;
};

Message readMessage(QXmlStreamReader& xml)
{
    Message message;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isFinished = xml.attributes().value(QLatin1String("type")) != QLatin1String("unfinished");
            QString text;
            while (xml.readNext() != QXmlStreamReader::EndElement) {
                if (xml.isStartElement()) {
                    message.translations += xml.readElementText();
                } else {
                    text += xml.text();
                }
            }
            if (message.translations.isEmpty()) {
                message.translations += text;
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readCatalogue(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("message")) {
            messages += readMessage(xml);
        }
    }
    return messages;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(?:L?\\d+|n)"));
    QStringList found;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        found += it.next().captured();
    }
    found.sort();
    return found;
}

} // namespace

// French is a first language of the program: its catalogue has every string of the source, and keeps every placeholder.
class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frenchIsComplete()
    {
        const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
        QVERIFY2(
            QFile::exists(lupdate), "lupdate is missing: install the packages that packaging/install-deps.sh names");
        QTemporaryDir folder;
        const QString catalogue = folder.filePath(QStringLiteral("cape-workbench_fr.ts"));
        QVERIFY(QFile::copy(QStringLiteral(CAPEWB_SOURCE "/resources/translations/cape-workbench_fr.ts"), catalogue));
        QProcess process;
        process.start(lupdate,
            {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                QStringLiteral("none"), QStringLiteral("-recursive"), QStringLiteral(CAPEWB_SOURCE "/src"),
                QStringLiteral("-ts"), catalogue});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitCode(), 0);

        const QList<Message> messages = readCatalogue(catalogue);
        QVERIFY(messages.size() > 500);
        QStringList missing;
        QStringList damaged;
        for (const Message& message : messages) {
            if (!message.isFinished || message.translations.contains(QString())) {
                missing += message.source;
            }
            for (const QString& translation : message.translations) {
                if (placeholders(translation) != placeholders(message.source)) {
                    damaged += message.source;
                }
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
        QVERIFY2(damaged.isEmpty(), qPrintable(damaged.join(QLatin1Char('\n'))));
    }

    // A line never breaks before a double sign or inside of quotation marks, nor between a number and its unit; an
    // apostrophe is a curved one.
    void frenchIsSetAsFrenchIs()
    {
        static const QRegularExpression loose(QStringLiteral(" [:;!?»]|« |%(?:L?\\d|L?n) (?:s|%|Mo|Mio)(?!\\w)|\\w'\\w"),
            QRegularExpression::UseUnicodePropertiesOption);
        QStringList wrong;
        for (const Message& message : readCatalogue(catalogue())) {
            for (const QString& translation : message.translations) {
                if (loose.match(translation).hasMatch()) {
                    wrong += translation;
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void frenchUsesOneWordForAThing()
    {
        // Each of these was once used beside, or in place of, the word that analysts use.
        static const QRegularExpression old(
            QStringLiteral("\\babîm|désarm|\\bGenre\\b|prochaine visite|Mot-clé|Vu d.abord|mandataire|maliciel|hachage|"
                           "bacs? à sable|laissée?s? de côté"),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        QStringList wrong;
        for (const Message& message : readCatalogue(catalogue())) {
            for (const QString& translation : message.translations) {
                if (old.match(translation).hasMatch()) {
                    wrong += translation;
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

private:
    static QString catalogue()
    {
        return QStringLiteral(CAPEWB_SOURCE "/resources/translations/cape-workbench_fr.ts");
    }
};

REGISTER_TEST(TranslationsTest)
#include "translationstest.moc"
