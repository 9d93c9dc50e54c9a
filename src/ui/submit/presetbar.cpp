// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/presetbar.h"

#include "ui/dialogs/filepicker.h"
#include "ui/settings.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"

#include <QComboBox>
#include <QFile>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QSaveFile>
#include <QToolButton>

namespace ui {

namespace {

namespace sub = core::submission;

constexpr qint64 MostImportedBytes = (1 << 20) + 1; // one more than the reader takes

// A password is of one sample: no preset has one.
sub::Parameters withoutPassword(sub::Parameters parameters)
{
    parameters.password.clear();
    return parameters;
}

} // namespace

PresetBar::PresetBar(QWidget* parent, core::Access access)
    : QWidget(parent)
    , m_store(core::submission::PresetStore::defaultFile(), access)
    , m_box(new QComboBox(this))
    , m_menu(new QMenu(this))
{
    m_box->setAccessibleName(tr("Preset"));
    m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_box, &QComboBox::activated, this, [this] {
        const auto preset = m_store.preset(currentName());
        Q_EMIT chosen(preset ? preset->parameters : sub::Parameters());
    });
    makeMenu();
    auto* save = new QToolButton(this);
    save->setText(tr("Save as\u2026"));
    save->setToolTip(tr("Keep these choices under a name"));
    connect(save, &QToolButton::clicked, this,
        [this] { askForName(tr("Save these choices"), currentName(), &PresetBar::saveAs); });
    auto* more = new QToolButton(this);
    more->setIcon(icon(u"more"));
    more->setToolTip(tr("More about presets"));
    more->setAccessibleName(tr("More about presets"));
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);
    auto* label = new QLabel(tr("Pr&eset:"), this);
    label->setBuddy(m_box);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_box, 1);
    layout->addWidget(save);
    layout->addWidget(more);
    fill();
    if (!m_store.warning().isEmpty()) { // once somebody listens
        QMetaObject::invokeMethod(this, [this] { Q_EMIT failed(m_store.warning()); }, Qt::QueuedConnection);
    }
}

void PresetBar::makeMenu()
{
    m_rename = m_menu->addAction(icon(u"edit"), tr("Rename\u2026"), this,
        [this] { askForName(tr("Rename the preset"), currentName(), &PresetBar::rename); });
    m_remove = m_menu->addAction(icon(u"trash"), tr("Delete"), this, &PresetBar::removeCurrent);
    m_menu->addSeparator();
    m_menu->addAction(icon(u"download"), tr("Import\u2026"), this, [this] {
        pickFiles(this, tr("Import presets"), Settings::text(Setting::LastOpenFolder),
            tr("Presets (*.json);;All files (*)"), [this](const QStringList& paths) {
                for (const QString& path : paths) {
                    importFrom(path);
                }
            });
    });
    m_export = m_menu->addAction(icon(u"export"), tr("Export\u2026"), this, [this] {
        pickSavePath(this, tr("Export presets"),
            Settings::text(Setting::ExportFolder) + QStringLiteral("/presets.json"), tr("Presets (*.json)"),
            [this](const QString& path) { exportTo(path); });
    });
}

void PresetBar::fill()
{
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItem(tr("Defaults"), QString());
    for (const sub::Preset& preset : m_store.presets()) {
        m_box->addItem(safeText(preset.name), preset.name);
    }
    m_export->setEnabled(!m_store.presets().empty());
    setCurrent(m_current);
}

QString PresetBar::currentName() const
{
    return m_box->currentIndex() < 0 ? QString() : m_box->currentData().toString();
}

void PresetBar::setCurrent(const sub::Parameters& parameters)
{
    m_current = withoutPassword(parameters);
    int index = m_current == sub::Parameters() ? 0 : -1;
    // Two presets may be alike: the one that was chosen stays.
    const auto chosen = m_store.preset(currentName());
    if (chosen && chosen->parameters == m_current) {
        index = m_box->currentIndex();
    } else if (const auto same = std::ranges::find(m_store.presets(), m_current, &sub::Preset::parameters);
        same != m_store.presets().end()) {
        index = m_box->findData(same->name);
    }
    m_box->setCurrentIndex(index);
    m_box->setPlaceholderText(tr("Choices of your own"));
    m_rename->setEnabled(!currentName().isEmpty());
    m_remove->setEnabled(!currentName().isEmpty());
}

void PresetBar::askForName(const QString& title, const QString& name, bool (PresetBar::*act)(const QString&))
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name:"));
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this, act);
    dialog->open();
}

bool PresetBar::report(const core::Result<void>& outcome)
{
    if (!outcome) {
        Q_EMIT failed(outcome.error().message);
    }
    return outcome.has_value();
}

bool PresetBar::saveAs(const QString& name)
{
    if (!report(m_store.save({name.trimmed(), m_current}))) {
        return false;
    }
    fill();
    m_box->setCurrentIndex(m_box->findData(name.trimmed()));
    return true;
}

bool PresetBar::rename(const QString& to)
{
    if (!report(m_store.rename(currentName(), to.trimmed()))) {
        return false;
    }
    fill();
    return true;
}

bool PresetBar::removeCurrent()
{
    if (!report(m_store.remove(currentName()))) {
        return false;
    }
    fill();
    return true;
}

bool PresetBar::importFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(tr("%1 cannot be read: %2").arg(path, file.errorString()));
        return false;
    }
    const auto names = m_store.importJson(file.read(MostImportedBytes));
    if (!names) {
        Q_EMIT failed(names.error().message);
        return false;
    }
    fill();
    return true;
}

bool PresetBar::exportTo(const QString& path)
{
    QSaveFile file(path);
    const QByteArray document = m_store.exportJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size() || !file.commit()) {
        Q_EMIT failed(tr("%1 cannot be written: %2").arg(path, file.errorString()));
        return false;
    }
    return true;
}

} // namespace ui
