// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// Types that are told by what a file holds, after its beginning has told the format. The bytes may be cut off.
namespace core::filetype {

// A ZIP by the names of its entries: an office document, a JAR, an APK, ... or "archive/zip".
std::string zipType(std::string_view bytes);
// An OLE document by the class of its root entry; `otherwise` where that says nothing.
std::string oleType(std::string_view bytes, std::string otherwise);
// A DOS program that has a PE header behind its stub.
std::string dosType(std::string_view bytes);
// A PDF: encrypted, a portfolio, or neither.
std::string pdfType(std::string_view bytes);

} // namespace core::filetype
