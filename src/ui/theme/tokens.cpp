// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

// The categories start from the palette of Okabe and Ito, which stays apart for colour-blind eyes, a little muted.
constexpr std::array Rows{
    TokenRow{Token::Surface, "surface", TokenRole::Ground, {0xfff3f4f7, 0xff1c1f26, 0xffffffff, 0xff000000}},
    TokenRow{Token::Raised, "raised", TokenRole::Ground, {0xffffffff, 0xff23272f, 0xffffffff, 0xff000000}},
    TokenRow{Token::Sunken, "sunken", TokenRole::Ground, {0xffe9ebf0, 0xff16191f, 0xfff2f2f2, 0xff121212}},
    TokenRow{Token::Hover, "hover", TokenRole::Ground, {0xffebf1fb, 0xff2b313c, 0xffe6eefc, 0xff17263d}},
    TokenRow{Token::Selection, "selection", TokenRole::Ground, {0xffd3e3fb, 0xff2f4a73, 0xffbcd6ff, 0xff12386e}},
    TokenRow{Token::Line, "line", TokenRole::Line, {0xffd3d7de, 0xff3a404b, 0xff595959, 0xff9e9e9e}},
    TokenRow{Token::Text, "text", TokenRole::Text, {0xff1b212a, 0xffe4e7ec, 0xff000000, 0xffffffff}},
    TokenRow{Token::Dim, "dim", TokenRole::Dim, {0xff5d6674, 0xff9aa4b2, 0xff333333, 0xffd9d9d9}},
    TokenRow{Token::SelectionText, "selection-text", TokenRole::Text, {0xff10203a, 0xffffffff, 0xff000000, 0xffffffff}},
    TokenRow{Token::Accent, "accent", TokenRole::Text, {0xff1a5fc0, 0xff7fb2ff, 0xff154c9a, 0xff82b4ff}},
    TokenRow{Token::AccentText, "accent-text", TokenRole::Ground, {0xffffffff, 0xff0d1522, 0xffffffff, 0xff000000}},
    TokenRow{Token::Good, "good", TokenRole::Text, {0xff1a6e38, 0xff6fce8c, 0xff15592d, 0xff6fce8c}},
    TokenRow{Token::Severity0, "severity-0", TokenRole::Text, {0xff5f6875, 0xff9aa4b2, 0xff404040, 0xffd0d0d0}},
    TokenRow{Token::Severity1, "severity-1", TokenRole::Text, {0xff5f6875, 0xff9aa4b2, 0xff404040, 0xffd0d0d0}},
    TokenRow{Token::Severity2, "severity-2", TokenRole::Text, {0xff1a5fc0, 0xff7fb2ff, 0xff154c9a, 0xff82b4ff}},
    TokenRow{Token::Severity3, "severity-3", TokenRole::Text, {0xff805600, 0xfff2c14e, 0xff694700, 0xfff2c14e}},
    TokenRow{Token::Severity4, "severity-4", TokenRole::Text, {0xffad4200, 0xffff9a5c, 0xff873300, 0xffff9a5c}},
    TokenRow{Token::Severity5, "severity-5", TokenRole::Text, {0xffb91c2c, 0xffff7b7b, 0xff9a1725, 0xffff9292}},
    TokenRow{Token::PhaseDone, "phase-done", TokenRole::Mark, {0xff5b8fd8, 0xff5f8fd6, 0xff3474cf, 0xff5f8fd6}},
    TokenRow{Token::PhaseCurrent, "phase-current", TokenRole::Mark, {0xff1a5fc0, 0xff9cc4ff, 0xff1a5fc0, 0xff9cc4ff}},
    TokenRow{Token::PhaseWaiting, "phase-waiting", TokenRole::Line, {0xffcfd4dc, 0xff434a56, 0xff767676, 0xff8c8c8c}},
    TokenRow{Token::PhaseFailed, "phase-failed", TokenRole::Text, {0xffb91c2c, 0xffff7b7b, 0xff9a1725, 0xffff9292}},
    TokenRow{Token::CategoryNetwork, "category-network", TokenRole::Mark,
        {0xff0072b2, 0xff3f9fdb, 0xff0072b2, 0xff3f9fdb}},
    TokenRow{Token::CategoryFilesystem, "category-filesystem", TokenRole::Mark,
        {0xff00916a, 0xff23b88c, 0xff008461, 0xff23b88c}},
    TokenRow{Token::CategoryRegistry, "category-registry", TokenRole::Mark,
        {0xffd08c00, 0xffe6a92f, 0xffa06b00, 0xffe6a92f}},
    TokenRow{Token::CategoryProcess, "category-process", TokenRole::Mark,
        {0xffd55e00, 0xffe8783a, 0xffc15500, 0xffe8783a}},
    TokenRow{Token::CategoryThreading, "category-threading", TokenRole::Mark,
        {0xffbf6a98, 0xffd58cb4, 0xffb55388, 0xffd58cb4}},
    TokenRow{Token::CategoryServices, "category-services", TokenRole::Mark,
        {0xff3d9bd0, 0xff7cc4ec, 0xff297ba9, 0xff7cc4ec}},
    TokenRow{Token::CategorySynchronization, "category-synchronization", TokenRole::Mark,
        {0xff7d8794, 0xff8b95a3, 0xff6c7684, 0xff8b95a3}},
    TokenRow{Token::CategoryCrypto, "category-crypto", TokenRole::Mark,
        {0xffa39300, 0xffe0d34a, 0xff827500, 0xffe0d34a}},
    TokenRow{Token::CategorySystem, "category-system", TokenRole::Mark,
        {0xff6d63ad, 0xff978fd6, 0xff6d63ad, 0xff978fd6}},
    TokenRow{Token::CategoryDevice, "category-device", TokenRole::Mark,
        {0xff8a6a4a, 0xffb5926e, 0xff8a6a4a, 0xffb5926e}},
    TokenRow{Token::CategoryHooking, "category-hooking", TokenRole::Mark,
        {0xff9c3556, 0xffcc6486, 0xff9c3556, 0xffcc6486}},
    TokenRow{Token::CategoryMisc, "category-misc", TokenRole::Mark, {0xff8d96a3, 0xff77818f, 0xff6b7685, 0xff77818f}},
    TokenRow{Token::CategoryOther, "category-other", TokenRole::Mark, {0xff949ca8, 0xff6f7885, 0xff6b7584, 0xff6f7885}},
    TokenRow{Token::JsonKey, "json-key", TokenRole::Text, {0xff1a5fc0, 0xff8bbcff, 0xff154c9a, 0xff8bbcff}},
    TokenRow{Token::JsonString, "json-string", TokenRole::Text, {0xff1a6e38, 0xff8fd3a5, 0xff15592d, 0xff8fd3a5}},
    TokenRow{Token::JsonNumber, "json-number", TokenRole::Text, {0xffad4200, 0xffffb07c, 0xff873300, 0xffffb07c}},
    TokenRow{Token::JsonKeyword, "json-keyword", TokenRole::Text, {0xff84358e, 0xffd8a2e0, 0xff783081, 0xffd8a2e0}},
};

consteval bool inOrder()
{
    for (std::size_t i = 0; i < Rows.size(); ++i) {
        if (std::size_t(Rows[i].token) != i) {
            return false;
        }
    }
    return true;
}
static_assert(inOrder(), "one row for each token, in the order of the enumeration");

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

struct CategoryName {
    QStringView name;
    Token token;
};

constexpr CategoryName Categories[]{
    {u"network", Token::CategoryNetwork},
    {u"filesystem", Token::CategoryFilesystem},
    {u"registry", Token::CategoryRegistry},
    {u"process", Token::CategoryProcess},
    {u"threading", Token::CategoryThreading},
    {u"services", Token::CategoryServices},
    {u"synchronization", Token::CategorySynchronization},
    {u"synchronisation", Token::CategorySynchronization},
    {u"crypto", Token::CategoryCrypto},
    {u"system", Token::CategorySystem},
    {u"device", Token::CategoryDevice},
    {u"hooking", Token::CategoryHooking},
    {u"misc", Token::CategoryMisc},
};

} // namespace

std::span<const TokenRow> tokenTable()
{
    return Rows;
}

QColor tokenColor(Token token, Scheme scheme)
{
    return QColor::fromRgb(Rows[std::size_t(token)].colors[std::size_t(scheme)]);
}

Token severityToken(int severity)
{
    return Token(int(Token::Severity0) + std::clamp(severity, 0, 5));
}

Token categoryToken(QStringView apiCategory)
{
    const auto found = std::ranges::find_if(Categories, [apiCategory](const CategoryName& category) {
        return apiCategory.compare(category.name, Qt::CaseInsensitive) == 0;
    });
    return found == std::end(Categories) ? Token::CategoryOther : found->token;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace ui
