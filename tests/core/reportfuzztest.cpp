// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportparser.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QtTest>

#include <random>

using namespace core;

namespace {

QByteArray fixture()
{
    QFile file(QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0167.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Changes a text as damage and malice would: bytes, brackets, values, pieces moved, the end cut.
class Mutator {
public:
    explicit Mutator(std::uint32_t seed)
        : m_random(seed)
    {
    }

    void mutate(QByteArray& text)
    {
        if (text.isEmpty()) {
            return;
        }
        const qsizetype at = below(text.size());
        switch (below(6)) {
        case 0:
            text[at] = char(below(256));
            break;
        case 1:
            text[at] = "{}[]\",:\\0-"[below(10)];
            break;
        case 2:
            text.remove(at, below(64));
            break;
        case 3:
            text.insert(at, text.mid(below(text.size()), below(200)));
            break;
        case 4: {
            static const char* const pieces[] = {"null", "[]", "{}", "\"\\ud800\"", "-1e999",
                "123456789012345678901234567890", "[[[[", "\"", "true", "\"calls\":", "\"processes\":["};
            text.insert(at, pieces[below(std::size(pieces))]);
            break;
        }
        default:
            if (below(4) == 0) {
                text.truncate(at);
            }
        }
    }

private:
    qsizetype below(std::size_t end) { return qsizetype(m_random() % end); }

    std::mt19937 m_random;
};

// Reads all that a report offers, so that a wrong number in it shows.
std::size_t touchAll(const Report& report)
{
    std::size_t seen = report.signatures().size() + report.payloads().size() + report.processTree().size();
    const ApiCallStore& calls = report.calls();
    for (const Process& process : report.processes()) {
        for (CallIndex call = process.calls.first; call < process.calls.end(); ++call) {
            seen += calls.api(call).size() + calls.timestamp(call).size() + std::size_t(calls.status(call).has_value());
            const IndexRange arguments = calls.arguments(call);
            for (ArgumentIndex argument = arguments.first; argument < arguments.end(); ++argument) {
                seen += calls.argumentName(argument).size() + json::dump(calls.argumentValue(argument)).size();
            }
        }
    }
    for (const Warning& warning : report.warnings()) {
        seen += std::size_t(warning.what.size());
    }
    return seen;
}

} // namespace

class ReportFuzzTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The same texts in every run; CAPEWB_FUZZ_RUNS asks for more of them.
    void damagedReportsNeverCrash()
    {
        const QByteArray original = fixture();
        QVERIFY(!original.isEmpty());
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("CAPEWB_FUZZ_RUNS", &given);
        const int runs = given ? asked : 1500;
        int read = 0;
        std::size_t seen = 0;
        for (int run = 0; run < runs; ++run) {
            Mutator mutator{std::uint32_t(run)};
            QByteArray text = original;
            for (int change = 0; change <= run % 8; ++change) {
                mutator.mutate(text);
            }
            const Result<ReportPtr> report = ReportParser::parse(text);
            if (report) {
                ++read;
                seen += touchAll(**report);
            } else {
                QCOMPARE(report.error().code, ErrorCode::NotAReport);
            }
        }
        QVERIFY(read > runs / 4);
        QVERIFY(seen > 0);
    }
};

REGISTER_TEST(ReportFuzzTest)
#include "reportfuzztest.moc"
