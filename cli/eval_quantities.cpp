// SPDX-License-Identifier: MIT
#include "cli/eval_quantities.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "cli/eval_slots.h"

namespace assay {
namespace {

bool has_right_ends(const Fact& fact, const GoldReading& reading) {
  return reading.low.fits(fact.quantity.stated.low) && reading.high.fits(fact.quantity.stated.high);
}

bool is_right(const Fact& fact, const GoldQuantity& gold) {
  const std::string unit = comparable_unit(fact.quantity.unit.canonical);
  return std::ranges::any_of(gold.readings, [&](const GoldReading& reading) {
    return has_right_ends(fact, reading) && reading.unit == unit;
  });
}

bool overlaps_any(Span span, const std::vector<GoldQuantity>& quantities) {
  return std::ranges::any_of(quantities,
                             [&](const GoldQuantity& gold) { return gold.span.overlaps(span); });
}

/// Which fact stands for which labelled quantity: right readings first, then those that cover each
/// other best; each fact and each quantity once.
std::map<std::size_t, const Fact*> pair_up(const GoldText& gold, const std::vector<Fact>& facts) {
  struct Candidate {
    bool right;
    double overlap;  ///< of the bytes that either covers
    std::size_t quantity;
    std::size_t fact;
  };
  std::vector<Candidate> candidates;
  for (std::size_t q = 0; q < gold.quantities.size(); ++q) {
    const Span span = gold.quantities[q].span;
    for (std::size_t f = 0; f < facts.size(); ++f) {
      const Span mention = facts[f].mention;
      if (!span.overlaps(mention)) continue;
      const auto common = static_cast<double>(std::min(span.end, mention.end) -
                                              std::max(span.begin, mention.begin));
      const auto either = static_cast<double>(cover(span, mention).size());
      candidates.push_back({is_right(facts[f], gold.quantities[q]), common / either, q, f});
    }
  }
  std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
    return std::tuple(b.right, b.overlap, a.fact) < std::tuple(a.right, a.overlap, b.fact);
  });
  std::map<std::size_t, const Fact*> pairs;
  std::set<std::size_t> taken;
  for (const Candidate& candidate : candidates) {
    if (pairs.contains(candidate.quantity) || taken.contains(candidate.fact)) continue;
    pairs[candidate.quantity] = &facts[candidate.fact];
    taken.insert(candidate.fact);
  }
  return pairs;
}

/// Right ones of all.
struct Tally {
  std::size_t part = 0;
  std::size_t whole = 0;
  void count(bool right) {
    ++whole;
    part += right ? 1 : 0;
  }
};

/// "[low, high] unit" with an open side left empty.
std::string show(const Fact& fact) {
  const Interval& stated = fact.quantity.stated;
  const std::string low = stated.has_low() ? std::to_string(stated.low) : "";
  const std::string high = stated.has_high() ? std::to_string(stated.high) : "";
  return "\"" + fact.text + "\" [" + low + ", " + high + "] " + fact.quantity.unit.canonical;
}

class Scorer {
 public:
  explicit Scorer(const Knowledge& knowledge) : knowledge_(knowledge) {}

  void add(const GoldText& gold, const std::vector<Fact>& facts) {
    const std::map<std::size_t, const Fact*> pairs = pair_up(gold, facts);
    for (std::size_t q = 0; q < gold.quantities.size(); ++q) {
      const auto found = pairs.find(q);
      add_quantity(gold.quantities[q], found == pairs.end() ? nullptr : found->second);
    }
    std::vector<const Fact*> strays;
    for (const Fact& fact : facts) {
      const bool meant = overlaps_any(fact.mention, gold.quantities);
      precision_.count(meant);
      if (!meant) strays.push_back(&fact);
    }
    add_traps(gold, strays);
  }

  [[nodiscard]] Evaluation evaluation(const std::string& prefix) && {
    const auto add = [&](const std::string& name, const Tally& tally,
                         FigureKind kind = FigureKind::MoreIsBetter) {
      evaluation_.add(prefix + "." + name, tally.part, tally.whole, kind);
    };
    add("recall", recall_);
    add("recall_clear", recall_clear_);
    add("value", value_);
    add("ends", ends_);
    add("right", right_);
    add("precision", precision_);
    add("traps", traps_, FigureKind::LessIsBetter);
    for (const std::string_view slot : kJudgedSlots) add(std::string(slot), slots_[slot]);
    for (const auto& [dimension, tally] : dimensions_) {
      add("right." + dimension, tally, FigureKind::Detail);
    }
    return std::move(evaluation_);
  }

 private:
  void add_quantity(const GoldQuantity& gold, const Fact* fact) {
    const bool right = fact != nullptr && is_right(*fact, gold);
    recall_.count(fact != nullptr);
    if (gold.clear) recall_clear_.count(fact != nullptr);
    right_.count(right);
    dimensions_[gold.dimension].count(right);
    if (fact == nullptr) {
      if (gold.clear) miss(gold.document, gold.span, "missed \"" + gold.text + "\"");
      return;
    }
    value_.count(right);
    ends_.count(std::ranges::any_of(
        gold.readings, [&](const GoldReading& reading) { return has_right_ends(*fact, reading); }));
    if (!right) miss(gold.document, gold.span, "wrong \"" + gold.text + "\": read " + show(*fact));
    for (const JudgedSlot& slot : judge_slots(gold, *fact, knowledge_)) {
      slots_[slot.name].count(slot.right);
      if (slot.right || slot.wanted.empty()) continue;
      miss(gold.document, gold.span,
           std::string(slot.name) + " of \"" + gold.text + "\" is " + slot.wanted + ": read " +
               slot.found);
    }
  }

  void add_traps(const GoldText& gold, const std::vector<const Fact*>& strays) {
    std::set<const Fact*> trapped;
    for (const GoldTrap& trap : gold.traps) {
      const auto fact = std::ranges::find_if(
          strays, [&](const Fact* stray) { return stray->mention.overlaps(trap.span); });
      traps_.count(fact != strays.end());
      if (fact == strays.end()) continue;
      trapped.insert(*fact);
      miss(gold.document, trap.span, trap.kind + " taken for a quantity: " + show(**fact));
    }
    for (const Fact* stray : strays) {
      if (!trapped.contains(stray))
        miss(gold.document, stray->mention, "no label: " + show(*stray));
    }
  }

  void miss(const std::string& document, Span span, const std::string& what) {
    evaluation_.misses.push_back(document + ":" + std::to_string(span.begin) + ": " + what);
  }

  const Knowledge& knowledge_;
  Evaluation evaluation_;
  Tally recall_, recall_clear_, value_, ends_, right_, precision_, traps_;
  std::map<std::string_view, Tally> slots_;
  std::map<std::string, Tally> dimensions_;
};

Evaluation score(const std::string& prefix, const std::vector<ScoredText>& texts,
                 const Knowledge& knowledge) {
  Scorer scorer(knowledge);
  for (const ScoredText& text : texts) scorer.add(*text.gold, *text.facts);
  return std::move(scorer).evaluation(prefix);
}

/// Adds the figures that are told apart by group.
void add_group(const std::string& prefix, const std::string& group,
               const std::vector<ScoredText>& texts, const Knowledge& knowledge,
               Evaluation& evaluation) {
  static constexpr std::array<std::string_view, 4> kNames = {"recall", "right", "precision",
                                                             "subject_and_metric"};
  for (const Figure& figure : score(prefix, texts, knowledge).figures) {
    if (std::ranges::count(kNames, figure.name.substr(prefix.size() + 1)) == 0) continue;
    evaluation.add(figure.name + "." + group, figure.part, figure.whole, FigureKind::Detail);
  }
}

}  // namespace

Evaluation score_quantities(const std::string& prefix, const std::vector<ScoredText>& texts,
                            const Knowledge& knowledge) {
  Evaluation evaluation = score(prefix, texts, knowledge);
  std::map<std::string, std::vector<ScoredText>> groups;
  for (const ScoredText& text : texts) {
    for (const std::string& group : text.groups) groups[group].push_back(text);
  }
  for (const auto& [group, members] : groups) {
    add_group(prefix, group, members, knowledge, evaluation);
  }
  return evaluation;
}

}  // namespace assay
