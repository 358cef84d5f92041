// SPDX-License-Identifier: MIT
#include "cli/eval_slots.h"

#include <algorithm>
#include <utility>

#include "core/folding.h"
#include "core/utf8.h"
#include "facts/trie.h"

namespace assay {
namespace {

constexpr char32_t kOf = U'的';
constexpr std::string_view kArticle = "the";

/// What the lexicon calls a phrase; both are empty when it knows no such name.
struct KnownNames {
  std::string entity;
  std::string metric;

  [[nodiscard]] bool empty() const { return entity.empty() && metric.empty(); }
};

KnownNames known_names(std::string_view phrase, const Lexicon& lexicon) {
  const std::string folded = fold_text(phrase);
  const Lexicon::Hit hit = lexicon.find(folded, 0);
  KnownNames names;
  if (folded.empty() || hit.length != folded.size()) return names;
  const auto name_in = [](const auto& records, std::int32_t index) {
    return index < 0 ? std::string() : records[static_cast<std::size_t>(index)].name;
  };
  names.entity = name_in(lexicon.entities(), hit.lexeme->entity);
  names.metric = name_in(lexicon.metrics(), hit.lexeme->metric);
  return names;
}

bool is_article(std::string_view text, std::size_t offset) {
  return text.substr(offset).starts_with(kArticle) && is_word_start(text, offset) &&
         is_word_end(text, offset + kArticle.size());
}

/// The phrase without what tells no two phrases apart.
std::string bare(std::string_view phrase) {
  const std::string text = to_ascii_lower(fold_text(phrase));
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    if (is_article(text, at)) {
      at += kArticle.size();
      continue;
    }
    const CodePoint next = decode(text, at);
    if (!is_space(next.value) && next.value != kOf) rest.append(text, at, next.length);
    at += next.length;
  }
  return rest;
}

/// Whether one holds the other and is at most twice as long.
bool mostly_holds(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  return !b.empty() && a.find(b) != std::string_view::npos &&
         2 * count_code_points(b) >= count_code_points(a);
}

bool same_phrase(std::string_view a, std::string_view b, const Lexicon& lexicon) {
  const std::string bare_a = bare(a);
  const std::string bare_b = bare(b);
  if (bare_a == bare_b) return true;
  const KnownNames names_a = known_names(a, lexicon);
  const KnownNames names_b = known_names(b, lexicon);
  if (names_a.empty() && names_b.empty()) return mostly_holds(bare_a, bare_b);
  const auto agree = [](const std::string& one, const std::string& other) {
    return !one.empty() && one == other;
  };
  return agree(names_a.entity, names_b.entity) || agree(names_a.metric, names_b.metric);
}

std::string show(std::string_view text) {
  return text.empty() ? "none" : "\"" + std::string(text) + "\"";
}

std::string show(const std::optional<Period>& period) {
  return period ? to_string(period->from) + " to " + to_string(period->to) : "none";
}

class SlotJudge {
 public:
  SlotJudge(const GoldQuantity& gold, const Fact& fact, const Knowledge& knowledge)
      : gold_(gold), fact_(fact), knowledge_(knowledge) {}

  [[nodiscard]] std::vector<JudgedSlot> judge() && {
    const KnownNames subject = known_names(gold_.subject.label, knowledge_.lexicon());
    const KnownNames metric = known_names(gold_.metric.label, knowledge_.lexicon());
    const bool has_subject = gold_.in_full ? !gold_.subject.label.empty() : !subject.entity.empty();
    const bool has_metric = gold_.in_full ? !gold_.metric.label.empty() : !metric.metric.empty();
    if (has_subject) add_phrase("subject", gold_.subject, fact_.subject);
    if (has_metric) add_phrase("metric", gold_.metric, fact_.metric);
    if (has_subject && has_metric) {
      add("subject_and_metric", std::ranges::all_of(slots_, &JudgedSlot::right), "", "");
    }
    add_word("role", gold_.role, to_string(fact_.role));
    if (gold_.period.labelled) {
      add("period", gold_.period.days == fact_.period, show(gold_.period.days), show(fact_.period));
    }
    add_word("modality", gold_.modality, to_string(fact_.modality));
    if (gold_.in_full) add_phrase("comparand", gold_.comparand, fact_.comparand);
    return std::move(slots_);
  }

 private:
  void add(std::string_view name, bool right, std::string wanted, std::string found) {
    slots_.push_back({name, right, std::move(wanted), std::move(found)});
  }
  void add_phrase(std::string_view name, const GoldSlot& gold, const Slot& slot) {
    add(name, is_right_answer(slot.value, gold, knowledge_), show(gold.label), show(slot.value));
  }
  void add_word(std::string_view name, const std::string& label, std::string_view found) {
    if (!label.empty()) add(name, label == found, show(label), show(found));
  }

  const GoldQuantity& gold_;
  const Fact& fact_;
  const Knowledge& knowledge_;
  std::vector<JudgedSlot> slots_;
};

}  // namespace

bool is_right_answer(std::string_view answer, const GoldSlot& gold, const Knowledge& knowledge) {
  const auto same = [&](std::string_view right) {
    return same_phrase(answer, right, knowledge.lexicon());
  };
  return same(gold.label) || std::ranges::any_of(gold.also, same);
}

std::vector<JudgedSlot> judge_slots(const GoldQuantity& gold, const Fact& fact,
                                    const Knowledge& knowledge) {
  return SlotJudge(gold, fact, knowledge).judge();
}

}  // namespace assay
