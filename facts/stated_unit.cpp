// SPDX-License-Identifier: MIT
#include "facts/stated_unit.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"
#include "facts/table_head.h"

namespace assay {
namespace {

/// What stands behind the unit in a bracket that is a note of it.
constexpr std::array<std::string_view, 4> kReserves = {" unless ", ", unless ", " except ",
                                                       ", except "};

std::string_view without_reserve(std::string_view note) {
  for (const std::string_view reserve : kReserves)
    if (const std::size_t at = note.find(reserve); at != std::string_view::npos)
      return note.substr(0, at);
  return note;
}

/// "millions of dollars" as a number would say it: "million dollars".
std::string in_singular(std::string_view unit) {
  constexpr std::string_view kPlural = "s of ";
  std::string singular(unit);
  if (const std::size_t at = singular.find(kPlural); at != std::string::npos)
    singular.replace(at, kPlural.size(), " ");
  return singular;
}

bool is_item_of_plain_text(std::string_view text) {
  constexpr std::array<std::string_view, 4> kMarks = {"* ", "- ", "•", "·"};
  return std::ranges::any_of(kMarks, [&](std::string_view mark) { return text.starts_with(mark); });
}

/// What stands in a bracket: its unit, and where it ends.
struct UnitNote {
  ScannedQuantity unit;
  std::size_t end = 0;
};

/// The last note of a text.
std::optional<UnitNote> last_note(std::string_view text, const Knowledge& knowledge) {
  std::optional<UnitNote> last;
  for (std::size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const std::size_t close = text.find(')', open);
    if (close == std::string_view::npos) break;
    const std::string_view note = text.substr(open + 1, close - open - 1);
    const std::string_view inside = without_reserve(without_unit_label(note));
    if (inside.size() == note.size()) continue;
    auto unit = unit_named_by(in_singular(inside), knowledge);
    if (unit && unit->quantity.unit.dimension == Dimension::Money)
      last = UnitNote{*std::move(unit), close + 1};
  }
  return last;
}

}  // namespace

void StatedUnit::read(std::string_view text, bool list_item) {
  in_list_ = list_item || is_item_of_plain_text(text);
  begin_ = 0;
  if (auto note = last_note(text, knowledge_)) {
    unit_ = std::move(note->unit);
    begin_ = note->end;
  } else if (!in_list_) {
    unit_.reset();
  }
}

void StatedUnit::give(const Scan& scan, std::vector<Fact>& facts) const {
  if (!unit_) return;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const ScannedQuantity& scanned = scan.quantities[i];
    const bool bare = scanned.unitless && !scanned.scaled;
    if (!bare || facts[i].mention.begin < begin_ || !fits(facts[i])) continue;
    Quantity& quantity = facts[i].quantity;
    quantity.unit = unit_->quantity.unit;
    quantity.written_unit = unit_->quantity.written_unit;
    quantity.stated = to_canonical(quantity.stated, quantity.unit);
    quantity.tolerance = to_canonical(quantity.tolerance, quantity.unit);
    quantity.currency_inferred = false;
  }
}

bool StatedUnit::fits(const Fact& fact) const {
  const Metric* metric = knowledge_.lexicon().find_metric(fact.metric.value);
  if (metric == nullptr) return in_list_;
  return metric->fits(Dimension::Money) && !metric->fits(Dimension::Compound) &&
         !metric->fits(Dimension::Count);
}

}  // namespace assay
