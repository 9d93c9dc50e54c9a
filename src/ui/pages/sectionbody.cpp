// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sectionbody.h"

#include "core/json/python.h"
#include "ui/models/recordmodel.h"
#include "ui/pages/tableview.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/tonedlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {

using core::json::Value;
using Cells = std::vector<std::string>;

constexpr int rowHeight = 22;
constexpr int tallestPart = 12; // rows that a part of a section shows before it scrolls
constexpr std::size_t shownRows = 5000;
constexpr std::size_t shownColumns = 64;
constexpr std::size_t wrappedText = 2000; // bytes; what is longer scrolls by itself
constexpr std::size_t longestText = std::size_t(1) << 20; // the JSON page has the whole

// A cell of a body: what is nested is shown as JSON.
std::string cellText(const Value& value)
{
    if (value.isNull()) {
        return {};
    }
    return value.isString()                   ? std::string(value.toString())
        : value.isObject() || value.isArray() ? core::json::dump(value)
                                              : core::json::python::str(value);
}

QWidget* makeText(const std::string& text, QWidget* parent)
{
    if (text.size() <= wrappedText) {
        auto* label = new WrappedText(QApplication::font(), parent);
        label->setText(fromUtf8(text));
        return label;
    }
    QString shown = fromUtf8(std::string_view(text).substr(0, longestText));
    if (text.size() > longestText) {
        shown += QChar(0x2026);
    }
    auto* view = new QPlainTextEdit(safeText(shown, LineBreaks::Keep), parent);
    view->setReadOnly(true);
    view->setAccessibleName(QCoreApplication::translate("ui::AssemblylinePage", "Text of the section"));
    view->setFrameShape(QFrame::NoFrame);
    view->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    const int lines = std::clamp(int(view->document()->blockCount()) + int(shown.size() / 110), 1, tallestPart);
    view->setFixedHeight(view->fontMetrics().lineSpacing() * lines + 16);
    return view;
}

QWidget* makeTable(const std::vector<std::string>& columns, std::vector<Cells> rows, QWidget* parent)
{
    auto* table = new QTableView(parent);
    auto* model = new RecordTable<Cells>(table);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        model->column(safeText(fromUtf8(columns[i])), ColumnStyle::Mono,
            [i](const Cells& cells) { return i < cells.size() ? fromUtf8(cells[i]) : QString(); });
    }
    if (rows.size() > shownRows) {
        rows.resize(shownRows);
    }
    const int count = int(rows.size());
    model->setRecords(std::move(rows));
    auto* filter = new RecordFilter(table);
    filter->setSourceModel(model);
    setUpTable(table, {});
    table->setAccessibleName(QCoreApplication::translate("ui::AssemblylinePage", "Table of the section"));
    table->setModel(filter);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->setItemDelegate(new ElidedDelegate(Qt::ElideRight, table));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setFixedHeight(
        std::min(count, tallestPart) * rowHeight + table->horizontalHeader()->sizeHint().height() + 4);
    return table;
}

QWidget* makeKeyValues(const Value& body, QWidget* parent)
{
    std::vector<Cells> rows;
    for (const auto& [key, value] : body.toObject()) {
        rows.push_back({std::string(key), cellText(value)});
    }
    for (const Value& pair : body.toArray()) {
        rows.push_back({cellText(pair[0]), cellText(pair[1])});
    }
    return rows.empty() ? nullptr
                        : makeTable({TonedLabel::tr("Key").toStdString(), TonedLabel::tr("Value").toStdString()},
                              std::move(rows), parent);
}

// A list of objects: the columns are their members, in order of first appearance.
QWidget* makeRows(const Value& body, QWidget* parent, std::initializer_list<const char*> wanted = {})
{
    std::vector<std::string> columns(wanted.begin(), wanted.end());
    if (columns.empty()) {
        for (const Value& row : body.toArray()) {
            for (const auto& [key, value] : row.toObject()) {
                if (columns.size() < shownColumns && !std::ranges::contains(columns, key.view())) {
                    columns.emplace_back(key);
                }
            }
        }
    }
    std::vector<Cells> rows;
    for (const Value& row : body.toArray()) {
        if (rows.size() == shownRows) {
            break;
        }
        Cells cells;
        for (const std::string& column : columns) {
            cells.push_back(cellText(row[column]));
        }
        rows.push_back(std::move(cells));
    }
    return rows.empty() ? nullptr : makeTable(columns, std::move(rows), parent);
}

class Column {
public:
    explicit Column(QWidget* parent)
        : m_area(new QWidget(parent))
        , m_layout(new QVBoxLayout(m_area))
    {
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setSpacing(8);
    }

    void add(QWidget* part)
    {
        if (part) {
            m_layout->addWidget(part);
        }
    }

    void addTitled(const QString& title, QWidget* part)
    {
        if (!part) {
            return;
        }
        m_layout->addWidget(new TonedLabel(title, Token::Dim, TonedLabel::Size::Dim, m_area));
        m_layout->addWidget(part);
    }

    QWidget* area() const { return m_area; }

private:
    QWidget* m_area;
    QVBoxLayout* m_layout;
};

QWidget* makeSandbox(const Value& body, QWidget* parent)
{
    Column column(parent);
    QWidget* area = column.area();
    const Value& information = body["analysis_information"];
    column.addTitled(TonedLabel::tr("Analysis"), makeKeyValues(information["analysis_metadata"], area));
    column.addTitled(TonedLabel::tr("Processes"),
        makeRows(
            body["processes"], area, {"image", "pid", "ppid", "command_line", "start_time", "end_time", "sources"}));
    column.addTitled(TonedLabel::tr("Network connections"),
        makeRows(body["network_connections"], area,
            {"time_observed", "transport_layer_protocol", "connection_type", "destination_ip", "destination_port",
                "process", "sources"}));
    column.addTitled(TonedLabel::tr("Signatures"),
        makeRows(body["signatures"], area, {"name", "score", "description", "pid", "malware_families"}));
    return area;
}

QWidget* makeImages(const Value& body, QWidget* parent)
{
    std::vector<Cells> rows;
    for (const Value& image : body.toArray()) {
        rows.push_back(
            {cellText(image["img"]["name"]), cellText(image["img"]["description"]), cellText(image["img"]["sha256"])});
    }
    return rows.empty()
        ? nullptr
        : makeTable({TonedLabel::tr("Image").toStdString(), TonedLabel::tr("Description").toStdString(), "sha256"},
              std::move(rows), parent);
}

core::BodyFormat formatNamed(std::string_view name)
{
    using enum core::BodyFormat;
    for (const core::BodyFormat format : {Text, MemoryDump, GraphData, Url, Json, KeyValue, OrderedKeyValue,
             ProcessTree, Table, Image, Multi, Divider, Timeline, Sandbox}) {
        if (core::nameOf(format) == name) {
            return format;
        }
    }
    return Json;
}

QWidget* makeParts(const Value& body, QWidget* parent)
{
    Column column(parent);
    for (const Value& part : body.toArray()) {
        const core::BodyFormat format = formatNamed(part[0].toString());
        // A body of bodies nests once at most.
        if (format != core::BodyFormat::Multi) {
            column.add(makeSectionBody(format, part[1], column.area()));
        }
    }
    return column.area();
}

} // namespace

QWidget* makeSectionBody(core::BodyFormat format, const Value& body, QWidget* parent)
{
    if (!core::json::python::truthy(body)) {
        return nullptr;
    }
    switch (format) {
    case core::BodyFormat::Text:
    case core::BodyFormat::MemoryDump:
        return makeText(cellText(body), parent);
    case core::BodyFormat::KeyValue:
    case core::BodyFormat::OrderedKeyValue:
        return makeKeyValues(body, parent);
    case core::BodyFormat::Table:
    case core::BodyFormat::Url:
    case core::BodyFormat::Timeline:
    case core::BodyFormat::ProcessTree:
        return makeRows(body, parent);
    case core::BodyFormat::Multi:
        return makeParts(body, parent);
    case core::BodyFormat::Sandbox:
        return makeSandbox(body, parent);
    case core::BodyFormat::Image:
        return makeImages(body, parent);
    case core::BodyFormat::Divider:
        return nullptr;
    case core::BodyFormat::GraphData:
    case core::BodyFormat::Json:
        return makeText(core::json::dump(body, 2), parent);
    }
    return nullptr;
}

} // namespace ui
