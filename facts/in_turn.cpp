// SPDX-License-Identifier: MIT
#include "facts/in_turn.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "facts/fact_period.h"
#include "facts/list_joint.h"

namespace assay {
namespace {

constexpr std::size_t kLongestItem = 10;
/// Without "respectively", a list is taken up again only when it has as many items as this.
constexpr std::size_t kUnmistakable = 3;

bool names_somebody(const ClauseView& view, const Token& token) {
  if (token.kind == TokenKind::Name) return true;
  if (token.kind != TokenKind::Word || token.lexeme->entity < 0) return false;
  const Entity& entity = view.lexicon.entities()[static_cast<std::size_t>(token.lexeme->entity)];
  return entity.may_be_subject() || entity.is_place();
}

/// Whom a chain of names stands for in a list: a place too may be what is listed.
std::optional<Slot> listed_name(const ClauseView& view, const NameChain& chain) {
  if (chain.use == NameUse::Subject)
    return Slot{chain.subject, SlotSource::Frame, chain.known, chain.heard};
  if (chain.use != NameUse::Scope || chain.scope.empty()) return std::nullopt;
  const Entity* entity = view.lexicon.find_entity(chain.scope.back());
  if (entity == nullptr || !entity->is_place()) return std::nullopt;
  return Slot{entity->name, SlotSource::Frame, true};
}

std::size_t first_quantity_of(const ClauseView& view) {
  std::size_t token = view.clause.first;
  while (view.scan.tokens[token].kind != TokenKind::Quantity) ++token;
  return token;
}

/// "A" is an article, and a name in a list of letters.
bool is_one_letter(std::string_view text) {
  return text.size() == 1 && is_ascii_letter(static_cast<unsigned char>(text[0]));
}

/// Where the items of a list end: at the metric that they share, or at the 的 or the time before it.
std::size_t end_of_items(const ClauseView& view, std::size_t first_quantity) {
  std::size_t end = view.scan.tokens[first_quantity].span.begin;
  for (std::size_t i = first_quantity; i-- > view.clause.first;) {
    const Token& token = view.scan.tokens[i];
    const bool time = token.kind == TokenKind::Time;
    if ((token.kind != TokenKind::Word && !time) || names_somebody(view, token)) break;
    if (is_one_letter(token.span.of(view.text))) break;
    // Unknown text is the last item: 国泰金与富邦金净利分别为….
    if (end < view.scan.tokens[first_quantity].span.begin && end > token.span.end + 1) break;
    end = token.span.begin;
  }
  return end;
}

/// Cuts spaces, times and function words off both ends: 其中甲厂 is 甲厂.
Span trimmed(const ClauseView& view, Span item) {
  const auto is_space = [&](std::size_t at) { return view.text[at] == ' '; };
  // One character may as well be part of the name: 晴川光能 ends with the word 能 (can).
  const auto filler = [&](const Token& token) {
    return token.kind == TokenKind::Time ||
           (token.kind == TokenKind::Word && !names_somebody(view, token) &&
            count_code_points(token.span.of(view.text)) > 1);
  };
  for (std::size_t i = view.clause.first; i < view.clause.last; ++i) {
    while (item.begin < item.end && is_space(item.begin)) ++item.begin;
    const Token& token = view.scan.tokens[i];
    if (token.span.begin == item.begin && token.span.end <= item.end && filler(token))
      item.begin = token.span.end;
  }
  for (std::size_t i = view.clause.last; i-- > view.clause.first;) {
    while (item.end > item.begin && is_space(item.end - 1)) --item.end;
    const Token& token = view.scan.tokens[i];
    if (token.span.end == item.end && token.span.begin >= item.begin && filler(token))
      item.end = token.span.begin;
  }
  return item;
}

bool within_a_name(const ClauseView& view, std::size_t at) {
  for (std::size_t i = view.clause.first; i < view.clause.last; ++i) {
    const Token& token = view.scan.tokens[i];
    if (token.span.begin <= at && at < token.span.end && names_somebody(view, token)) return true;
  }
  return false;
}

/// Cuts the last item in two at the word that joins its halves, if there is one.
void split_last(const ClauseView& view, std::vector<Span>& items) {
  const Span last = items.back();
  for (const std::string_view joiner : kLastJoints) {
    const std::size_t found = last.of(view.text).rfind(joiner);
    if (found == std::string_view::npos || found == 0) continue;
    const std::size_t at = last.begin + found;
    if (at + joiner.size() >= last.end || within_a_name(view, at)) continue;
    items.back() = {last.begin, at};
    items.push_back({at + joiner.size(), last.end});
    return;
  }
}

/// 三星、SK集团和铠侠的份额: the items of the list before the first quantity.
std::vector<Span> items_before(const ClauseView& view, std::size_t first_quantity,
                               std::size_t count) {
  const std::size_t end = end_of_items(view, first_quantity);
  std::vector<Span> items;
  std::size_t begin = view.clause.span.begin;
  for (std::size_t i = view.clause.first; i < first_quantity; ++i) {
    const Token& token = view.scan.tokens[i];
    if (token.kind != TokenKind::Clause || !token.enumeration || token.span.begin > end) continue;
    items.push_back({begin, token.span.begin});
    begin = token.span.end;
  }
  items.push_back({std::min(begin, end), end});
  if (items.size() + 1 == count) split_last(view, items);
  for (Span& item : items) item = trimmed(view, item);
  return items;
}

/// A name is known by its chain; unknown text stands for itself if it is no longer than a name.
std::optional<Slot> slot_of(const ClauseView& view, Span item) {
  for (const NameChain& chain : view.names)
    if (item.begin <= chain.span.begin && chain.span.end <= item.end)
      if (auto slot = listed_name(view, chain)) return slot;
  const std::string_view text = item.of(view.text);
  const std::size_t length = count_code_points(text);
  if ((length < 2 && !is_one_letter(text)) || length > kLongestItem) return std::nullopt;
  return Slot{std::string(text), SlotSource::Frame, false};
}

std::vector<Slot> listed_here(const ClauseView& view, std::size_t count) {
  const std::size_t first_quantity = first_quantity_of(view);
  std::vector<Slot> subjects;
  for (const NameChain& chain : view.names)
    if (chain.use == NameUse::Subject && chain.last_token < first_quantity)
      subjects.push_back({chain.subject, SlotSource::Frame, chain.known});
  if (subjects.size() >= count) {
    subjects.erase(subjects.begin(), subjects.end() - static_cast<std::ptrdiff_t>(count));
    return subjects;
  }
  const std::vector<Span> items = items_before(view, first_quantity, count);
  if (items.size() != count) return {};
  subjects.clear();
  for (const Span& item : items) {
    const auto slot = slot_of(view, item);
    if (!slot) return {};
    subjects.push_back(*slot);
  }
  return subjects;
}

bool are_listed(const ClauseView& view, const std::vector<Span>& items) {
  for (std::size_t i = 1; i < items.size(); ++i) {
    const std::size_t end = items[i - 1].end;
    if (!joins_items(view.text.substr(end, items[i].begin - end))) return false;
  }
  return true;
}

/// 北京、上海和深圳的月租为98元、105元和91元: as many names in one list as numbers in another.
bool is_one_list(const ClauseView& view, std::size_t quantity_count) {
  if (quantity_count < kUnmistakable || names_in_list(view).size() != quantity_count) return false;
  std::vector<Span> numbers;
  for (std::size_t i = view.clause.first; i < view.clause.last; ++i)
    if (view.scan.tokens[i].kind == TokenKind::Quantity)
      numbers.push_back(view.scan.tokens[i].span);
  return view.names.back().span.end <= numbers.front().begin && are_listed(view, numbers);
}

/// The years of a period that is made of whole years.
std::vector<Period> years_of(const Period& period) {
  const int first = year_of(period.from);
  const int last = year_of(period.to);
  if (period.from != year_period(first).from || period.to != year_period(last).to) return {};
  std::vector<Period> years;
  for (int year = first; year <= last; ++year) years.push_back(year_period(year));
  return years;
}

/// The quarters of 一季度到四季度, "Q1 to Q4", where `words` speak of some.
std::vector<Period> quarters_of(const Period& period, std::string_view words) {
  constexpr std::array<std::string_view, 3> kQuarter = {"季", "Q", "quarter"};
  constexpr int kMonths = 3;
  const auto part = part_of(period);
  const bool said = std::ranges::any_of(
      kQuarter, [&](std::string_view word) { return words.find(word) != std::string_view::npos; });
  if (!said || !part || part->day > 0 || (part->first_month - 1) % kMonths != 0 ||
      part->last_month % kMonths != 0)
    return {};
  std::vector<Period> quarters;
  for (int month = part->first_month; month < part->last_month; month += kMonths)
    quarters.push_back(quarter_period(year_of(period.from), (month - 1) / kMonths + 1));
  return quarters;
}

}  // namespace

std::vector<Slot> names_in_list(const ClauseView& view) {
  std::vector<Slot> names;
  std::vector<Span> spans;
  for (const NameChain& chain : view.names) {
    auto name = listed_name(view, chain);
    if (!name) continue;
    names.push_back(*std::move(name));
    spans.push_back(chain.span);
  }
  return names.size() > 1 && are_listed(view, spans) ? names : std::vector<Slot>{};
}

bool says_in_turn(const ClauseView& view) {
  constexpr std::size_t kBehindComma = 2;
  const std::size_t last = std::min(view.clause.last + kBehindComma, view.scan.tokens.size());
  for (std::size_t i = view.clause.first; i < last; ++i)
    if (view.scan.tokens[i].says(WordClass::Respectively)) return true;
  return false;
}

std::vector<Slot> subjects_in_turn(const ClauseView& view, std::size_t quantity_count) {
  if (quantity_count < 2) return {};
  const bool in_turn = says_in_turn(view);
  if (in_turn || is_one_list(view, quantity_count)) {
    std::vector<Slot> subjects = listed_here(view, quantity_count);
    if (!subjects.empty()) return subjects;
  }
  const bool names_another =
      std::any_of(view.names.begin(), view.names.end(),
                  [](const NameChain& chain) { return chain.use == NameUse::Subject; });
  if (names_another || view.carried.listed.size() != quantity_count) return {};
  return in_turn || quantity_count >= kUnmistakable ? view.carried.listed : std::vector<Slot>{};
}

std::vector<const Metric*> metrics_in_turn(const ClauseView& view, std::size_t quantity_count) {
  if (quantity_count < 2 || !says_in_turn(view)) return {};
  std::vector<const Metric*> metrics;
  const std::size_t first_quantity = first_quantity_of(view);
  for (std::size_t i = view.clause.first; i < first_quantity; ++i) {
    const Token& token = view.scan.tokens[i];
    if (token.kind == TokenKind::Word && token.lexeme->metric >= 0)
      metrics.push_back(&view.lexicon.metrics()[static_cast<std::size_t>(token.lexeme->metric)]);
  }
  return metrics.size() == quantity_count ? metrics : std::vector<const Metric*>{};
}

std::vector<Period> periods_in_turn(const ClauseView& view,
                                    const std::vector<std::size_t>& quantities) {
  if (quantities.size() < 2) return {};
  std::vector<Span> numbers;
  numbers.reserve(quantities.size());
  for (const std::size_t token : quantities) numbers.push_back(view.scan.tokens[token].span);
  if (!are_listed(view, numbers)) return {};
  std::vector<Period> periods;
  std::vector<Span> times;
  for (std::size_t i = view.clause.first; i < quantities.front(); ++i) {
    const Token& token = view.scan.tokens[i];
    if (token.kind != TokenKind::Time) continue;
    const FactPeriod time = placed(view.scan.times[token.index], view.carried);
    if (!time.period) return {};
    periods.push_back(*time.period);
    times.push_back(token.span);
  }
  // "In 2024 revenue from Q1 to Q4": the year of what is listed, and no item of the list.
  const bool in_year =
      periods.size() == 2 && covers(periods.front(), periods.back()) && !are_listed(view, times);
  if (periods.size() == 1 || in_year) {
    const Period stretch = periods.back();
    times = {times.back()};
    periods = years_of(stretch);
    if (periods.size() < 2) periods = quarters_of(stretch, times.front().of(view.text));
  }
  if (periods.size() != quantities.size() || (times.size() > 1 && !are_listed(view, times)))
    return {};
  return periods;
}

}  // namespace assay
