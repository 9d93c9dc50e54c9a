// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/content.h"

#include <string>

// Types that are told by what a file holds, after libmagic has told the format.
namespace core::filetype {

// An OLE document by the class of its root entry; `otherwise` where that says nothing.
std::string oleType(Content& content, std::string otherwise);
// A DOS program that has a PE header behind its stub.
std::string dosType(Content& content);
// A PDF: encrypted, a portfolio, or neither.
std::string pdfType(Content& content);
// A CaRT: the type that its header names, where it does; a damaged one.
std::string cartType(Content& content);
// Assemblyline's own file that holds a URL: "uri/" and its scheme.
std::string uriType(Content& content);

} // namespace core::filetype
