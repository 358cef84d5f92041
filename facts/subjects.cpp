// SPDX-License-Identifier: MIT
#include "facts/subjects.h"

#include <algorithm>

#include "core/utf8.h"

namespace assay {
namespace {

// An unknown phrase of another length (in characters) is hardly what has a share.
constexpr std::size_t kShortestOpenSubject = 2;
constexpr std::size_t kLongestOpenSubject = 10;

bool is_word(const Token& token, WordClass word_class) {
  return token.kind == TokenKind::Word && token.lexeme->is(word_class);
}

Slot said_by(const NameChain& chain) { return {chain.subject, SlotSource::Clause, chain.known}; }

/// The first chain in [from, to) that may be a subject; a place only when nothing else is.
const NameChain* chain_between(const ClauseView& view, std::size_t from, std::size_t to,
                               const std::optional<FrameMatch>& frame) {
  const NameChain* place = nullptr;
  for (const NameChain& chain : view.names) {
    if (chain.first_token < from || chain.last_token >= to || chain.subject.empty()) continue;
    const bool captured = frame && frame->comparand && *frame->comparand >= chain.first_token &&
                          *frame->comparand <= chain.last_token;
    if (captured || chain.use == NameUse::Comparand || chain.use == NameUse::Speaker) continue;
    if (chain.use == NameUse::Subject && !chain.place_only) return &chain;
    if (place == nullptr || (place->use == NameUse::Scope && chain.use == NameUse::Subject))
      place = &chain;
  }
  return place;
}

/// The last topic of [from, to): a segment or technology that the clause opens with.
const NameChain* topic_between(const ClauseView& view, std::size_t from, std::size_t to) {
  const NameChain* topic = nullptr;
  for (const NameChain& chain : view.names)
    if (!chain.topic.empty() && chain.first_token >= from && chain.last_token < to) topic = &chain;
  return topic;
}

/// What a clause opens with is what its number is about, unless somebody who has such things is
/// spoken of: after "NVIDIA reported ...", "data center revenue was ..." is NVIDIA's.
bool yields_to_topic(const Slot& carried, const Lexicon& lexicon) {
  if (carried.empty()) return true;
  const Entity* owner = lexicon.find_entity(carried.value);
  return owner != nullptr && owner->kind >= EntityKind::Country;
}

/// 中美差距: a name for both sides of a gap is its subject.
std::optional<std::string> group_subject(const ClauseView& view) {
  for (const NameChain& chain : view.names)
    for (const std::string& item : chain.scope) {
      const Entity* entity = view.lexicon.find_entity(item);
      if (entity != nullptr && !entity->members.empty()) return item;
    }
  return std::nullopt;
}

/// The text between the word `verb` and the token before it, without spaces around it.
std::string_view phrase_before(const ClauseView& view, std::size_t verb) {
  std::size_t begin = view.clause.span.begin;
  for (std::size_t i = view.clause.first; i < verb; ++i)
    begin = std::max(begin, view.scan.tokens[i].span.end);
  std::size_t end = view.scan.tokens[verb].span.begin;
  while (begin < end && view.text[begin] == ' ') ++begin;
  while (end > begin && view.text[end - 1] == ' ') --end;
  return view.text.substr(begin, end - begin);
}

/// 水电占近八成: unknown text that stands directly before 占 is what has the share.
std::optional<std::string> open_subject(const ClauseView& view, std::size_t from,
                                        std::size_t token) {
  for (std::size_t i = from; i < token; ++i) {
    const Token& verb = view.scan.tokens[i];
    if (!is_word(verb, WordClass::ShareOf) || verb.lexeme->metric >= 0) continue;
    const std::string_view phrase = phrase_before(view, i);
    const std::size_t length = count_code_points(phrase);
    if (length < kShortestOpenSubject || length > kLongestOpenSubject) return std::nullopt;
    return std::string(phrase);
  }
  return std::nullopt;
}

/// "33%的供应链由中国占据": the one who has it stands behind the number.
bool doer_stands_behind(const ClauseView& view, std::size_t token) {
  for (std::size_t i = token + 1; i < view.clause.last; ++i) {
    const Token& word = view.scan.tokens[i];
    if (is_word(word, WordClass::From) || is_word(word, WordClass::ScopePrefix)) return true;
  }
  return false;
}

}  // namespace

Slot subject_of(const ClauseView& view, const QuantityPlace& place,
                const std::optional<FrameMatch>& frame) {
  const Slot& carried = view.carried.subject;
  const std::size_t from = place.previous.value_or(view.clause.first);
  if (const NameChain* chain = chain_between(view, from, place.token, frame)) {
    const bool only_limits = chain->place_only && chain->use == NameUse::Scope;
    const bool other = !carried.empty() || topic_between(view, from, place.token) != nullptr;
    if (!only_limits || !other) return said_by(*chain);
  }
  if (const auto group = group_subject(view)) return {*group, SlotSource::Clause, true};
  const NameChain* topic = topic_between(view, from, place.token);
  if (topic != nullptr && yields_to_topic(carried, view.lexicon))
    return {topic->topic, SlotSource::Clause, true};
  if (const auto open = open_subject(view, from, place.token))
    return {*open, SlotSource::Clause, false};
  if (carried.empty() || doer_stands_behind(view, place.token)) {
    const NameChain* behind = chain_between(view, place.token, view.clause.last, frame);
    // "90% worldwide and 50% in China": a place that limits the number does not own it.
    if (behind != nullptr && (carried.empty() || behind->use == NameUse::Subject))
      return said_by(*behind);
  }
  Slot subject = carried;
  if (subject.source == SlotSource::Clause || subject.source == SlotSource::Frame)
    subject.source = SlotSource::Carried;
  return subject;
}

std::vector<std::string> subjects_in_turn(const ClauseView& view, std::size_t quantity_count) {
  bool said = false;
  for (std::size_t i = view.clause.first; i < view.clause.last; ++i)
    said = said || is_word(view.scan.tokens[i], WordClass::Respectively);
  if (!said) return {};
  std::vector<std::string> subjects;
  for (const NameChain& chain : view.names)
    if (chain.use == NameUse::Subject) subjects.push_back(chain.subject);
  if (subjects.size() < quantity_count) return {};
  subjects.erase(subjects.begin(), subjects.end() - static_cast<std::ptrdiff_t>(quantity_count));
  return subjects;
}

std::optional<Slot> subject_of_bare_clause(const ClauseView& view) {
  if (view.clause.bracketed) return std::nullopt;
  const NameChain* chain = chain_between(view, view.clause.first, view.clause.last, std::nullopt);
  if (chain == nullptr || chain->use != NameUse::Subject) return std::nullopt;
  return said_by(*chain);
}

}  // namespace assay
