// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/State>

#include <QString>

#include <vector>

namespace ui {

// Colours single lines of JSON, out of their context: each line of a pretty-printed text is whole in itself but for
// what it stands in, an object or an array.
class JsonHighlighter : private KSyntaxHighlighting::AbstractHighlighter {
public:
    struct Span {
        int start = 0;
        int length = 0;
        Token token = Token::Text;
    };

    JsonHighlighter();
    std::vector<Span> highlight(const QString& line, bool inObject);

private:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override;

    KSyntaxHighlighting::State m_inObject;
    KSyntaxHighlighting::State m_inArray;
    std::vector<Span> m_spans;
};

} // namespace ui
