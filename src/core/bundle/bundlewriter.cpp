// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/bundlewriter.h"

#include "core/archive/cart.h"
#include "core/bundle/tarwriter.h"
#include "core/ioc/regex.h"
#include "core/ioc/text.h"
#include "core/outputfile.h"
#include "core/scratchfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace core::bundle {

namespace {

// A server's own ids are a random 128 bits in base 62.
std::string freshSid()
{
    static constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::string sid(22, '0');
    std::ranges::generate(sid, [] { return digits[QRandomGenerator::system()->bounded(quint32(digits.size()))]; });
    return sid;
}

std::string isoTime(const QDateTime& time)
{
    return (time.isValid() ? time : QDateTime::currentDateTimeUtc())
        .toUTC()
        .toString(u"yyyy-MM-ddTHH:mm:ss.zzz'000Z'")
        .toStdString();
}

bool isSha256(const std::string& text)
{
    static const Regex pattern("^[a-f0-9]{64}$");
    return text.size() == 64 && pattern.matches(text);
}

// The key under which a server keeps a result: dots would end its parts.
std::string resultKey(const std::string& sha256, const std::string& service, std::string version)
{
    std::ranges::replace(version, '.', '_');
    return sha256 + "." + service + ".v" + version + ".c0";
}

std::unexpected<Error> unreadable(const std::string& name)
{
    return std::unexpected(Error{ErrorCode::CannotRead,
        QCoreApplication::translate("Bundle", "The file \"%1\" of the result cannot be read any more.")
            .arg(QString::fromStdString(name)),
        {}});
}

class Bundle {
public:
    Bundle(const AnalysisResult& result, const Options& options)
        : m_result(result)
        , m_options(options)
        , m_importable(importable(result, options.target))
    {
    }

    Result<Written> write(const QString& path)
    {
        if (auto done = describeSample(); !done) {
            return std::unexpected(done.error());
        }
        if (auto done = describeFiles(); !done) {
            return std::unexpected(done.error());
        }
        m_written.sid = freshSid();
        m_written.resultKey = resultKey(m_sha256, m_result.serviceName, version());
        m_written.score = m_importable.score;
        m_written.fileCount = std::int64_t(m_infos.size());
        m_written.leftOut = std::move(m_importable.leftOut);
        OutputFile out(path);
        if (auto opened = out.open(); !opened) {
            return std::unexpected(opened.error());
        }
        const auto tar = ScratchFile::make();
        if (!tar) {
            return std::unexpected(tar.error());
        }
        if (auto done = writeTar(**tar); !done) {
            return std::unexpected(done.error());
        }
        if (auto done = seal(**tar, out); !done) {
            return std::unexpected(done.error());
        }
        return std::move(m_written);
    }

private:
    std::string version() const { return m_result.serviceVersion.empty() ? "0" : m_result.serviceVersion; }

    Result<void> describeSample()
    {
        m_sha256 = lowerCase(m_result.sample.sha256.empty() ? m_options.sample.sha256 : m_result.sample.sha256);
        if (m_options.openSample) {
            const auto sample = m_options.openSample();
            if (!sample) {
                return std::unexpected(sample.error());
            }
            auto info = fileInfo(**sample, m_result.sample.type, m_options.classification);
            if (!info) {
                return std::unexpected(info.error());
            }
            if (isSha256(m_sha256) && (*info)["sha256"].toString() != m_sha256) {
                return std::unexpected(Error{ErrorCode::BadInput,
                    QCoreApplication::translate(
                        "Bundle", "The sample's file is not the one that the report is about: their SHA-256 differ."),
                    {}});
            }
            m_sha256 = (*info)["sha256"].toString();
            m_infos.insert_or_assign(m_sha256, std::move(*info));
            m_order.push_back(m_sha256);
            return {};
        }
        if (!isSha256(m_sha256)) {
            return std::unexpected(Error{ErrorCode::BadInput,
                QCoreApplication::translate("Bundle",
                    "The report does not say which file it is about (SHA-256), so that Assemblyline "
                    "would not know where to put it. Give the sample along."),
                {}});
        }
        KnownFile known = m_options.sample;
        known.sha256 = m_sha256;
        known.size = m_result.sample.size;
        known.type = m_result.sample.type;
        if (known.md5.empty()) {
            known.md5 = m_result.sample.md5;
        }
        if (known.sha1.empty()) {
            known.sha1 = m_result.sample.sha1;
        }
        m_infos.insert_or_assign(m_sha256, knownFileInfo(known, m_options.classification));
        m_order.push_back(m_sha256);
        return {};
    }

    Result<void> describeFiles()
    {
        for (const auto* list : {&m_result.extracted, &m_result.supplementary}) {
            for (const AttachedFile& file : *list) {
                const auto content = openContent(file.content);
                if (!content) {
                    return unreadable(file.name);
                }
                auto info = fileInfo(**content, {}, m_options.classification);
                if (!info) {
                    return std::unexpected(info.error());
                }
                const std::string sha256((*info)["sha256"].toString());
                if (!file.sha256.empty() && sha256 != file.sha256) {
                    return unreadable(file.name); // cut short, or another file by now
                }
                if (m_members.emplace(sha256, &file).second
                    && m_infos.insert_or_assign(sha256, std::move(*info)).second) {
                    m_order.push_back(sha256);
                }
                m_names[&file] = sha256;
            }
        }
        return {};
    }

    json::Array responseFiles(const std::vector<AttachedFile>& files) const
    {
        json::Array list;
        for (const AttachedFile& file : files) {
            list.push_back(json::Object{{"name", file.name.empty() ? m_names.at(&file) : file.name},
                {"sha256", m_names.at(&file)}, {"description", file.description.empty() ? "-" : file.description},
                {"classification", m_options.classification}, {"is_section_image", file.isSectionImage},
                {"parent_relation", nameOf(file.relation)}, {"allow_dynamic_recursion", file.allowDynamicRecursion}});
        }
        return list;
    }

    json::Value resultDocument() const
    {
        json::Array sections = m_importable.sections;
        for (json::Value& section : sections) {
            section.object()->set("classification", m_options.classification);
        }
        const json::Object response{{"milestones",
                                        json::Object{{"service_started", isoTime(m_options.submitted)},
                                            {"service_completed", isoTime(m_options.completed)}}},
            {"service_name", m_result.serviceName}, {"service_version", version()}, {"service_tool_version", nullptr},
            {"supplementary", responseFiles(m_result.supplementary)}, {"extracted", responseFiles(m_result.extracted)},
            {"service_context", m_result.serviceContext.empty() ? json::Value() : json::Value(m_result.serviceContext)},
            {"service_debug_info", nullptr}};
        return json::Object{{"classification", m_options.classification}, {"created", isoTime(m_options.completed)},
            {"archive_ts", nullptr}, {"expiry_ts", nullptr}, {"sha256", m_sha256}, {"type", m_infos.at(m_sha256)["type"]},
            {"size", m_infos.at(m_sha256)["size"]}, {"drop_file", false}, {"partial", false}, {"response", response},
            {"result", json::Object{{"score", m_importable.score}, {"sections", std::move(sections)}}}};
    }

    std::string sampleName() const { return m_result.sample.name.empty() ? m_sha256 : safeStr(m_result.sample.name); }

    json::Value submissionDocument() const
    {
        const std::string description
            = m_options.description.empty() ? "CAPE analysis of " + sampleName() : m_options.description;
        return json::Object{{"sid", m_written.sid}, {"classification", m_options.classification}, {"error_count", 0},
            {"errors", json::Array()}, {"expiry_ts", nullptr}, {"file_count", std::int64_t(m_infos.size())},
            {"files",
                json::Array{
                    json::Object{{"name", sampleName()}, {"size", m_infos.at(m_sha256)["size"]}, {"sha256", m_sha256}}}},
            {"max_score", m_importable.score},
            {"metadata", json::Object{{"bundle.source", "CAPE Workbench"}, {"bundle.created", isoTime({})}}},
            {"params",
                json::Object{{"classification", m_options.classification},
                    {"submitter", m_options.submitter.empty() ? "cape-workbench" : m_options.submitter},
                    {"description", description}}},
            {"results", json::Array{m_written.resultKey}}, {"state", "completed"},
            {"times",
                json::Object{
                    {"submitted", isoTime(m_options.submitted)}, {"completed", isoTime(m_options.completed)}}}};
    }

    QByteArray document() const
    {
        json::Array list(m_order.begin(), m_order.end());
        json::Object infos;
        for (const std::string& sha256 : m_order) {
            infos.append(sha256, m_infos.at(sha256));
        }
        json::Object results;
        results.append(m_written.resultKey, resultDocument());
        const json::Object all{{"submission", submissionDocument()},
            {"files", json::Object{{"list", std::move(list)}, {"tree", json::Object()}, {"infos", std::move(infos)}}},
            {"results", json::Object{{"results", std::move(results)}, {"missing_result_keys", json::Array()}}},
            {"errors", json::Object{{"errors", json::Object()}, {"missing_error_keys", json::Array()}}}};
        return QByteArray::fromStdString(json::dump(all));
    }

    Result<void> addMember(TarWriter& tar, const std::string& sha256, QIODevice& device)
    {
        ++m_written.files;
        return tar.add(QString::fromStdString(sha256), device, m_infos.at(sha256)["size"].toInteger());
    }

    Result<void> addSample(TarWriter& tar)
    {
        const auto sample = m_options.openSample();
        return sample ? addMember(tar, m_sha256, **sample) : std::unexpected(sample.error());
    }

    Result<void> writeTar(QIODevice& out)
    {
        TarWriter tar(out);
        if (auto done = tar.add(QStringLiteral("results.json"), document()); !done) {
            return done;
        }
        if (m_options.openSample && !m_members.contains(m_sha256)) {
            if (auto done = addSample(tar); !done) {
                return done;
            }
        }
        for (const auto& [sha256, file] : m_members) {
            const auto content = openContent(file->content);
            if (!content) {
                return unreadable(file->name);
            }
            if (auto done = addMember(tar, sha256, **content); !done) {
                return done;
            }
        }
        return tar.finish();
    }

    Result<void> seal(QIODevice& tar, OutputFile& out)
    {
        if (!tar.seek(0)) {
            return std::unexpected(out.failure());
        }
        const json::Object header{
            {"al", json::Object{{"type", "archive/bundle/al"}}}, {"name", m_written.sid + ".tgz"}};
        if (auto packed = cart::pack(tar, out.device(), header); !packed) {
            return std::unexpected(packed.error());
        }
        return out.commit();
    }

    const AnalysisResult& m_result;
    const Options& m_options;
    Importable m_importable;
    std::string m_sha256;
    std::unordered_map<std::string, json::Object> m_infos; // by sha256
    std::vector<std::string> m_order; // of the infos
    std::map<std::string, const AttachedFile*> m_members; // each content once
    std::map<const AttachedFile*, std::string> m_names;
    Written m_written;
};

} // namespace

OpenSample sampleFile(const QString& path)
{
    return [path]() -> Result<std::unique_ptr<QIODevice>> {
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::ReadOnly)) {
            return std::unexpected(Error{ErrorCode::CannotRead,
                QCoreApplication::translate("Bundle", "The sample %1 could not be read.").arg(path),
                file->errorString()});
        }
        return file;
    };
}

Result<Written> write(const AnalysisResult& result, const Options& options, const QString& path)
{
    return Bundle(result, options).write(path);
}

} // namespace core::bundle
