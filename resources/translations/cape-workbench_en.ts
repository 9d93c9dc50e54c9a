<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ArtifactsWriter</name>
    <message numerus="yes">
        <source>%1 In all, %n file(s) were not written.</source>
        <translation>
            <numerusform>%1 In all, %n file was not written.</numerusform>
            <numerusform>%1 In all, %n files were not written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapeClient</name>
    <message numerus="yes">
        <source>The server allows no more requests for now. Next try in %n s.</source>
        <translation>
            <numerusform>The server allows no more requests for now. Next try in %n s.</numerusform>
            <numerusform>The server allows no more requests for now. Next try in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DemoSummary</name>
    <message numerus="yes">
        <source>task %1 on %2, route %3, %n second(s)</source>
        <translation>
            <numerusform>task %1 on %2, route %3, %n second</numerusform>
            <numerusform>task %1 on %2, route %3, %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Ask the servers for %n hash(es)</source>
        <translation>
            <numerusform>Ask the servers for %n hash</numerusform>
            <numerusform>Ask the servers for %n hashes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit %n file(s)</source>
        <translation>
            <numerusform>Submit %n file</numerusform>
            <numerusform>Submit %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit %n file(s) to %1</source>
        <translation>
            <numerusform>Submit %n file to %1</numerusform>
            <numerusform>Submit %n files to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n report(s)</source>
        <translation>
            <numerusform>Open %n report</numerusform>
            <numerusform>Open %n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit %n URL(s)</source>
        <translation>
            <numerusform>Submit %n URL</numerusform>
            <numerusform>Submit %n URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit %n URL(s) to %1</source>
        <translation>
            <numerusform>Submit %n URL to %1</numerusform>
            <numerusform>Submit %n URLs to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonLine</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultBuilder</name>
    <message numerus="yes">
        <source>%n search(es) for indicators took too long and were given up. What those texts hold may be missing.</source>
        <translation>
            <numerusform>%n search for indicators took too long and was given up. What its text holds may be missing.</numerusform>
            <numerusform>%n searches for indicators took too long and were given up. What those texts hold may be missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) are missing from the ontology, because they stand deeper in the process tree than Assemblyline follows it: %1</source>
        <translation>
            <numerusform>%n process is missing from the ontology, because it stands deeper in the process tree than Assemblyline follows it: %1</numerusform>
            <numerusform>%n processes are missing from the ontology, because they stand deeper in the process tree than Assemblyline follows it: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubmissionPlan</name>
    <message numerus="yes">
        <source>%n task(s) waiting</source>
        <translation>
            <numerusform>%n task waiting</numerusform>
            <numerusform>%n tasks waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubmitCommand</name>
    <message numerus="yes">
        <source>Asking the servers for %n hash(es)…</source>
        <translation>
            <numerusform>Asking the servers for %n hash…</numerusform>
            <numerusform>Asking the servers for %n hashes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The time limit of %n second(s) is over.</source>
        <translation>
            <numerusform>The time limit of %n second is over.</numerusform>
            <numerusform>The time limit of %n seconds is over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskStore</name>
    <message numerus="yes">
        <source>%n task(s) in the list could not be read.</source>
        <translation>
            <numerusform>%n task in the list could not be read.</numerusform>
            <numerusform>%n tasks in the list could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) of it could be read and go on.</source>
        <translation>
            <numerusform>%n task of it could be read and goes on.</numerusform>
            <numerusform>%n tasks of it could be read and go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli::TaskTeller</name>
    <message numerus="yes">
        <source>%1 Next try in %n s.</source>
        <translation>
            <numerusform>%1 Next try in %n s.</numerusform>
            <numerusform>%1 Next try in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, for %n minute(s) now</source>
        <translation>
            <numerusform>%1, for %n minute now</numerusform>
            <numerusform>%1, for %n minutes now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BadgesDelegate</name>
    <message numerus="yes">
        <source>%Ln signature(s)</source>
        <translation>
            <numerusform>%Ln signature</numerusform>
            <numerusform>%Ln signatures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln network call(s)</source>
        <translation>
            <numerusform>%Ln network call</numerusform>
            <numerusform>%Ln network calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file call(s)</source>
        <translation>
            <numerusform>%Ln file call</numerusform>
            <numerusform>%Ln file calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln registry call(s)</source>
        <translation>
            <numerusform>%Ln registry call</numerusform>
            <numerusform>%Ln registry calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BundleFields</name>
    <message numerus="yes">
        <source>%n value(s) that Assemblyline does not take as tags: they stay in the text.</source>
        <translation>
            <numerusform>%n value that Assemblyline does not take as a tag: it stays in the text.</numerusform>
            <numerusform>%n values that Assemblyline does not take as tags: they stay in the text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CaseStore</name>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>cases and analyses</comment>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CaseTreeModel</name>
    <message numerus="yes">
        <source>%1, %n analysis(es)</source>
        <translation>
            <numerusform>%1, %n analysis</numerusform>
            <numerusform>%1, %n analyses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CountBar</name>
    <message numerus="yes">
        <source>The filter hides all %Ln row(s).</source>
        <translation>
            <numerusform>The filter hides the only row (%Ln).</numerusform>
            <numerusform>The filter hides all %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 of %Ln row</numerusform>
            <numerusform>%1 of %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%n section</numerusform>
            <numerusform>%n sections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportNotice</name>
    <message numerus="yes">
        <source>%n file(s) exported to %1</source>
        <translation>
            <numerusform>%n file exported to %1</numerusform>
            <numerusform>%n files exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OverviewPage</name>
    <message numerus="yes">
        <source>%n payload(s): %1</source>
        <translation>
            <numerusform>%n payload: %1</numerusform>
            <numerusform>%n payloads: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ParametersForm</name>
    <message numerus="yes">
        <source>Advanced (%n changed)</source>
        <translation>
            <numerusform>Advanced (%n changed)</numerusform>
            <numerusform>Advanced (%n changed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProbePanel</name>
    <message numerus="yes">
        <source>CAPE %1: %2 of %3 machines free, %n task(s) waiting.</source>
        <translation>
            <numerusform>CAPE %1: %2 of %3 machines free, %n task waiting.</numerusform>
            <numerusform>CAPE %1: %2 of %3 machines free, %n tasks waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProcessGraph</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReportHeader</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ServerChip</name>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SignatureCard</name>
    <message numerus="yes">
        <source>%Ln mark(s)</source>
        <translation>
            <numerusform>%Ln mark</numerusform>
            <numerusform>%Ln marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SubmitDialog</name>
    <message numerus="yes">
        <source>%n more sample(s) cannot be submitted.</source>
        <translation>
            <numerusform>%n more sample cannot be submitted.</numerusform>
            <numerusform>%n more samples cannot be submitted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit %n task(s)</source>
        <translation>
            <numerusform>Submit %n task</numerusform>
            <numerusform>Submit %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %n sample(s) and the choices made for it are lost.</source>
        <translation>
            <numerusform>The list of %n sample and the choices made for it are lost.</numerusform>
            <numerusform>The list of %n samples and the choices made for it are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TaskPanel</name>
    <message numerus="yes">
        <source>Cancel %n task(s)?</source>
        <translation>
            <numerusform>Cancel %n task?</numerusform>
            <numerusform>Cancel %n tasks?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n task(s) on the server?</source>
        <translation>
            <numerusform>Delete %n task on the server?</numerusform>
            <numerusform>Delete %n tasks on the server?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n task(s) from the list?</source>
        <translation>
            <numerusform>Remove %n task from the list?</numerusform>
            <numerusform>Remove %n tasks from the list?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is in a case, which keeps what it knows of it and loses the report.</source>
        <translation>
            <numerusform>%n of them is in a case, which keeps what it knows of it and loses the report.</numerusform>
            <numerusform>%n of them are in a case, which keeps what it knows of them and loses the reports.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TextPreview</name>
    <message numerus="yes">
        <source>Show all %Ln character(s)</source>
        <translation>
            <numerusform>Show the whole of %Ln character</numerusform>
            <numerusform>Show all %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln line(s)</source>
        <translation>
            <numerusform>Show the whole of %Ln line</numerusform>
            <numerusform>Show all %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TextViewer</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
</TS>
