// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/ontology/processtree.h"
#include "core/result/ontology/ontology.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

namespace {

OntologyProcessPtr add(
    Ontology& ontology, std::int64_t pid, std::int64_t ppid, const std::string& tag, const std::string& time)
{
    ProcessFields fields;
    fields.image = tag;
    fields.pid = pid;
    fields.ppid = ppid;
    fields.startTime = time;
    const OntologyProcessPtr process
        = ontology.createProcess(ontology.createObjectId(tag, "process_x", "session"), fields);
    ontology.addProcess(process);
    return process;
}

std::string at(int second)
{
    return QStringLiteral("2024-01-01 00:00:%1.000").arg(second, 2, 10, QLatin1Char('0')).toStdString();
}

} // namespace

class ProcessTreeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void treeIdsAreThoseOfAssemblyline()
    {
        QCOMPARE(treeIdOf("?sys32\\services.exe|?sys32\\svchost.exe"),
            std::string("f26db097862af031c8a7ab84423f063be7f6e01f50699cdd3bfc23542af6a5b4"));
    }

    void objectsGetTheirPlaceInTheTree()
    {
        Ontology ontology;
        const OntologyProcessPtr child = add(ontology, 2, 1, "b", at(2));
        const OntologyProcessPtr parent = add(ontology, 1, 0, "a", at(1));
        ontology.inspectProcessTree({});
        QCOMPARE(parent->objectId->processTree, std::optional<std::string>("a"));
        // The child came first, so it knows its parent only when the parent began before it ended.
        QVERIFY(child->objectId->processTree);
        const OntologyProcessPtr grandchild = add(ontology, 3, 1, "c", at(3));
        ontology.inspectProcessTree({});
        QCOMPARE(grandchild->objectId->processTree, std::optional<std::string>("a|c"));
        QCOMPARE(grandchild->objectId->treeId, std::optional(treeIdOf("a|c")));
    }

    void parentsOfTheSameTimeGoFirst()
    {
        Ontology ontology;
        add(ontology, 2, 1, "b", at(1));
        add(ontology, 3, 2, "c", at(1));
        const OntologyProcessPtr last = ontology.processes().back();
        add(ontology, 1, 0, "a", at(1));
        ontology.inspectProcessTree({});
        QCOMPARE(last->objectId->processTree, std::optional<std::string>("a|b|c"));
    }

    void nothingIsAppendedBelowTheDepthLimit()
    {
        Ontology ontology;
        for (int pid = 1; pid <= 12; ++pid) {
            add(ontology, pid, pid - 1, "p", at(pid));
        }
        ontology.inspectProcessTree({});
        QVERIFY(ontology.processes()[9]->objectId->treeId);
        QVERIFY(!ontology.processes()[10]->objectId->treeId);
    }

    void aSafeLeafTakesItsParentAlong()
    {
        Ontology ontology;
        add(ontology, 1, 0, "wmic.exe", at(1));
        add(ontology, 2, 1, "x", at(2));
        QCOMPARE(ontology.inspectProcessTree({}).size(), std::size_t(2));
        QVERIFY(ontology.inspectProcessTree({treeIdOf("wmic.exe|x")}).empty());
    }

    void suspiciousRootsAreNamed()
    {
        Ontology ontology;
        add(ontology, 1, 0, "?c\\wmic.exe", at(1)); // both lists name it
        add(ontology, 2, 0, "?sys32\\werfault.exe", at(2));
        add(ontology, 3, 0, "?sys32\\cmd.exe", at(3));
        add(ontology, 4, 0, "?c\\winword.exe", at(4));
        const std::vector<std::string> expected
            = {"Lolbas_Patterns", "Suspicious_Remote_Patterns", "Suspicious_Patterns"};
        QCOMPARE(ontology.inspectProcessTree({}), expected);
    }
};

REGISTER_TEST(ProcessTreeTest)
#include "processtreetest.moc"
