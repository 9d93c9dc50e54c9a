// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/packages.h"

#include "ui/widgets/choicebox.h"

#include <QComboBox>
#include <QCoreApplication>

namespace ui {

namespace {

struct Package {
    const char* name;
    const char* line;
};

// The packages that the Assemblyline service offers (its submission parameter "package") and those of CAPE's Linux
// analyzer, and what CAPE does in each.
constexpr Package Packages[] = {
    {"Ie4uinit", QT_TRANSLATE_NOOP("Packages", "Runs the commands of a prepared ie4uinit.inf")},
    {"access", QT_TRANSLATE_NOOP("Packages", "Opens a database in Microsoft Access")},
    {"applet", QT_TRANSLATE_NOOP("Packages", "Opens a Java applet in Firefox or Internet Explorer")},
    {"archive", QT_TRANSLATE_NOOP("Packages", "Unpacks an archive and runs what it finds in it")},
    {"autoit", QT_TRANSLATE_NOOP("Packages", "Runs an AutoIt script")},
    {"batch", QT_TRANSLATE_NOOP("Packages", "Runs a batch script in cmd.exe")},
    {"bash", QT_TRANSLATE_NOOP("Packages", "Runs a shell script on Linux")},
    {"chm", QT_TRANSLATE_NOOP("Packages", "Opens a compiled help file")},
    {"chrome", QT_TRANSLATE_NOOP("Packages", "Opens a link in Google Chrome")},
    {"chromium", QT_TRANSLATE_NOOP("Packages", "Opens a link in Chromium")},
    {"chromium_ext", QT_TRANSLATE_NOOP("Packages", "Opens a link in Chromium with an extension loaded")},
    {"cpl", QT_TRANSLATE_NOOP("Packages", "Opens a control panel item")},
    {"crx", QT_TRANSLATE_NOOP("Packages", "Loads an extension into Google Chrome")},
    {"deb", QT_TRANSLATE_NOOP("Packages", "Installs a Debian package on Linux")},
    {"dll", QT_TRANSLATE_NOOP("Packages", "Runs exports of a DLL by rundll32.exe")},
    {"doc", QT_TRANSLATE_NOOP("Packages", "Opens a document in Microsoft Word")},
    {"doc2016", QT_TRANSLATE_NOOP("Packages", "Opens a document in Microsoft Word 2016")},
    {"doc_antivm", QT_TRANSLATE_NOOP("Packages", "Opens a document in Word, with programs running beside it")},
    {"edge", QT_TRANSLATE_NOOP("Packages", "Opens a link in Microsoft Edge")},
    {"eml", QT_TRANSLATE_NOOP("Packages", "Opens an e-mail in Microsoft Outlook")},
    {"exe", QT_TRANSLATE_NOOP("Packages", "Runs a program")},
    {"firefox", QT_TRANSLATE_NOOP("Packages", "Opens a link in Firefox")},
    {"firefox_ext", QT_TRANSLATE_NOOP("Packages", "Opens a link in Firefox with an extension loaded")},
    {"generic", QT_TRANSLATE_NOOP("Packages", "Opens the file with whatever Windows has for it")},
    {"hta", QT_TRANSLATE_NOOP("Packages", "Runs an HTML application by mshta.exe")},
    {"hwp", QT_TRANSLATE_NOOP("Packages", "Opens a document in Hangul Word Processor")},
    {"ichitaro", QT_TRANSLATE_NOOP("Packages", "Opens a document in Ichitaro")},
    {"ie", QT_TRANSLATE_NOOP("Packages", "Opens a link in Internet Explorer")},
    {"inf", QT_TRANSLATE_NOOP("Packages", "Installs a setup information file by cmstp.exe")},
    {"inp", QT_TRANSLATE_NOOP("Packages", "Opens a document in InPage")},
    {"jar", QT_TRANSLATE_NOOP("Packages", "Runs a Java archive")},
    {"js", QT_TRANSLATE_NOOP("Packages", "Runs JScript in wscript.exe")},
    {"js_antivm", QT_TRANSLATE_NOOP("Packages", "Runs JScript, with programs running beside it")},
    {"lnk", QT_TRANSLATE_NOOP("Packages", "Opens a shortcut")},
    {"mht", QT_TRANSLATE_NOOP("Packages", "Opens a saved web page in Internet Explorer")},
    {"msbuild", QT_TRANSLATE_NOOP("Packages", "Builds a .NET project file by MSBuild")},
    {"msg", QT_TRANSLATE_NOOP("Packages", "Opens a message in Microsoft Outlook")},
    {"msi", QT_TRANSLATE_NOOP("Packages", "Installs a Windows Installer package")},
    {"msix", QT_TRANSLATE_NOOP("Packages", "Installs an MSIX app package")},
    {"nodejs", QT_TRANSLATE_NOOP("Packages", "Runs JavaScript in Node.js")},
    {"nsis", QT_TRANSLATE_NOOP("Packages", "Runs an NSIS installer without its checksum test")},
    {"ollydbg", QT_TRANSLATE_NOOP("Packages", "Opens a program in OllyDbg")},
    {"one", QT_TRANSLATE_NOOP("Packages", "Opens a notebook in Microsoft OneNote")},
    {"pdf", QT_TRANSLATE_NOOP("Packages", "Opens a PDF in Adobe Reader")},
    {"perl", QT_TRANSLATE_NOOP("Packages", "Runs a Perl script on Linux")},
    {"ppt", QT_TRANSLATE_NOOP("Packages", "Opens a presentation in Microsoft PowerPoint")},
    {"ppt2016", QT_TRANSLATE_NOOP("Packages", "Opens a presentation in PowerPoint 2016")},
    {"ps1", QT_TRANSLATE_NOOP("Packages", "Runs a PowerShell script")},
    {"pub", QT_TRANSLATE_NOOP("Packages", "Opens a publication in Microsoft Publisher")},
    {"pub2016", QT_TRANSLATE_NOOP("Packages", "Opens a publication in Publisher 2016")},
    {"python", QT_TRANSLATE_NOOP("Packages", "Runs a Python script")},
    {"python_whl", QT_TRANSLATE_NOOP("Packages", "Installs a Python wheel on Linux")},
    {"rar", QT_TRANSLATE_NOOP("Packages", "Unpacks a RAR archive and runs what is in it")},
    {"rdp", QT_TRANSLATE_NOOP("Packages", "Opens a remote desktop connection file")},
    {"reg", QT_TRANSLATE_NOOP("Packages", "Imports a registry file")},
    {"regsvr", QT_TRANSLATE_NOOP("Packages", "Registers a DLL by regsvr32.exe")},
    {"sct", QT_TRANSLATE_NOOP("Packages", "Runs a scriptlet by regsvr32.exe and scrobj.dll")},
    {"service", QT_TRANSLATE_NOOP("Packages", "Installs and starts a program as a service")},
    {"service_dll", QT_TRANSLATE_NOOP("Packages", "Installs and starts a DLL as a service")},
    {"shellcode", QT_TRANSLATE_NOOP("Packages", "Runs 32-bit shellcode")},
    {"shellcode_x64", QT_TRANSLATE_NOOP("Packages", "Runs 64-bit shellcode")},
    {"swf", QT_TRANSLATE_NOOP("Packages", "Opens a Flash film")},
    {"tor_browser", QT_TRANSLATE_NOOP("Packages", "Opens a link in Tor Browser")},
    {"vbejse", QT_TRANSLATE_NOOP("Packages", "Runs an encoded script in wscript.exe")},
    {"vbs", QT_TRANSLATE_NOOP("Packages", "Runs VBScript in wscript.exe")},
    {"wget", QT_TRANSLATE_NOOP("Packages", "Downloads and runs a file on Linux")},
    {"wsf", QT_TRANSLATE_NOOP("Packages", "Runs a Windows script file")},
    {"xls", QT_TRANSLATE_NOOP("Packages", "Opens a workbook in Microsoft Excel")},
    {"xdg_open", QT_TRANSLATE_NOOP("Packages", "Opens the file with whatever Linux has for it")},
    {"xls2016", QT_TRANSLATE_NOOP("Packages", "Opens a workbook in Excel 2016")},
    {"xps", QT_TRANSLATE_NOOP("Packages", "Opens an XPS document")},
    {"xslt", QT_TRANSLATE_NOOP("Packages", "Runs a style sheet by wmic.exe")},
    {"zip", QT_TRANSLATE_NOOP("Packages", "Unpacks a ZIP and runs what is in it")},
    {"zip_compound", QT_TRANSLATE_NOOP("Packages", "Unpacks a ZIP and runs one file beside the others")},
};

} // namespace

void fillPackageBox(QComboBox* box)
{
    addChoice(box, QCoreApplication::translate("Packages", "Automatic"), QStringLiteral("None"),
        QCoreApplication::translate("Packages", "CAPE chooses by the file's type"));
    for (const Package& package : Packages) {
        addChoice(box, QLatin1StringView(package.name), QLatin1StringView(package.name),
            QCoreApplication::translate("Packages", package.line));
    }
}

} // namespace ui
