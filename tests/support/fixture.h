// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/reader.h"
#include "testpaths.h"

#include <QtTest>

namespace test {

// The path of a file below tests/fixtures.
inline QString fixture(const QString& name)
{
    return QStringLiteral(CAPEWB_FIXTURES "/") + name;
}

// A JSON fixture; a missing or broken one ends the test program with its reason.
inline core::json::Value jsonFixture(const QString& name)
{
    auto value = core::json::parseFile(fixture(name));
    if (!value) {
        qFatal("%s: %s", qPrintable(name), qPrintable(value.error().message));
    }
    return *value;
}

} // namespace test
