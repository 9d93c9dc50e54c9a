// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace test {

// A test class of this program: its lower-case name, as ctest passes it, and how to make one.
struct Entry {
    std::string name;
    std::function<std::unique_ptr<QObject>()> make;
};

std::vector<Entry>& registry();
bool add(const char* className, std::function<std::unique_ptr<QObject>()> make);

} // namespace test

// Makes the class known to the program's main; stands once in each test file, outside any namespace.
#define REGISTER_TEST(Class)                                                                                           \
    static const bool registered##Class [[maybe_unused]]                                                               \
    = test::add(#Class, [] { return std::unique_ptr<QObject>(std::make_unique<Class>()); });
