// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/submission.h"

#include "core/utctime.h"
#include "demo/archive.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

using core::json::Array;
using core::json::Object;
using core::json::Value;

constexpr int ChildLimit = 10; // files of an archive that become tasks

// What the real server makes of a name, at the lengths of its default configuration.
QString safeName(const QString& name)
{
    constexpr int LongName = 32;
    constexpr int CutTo = 24;
    QString safe = name.section('/'_L1, -1).section('\\'_L1, -1);
    static const QRegularExpression foreign(
        u"[^A-Za-z0-9 _.-]"_s, QRegularExpression::UseUnicodePropertiesOption);
    safe.replace(foreign, u"_"_s);
    while (safe.startsWith(' '_L1)) {
        safe.removeFirst();
    }
    if (safe.size() < LongName) {
        return safe;
    }
    const qsizetype dot = safe.lastIndexOf('.'_L1);
    if (dot < 0) {
        return safe.left(CutTo);
    }
    const QString extension = safe.mid(dot);
    return safe.left(std::min(dot, std::max<qsizetype>(0, CutTo - extension.size()))) + extension;
}

bool isYes(const QString& word)
{
    static const QSet<QString> yes{u"1"_s, u"true"_s, u"yes"_s, u"on"_s};
    return yes.contains(word.toLower());
}

QDateTime clockFrom(const QString& text)
{
    const QDateTime time = core::utcTime(text, u"MM-dd-yyyy"_s);
    return time.isValid() ? time : QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC);
}

bool isJunk(const QString& name)
{
    static const QStringList suffixes{u"txt"_s, u"md"_s, u"yml"_s, u"yaml"_s, u"gitignore"_s, u"gitattributes"_s};
    static const QStringList words{u"license"_s, u"readme"_s, u"makefile"_s, u"copying"_s, u"authors"_s};
    const QString lower = name.toLower();
    return suffixes.contains(QFileInfo(lower).suffix())
        || std::ranges::any_of(words, [&](const QString& word) { return lower.contains(word); });
}

qint64 megabytes(qint64 bytes)
{
    return qRound64(double(bytes) / (1024 * 1024));
}

Object fileError(const QString& name, const Value& error)
{
    Object object;
    object.append(name.toStdString(), error);
    return object;
}

QStringList supportedTags(const QList<Machine>& machines)
{
    QSet<QString> tags;
    for (const Machine& machine : machines) {
        tags.unite(QSet<QString>(machine.tags.begin(), machine.tags.end()));
    }
    QStringList sorted(tags.begin(), tags.end());
    sorted.sort();
    return sorted;
}

} // namespace

Submission::Submission(const ServerOptions& options, TaskStore& store, const QList<FormField>& form)
    : m_options(options)
    , m_store(store)
{
    for (const FormField& field : form) {
        if (field.name == "file"_L1 && !field.fileName.isNull()) {
            m_files.append(field);
        } else {
            m_values.insert(field.name, QString::fromUtf8(field.value));
        }
    }
}

Answer Submission::submitFile(const QString& baseUrl, bool isStaff)
{
    if (m_files.isEmpty()) {
        return failure(u"No file was submitted"_s);
    }
    if (const std::optional<QString> refusal = checkMachine()) {
        return failure(*refusal);
    }
    FormField file = m_files.first(); // a second file is dropped in silence
    file.fileName = safeName(file.fileName);
    if (const auto accepted = checkFile(file, isStaff); !accepted) {
        m_errors.push_back(accepted.error());
        return result(baseUrl);
    }
    const QList<FormField> parts = split(file);
    const Sample parent = describe(file.value);
    for (const FormField& part : parts) {
        addFile(part, parent);
    }
    return result(baseUrl);
}

Answer Submission::submitUrl(const QString& baseUrl)
{
    const QString url = value(u"url"_s).trimmed();
    if (url.isEmpty()) {
        return failure(u"URL value is empty"_s);
    }
    if (const std::optional<QString> refusal = checkMachine()) {
        return failure(*refusal);
    }
    Task task = readTask();
    task.target = url;
    task.isUrl = true;
    if (task.package.isEmpty()) {
        task.package = u"ie"_s;
    }
    if (task.platform.isEmpty()) {
        task.platform = u"windows"_s;
    }
    if (const Check accepted = checkTask(task); !accepted) {
        m_errors.push_back(fileError(url, accepted.error()));
    } else {
        addTask(std::move(task));
    }
    return result(baseUrl);
}

std::optional<QString> Submission::checkMachine() const
{
    const QString wanted = value(u"machine"_s);
    if (wanted.toLower() == "all"_L1) {
        return m_options.machineAll ? std::nullopt : std::optional(u"Machine=all is disabled using the API"_s);
    }
    if (wanted.isEmpty() || std::ranges::contains(m_options.machines, wanted, &Machine::name)) {
        return std::nullopt;
    }
    QStringList names;
    for (const Machine& machine : m_options.machines) {
        names.append(machine.name);
    }
    return u"Machine '%1' does not exist. Available: %2"_s.arg(wanted, names.join(u", "_s));
}

std::expected<void, Object> Submission::checkFile(const FormField& file, bool isStaff) const
{
    if (file.value.isEmpty()) {
        return std::unexpected(fileError(file.fileName, "You uploaded an empty file."));
    }
    if (file.value.size() > m_options.maximumSize) {
        const QString text = u"Uploaded file exceeds the maximum allowed size in conf/web.conf. "
                             "Sample size is: %1 Allowed size is: %2"_s.arg(megabytes(file.value.size()))
                                 .arg(megabytes(m_options.maximumSize));
        return std::unexpected(fileError(file.fileName, text.toStdString()));
    }
    if (isJunk(file.fileName)) {
        const QString text = u"File /opt/tmp/cuckoo-tmp/upload_demo/%1 skipped by junk filter"_s.arg(file.fileName);
        return std::unexpected(fileError(u"junk_filter"_s, text.toStdString()));
    }
    const bool mustBeUnique = (m_options.uniqueSubmissions || isYes(value(u"unique"_s))) && !isStaff;
    const QString sha256
        = QString::fromLatin1(QCryptographicHash::hash(file.value, QCryptographicHash::Sha256).toHex());
    if (mustBeUnique && m_store.knowsSample(sha256)) {
        return std::unexpected(fileError(
            file.fileName, "Duplicated file, disable unique option on submit or in conf/web.conf to force submission"));
    }
    return {};
}

Submission::Check Submission::checkTask(const Task& task) const
{
    const auto machine = std::ranges::find(m_options.machines, task.wantedMachine, &Machine::name);
    if (machine != m_options.machines.end() && machine->platform != task.platform) {
        const QString text = u"Wrong platform, %1 VM selected for %2 sample"_s.arg(machine->platform, task.platform);
        return std::unexpected(Object{{"error", text.toStdString()}});
    }
    const QStringList supported = supportedTags(m_options.machines);
    if (!std::ranges::all_of(task.tags, [&](const QString& tag) { return supported.contains(tag); })) {
        const QString text = u"Check Tags help, you have introduced incorrect tag(s). "
                             "Your tags: %1 - Supported tags: %2"_s.arg(task.tags.join(','_L1), supported.join(','_L1));
        return std::unexpected(Object{{"error", text.toStdString()}});
    }
    return {};
}

// An archive is opened and its files become the tasks, unless the options name the file to run or a package is asked
// for: then the archive itself is the task, and the files it holds are told as information.
QList<FormField> Submission::split(const FormField& file)
{
    if (!fileType(file.value).startsWith("Zip"_L1) || value(u"options"_s).contains("file="_L1)) {
        return {file};
    }
    QString password = u"infected"_s;
    const QStringList options = value(u"options"_s).split(','_L1);
    for (const QString& option : options) {
        if (option.startsWith("password="_L1)) {
            password = option.section('='_L1, 1);
        }
    }
    const std::vector<ArchiveEntry> entries = unpackZip(file.value, password, ChildLimit);
    if (entries.empty()) {
        return {file};
    }
    QList<FormField> parts;
    for (const ArchiveEntry& entry : entries) {
        if (!value(u"package"_s).isEmpty()) {
            m_errors.push_back(Object{{"option", u"file=%1"_s.arg(entry.path).toStdString()}});
        } else {
            parts.append({file.name, safeName(entry.path), entry.bytes});
        }
    }
    return parts.isEmpty() ? QList{file} : parts;
}

void Submission::addFile(const FormField& file, const Sample& parent)
{
    Task task = readTask();
    task.target = file.fileName;
    task.sample = describe(file.value);
    if (task.platform.isEmpty()) {
        task.platform = platformOf(task.sample->type);
    }
    if (task.package.isEmpty()) {
        task.package = packageOf(file.fileName, task.sample->type);
    }
    const bool isWide = task.sample->type.startsWith("PE32+"_L1) || task.sample->type.startsWith("ELF 64"_L1);
    if (isWide && task.tags.isEmpty()) {
        task.tags = {u"x64"_s};
    }
    if (const Check accepted = checkTask(task); !accepted) {
        m_errors.push_back(fileError(file.fileName, accepted.error()));
        return;
    }
    if (task.sample->sha256 != parent.sha256) {
        m_store.setParent(task.sample->sha256, parent.sha256);
    }
    addTask(std::move(task));
}

void Submission::addTask(Task task)
{
    if (task.wantedMachine.toLower() != "all"_L1) {
        m_ids.append(m_store.add(std::move(task)));
        return;
    }
    for (const Machine& machine : m_options.machines) {
        if (machine.platform != task.platform) {
            continue;
        }
        task.wantedMachine = machine.name;
        m_ids.append(m_store.add(task));
    }
}

Task Submission::readTask() const
{
    Task task;
    task.added = m_options.clock();
    task.failure = m_options.failure;
    task.timeout = value(u"timeout"_s).toInt();
    bool isNumber = false;
    const int priority = value(u"priority"_s).toInt(&isNumber);
    task.priority = isNumber ? priority : 1;
    task.custom = value(u"custom"_s);
    task.wantedMachine = value(u"machine"_s);
    task.package = value(u"package"_s);
    task.route = value(u"route"_s);
    task.options = value(u"options"_s);
    task.platform = value(u"platform"_s);
    task.memory = isYes(value(u"memory"_s));
    task.enforceTimeout = isYes(value(u"enforce_timeout"_s));
    task.clock = clockFrom(value(u"clock"_s));
    if (!value(u"tags_tasks"_s).isEmpty()) {
        task.taskTags = value(u"tags_tasks"_s);
    }
    if (!value(u"tlp"_s).isEmpty()) {
        task.tlp = value(u"tlp"_s).toLower();
    }
    const QStringList tags = value(u"tags"_s).split(','_L1, Qt::SkipEmptyParts);
    for (const QString& tag : tags) {
        task.tags.append(tag.trimmed());
    }
    return task;
}

Answer Submission::result(const QString& baseUrl) const
{
    if (m_ids.isEmpty()) {
        return jsonAnswer(
            Object{{"error", true}, {"error_value", "Error adding task to database"}, {"errors", m_errors}});
    }
    Array ids;
    Array links;
    QStringList words;
    for (const int id : m_ids) {
        ids.push_back(id);
        words.append(QString::number(id));
        links.push_back(u"%1/submit/status/%2/"_s.arg(baseUrl).arg(id).toStdString());
    }
    const QString message
        = m_ids.size() == 1 ? u"Task ID %1 has been submitted"_s : u"Task IDs %1 have been submitted"_s;
    Object answer{
        {"error", Array()},
        {"data", Object{{"task_ids", std::move(ids)}, {"message", message.arg(words.join(u", "_s)).toStdString()}}},
        {"errors", m_errors},
    };
    if (m_options.statusLinks) {
        answer.append("url", std::move(links));
    }
    return jsonAnswer(std::move(answer));
}

} // namespace demo
