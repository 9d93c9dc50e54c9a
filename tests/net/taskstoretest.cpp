// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/taskstore.h"
#include "net/taskmatch.h"
#include "support/testregistry.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>

using net::Phase;
using net::TaskRecord;
using net::TaskStore;

namespace {

TaskRecord full()
{
    TaskRecord record;
    record.id = QStringLiteral("id-1");
    record.profileId = QStringLiteral("profile");
    record.fileName = QStringLiteral("r\u00e9sum\u00e9.exe");
    record.sourcePath = QStringLiteral("/tmp/a");
    record.samplePath = QStringLiteral("/tmp/b.cart");
    record.sha256 = QString(64, u'a');
    record.size = 5'000'000'000;
    record.fields = {{QStringLiteral("timeout"), QStringLiteral("60")}, {QStringLiteral("a"), QStringLiteral("b,c=1")}};
    record.ignoreExisting = true;
    record.deleteAfterFetch = true;
    record.rebootAsked = true;
    record.otherProfiles = {QStringLiteral("second"), QStringLiteral("third")};
    record.lateTries = 2;
    record.replacedIds = {4, 5};
    record.rebootOf = QStringLiteral("id-0");
    record.remark = QStringLiteral("submitted again");
    record.serverTaskIds = {9'007'199'254'740'993, 3};
    record.isReused = true;
    record.knownTaskIds = {1, 2};
    record.uploadStarted = true;
    record.wasSeen = true;
    record.failedOnServer = true;
    record.resubmitted = true;
    record.deletePending = true;
    record.isPaused = true;
    record.enter(Phase::Uploading, QDateTime(QDate(2026, 1, 5), QTime(9, 0), QTimeZone::UTC));
    record.failedIn = Phase::Running;
    record.words = QStringLiteral("why");
    record.nextTry = QDateTime(QDate(2026, 1, 5), QTime(9, 1), QTimeZone::UTC);
    record.attempts = 4;
    record.uploads = 3;
    record.uselessIds = {8, 9};
    record.deletesOnlyWaiting = true;
    record.pacer.requests = 12;
    record.pacer.lastRequest = record.nextTry;
    record.machine = QStringLiteral("win10x64");
    record.reportPath = QStringLiteral("/tmp/c.zip");
    record.litePath = QStringLiteral("/tmp/c.json");
    record.score = 7.5;
    record.awaitsLibrary = true;
    record.position = 3;
    record.createdOn = QDateTime(QDate(2026, 1, 5), QTime(8, 59), QTimeZone::UTC);
    return record;
}

} // namespace

class TaskStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryField();
    void savesAllOrNothingInOrder();
    void refusesANewerVersion();
    void refusesWhatIsNoDatabase();
    void keepsUnreadableRecordsAside_data();
    void keepsUnreadableRecordsAside();
    void startsAnewWithWhatCanBeRead();
    void startsAnewBesideWhatIsNoDatabase();
    void onlyLooksBesideAnotherProgram();
    void isForItsOwnerOnly();
    void keepsNotes();
    void everyPhaseHasAKeyAndAName();
    void comparesOptionsByMeaning();

private:
    QTemporaryDir m_folder;
    QString file(const char* name) { return m_folder.filePath(QString::fromLatin1(name)); }
};

void TaskStoreTest::keepsEveryField()
{
    {
        const auto store = TaskStore::open(file("a/tasks.sqlite"));
        QVERIFY(store);
        QVERIFY((*store)->save({full()}));
    }
    const auto store = TaskStore::open(file("a/tasks.sqlite"));
    const auto records = (*store)->records();
    QVERIFY(records);
    QCOMPARE(records->size(), 1);
    QVERIFY(records->constFirst() == full());
}

void TaskStoreTest::savesAllOrNothingInOrder()
{
    const auto store = TaskStore::open(file("b/tasks.sqlite"));
    QList<TaskRecord> records;
    for (const int position : {2, 0, 1}) {
        TaskRecord record = full();
        record.id = QString::number(position);
        record.position = position;
        records.append(record);
    }
    QVERIFY((*store)->save(records));
    QVERIFY((*store)->remove(QStringLiteral("1")));
    const auto kept = (*store)->records();
    QCOMPARE(kept->size(), 2);
    QCOMPARE(kept->at(0).id, QStringLiteral("0"));
    QCOMPARE(kept->at(1).id, QStringLiteral("2"));
}

void TaskStoreTest::refusesANewerVersion()
{
    {
        const auto store = TaskStore::open(file("c/tasks.sqlite"));
        QVERIFY(store);
    }
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
        database.setDatabaseName(file("c/tasks.sqlite"));
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version=99")));
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("newer"));
    const auto store = TaskStore::open(file("c/tasks.sqlite"));
    QVERIFY(!store);
    QCOMPARE(int(store.error().code), int(core::ErrorCode::Unsupported));
}

void TaskStoreTest::refusesWhatIsNoDatabase()
{
    QFile broken(file("broken.sqlite"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(5000, 'x'));
    broken.close();
    const auto store = TaskStore::open(file("broken.sqlite"));
    QVERIFY(!store);
    QCOMPARE(int(store.error().code), int(core::ErrorCode::BadInput));
}

namespace {

// Runs this on a database that is not open.
void executeIn(const QString& file, const QString& sql, const QVariantList& values = {})
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other hand"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.prepare(sql));
        for (const QVariant& value : values) {
            query.addBindValue(value);
        }
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
        query.clear();
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other hand"));
}

QStringList besides(const QString& file, const QString& pattern)
{
    const QFileInfo info(file);
    return info.dir().entryList({info.fileName() + pattern}, QDir::Files);
}

} // namespace

void TaskStoreTest::keepsUnreadableRecordsAside_data()
{
    QTest::addColumn<QVariant>("id");
    QTest::addColumn<QString>("record");
    QTest::newRow("no JSON") << QVariant(QStringLiteral("x")) << QStringLiteral("{\"id\":");
    QTest::newRow("empty") << QVariant(QStringLiteral("x")) << QStringLiteral("{}");
    QTest::newRow("list") << QVariant(QStringLiteral("x")) << QStringLiteral("[1]");
    QTest::newRow("of another id") << QVariant(QStringLiteral("x"))
                                   << QStringLiteral(R"({"id":"y","profile":"p","file_name":"a","phase":"ready"})");
    QTest::newRow("no phase") << QVariant(QStringLiteral("x"))
                              << QStringLiteral(R"({"id":"x","profile":"p","file_name":"a"})");
    QTest::newRow("no name") << QVariant(QStringLiteral("x"))
                             << QStringLiteral(R"({"id":"x","profile":"p","phase":"ready"})");
    QTest::newRow("no id") << QVariant() << QStringLiteral("{}");
}

void TaskStoreTest::keepsUnreadableRecordsAside()
{
    QFETCH(QVariant, id);
    QFETCH(QString, record);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("tasks.sqlite"));
    {
        const auto store = TaskStore::open(path);
        QVERIFY((*store)->save({full()}));
    }
    executeIn(path, QStringLiteral("INSERT INTO tasks VALUES (?, 0, 'ready', ?)"), {id, record});
    {
        const auto store = TaskStore::open(path);
        const auto records = (*store)->records();
        QVERIFY(records);
        QCOMPARE(*records, QList{full()});
        QVERIFY(!(*store)->warning().isEmpty());
    }
    const QStringList aside = besides(path, QStringLiteral(".unreadable-*"));
    QCOMPARE(aside.size(), 1);
    QFile kept(folder.filePath(aside.constFirst()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll().contains(QString(record).replace(u'"', QStringLiteral("\\\"")).toUtf8()));
    const auto store = TaskStore::open(path);
    QCOMPARE((*store)->records()->size(), 1);
    QVERIFY((*store)->warning().isEmpty()); // told once
}

void TaskStoreTest::startsAnewWithWhatCanBeRead()
{
    constexpr int Count = 400;
    const QString path = file("f/tasks.sqlite");
    {
        const auto store = TaskStore::open(path);
        QList<TaskRecord> records;
        for (int number = 0; number < Count; ++number) {
            TaskRecord record = full();
            record.id = QStringLiteral("id-%1").arg(number, 4, 10, QLatin1Char('0'));
            record.position = number;
            records.append(record);
        }
        QVERIFY((*store)->save(records));
    }
    executeIn(path, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    QFile database(path);
    QVERIFY(database.open(QIODevice::ReadWrite));
    QVERIFY(database.seek(database.size() / 2 / 4096 * 4096)); // a page in the middle
    database.write(QByteArray(4096, '\xff'));
    database.close();
    {
        const auto store = TaskStore::open(path);
        const auto records = store ? (*store)->records() : std::unexpected(store.error());
        QVERIFY(!records);
        QCOMPARE(int(records.error().code), int(core::ErrorCode::BadInput));
    }
    const auto anew = TaskStore::startAnew(path);
    QVERIFY2(anew, anew ? "" : qPrintable(anew.error().detail));
    const auto records = (*anew)->records();
    QVERIFY(records);
    QVERIFY2(records->size() > Count / 2 && records->size() < Count, qPrintable(QString::number(records->size())));
    QCOMPARE(records->constFirst().id, QStringLiteral("id-0000")); // from both sides of what is damaged
    QCOMPARE(records->constLast().id, QStringLiteral("id-0399"));
    const QStringList aside = besides(path, QStringLiteral(".damaged-*"));
    QVERIFY(!aside.isEmpty());
    QVERIFY((*anew)->warning().contains(aside.constFirst()));
}

void TaskStoreTest::startsAnewBesideWhatIsNoDatabase()
{
    const QString path = file("nothing.sqlite");
    QFile broken(path);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(5000, 'x'));
    broken.close();
    const auto anew = TaskStore::startAnew(path);
    QVERIFY(anew);
    QVERIFY((*anew)->records()->isEmpty());
    QVERIFY((*anew)->save({full()}));
    const QStringList aside = besides(path, QStringLiteral(".damaged-*"));
    QCOMPARE(aside.size(), 1);
    QFile kept(m_folder.filePath(aside.constFirst()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray(5000, 'x'));
}

void TaskStoreTest::onlyLooksBesideAnotherProgram()
{
    const QString path = file("g/tasks.sqlite");
    QCOMPARE(int(TaskStore::openReadOnly(path).error().code), int(core::ErrorCode::NotFound));
    QVERIFY(!QFile::exists(path));
    const auto store = TaskStore::open(path);
    QVERIFY((*store)->save({full()}));
    const auto beside = TaskStore::openReadOnly(path);
    QVERIFY(beside);
    QCOMPARE(*(*beside)->records(), QList{full()});
    QVERIFY(!(*beside)->save({full()}));
    QVERIFY(!(*beside)->remove(full().id));
    QCOMPARE((*store)->records()->size(), 1);
}

void TaskStoreTest::isForItsOwnerOnly()
{
    const auto store = TaskStore::open(file("d/tasks.sqlite"));
    const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QCOMPARE(QFileInfo(file("d")).permissions() & others, QFile::Permissions());
    for (const char* name : {"d/tasks.sqlite", "d/tasks.sqlite-wal"}) {
        QVERIFY(QFileInfo::exists(file(name)));
        QCOMPARE(QFileInfo(file(name)).permissions() & others, QFile::Permissions());
    }
}

void TaskStoreTest::keepsNotes()
{
    const auto store = TaskStore::open(file("e/tasks.sqlite"));
    QVERIFY((*store)->note(QStringLiteral("a")).isEmpty());
    QVERIFY((*store)->saveNote(QStringLiteral("a"), {{QStringLiteral("limit"), 5}}));
    QCOMPARE((*store)->note(QStringLiteral("a")).value(QStringLiteral("limit")).toInt(), 5);
}

void TaskStoreTest::everyPhaseHasAKeyAndAName()
{
    for (int phase = 0; phase <= int(Phase::Cancelled); ++phase) {
        QCOMPARE(net::phaseFromKey(net::phaseKey(Phase(phase))), std::optional(Phase(phase)));
        QVERIFY(!net::phaseName(Phase(phase)).isEmpty());
    }
    QVERIFY(!net::phaseFromKey(u"nonsense"));
}

void TaskStoreTest::comparesOptionsByMeaning()
{
    TaskRecord record;
    record.fileName = QStringLiteral("r\u00e9sum\u00e9.exe");
    net::TaskView task;
    task.id = 1;
    task.status = QStringLiteral("reported");
    task.target = QStringLiteral("r_sum_.exe");
    task.package = QStringLiteral("exe");
    task.machine = QStringLiteral("win10x64");
    task.tags = {QStringLiteral("x64")};
    task.clock = QStringLiteral("2026-01-05 09:00:00");
    QVERIFY(net::isWorthReusing(record, task)); // what the server chose by itself does not count
    record.fields = {{QStringLiteral("timeout"), QStringLiteral("60")}};
    QVERIFY(!net::isWorthReusing(record, task));
    task.timeout = 60;
    QVERIFY(net::isWorthReusing(record, task));
    record.fields.append({QStringLiteral("memory"), QStringLiteral("True")});
    QVERIFY(!net::isWorthReusing(record, task));
    task.memory = true;
    record.fields.append({QStringLiteral("tags"), QStringLiteral("win10, x64")});
    QVERIFY(!net::isWorthReusing(record, task));
    task.tags = {QStringLiteral("x64"), QStringLiteral("win10")};
    record.fields.append({QStringLiteral("clock"), QStringLiteral("01-15-2024 10:20:30")});
    QVERIFY(!net::isWorthReusing(record, task));
    task.clock = QStringLiteral("2024-01-15 10:20:30");
    QVERIFY(net::isWorthReusing(record, task));
    // As an Assemblyline's own service sends them, with a comma behind the last one.
    record.fields.append({QStringLiteral("options"), QStringLiteral("nohuman=true")});
    QVERIFY(!net::isWorthReusing(record, task));
    task.options = QStringLiteral("nohuman=true,");
    QVERIFY(net::isWorthReusing(record, task));
    task.status = QStringLiteral("failed_processing");
    QVERIFY(!net::isWorthReusing(record, task));
    task.status = QStringLiteral("reported");
    task.tlp = QStringLiteral("Red");
    QVERIFY(!net::isWorthReusing(record, task));
    task.tlp = QStringLiteral("amber");
    QVERIFY(net::isWorthReusing(record, task));
    record.uselessIds = {task.id};
    QVERIFY(!net::isWorthReusing(record, task));
    record.uselessIds.clear();
    task.target = QStringLiteral("other.exe");
    QVERIFY(!net::isWorthReusing(record, task));
    QVERIFY(net::hasSameOptions(record, task));
}

REGISTER_TEST(TaskStoreTest)
#include "taskstoretest.moc"
