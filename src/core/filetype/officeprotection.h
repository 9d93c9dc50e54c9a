// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/content.h"

namespace core::filetype {

// Whether an office document's content is encrypted: an OOXML document in an OLE one, or a Word, Excel or PowerPoint
// document of the old formats with its mark of encryption ([MS-DOC] 2.5.2, [MS-XLS] 2.4.117, [MS-PPT] 2.3.3).
bool isProtectedOffice(Content& content);

} // namespace core::filetype
