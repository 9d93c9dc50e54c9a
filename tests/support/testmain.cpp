// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include <QtTest>

#include <algorithm>
#include <cctype>
#include <cstdio>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#else
using Application = QCoreApplication;
#endif

namespace test {

std::vector<Entry>& registry()
{
    static std::vector<Entry> entries;
    return entries;
}

bool add(const char* className, std::function<std::unique_ptr<QObject>()> make)
{
    std::string name = className;
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    registry().push_back({std::move(name), std::move(make)});
    return true;
}

} // namespace test

// usage: PROGRAM [CLASS [qtest options]]; without a class, all of them. An unknown class fails: a test is never
// skipped because its name was mistyped.
int main(int argc, char** argv)
{
    Application app(argc, argv);
    QStringList arguments = app.arguments();
    const std::string wanted = arguments.size() > 1 ? arguments.takeAt(1).toStdString() : std::string();
    QStandardPaths::setTestModeEnabled(true);
    int failed = 0;
    int run = 0;
    for (const test::Entry& entry : test::registry()) {
        if (!wanted.empty() && entry.name != wanted) {
            continue;
        }
        ++run;
        const auto object = entry.make();
        failed += QTest::qExec(object.get(), arguments);
    }
    if (run == 0) {
        std::fprintf(stderr, "no test class named %s\n", wanted.c_str());
        return 1;
    }
    return failed != 0;
}
