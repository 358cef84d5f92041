// SPDX-License-Identifier: MIT
#include "cli/unknown_phrases.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <tuple>

#include "core/folding.h"
#include "core/utf8.h"

namespace assay {
namespace {

/// Shorter phrases say too little to be a name.
constexpr std::size_t kMinCharacters = 2;

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = decode(text, at);
    if (u_isalpha(static_cast<UChar32>(next.value)) != 0) return true;
    at += next.length;
  }
  return false;
}

/// The spelling that is met most often; of several the first.
std::string usual_spelling(const std::map<std::string, std::size_t>& spellings) {
  return std::ranges::max_element(spellings, {}, [](const auto& item) { return item.second; })
      ->first;
}

bool is_asked_for_more(const UnknownPhrase& a, const UnknownPhrase& b) {
  return std::tie(b.count, b.documents, a.slot, a.text) <
         std::tie(a.count, a.documents, b.slot, b.text);
}

}  // namespace

std::string_view to_string(PhraseSlot slot) {
  return slot == PhraseSlot::Subject ? "subject" : "metric";
}

void UnknownPhrases::add(const ReadDocument& document) {
  for (const Fact& fact : document.facts) {
    add_slot(PhraseSlot::Subject, fact.subject, fact, document.id);
    add_slot(PhraseSlot::Metric, fact.metric, fact, document.id);
  }
}

void UnknownPhrases::add_slot(PhraseSlot name, const Slot& slot, const Fact& fact,
                              const std::string& document) {
  if (slot.known || count_code_points(slot.value) < kMinCharacters || !has_letter(slot.value)) {
    return;
  }
  const auto [at, is_new] = entries_.try_emplace({name, to_ascii_lower(fold_text(slot.value))});
  Entry& entry = at->second;
  UnknownPhrase& phrase = entry.phrase;
  if (is_new) {
    phrase.slot = name;
    phrase.document = document;
    phrase.line = fact.line;
  }
  if (is_new || entry.latest_document != document) ++phrase.documents;
  entry.latest_document = document;
  ++phrase.count;
  ++entry.spellings[slot.value];
  phrase.dimensions.insert(fact.quantity.unit.dimension);
}

std::vector<UnknownPhrase> UnknownPhrases::by_frequency() const {
  std::vector<UnknownPhrase> phrases;
  phrases.reserve(entries_.size());
  for (const auto& [key, entry] : entries_) {
    phrases.push_back(entry.phrase);
    phrases.back().text = usual_spelling(entry.spellings);
  }
  std::ranges::sort(phrases, is_asked_for_more);
  return phrases;
}

}  // namespace assay
