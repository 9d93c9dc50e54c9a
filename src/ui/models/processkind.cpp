// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processkind.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace ui {

namespace {

struct Names {
    ProcessKind kind;
    std::string_view images; // separated by spaces, without ".exe"
};

constexpr Names KnownImages[]{
    {ProcessKind::Browser, "chrome msedge firefox iexplore opera brave vivaldi safari msedgewebview2 microsoftedge"},
    {ProcessKind::Document,
        "winword excel powerpnt outlook onenote msaccess mspub visio eqnedt32 soffice soffice.bin wordpad write "
        "acrord32 acrobat foxitreader foxitpdfreader sumatrapdf hwp wps et wpp wordview"},
    {ProcessKind::Script,
        "wscript cscript mshta python pythonw python3 java javaw node autoit3 autoit3_x64 perl ruby php lua"},
    {ProcessKind::Shell, "cmd powershell powershell_ise pwsh bash sh dash wsl windowsterminal"},
    {ProcessKind::Service,
        "services svchost spoolsv wmiprvse wmiapsrv dllhost taskeng taskhost taskhostw trustedinstaller tiworker "
        "searchindexer searchprotocolhost searchfilterhost sppsvc osppsvc msiexec vssvc wuauclt unsecapp "
        "audiodg dasHost sgrmbroker mpcmdrun msmpeng nissrv"},
    {ProcessKind::System,
        "system registry smss csrss wininit winlogon lsass lsaiso explorer dwm sihost fontdrvhost ctfmon conhost "
        "runtimebroker werfault wermgr logonui userinit backgroundtaskhost applicationframehost shellexperiencehost "
        "startmenuexperiencehost searchui searchapp smartscreen consent"},
    {ProcessKind::Tool,
        "rundll32 regsvr32 regsvcs regasm installutil msbuild csc vbc cmstp schtasks at reg regedit net net1 netsh "
        "sc whoami hostname systeminfo tasklist taskkill wmic certutil bitsadmin vssadmin wbadmin bcdedit ipconfig "
        "nslookup ping arp route netstat attrib icacls takeown forfiles timeout choice find findstr where xcopy "
        "robocopy expand extrac32 makecab odbcconf control hh ieexec infdefaultinstall mavinject msdt presentationhost "
        "curl tar ftp klist cmdkey wevtutil fodhelper eventvwr"},
};

std::string lowerStem(std::string_view imageName)
{
    std::string name(imageName.substr(imageName.find_last_of("\\/") + 1)); // npos + 1 is the start
    for (char& c : name) {
        c = c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
    }
    if (name.ends_with(".exe")) {
        name.resize(name.size() - 4);
    }
    return name;
}

std::unordered_map<std::string, ProcessKind> readImages()
{
    std::unordered_map<std::string, ProcessKind> kinds;
    for (const Names& names : KnownImages) {
        for (std::size_t start = 0; start < names.images.size();) {
            const std::size_t end = std::min(names.images.find(' ', start), names.images.size());
            kinds.emplace(lowerStem(names.images.substr(start, end - start)), names.kind);
            start = end + 1;
        }
    }
    return kinds;
}

} // namespace

ProcessKind processKindOf(std::string_view imageName)
{
    static const auto kinds = readImages();
    const auto found = kinds.find(lowerStem(imageName));
    return found == kinds.end() ? ProcessKind::Application : found->second;
}

QStringView iconName(ProcessKind kind)
{
    switch (kind) {
    case ProcessKind::Application:
        break;
    case ProcessKind::Sample:
        return u"kind-sample";
    case ProcessKind::Injected:
        return u"kind-injected";
    case ProcessKind::Browser:
        return u"kind-browser";
    case ProcessKind::Document:
        return u"kind-document";
    case ProcessKind::Script:
        return u"kind-script";
    case ProcessKind::Shell:
        return u"kind-shell";
    case ProcessKind::Service:
        return u"kind-service";
    case ProcessKind::System:
        return u"kind-system";
    case ProcessKind::Tool:
        return u"kind-tool";
    }
    return u"kind-application";
}

QString kindText(ProcessKind kind)
{
    switch (kind) {
    case ProcessKind::Application:
        break;
    case ProcessKind::Sample:
        return QCoreApplication::translate("ui::ProcessKind", "the sample itself");
    case ProcessKind::Injected:
        return QCoreApplication::translate("ui::ProcessKind", "changed by another process");
    case ProcessKind::Browser:
        return QCoreApplication::translate("ui::ProcessKind", "browser");
    case ProcessKind::Document:
        return QCoreApplication::translate("ui::ProcessKind", "document program");
    case ProcessKind::Script:
        return QCoreApplication::translate("ui::ProcessKind", "script host");
    case ProcessKind::Shell:
        return QCoreApplication::translate("ui::ProcessKind", "shell");
    case ProcessKind::Service:
        return QCoreApplication::translate("ui::ProcessKind", "system service");
    case ProcessKind::System:
        return QCoreApplication::translate("ui::ProcessKind", "part of Windows");
    case ProcessKind::Tool:
        return QCoreApplication::translate("ui::ProcessKind", "tool of Windows");
    }
    return QCoreApplication::translate("ui::ProcessKind", "program");
}

} // namespace ui
