// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsondocument.h"

namespace ui {

// One line of a document that is partly folded.
struct JsonLine {
    enum class Shape {
        Scalar, // a scalar or an empty container
        Folded, // a container in one line
        Opening, // the first and the last line of an unfolded container
        Closing,
    };

    Shape shape = Shape::Scalar;
    JsonPath path; // of the value; a container's opening and closing line have the same
    JsonNode node;
    std::string_view key;
    bool inObject = false; // has a key
    bool last = false; // no comma follows
};

// Which containers of a document are unfolded, and so which line stands at which row. Only unfolded containers cost
// memory; a list of a million folded items is one of them. Nothing but the top is unfolded at first.
class JsonLines {
public:
    explicit JsonLines(JsonDocumentPtr document);
    ~JsonLines();

    const JsonDocument& document() const { return *m_document; }
    const JsonDocumentPtr& shared() const { return m_document; }

    std::int64_t count() const;
    JsonLine at(std::int64_t row) const;
    // The row where the value's line (an unfolded container's first or last) is; that of the folded container which
    // hides it, where one does.
    std::int64_t rowOf(std::span<const std::uint32_t> path, bool closing = false) const;
    bool isUnfolded(std::span<const std::uint32_t> path) const;

    // Unfolds a container and all that it stands in; a scalar's path unfolds what it stands in.
    void unfold(std::span<const std::uint32_t> path);
    // The same, and its own members and items, though of a huge list not all.
    void unfoldWithChildren(std::span<const std::uint32_t> path);
    // Folds a container, and forgets what was unfolded in it. The top stays unfolded.
    void fold(std::span<const std::uint32_t> path);
    void foldAll();

private:
    struct Fold;

    std::unique_ptr<Fold> makeFold(JsonNode node, std::uint32_t index) const;
    void unfoldIn(Fold& fold, std::span<const std::uint32_t> path, bool withChildren);
    void unfoldChildren(Fold& fold);
    void foldIn(Fold& fold, std::span<const std::uint32_t> path);

    JsonDocumentPtr m_document;
    std::unique_ptr<Fold> m_top;
};

} // namespace ui
