// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/jsonpage.h"

#include "ui/json/jsonview.h"
#include "ui/report/reportsession.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/copyfield.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/line.h"
#include "ui/widgets/tonedlabel.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace ui {

namespace {

constexpr auto typingPause = std::chrono::milliseconds(180);
constexpr std::size_t longestInspected = 256 * 1024;
constexpr std::size_t longestCopied = 16 * 1024 * 1024;

QString typeName(JsonType type)
{
    switch (type) {
    case JsonType::Null:
        return QCoreApplication::translate("ui::JsonPage", "null");
    case JsonType::Bool:
        return QCoreApplication::translate("ui::JsonPage", "true or false");
    case JsonType::Number:
        return QCoreApplication::translate("ui::JsonPage", "number");
    case JsonType::String:
        return QCoreApplication::translate("ui::JsonPage", "string");
    case JsonType::Array:
    case JsonType::Raw:
        return QCoreApplication::translate("ui::JsonPage", "array");
    case JsonType::Object:
        return QCoreApplication::translate("ui::JsonPage", "object");
    }
    return {};
}

// A string as itself, everything else as JSON; false where it was cut.
bool appendValue(std::string& out, const JsonDocument& document, JsonNode node, std::size_t longest)
{
    if (document.type(node) != JsonType::String) {
        return document.append(out, node, longest);
    }
    const std::string_view text = document.text(node);
    out += utf8Start(text, longest);
    return text.size() <= longest;
}

InspectorContent describe(const JsonDocument& document, const JsonPath& path)
{
    const JsonNode node = document.at(path);
    const JsonType type = document.type(node);
    const std::string pointer = document.pointer(path);
    InspectorContent content;
    content.title = path.empty() ? QCoreApplication::translate("ui::JsonPage", "The whole report")
                                 : fromUtf8(pointer.substr(pointer.rfind('/') + 1));
    content.facts.push_back({QCoreApplication::translate("ui::JsonPage", "JSON pointer"), fromUtf8(pointer), true});
    const bool object = type == JsonType::Raw && document.text(node).starts_with('{');
    content.facts.push_back(
        {QCoreApplication::translate("ui::JsonPage", "Type"), typeName(object ? JsonType::Object : type), false});
    if (type == JsonType::Array) {
        content.facts.push_back(
            {QCoreApplication::translate("ui::JsonPage", "Items"), formatCount(document.childCount(node)), false});
    } else if (type == JsonType::Object) {
        content.facts.push_back(
            {QCoreApplication::translate("ui::JsonPage", "Members"), formatCount(document.childCount(node)), false});
    } else if (type == JsonType::String) {
        content.facts.push_back({QCoreApplication::translate("ui::JsonPage", "Length"),
            formatBytes(qint64(document.text(node).size())), false});
    }
    std::string body;
    const bool whole = appendValue(body, document, node, longestInspected);
    content.body = fromUtf8(body);
    if (!whole) {
        content.facts.push_back({QCoreApplication::translate("ui::JsonPage", "Shown"),
            QCoreApplication::translate("ui::JsonPage", "The first %1; copy the value to have all of it.")
                .arg(formatBytes(qint64(body.size()))),
            false});
    }
    return content;
}

} // namespace

JsonPage::JsonPage(QWidget* parent)
    : ReportPage(parent)
    , m_areas(new QStackedWidget(this))
    , m_view(new JsonView(this))
{
    m_view->setAccessibleName(tr("The report as JSON"));
    connect(m_view, &JsonView::currentChanged, this, &JsonPage::currentChanged);
    connect(m_view, &JsonView::menuRequested, this, &JsonPage::openMenu);
    m_areas->addWidget(m_view);
    m_areas->addWidget(new EmptyState(u"json", tr("This report is empty"),
        tr("It holds no section at all. See that the server writes its litereport: enabled = yes in the [litereport] "
           "section "
           "of reporting.conf."),
        this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_areas, 1);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(makeStatusBar());
    makeActions();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &JsonPage::search);
}

JsonPage::~JsonPage()
{
    m_searchStop.request_stop();
}

QString JsonPage::countText() const
{
    return m_document ? formatBytes(qint64(m_document->report().bytes())) : QString();
}

QToolButton* JsonPage::addButton(QStringView iconName, const QString& text)
{
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

QWidget* JsonPage::makeToolBar()
{
    auto* bar = new QWidget(this);
    m_text = new QLineEdit(bar);
    m_text->setPlaceholderText(tr("Find in keys and values"));
    m_text->setClearButtonEnabled(true);
    m_text->setAccessibleName(tr("Find in the JSON text"));
    m_found = new TonedLabel({}, Token::Dim, TonedLabel::Size::Dim, bar);
    QToolButton* previous = addButton(u"chevron-left", tr("Previous (Shift+F3)"));
    QToolButton* next = addButton(u"chevron-right", tr("Next (F3)"));
    QToolButton* unfold = addButton(u"expand", tr("Unfold this and what it holds (*)"));
    QToolButton* fold = addButton(u"collapse", tr("Fold everything"));
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        const bool back = QGuiApplication::keyboardModifiers() & Qt::ShiftModifier;
        back ? findPrevious() : findNext();
    });
    connect(previous, &QToolButton::clicked, this, &JsonPage::findPrevious);
    connect(next, &QToolButton::clicked, this, &JsonPage::findNext);
    connect(unfold, &QToolButton::clicked, m_view, &JsonView::unfoldWithChildren);
    connect(fold, &QToolButton::clicked, m_view, &JsonView::foldAll);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_found);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(new Line(Qt::Vertical, bar));
    layout->addWidget(unfold);
    layout->addWidget(fold);
    return bar;
}

QWidget* JsonPage::makeStatusBar()
{
    auto* bar = new QWidget(this);
    m_pointer = new CopyField({}, bar);
    m_pointer->setToolTip(tr("JSON pointer of the current line"));
    m_size = new TonedLabel({}, Token::Dim, TonedLabel::Size::Dim, bar);
    connect(m_view, &JsonView::linesChanged, this,
        [this] { m_size->setText(tr("%1 lines unfolded").arg(formatCount(m_view->lines().count()))); });
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(m_pointer, 1);
    layout->addWidget(m_size);
    return bar;
}

QAction* JsonPage::addViewAction(
    QStringView iconName, const QString& text, const QKeySequence& shortcut, void (JsonPage::*slot)())
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_view->addAction(action);
    return action;
}

void JsonPage::makeActions()
{
    m_copyValue = addViewAction(u"copy", tr("&Copy value"), QKeySequence::Copy, &JsonPage::copyValue);
    m_copyPointer = addViewAction(
        u"link", tr("Copy JSON &pointer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &JsonPage::copyPointer);
    const auto shortcut = [this](const QKeySequence& keys, void (JsonPage::*slot)()) {
        auto* made = new QShortcut(keys, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, slot);
    };
    shortcut(QKeySequence(Qt::Key_F3), &JsonPage::findNext);
    shortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3), &JsonPage::findPrevious);
}

void JsonPage::setReport(const ReportSession& session)
{
    setReport(session.report());
}

void JsonPage::setReport(const core::ReportPtr& report)
{
    m_document = std::make_shared<const JsonDocument>(report);
    m_areas->setCurrentIndex(report->sections().empty() ? 1 : 0);
    m_view->setDocument(m_document);
    m_pointer->setValue({});
    Q_EMIT countTextChanged();
}

void JsonPage::goTo(const Target& target)
{
    if (!m_document || target.text.isEmpty()) {
        return;
    }
    m_view->showPath(m_document->find(target.text.toStdString()));
    m_view->setFocus(Qt::OtherFocusReason);
}

void JsonPage::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void JsonPage::search()
{
    m_typing.stop();
    m_searchStop.request_stop();
    m_searchStop = std::stop_source();
    const QString needle = m_text->text();
    m_hits.reset();
    m_searched.clear();
    m_view->setMarked(needle);
    m_found->setText(needle.isEmpty() || !m_document ? QString() : tr("searching\u2026"));
    if (needle.isEmpty() || !m_document) {
        return;
    }
    const std::stop_token stop = m_searchStop.get_token();
    QtConcurrent::run([document = m_document, needle, stop] {
        return std::make_shared<const JsonHits>(findInJson(*document, needle, stop));
    }).then(this, [this, needle, stop](const std::shared_ptr<const JsonHits>& hits) {
        if (!stop.stop_requested()) {
            takeHits(needle, hits);
        }
    });
}

void JsonPage::takeHits(const QString& needle, const std::shared_ptr<const JsonHits>& hits)
{
    m_searched = needle;
    m_hits = hits;
    if (hits->empty()) {
        return showHitCount();
    }
    const std::size_t first = hits->firstFrom(m_view->currentPath());
    showHit(first < hits->size() ? first : 0);
}

// Return before the hits are there starts the search, and the first hit is shown when it is done.
void JsonPage::findNext()
{
    if (m_text->text() != m_searched) {
        return search();
    }
    if (!m_hits || m_hits->empty()) {
        return;
    }
    const JsonPath& path = m_view->currentPath();
    std::size_t number = m_hits->firstFrom(path);
    if (number < m_hits->size() && std::ranges::equal((*m_hits)[number], path)) {
        ++number;
    }
    showHit(number < m_hits->size() ? number : 0);
}

void JsonPage::findPrevious()
{
    if (m_text->text() != m_searched) {
        return search();
    }
    if (!m_hits || m_hits->empty()) {
        return;
    }
    const std::size_t number = m_hits->firstFrom(m_view->currentPath());
    showHit(number > 0 ? number - 1 : m_hits->size() - 1);
}

void JsonPage::showHit(std::size_t number)
{
    m_view->showPath((*m_hits)[number]);
    showHitCount();
}

void JsonPage::showHitCount()
{
    if (!m_hits) {
        return;
    }
    if (m_hits->empty()) {
        return m_found->setText(tr("not found"));
    }
    const QString all = m_hits->truncated ? tr("more than %1").arg(formatCount(qint64(m_hits->size())))
                                          : formatCount(qint64(m_hits->size()));
    const std::size_t number = m_hits->firstFrom(m_view->currentPath());
    const bool onHit = number < m_hits->size() && std::ranges::equal((*m_hits)[number], m_view->currentPath());
    m_found->setText(onHit ? tr("%1 of %2").arg(formatCount(qint64(number) + 1), all) : tr("%1 found").arg(all));
}

void JsonPage::currentChanged()
{
    m_pointer->setValue(fromUtf8(m_document->pointer(m_view->currentPath())));
    showHitCount();
    Q_EMIT inspectorChanged(describe(*m_document, m_view->currentPath()));
}

void JsonPage::openMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_copyValue);
    menu->addAction(m_copyPointer);
    menu->addSeparator();
    const JsonPath path = m_view->currentPath();
    const bool unfolded = m_view->lines().isUnfolded(path);
    if (m_document->childCount(m_document->at(path)) > 0) {
        QAction* fold
            = menu->addAction(icon(unfolded ? u"collapse" : u"expand"), unfolded ? tr("&Fold") : tr("&Unfold"));
        fold->setEnabled(!path.empty());
        connect(fold, &QAction::triggered, m_view, [this, unfolded] { m_view->setUnfolded(!unfolded); });
        connect(menu->addAction(tr("Unfold this and &what it holds")), &QAction::triggered, m_view,
            &JsonView::unfoldWithChildren);
    }
    connect(menu->addAction(tr("Fold &everything")), &QAction::triggered, m_view, &JsonView::foldAll);
    if (m_document->callOf(path)) {
        menu->addSeparator();
        connect(menu->addAction(icon(u"processes"), tr("Show the call in its p&rocess")), &QAction::triggered, this,
            &JsonPage::showInProcesses);
    }
    menu->popup(position);
}

void JsonPage::showInProcesses()
{
    const auto call = m_document->callOf(m_view->currentPath());
    if (!call) {
        return;
    }
    for (const core::Process& process : m_document->report().processes()) {
        if (*call >= process.calls.first && *call < process.calls.end()) {
            return Q_EMIT navigationRequested(
                {.page = pages::Processes.toString(), .pid = process.pid, .callIndex = *call});
        }
    }
}

void JsonPage::copyText(const std::string& text, bool whole)
{
    if (whole) {
        return QGuiApplication::clipboard()->setText(fromUtf8(text));
    }
    QToolTip::showText(m_view->mapToGlobal(m_view->rect().center()),
        safeToolTip(tr("The value is larger than %1 and was not copied. Copy a part of it.")
                .arg(formatBytes(qint64(longestCopied)))),
        m_view);
}

void JsonPage::copyValue()
{
    if (!m_document) {
        return;
    }
    std::string text;
    const bool whole = appendValue(text, *m_document, m_document->at(m_view->currentPath()), longestCopied);
    copyText(text, whole);
}

void JsonPage::copyPointer()
{
    if (m_document) {
        copyText(m_document->pointer(m_view->currentPath()), true);
    }
}

void JsonPage::prepareForTour()
{
    if (!m_document || !m_document->report().has("signatures")) {
        return;
    }
    m_view->foldAll();
    for (const std::string_view pointer : {"/info/machine/name", "/signatures/0/name"}) {
        m_view->showPath(m_document->find(pointer));
    }
    const auto& signatures = m_document->report().signatures();
    m_text->setText(signatures.empty() ? QStringLiteral("name") : fromUtf8(signatures.front().name));
    search();
}

} // namespace ui
