// SPDX-License-Identifier: MIT
#include "facts/subjects.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "facts/list_joint.h"

namespace assay {
namespace {

// An unknown phrase of another length (in characters) is hardly what has a share.
constexpr std::size_t kShortestOpenSubject = 2;
constexpr std::size_t kLongestOpenSubject = 10;

Slot said_by(const NameChain& chain) {
  return {chain.subject, SlotSource::Clause, chain.known, chain.heard};
}

/// The first chain in [from, to) that may be a subject; a place only when nothing else is.
const NameChain* chain_between(const ClauseView& view, std::size_t from, std::size_t to,
                               const std::optional<FrameMatch>& frame) {
  const NameChain* place = nullptr;
  for (const NameChain& chain : view.names) {
    if (chain.first_token < from || chain.last_token >= to || chain.subject.empty()) continue;
    const bool captured = frame && frame->comparand && *frame->comparand >= chain.first_token &&
                          *frame->comparand <= chain.last_token;
    if (captured || chain.use == NameUse::Comparand || chain.use == NameUse::Speaker) continue;
    if (chain.use == NameUse::Means && !view.carried.subject.empty()) continue;
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
    if (!verb.says(WordClass::ShareOf) || verb.lexeme->metric >= 0) continue;
    const std::string_view phrase = phrase_before(view, i);
    // 来自中国的部分占42%: it is said before of what.
    constexpr std::array<std::string_view, 5> kAnyPart = {"部分", "这部分", "那部分", "这块",
                                                          "那块"};
    if (std::find(kAnyPart.begin(), kAnyPart.end(), phrase) != kAnyPart.end()) return std::nullopt;
    const std::size_t length = count_code_points(phrase);
    if (length < kShortestOpenSubject || length > kLongestOpenSubject) return std::nullopt;
    return std::string(phrase);
  }
  return std::nullopt;
}

/// 深圳新盘房价7万, 对照组的生存期5.8个月: unknown text that opens the clause and leads to what is
/// measured, as the name of what it is measured of.
std::optional<std::string> open_name(const ClauseView& view, std::size_t from, std::size_t token) {
  std::size_t begin =
      from == view.clause.first ? view.clause.span.begin : end_with_hedge(view.scan, from);
  for (std::size_t i = from == view.clause.first ? from : from + 1; i < token; ++i) {
    const Token& at = view.scan.tokens[i];
    const bool filler = at.kind == TokenKind::Time || at.says(WordClass::Modifier);
    if (filler && at.span.begin <= begin + 1) {
      begin = at.span.end;
      continue;
    }
    const bool leads =
        at.kind == TokenKind::Word && (at.lexeme->metric >= 0 || at.says(WordClass::Of));
    if (!leads) return std::nullopt;
    const std::string_view name = view.text.substr(begin, at.span.begin - begin);
    const std::size_t length = count_code_points(name);
    if (length < kShortestOpenSubject || length > kLongestOpenSubject) return std::nullopt;
    const bool han = is_han(decode(name, 0).value) && name.find(' ') == std::string_view::npos;
    return han ? std::optional(std::string(name)) : std::nullopt;
  }
  return std::nullopt;
}

/// "33%的供应链由中国占据": the one who has it stands behind the number.
bool doer_stands_behind(const ClauseView& view, std::size_t token) {
  for (std::size_t i = token + 1; i < view.clause.last; ++i) {
    const Token& word = view.scan.tokens[i];
    if (word.says(WordClass::From) || word.says(WordClass::ScopePrefix)) return true;
  }
  return false;
}

/// Whether unknown text has the look of a name: Han characters in a row, or a capital letter.
bool looks_like_name(std::string_view text, bool opens_sentence) {
  std::size_t han = 0;
  bool word_start = true;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.length;
    han = is_han(point.value) ? han + 1 : 0;
    if (han >= 2) return true;
    const bool capital = point.value >= 'A' && point.value <= 'Z';
    // The first word of an English sentence has a capital whatever it is.
    if (capital && (!word_start || !opens_sentence)) return true;
    if (capital) ++capitals;
    word_start = !is_ascii_letter(point.value);
  }
  return capitals > 1;
}

/// 标普上涨6%。SoFi上涨4%: unknown text where a clause names its subject. What was carried over may
/// then be somebody else's.
bool may_name_its_own(const ClauseView& view, const QuantityPlace& place) {
  const std::size_t first = place.previous ? *place.previous + 1 : view.clause.first;
  std::size_t at =
      place.previous ? view.scan.tokens[*place.previous].span.end : view.clause.span.begin;
  const bool opens = !place.previous && (at == 0 || view.text[at] == ' ' ||
                                         static_cast<unsigned char>(view.text[at]) < 0x80);
  for (std::size_t i = first; i <= place.token; ++i) {
    const Token& token = view.scan.tokens[i];
    if (token.span.begin > at &&
        looks_like_name(view.text.substr(at, token.span.begin - at), opens && i == first))
      return true;
    at = std::max(at, token.span.end);
    const bool predicate = token.kind == TokenKind::Word &&
                           (token.lexeme->metric >= 0 || token.says(WordClass::ShareOf) ||
                            token.says(WordClass::Rise) || token.says(WordClass::Fall) ||
                            token.says(WordClass::Anaphor));
    if (predicate) return false;
  }
  return false;
}

/// "甲源股份：营收17亿元": unknown text before a colon that opens the sentence.
std::optional<std::string> label_before(const ClauseView& view) {
  if (view.clause.first == 0) return std::nullopt;
  const Token& colon = view.scan.tokens[view.clause.first - 1];
  if (colon.kind != TokenKind::Clause || view.text[colon.span.begin] != ':') return std::nullopt;
  std::size_t begin = 0;
  for (std::size_t i = view.clause.first - 1; i-- > 0;) {
    const Token& token = view.scan.tokens[i];
    begin = token.span.end;
    if (token.kind == TokenKind::Sentence) break;
    const bool function_word =
        token.kind == TokenKind::Word && token.lexeme->entity < 0 && token.lexeme->metric < 0;
    if (!function_word) return std::nullopt;
    begin = 0;
  }
  std::string_view name = view.text.substr(begin, colon.span.begin - begin);
  while (name.starts_with(' ')) name.remove_prefix(1);
  const std::size_t length = count_code_points(name);
  const bool fits = length >= kShortestOpenSubject && length <= kLongestOpenSubject;
  if (!fits || !is_han(decode(name, 0).value)) return std::nullopt;
  return std::string(name);
}

bool is_place(const Slot& slot, const Lexicon& lexicon) {
  const Entity* entity = lexicon.find_entity(slot.value);
  return entity != nullptr && entity->is_place();
}

/// "Domestic brands collectively hold 77%": a share that several have together is not his who was
/// spoken of.
bool is_share_of_several(const ClauseView& view, const Quantity& quantity) {
  if (quantity.unit.dimension != Dimension::Ratio) return false;
  for (std::size_t i = view.clause.first; i < view.clause.last; ++i)
    if (view.scan.tokens[i].says(WordClass::Total)) return true;
  return false;
}

Slot named_by_frame(const ClauseView& view, std::size_t token) {
  const Token& name = view.scan.tokens[token];
  if (name.kind == TokenKind::Name)
    return {std::string(name.span.of(view.text)), SlotSource::Frame, false};
  const auto entity = static_cast<std::size_t>(name.lexeme->entity);
  return {view.lexicon.entities()[entity].name, SlotSource::Frame, true, name.heard_as(view.text)};
}

/// The company, 该公司, "it": who was spoken of, though it be some sentences ago.
bool points_back(const ClauseView& view, std::size_t token) {
  for (std::size_t i = view.clause.first; i < token; ++i)
    if (view.scan.tokens[i].says(WordClass::Anaphor)) return true;
  return false;
}

/// A product or a technology, of which nobody says "the company".
bool is_thing(const Slot& slot, const Lexicon& lexicon) {
  const Entity* entity = lexicon.find_entity(slot.value);
  return entity != nullptr &&
         (entity->kind == EntityKind::Product || entity->kind == EntityKind::Technology);
}

bool says_company(const ClauseView& view, std::size_t to) {
  for (std::size_t i = view.clause.first; i < to; ++i)
    if (view.scan.tokens[i].says(WordClass::CompanyAnaphor)) return true;
  return false;
}

/// 前者占30%，后者占20%: one of the two that were named together.
std::optional<Slot> former_or_latter(const ClauseView& view, std::size_t from, std::size_t to) {
  if (view.carried.pair.size() != 2) return std::nullopt;
  for (std::size_t i = to; i-- > from;) {
    const Token& token = view.scan.tokens[i];
    if (!token.says(WordClass::Former) && !token.says(WordClass::Latter)) continue;
    Slot slot = view.carried.pair[token.says(WordClass::Former) ? 0 : 1];
    slot.source = SlotSource::Carried;
    return slot;
  }
  return std::nullopt;
}

/// Whether nothing but times and fillers stand before the chain.
bool opens_clause(const ClauseView& view, const NameChain& chain) {
  std::size_t at = view.clause.span.begin;
  const auto is_unknown = [&](std::size_t end) {
    for (; at < end; at += decode(view.text, at).length) {
      const char32_t c = decode(view.text, at).value;
      if (is_han(c) || is_ascii_letter(c)) return true;
    }
    return false;
  };
  for (std::size_t i = view.clause.first; i < chain.first_token; ++i) {
    const Token& token = view.scan.tokens[i];
    if (is_unknown(token.span.begin)) return false;
    const bool filler = token.kind == TokenKind::Time || token.says(WordClass::Modifier) ||
                        token.says(WordClass::Conjunction) || token.says(WordClass::Now);
    if (!filler && token.kind == TokenKind::Word) return false;
    at = std::max(at, token.span.end);
  }
  return !is_unknown(chain.span.begin);
}

bool speaks_of_world(const ClauseView& view) {
  return std::any_of(view.names.begin(), view.names.end(), [&](const NameChain& chain) {
    return std::find(chain.scope.begin(), chain.scope.end(), kWholeWorld) != chain.scope.end();
  });
}

/// 三星、海力士和美光合计: names that only a comma or an "and" parts are one subject together.
std::optional<std::string> joined_with(const ClauseView& view, const NameChain& chain,
                                       std::size_t token) {
  const auto joined = [&](const NameChain& left, const NameChain& right) {
    if (right.span.begin < left.span.end) return false;
    const std::string_view between =
        view.text.substr(left.span.end, right.span.begin - left.span.end);
    return joins_items(between);
  };
  // 甲与乙的差距 has two parties, 甲与乙合计 has one subject.
  bool total = false;
  std::size_t total_at = view.clause.first;
  for (std::size_t i = view.clause.first; i < view.clause.last; ++i) {
    if (!view.scan.tokens[i].says(WordClass::Total)) continue;
    total = true;
    if (i < token) total_at = i;
  }
  const NameChain* first = &chain;
  const NameChain* last = &chain;
  for (const NameChain& next : view.names) {
    const bool member = next.use == NameUse::Subject || (total && next.use == NameUse::Comparand);
    // "A's drugs as well as those of B have collectively earned": all that were named. A place may
    // be where something goes.
    const bool summed =
        next.last_token < total_at && next.span.begin >= last->span.end && !next.place_only &&
        !word_between(view.scan, last->last_token, next.first_token, WordClass::Says);
    if (member && next.last_token < token && (summed || joined(*last, next))) last = &next;
  }
  if (last == first) return std::nullopt;
  return std::string(view.text.substr(first->span.begin, last->span.end - first->span.begin));
}

}  // namespace

Slot subject_of(const ClauseView& view, const QuantityPlace& place,
                const std::optional<FrameMatch>& frame) {
  const Slot& carried = view.carried.subject;
  if (frame && frame->subject) return named_by_frame(view, *frame->subject);
  const std::size_t from = place.previous.value_or(view.clause.first);
  if (auto slot = former_or_latter(view, from, place.token)) return *std::move(slot);
  if (const NameChain* chain = chain_between(view, from, place.token, frame)) {
    const bool only_limits = chain->place_only && chain->use == NameUse::Scope;
    const bool other = !carried.empty() || topic_between(view, from, place.token) != nullptr;
    if (!only_limits || !other) {
      const bool gap = frame && frame->comparand;
      if (!gap && chain->use == NameUse::Subject)
        if (auto together = joined_with(view, *chain, place.token))
          return {*std::move(together), SlotSource::Clause, false};
      return said_by(*chain);
    }
  }
  if (const auto group = group_subject(view)) return {*group, SlotSource::Clause, true};
  const NameChain* topic = topic_between(view, from, place.token);
  if (topic != nullptr && yields_to_topic(carried, view.lexicon))
    return {topic->topic, SlotSource::Clause, true};
  if (const auto open = open_subject(view, from, place.token))
    return {*open, SlotSource::Clause, false};
  // 甲厂投资30亿元，乙厂投资45亿元: of two that no lexicon knows one is as good a name as the other.
  if (yields_to_topic(carried, view.lexicon) || !carried.known)
    if (auto name = open_name(view, from, place.token)) return {*name, SlotSource::Clause, false};
  const bool means_company = is_thing(carried, view.lexicon) && says_company(view, place.token);
  const bool of_somebody = means_company || (carried.empty() && points_back(view, place.token));
  if (of_somebody && !view.carried.spoken_of.empty()) {
    Slot spoken_of = view.carried.spoken_of;
    spoken_of.source = SlotSource::Earlier;
    return spoken_of;
  }
  if (carried.empty() || doer_stands_behind(view, place.token)) {
    const NameChain* behind = chain_between(view, place.token, view.clause.last, frame);
    // "90% worldwide and 50% in China": a place that limits the number does not own it. Nor is what
    // is counted (36颗Grace CPU) what has it.
    const Token& number = view.scan.tokens[place.token];
    const bool counted =
        behind != nullptr && behind->span.begin <= number.span.end + 1 &&
        view.scan.quantities[number.index].quantity.unit.dimension == Dimension::Count;
    if (behind != nullptr && !counted && (carried.empty() || behind->use == NameUse::Subject))
      return said_by(*behind);
  }
  // 全球新增装机600GW: an amount of the world is not one of the country before it; a share may be.
  const Quantity& quantity = view.scan.quantities[view.scan.tokens[place.token].index].quantity;
  if (quantity.unit.dimension != Dimension::Ratio && is_place(carried, view.lexicon) &&
      speaks_of_world(view))
    return {};
  Slot subject = carried;
  if (subject.source == SlotSource::Clause || subject.source == SlotSource::Frame)
    subject.source = view.carried.age == 0 ? SlotSource::Carried : SlotSource::Earlier;
  const bool taken_over =
      subject.source == SlotSource::Carried || subject.source == SlotSource::Earlier;
  if (taken_over && (may_name_its_own(view, place) || is_share_of_several(view, quantity)))
    subject.source = SlotSource::Presumed;
  if (const auto label = label_before(view)) {
    if (subject.empty()) return {*label, SlotSource::Presumed, false};
    subject.source = std::max(subject.source, SlotSource::Presumed);
  }
  return subject;
}

bool speaks_of_a_topic(const ClauseView& view) {
  constexpr std::array<std::string_view, 5> kIs = {"是", "为", "is", "was", "are"};
  bool is = false;
  for (std::size_t i = view.clause.first; i < view.clause.last; ++i) {
    const Token& token = view.scan.tokens[i];
    if (token.kind != TokenKind::Word) continue;
    is = is || std::find(kIs.begin(), kIs.end(), token.span.of(view.text)) != kIs.end();
    if (!is || token.lexeme->entity < 0) continue;
    const auto entity = static_cast<std::size_t>(token.lexeme->entity);
    const EntityKind kind = view.lexicon.entities()[entity].kind;
    if (kind == EntityKind::Technology || kind == EntityKind::Segment) return true;
  }
  return false;
}

std::optional<Slot> subject_of_bare_clause(const ClauseView& view) {
  if (view.clause.bracketed) return std::nullopt;
  const NameChain* chain = chain_between(view, view.clause.first, view.clause.last, std::nullopt);
  if (chain == nullptr && is_thing(view.carried.subject, view.lexicon) &&
      !view.carried.spoken_of.empty() && says_company(view, view.clause.last))
    return view.carried.spoken_of;
  if (chain == nullptr || chain->use != NameUse::Subject) return std::nullopt;
  // 华为发布新品，采用台积电工艺，…: the sentence has a subject, and does something with the other.
  const bool has_subject =
      view.carried.age == 0 && view.carried.subject.source == SlotSource::Clause;
  if (has_subject && !opens_clause(view, *chain)) return std::nullopt;
  return said_by(*chain);
}

}  // namespace assay
