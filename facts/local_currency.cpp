// SPDX-License-Identifier: MIT
#include "facts/local_currency.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace assay {
namespace {

/// memmem is several times as fast as string_view::find where the first byte is a common one.
bool names(std::string_view text, std::string_view word) {
  return memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

template <std::size_t kCount>
bool names_any(std::string_view text, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return names(text, word); });
}

/// 幣 is traditional itself; NT$ may stand in any text, so it counts beside another such character.
bool is_taiwanese(std::string_view raw) {
  constexpr std::array<std::string_view, 2> kTaiwanDollar = {"台幣", "臺幣"};
  constexpr std::array<std::string_view, 4> kTraditional = {"億", "萬", "營", "產"};
  return (names(raw, "幣") && names_any(raw, kTaiwanDollar)) ||
         (names(raw, "NT$") && names_any(raw, kTraditional));
}

bool is_in_yen(std::string_view raw) {
  constexpr std::array<std::string_view, 4> kYen = {" yen", "Yen", "JPY", "円"};
  constexpr std::array<std::string_view, 6> kYuan = {"yuan", "RMB",    "renminbi",
                                                     "CNY",  "人民币", "人民幣"};
  return (names(raw, "¥") || names(raw, "￥")) && names_any(raw, kYen) && !names_any(raw, kYuan);
}

}  // namespace

LocalCurrency local_currency(std::string_view raw, const UnitTable& units) {
  // Whoever means another currency says so early; the rest of a long text need not be searched.
  constexpr std::size_t kFarEnough = 200'000;
  raw = raw.substr(0, kFarEnough);
  LocalCurrency currency;
  if (is_taiwanese(raw)) currency.yuan = units.find("TWD");
  if (is_in_yen(raw)) currency.yen_sign = units.find("JPY");
  return currency;
}

}  // namespace assay
