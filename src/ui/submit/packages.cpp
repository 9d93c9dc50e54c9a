// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/packages.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// The packages that the Assemblyline service offers (its submission parameter "package").
QStringList packageNames()
{
    return {
        u"Ie4uinit"_s,
        u"access"_s,
        u"applet"_s,
        u"archive"_s,
        u"autoit"_s,
        u"batch"_s,
        u"chm"_s,
        u"chrome"_s,
        u"chromium"_s,
        u"chromium_ext"_s,
        u"cpl"_s,
        u"crx"_s,
        u"dll"_s,
        u"doc"_s,
        u"doc2016"_s,
        u"doc_antivm"_s,
        u"edge"_s,
        u"eml"_s,
        u"exe"_s,
        u"firefox"_s,
        u"firefox_ext"_s,
        u"generic"_s,
        u"hta"_s,
        u"hwp"_s,
        u"ichitaro"_s,
        u"ie"_s,
        u"inf"_s,
        u"inp"_s,
        u"jar"_s,
        u"js"_s,
        u"js_antivm"_s,
        u"lnk"_s,
        u"mht"_s,
        u"msbuild"_s,
        u"msg"_s,
        u"msi"_s,
        u"msix"_s,
        u"nodejs"_s,
        u"nsis"_s,
        u"ollydbg"_s,
        u"one"_s,
        u"pdf"_s,
        u"ppt"_s,
        u"ppt2016"_s,
        u"ps1"_s,
        u"pub"_s,
        u"pub2016"_s,
        u"python"_s,
        u"rar"_s,
        u"rdp"_s,
        u"reg"_s,
        u"regsvr"_s,
        u"sct"_s,
        u"service"_s,
        u"service_dll"_s,
        u"shellcode"_s,
        u"shellcode_x64"_s,
        u"swf"_s,
        u"tor_browser"_s,
        u"vbejse"_s,
        u"vbs"_s,
        u"wsf"_s,
        u"xls"_s,
        u"xls2016"_s,
        u"xps"_s,
        u"xslt"_s,
        u"zip"_s,
        u"zip_compound"_s,
    };
}

} // namespace

void fillPackageBox(QComboBox* box)
{
    box->addItem(QCoreApplication::translate("Packages", "Automatic"), u"None"_s);
    for (const QString& name : packageNames()) {
        box->addItem(name, name);
    }
    if (QCompleter* completer = box->completer()) {
        completer->setFilterMode(Qt::MatchContains);
        completer->setCompletionMode(QCompleter::PopupCompletion);
    }
}

} // namespace ui
