// SPDX-License-Identifier: MIT
#include "checks/copied_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace assay {
namespace {

/// More equal numbers on one side than these say nothing more.
constexpr std::size_t kNeighboursLookedAt = 4;

/// The sentence of a number up to it, or from it on: the part that looks away from where a walk by
/// `step` came from, since the altered number may stand in the other.
std::string_view far_part(const Fact& fact, int step) {
  const std::string_view sentence = fact.sentence;
  return step < 0 ? sentence.substr(0, fact.in_sentence.begin)
                  : sentence.substr(fact.in_sentence.end);
}

/// Ends of intervals: 60% and 六成 come to the same but for the last bits.
bool same_end(double a, double b) {
  constexpr double kLastBits = 1e-12;
  if (std::isinf(a) || std::isinf(b)) return a == b;
  return std::abs(a - b) <= kLastBits * std::max(std::abs(a), std::abs(b));
}

/// Whether the document says, in whatever words, that subject and metric have this value.
bool has_value(const FactIndex& index, const std::string& document, const Fact& fact) {
  if (fact.metric.empty() || fact.subject.empty()) return false;
  const std::vector<const Fact*>& facts = index.by_metric().at(fact.metric.value);
  return std::any_of(facts.begin(), facts.end(), [&](const Fact* other) {
    return other->document == document && other->subject.value == fact.subject.value &&
           other->comparand.value == fact.comparand.value && other->role == fact.role &&
           !is_altered(other->quantity, fact.quantity);
  });
}

/// Whether the document has the sentence of `fact` with the same number. Cells of a table are told
/// apart by what their heads say: they often have the same words.
bool has_word_for_word(const FactIndex& index, const std::string& document, const Fact& fact) {
  const std::vector<const Fact*>& alike = index.by_wording().at(wording_hash(fact));
  return std::any_of(alike.begin(), alike.end(), [&](const Fact* other) {
    return other->document == document && !is_altered(other->quantity, fact.quantity) &&
           (fact.table_row == 0 || (other->period == fact.period && other->scope == fact.scope &&
                                    other->metric.value == fact.metric.value));
  });
}

class AlteredFinder {
 public:
  explicit AlteredFinder(const FactIndex& index) : index_(index) {
    for (const Fact* fact : index.facts()) by_document_[fact->document].push_back(fact);
  }

  std::vector<AlteredNumber> find() {
    std::vector<AlteredNumber> altered;
    for (const Fact* fact : index_.facts()) {
      const std::vector<const Fact*>& alike = index_.by_wording().at(wording_hash(*fact));
      // Each wording is looked at once, when its first fact is met.
      if (alike.front() == fact && alike.size() > 1 && has_changed(alike)) compare(alike, altered);
    }
    std::sort(altered.begin(), altered.end(), [&](const auto& x, const auto& y) {
      return index_.position_of(*x.copy) < index_.position_of(*y.copy);
    });
    return altered;
  }

 private:
  using Facts = std::vector<const Fact*>;

  [[nodiscard]] bool has_changed(const Facts& alike) const {
    return std::any_of(alike.begin(), alike.end(),
                       [&](const Fact* fact) { return index_.is_changed(*fact); });
  }

  /// Whether two documents that share a passage are held against each other; `places` are theirs
  /// among those that have not changed.
  [[nodiscard]] bool are_held_together(const Facts& original, const Facts& copy,
                                       std::pair<std::size_t, std::size_t> places) const {
    const bool is_original = index_.is_changed(*original.front());
    const bool is_copy = index_.is_changed(*copy.front());
    if (is_original && is_copy) return true;
    return (is_original && places.second < kCopiesLookedAt) ||
           (is_copy && places.first < kCopiesLookedAt);
  }

  /// The place of each document among those that have not changed.
  [[nodiscard]] std::vector<std::size_t> places_of(const std::vector<Facts>& documents) const {
    std::vector<std::size_t> places;
    places.reserve(documents.size());
    std::size_t place = 0;
    for (const Facts& document : documents)
      places.push_back(index_.is_changed(*document.front()) ? place : place++);
    return places;
  }

  static std::vector<Facts> by_document(const Facts& alike) {
    std::vector<Facts> documents;
    for (const Fact* fact : alike) {
      if (documents.empty() || documents.back().front()->document != fact->document)
        documents.emplace_back();
      documents.back().push_back(fact);
    }
    return documents;
  }

  void compare(const Facts& alike, std::vector<AlteredNumber>& altered) {
    const std::vector<Facts> documents = by_document(alike);
    const std::vector<std::size_t> places = places_of(documents);
    std::set<std::tuple<std::size_t, double, std::string_view>> told;
    for (std::size_t i = 1; i < documents.size(); ++i) {
      const std::size_t last = index_.is_limited() ? i : std::min(i, kCopiesLookedAt);
      for (std::size_t k = 0; k < last; ++k) {
        if (index_.is_limited() &&
            !are_held_together(documents[k], documents[i], {places[k], places[i]}))
          continue;
        // Rows and phrases that recur within a document: which is whose copy is not known.
        if (documents[i].size() != documents[k].size()) continue;
        for (std::size_t n = 0; n < documents[i].size(); ++n) {
          const Fact& copy = *documents[i][n];
          if (!is_altered(documents[k][n]->quantity, copy.quantity)) continue;
          const AlteredNumber number = surroundings(*documents[k][n], copy);
          if (number.before + number.behind == 0) continue;
          if (told.emplace(n, copy.quantity.stated.low, copy.quantity.unit.canonical).second)
            altered.push_back(number);
        }
      }
    }
  }

  AlteredNumber surroundings(const Fact& original, const Fact& copy) {
    AlteredNumber number{.original = &original, .copy = &copy};
    std::tie(number.before, number.opens) = equal_numbers(original, copy, -1);
    std::tie(number.behind, number.ends) = equal_numbers(original, copy, 1);
    if (number.before + number.behind > 0)
      number.shared = shared_part(original.document, copy.document);
    return number;
  }

  /// The part of a document's facts that another one has word for word.
  double shared_part(const std::string& original, const std::string& copy) {
    const auto [known, is_new] = shared_.try_emplace({original, copy}, 0.0);
    if (!is_new) return known->second;
    const Facts& facts = by_document_.at(copy);
    const auto same = std::count_if(facts.begin(), facts.end(), [&](const Fact* fact) {
      return has_word_for_word(index_, original, *fact);
    });
    known->second = static_cast<double>(same) / static_cast<double>(facts.size());
    return known->second;
  }

  /// Equal numbers beside two facts, walking by `step`; and whether both documents end there.
  [[nodiscard]] std::pair<std::size_t, bool> equal_numbers(const Fact& a, const Fact& b,
                                                           int step) const {
    std::size_t count = 0;
    const Fact* x = &a;
    const Fact* y = &b;
    for (; count < kNeighboursLookedAt; ++count) {
      x = neighbour(*x, step);
      y = neighbour(*y, step);
      if (x == nullptr || y == nullptr) return {count, x == y};
      if (x->text != y->text || far_part(*x, step) != far_part(*y, step)) break;
    }
    return {count, false};
  }

  /// The fact before or behind it in its document, or nullptr.
  [[nodiscard]] const Fact* neighbour(const Fact& fact, int step) const {
    const std::size_t at = index_.position_of(fact);
    if (step < 0 && at == 0) return nullptr;
    const std::size_t next = step < 0 ? at - 1 : at + 1;
    if (next >= index_.facts().size()) return nullptr;
    const Fact* found = index_.facts()[next];
    return found->document == fact.document ? found : nullptr;
  }

  const FactIndex& index_;
  std::map<std::string_view, Facts> by_document_;
  std::map<std::pair<std::string, std::string>, double> shared_;  ///< by original and copy
};

}  // namespace

std::vector<AlteredNumber> find_altered_numbers(const FactIndex& index) {
  return AlteredFinder(index).find();
}

bool says_what_other_says(const FactIndex& index, const Fact& a, const Fact& b) {
  if (a.document == b.document) return false;
  return has_word_for_word(index, b.document, a) || has_word_for_word(index, a.document, b) ||
         (has_value(index, b.document, a) && has_value(index, a.document, b));
}

bool is_altered(const Quantity& a, const Quantity& b) {
  // 元 in the other script is guessed to be another currency.
  const bool guessed = a.currency_inferred && b.currency_inferred;
  if (a.unit.dimension != b.unit.dimension) return true;
  if (a.unit.canonical != b.unit.canonical && !guessed) return true;
  if (same_end(a.stated.low, b.stated.low) && same_end(a.stated.high, b.stated.high)) return false;
  // Of the same words with another bound, or another end of a range, neither is a rounding.
  if (!a.stated.is_point() || !b.stated.is_point()) return true;
  // "Nearly 50%" and "nearly 53%": the hedge was copied, so it explains nothing.
  constexpr double kRounding = 0.02;
  const double larger = std::max(std::abs(a.stated.low), std::abs(b.stated.low));
  const bool apart = std::abs(a.stated.low - b.stated.low) > kRounding * larger;
  if (a.approximate && b.approximate && apart) return true;
  return !intersects(a.tolerance, b.tolerance);
}

}  // namespace assay
