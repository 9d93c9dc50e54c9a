// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include "core/filetype/classifier.h"
#include "core/filetype/magikamodel.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QtConcurrent>
#include <QtTest>

using namespace core;
using filetype::Classifier;
using filetype::Content;

namespace {

std::optional<std::string> mimeOf(Classifier& classifier, QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    Content content(file);
    return classifier.mimeOf(content);
}

const QByteArray python = QByteArray("import sys\n\nclass Reader(object):\n    def __init__(self, path):\n"
                                     "        self.path = path\n\n    def read(self):\n"
                                     "        return sys.stdin.readlines()\n")
                              .repeated(3);

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class ClassifierTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void canBeTurnedOff()
    {
        Classifier classifier(QStringLiteral("off"));
        QVERIFY(!classifier.isAvailable());
        QVERIFY(!classifier.reason().isEmpty());
        QVERIFY(!mimeOf(classifier, python));
    }

    void saysThatItIsMissing()
    {
        const QTemporaryDir folder;
        Classifier classifier(folder.path());
        QVERIFY(!mimeOf(classifier, python));
        QVERIFY(!classifier.reason().isEmpty());
    }

    // Files that are no model are refused before they are run.
    void refusesDamagedFiles()
    {
        const QTemporaryDir folder;
        for (const QString& name : filetype::MagikaModel::fileNames()) {
            QVERIFY(write(folder.filePath(name), name.endsWith(QLatin1String("json")) ? "{}" : "no model"));
        }
        const auto model = filetype::MagikaModel::open(folder.path());
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::BadInput);
        Classifier classifier(folder.path());
        QVERIFY(!mimeOf(classifier, python));
        QVERIFY(!classifier.reason().isEmpty());
    }

    void tellsALanguage()
    {
        Classifier& classifier = Classifier::shared();
        if (!classifier.isAvailable()) {
            QSKIP(qPrintable(classifier.reason()));
        }
        QCOMPARE(mimeOf(classifier, python).value_or(std::string()), std::string("text/x-python"));
        // Too few bytes for the model: text or not is all that is told.
        QCOMPARE(mimeOf(classifier, "abc").value_or(std::string()), std::string("text/plain"));
        QCOMPARE(mimeOf(classifier, QByteArray(5000, ' ') + "abc").value_or(std::string()), std::string("text/plain"));
        QCOMPARE(mimeOf(classifier, "\xff\xfe\xfd").value_or(std::string()), std::string("application/octet-stream"));
    }

    void servesManyThreads()
    {
        Classifier& classifier = Classifier::shared();
        if (!classifier.isAvailable()) {
            QSKIP(qPrintable(classifier.reason()));
        }
        const QList<int> rounds(20);
        const auto answers = QtConcurrent::blockingMapped(
            rounds, [&](int) { return mimeOf(classifier, python).value_or(std::string()); });
        for (const std::string& answer : answers) {
            QCOMPARE(answer, std::string("text/x-python"));
        }
    }
};

REGISTER_TEST(ClassifierTest)
#include "classifiertest.moc"
