// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sectionbody.h"

#include "core/json/python.h"
#include "ui/models/recordmodel.h"
#include "ui/pages/tableview.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copycells.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/textpreview.h"
#include "ui/widgets/tonedlabel.h"

#include <QApplication>
#include <QCoreApplication>
#include <QHeaderView>
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
constexpr qsizetype wrappedText = 2000; // characters; what is longer is no prose
constexpr std::size_t longestCell = 300; // bytes; a longer value is shown as a text of its own
constexpr std::size_t shownTexts = 40; // of a section; the cells of others can be opened
constexpr int previewRows = 16;

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

QString textTitle()
{
    return QCoreApplication::translate("ui::AssemblylinePage", "Text of the section");
}

QWidget* makeText(const QString& title, const QString& text, QWidget* parent)
{
    const bool isProse = text.size() <= wrappedText;
    auto* preview = new TextPreview(title, isProse ? QApplication::font() : Theme::monoFont(), parent);
    preview->setText(text, {.characters = 4000, .rows = previewRows});
    return preview;
}

QWidget* makeTable(const std::vector<std::string>& columns, std::vector<Cells> rows, QWidget* parent)
{
    auto* table = new QTableView(parent);
    auto* model = new RecordTable<Cells>(table);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        model->column(safeLine(fromUtf8(columns[i])), ColumnStyle::Mono,
            [i](const Cells& cells) { return i < cells.size() ? fromUtf8(cells[i]) : QString(); });
    }
    if (rows.size() > shownRows) {
        rows.resize(shownRows);
    }
    const int count = int(rows.size());
    model->setRecords(std::move(rows));
    auto* filter = new RecordFilter(table);
    filter->setSourceModel(model);
    setUpTable(table);
    table->setAccessibleName(QCoreApplication::translate("ui::AssemblylinePage", "Table of the section"));
    table->setModel(filter);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->setItemDelegate(new ElidedDelegate(Qt::ElideRight, table));
    fitColumns(table);
    QObject::connect(table, &QTableView::activated, table, [table] { showWholeCell(table); });
    table->setFixedHeight(
        std::min(count, tallestPart) * rowHeight + table->horizontalHeader()->sizeHint().height() + 4);
    return table;
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

// A script or a buffer: a cell would show one line of it.
bool isLong(std::string_view text)
{
    return text.size() > longestCell || text.contains('\n');
}

// Short values as a table; below it each long one as the text that it is.
QWidget* makeKeyValues(const Value& body, QWidget* parent)
{
    std::vector<Cells> rows;
    std::vector<Cells> texts;
    const auto add = [&](std::string key, std::string value) {
        const bool isText = isLong(value) && texts.size() < shownTexts;
        (isText ? texts : rows).push_back({std::move(key), std::move(value)});
    };
    for (const auto& [key, value] : body.toObject()) {
        add(std::string(key), cellText(value));
    }
    for (const Value& pair : body.toArray()) {
        add(cellText(pair[0]), cellText(pair[1]));
    }
    if (rows.empty() && texts.empty()) {
        return nullptr;
    }
    Column column(parent);
    if (!rows.empty()) {
        column.add(makeTable({TonedLabel::tr("Key").toStdString(), TonedLabel::tr("Value").toStdString()},
            std::move(rows), column.area()));
    }
    for (const Cells& text : texts) {
        column.addTitled(fromUtf8(text[0]), makeText(fromUtf8(text[0]), fromUtf8(text[1]), column.area()));
    }
    return column.area();
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
        return makeText(textTitle(), fromUtf8(cellText(body)), parent);
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
        return makeText(textTitle(), fromUtf8(core::json::dump(body, 2)), parent);
    }
    return nullptr;
}

} // namespace ui
