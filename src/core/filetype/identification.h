// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core::filetype {

// What told a type: libmagic's signatures; what the text holds (JSON, CSV, the rules); the learned classifier.
enum class Teller { Magic, Rule, Classifier };

// "magic", "rule" or "classifier"
std::string_view nameOf(Teller teller);

// What a file is.
struct Identification {
    std::string type = "unknown"; // Assemblyline's name, such as "executable/windows/pe64"; "empty" for no bytes
    std::string mime; // libmagic's, made safe; may be empty
    std::string magic; // libmagic's words, made safe; may be empty
    Teller by = Teller::Magic;
    // The classifier would have been asked, and is not there or turned off: with it the type may be another.
    bool withoutClassifier = false;
};

} // namespace core::filetype
