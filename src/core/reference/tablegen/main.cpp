// SPDX-License-Identifier: GPL-3.0-or-later
// tablegen TABLE INPUT.json OUTPUT.h: turns a reference table into constant C++ data, so that no run parses or hashes
// it.
#include "tables.h"

#include <fstream>
#include <iostream>

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr << "usage: tablegen TABLE INPUT.json OUTPUT.h\n";
        return 2;
    }
    simdjson::dom::parser parser;
    simdjson::dom::element json;
    if (const auto error = parser.load(argv[2]).get(json)) {
        std::cerr << argv[2] << ": " << error << '\n';
        return 1;
    }
    const std::string definitions = tablegen::generate(argv[1], json);
    if (definitions.empty()) {
        std::cerr << "no table is named " << argv[1] << '\n';
        return 1;
    }
    std::ofstream out(argv[3], std::ios::binary);
    out << "// Generated from resources/reference/" << argv[1] << ".json; do not edit.\n#pragma once\n\n"
        << "#include <span>\n#include <string_view>\n\nnamespace core::reference::tables {\n\n"
        << "using namespace std::string_view_literals;\n\n"
        << definitions << "\n} // namespace core::reference::tables\n";
    return out.flush() ? 0 : 1;
}
