// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonlines.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

// Unfolding each item of a list at once stops here: each costs memory.
constexpr std::size_t mostUnfoldedAtOnce = 100'000;

} // namespace

// An unfolded container. The lines inside it are counted from 0, its brackets not among them.
struct JsonLines::Fold {
    JsonNode node;
    std::uint32_t index = 0; // in the container around it
    std::uint32_t childCount = 0;
    std::vector<std::unique_ptr<Fold>> unfolded; // of its children, by index
    std::vector<std::int64_t> extra; // for each of them: the lines that it and those before it add to one line a child

    std::int64_t inside() const { return std::int64_t(childCount) + (extra.empty() ? 0 : extra.back()); }
    std::int64_t lines() const { return inside() + 2; }
    std::int64_t extraBefore(std::size_t position) const { return position == 0 ? 0 : extra[position - 1]; }
    std::int64_t startOf(std::size_t position) const { return unfolded[position]->index + extraBefore(position); }

    std::size_t positionOf(std::uint32_t child) const
    {
        const auto found = std::ranges::lower_bound(unfolded, child, {}, [](const auto& fold) { return fold->index; });
        return std::size_t(found - unfolded.begin());
    }
    Fold* find(std::uint32_t child) const
    {
        const std::size_t position = positionOf(child);
        return position < unfolded.size() && unfolded[position]->index == child ? unfolded[position].get() : nullptr;
    }
    // How many of the unfolded children start at or before a line.
    std::size_t startedBy(std::int64_t line) const
    {
        std::size_t from = 0;
        std::size_t to = unfolded.size();
        while (from < to) {
            const std::size_t middle = (from + to) / 2;
            if (startOf(middle) <= line) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
    void recount(std::size_t from)
    {
        extra.resize(unfolded.size());
        for (std::size_t i = from; i < unfolded.size(); ++i) {
            extra[i] = extraBefore(i) + unfolded[i]->lines() - 1;
        }
    }
};

JsonLines::JsonLines(JsonDocumentPtr document)
    : m_document(std::move(document))
    , m_top(makeFold(JsonDocument::root(), 0))
{
}

JsonLines::~JsonLines() = default;

std::unique_ptr<JsonLines::Fold> JsonLines::makeFold(JsonNode node, std::uint32_t index) const
{
    auto fold = std::make_unique<Fold>();
    fold->node = node;
    fold->index = index;
    fold->childCount = m_document->childCount(node);
    return fold;
}

std::int64_t JsonLines::count() const
{
    return m_top->lines();
}

JsonLine JsonLines::at(std::int64_t row) const
{
    JsonLine line;
    line.last = true; // of the top
    const Fold* fold = m_top.get();
    while (row > 0 && row < fold->lines() - 1) {
        --row;
        const std::size_t started = fold->startedBy(row);
        const Fold* inner = started > 0 ? fold->unfolded[started - 1].get() : nullptr;
        const std::int64_t within = inner ? row - fold->startOf(started - 1) : 0;
        const bool isInner = inner && within < inner->lines();
        const auto index = isInner ? inner->index : std::uint32_t(row - fold->extraBefore(started));
        const JsonChild child = m_document->child(fold->node, index);
        line.path.push_back(index);
        line.node = child.node;
        line.key = child.key;
        line.inObject = m_document->type(fold->node) == JsonType::Object;
        line.last = index + 1 == fold->childCount;
        if (!isInner) {
            line.shape = m_document->childCount(child.node) > 0 ? JsonLine::Shape::Folded : JsonLine::Shape::Scalar;
            return line;
        }
        fold = inner;
        row = within;
    }
    line.shape = row == 0 ? JsonLine::Shape::Opening : JsonLine::Shape::Closing;
    return line;
}

std::int64_t JsonLines::rowOf(std::span<const std::uint32_t> path, bool closing) const
{
    const Fold* fold = m_top.get();
    std::int64_t row = 0;
    for (const std::uint32_t step : path) {
        const std::size_t position = fold->positionOf(step);
        row += 1 + step + fold->extraBefore(position);
        fold = fold->find(step);
        if (!fold) {
            return row;
        }
    }
    return closing ? row + fold->lines() - 1 : row;
}

bool JsonLines::isUnfolded(std::span<const std::uint32_t> path) const
{
    const Fold* fold = m_top.get();
    for (const std::uint32_t step : path) {
        fold = fold->find(step);
        if (!fold) {
            return false;
        }
    }
    return true;
}

void JsonLines::unfold(std::span<const std::uint32_t> path)
{
    unfoldIn(*m_top, path, false);
}

void JsonLines::unfoldWithChildren(std::span<const std::uint32_t> path)
{
    unfoldIn(*m_top, path, true);
}

void JsonLines::unfoldIn(Fold& fold, std::span<const std::uint32_t> path, bool withChildren)
{
    if (path.empty()) {
        if (withChildren) {
            unfoldChildren(fold);
        }
        return;
    }
    const std::uint32_t step = path.front();
    const std::size_t position = fold.positionOf(step);
    if (!fold.find(step)) {
        const JsonNode node = m_document->child(fold.node, step).node;
        if (m_document->childCount(node) == 0) {
            return;
        }
        fold.unfolded.insert(fold.unfolded.begin() + std::ptrdiff_t(position), makeFold(node, step));
    }
    unfoldIn(*fold.unfolded[position], path.subspan(1), withChildren);
    fold.recount(position);
}

void JsonLines::unfoldChildren(Fold& fold)
{
    std::vector<std::unique_ptr<Fold>> before = std::exchange(fold.unfolded, {});
    auto next = before.begin();
    for (std::uint32_t i = 0; i < fold.childCount; ++i) {
        if (next != before.end() && (*next)->index == i) {
            fold.unfolded.push_back(std::move(*next++));
            continue;
        }
        const JsonNode node = m_document->child(fold.node, i).node;
        if (fold.unfolded.size() < mostUnfoldedAtOnce && m_document->childCount(node) > 0) {
            fold.unfolded.push_back(makeFold(node, i));
        }
    }
    fold.recount(0);
}

void JsonLines::fold(std::span<const std::uint32_t> path)
{
    if (!path.empty()) {
        foldIn(*m_top, path);
    }
}

void JsonLines::foldIn(Fold& fold, std::span<const std::uint32_t> path)
{
    Fold* inner = fold.find(path.front());
    if (!inner) {
        return;
    }
    const std::size_t position = fold.positionOf(path.front());
    if (path.size() > 1) {
        foldIn(*inner, path.subspan(1));
    } else {
        fold.unfolded.erase(fold.unfolded.begin() + std::ptrdiff_t(position));
    }
    fold.recount(position);
}

void JsonLines::foldAll()
{
    m_top = makeFold(JsonDocument::root(), 0);
}

} // namespace ui
