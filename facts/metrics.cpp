// SPDX-License-Identifier: MIT
#include "facts/metrics.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/utf8.h"
#include "facts/basis.h"

namespace assay {
namespace {

// Distances in bytes, added to how far a metric stands from the quantity. A metric behind the
// quantity ("50%的市场份额") counts when it follows directly; another number in between makes it
// unlikely that the metric is still this one's.
constexpr std::size_t kBehindNear = 12;
constexpr std::size_t kBehindCost = 6;
constexpr std::size_t kNumberBetweenCost = 90;
constexpr std::size_t kLongestPhrase = 24;
/// A metric further behind a number that is no share is another one's.
constexpr std::size_t kFarthestBehind = 30;
/// How close a verb must stand before its number.
constexpr std::size_t kVerbReach = 8;
/// What narrows a metric, in characters.
constexpr std::size_t kShortestQualifier = 2;
constexpr std::size_t kLongestQualifier = 8;
/// What is counted, in characters.
constexpr std::size_t kShortestThing = 2;
constexpr std::size_t kLongestThing = 8;

const Metric* metric_of(const Token& token, const Lexicon& lexicon) {
  if (token.kind != TokenKind::Word || token.lexeme->metric < 0) return nullptr;
  return &lexicon.metrics()[static_cast<std::size_t>(token.lexeme->metric)];
}

class MetricFinder {
 public:
  explicit MetricFinder(const MetricQuestion& question)
      : q_(question), at_(question.scan.tokens[question.quantity]) {}

  MetricRead find() const {
    const ScannedQuantity& quantity = q_.scan.quantities[at_.index];
    const Metric* best = nullptr;
    const Metric* whole = nullptr;  // what a share may be a share of
    std::size_t best_cost = std::numeric_limits<std::size_t>::max();
    std::size_t whole_cost = best_cost;
    std::size_t best_token = 0;
    std::size_t whole_token = 0;
    for (std::size_t i = q_.clause.first; i < q_.clause.last; ++i) {
      const Metric* metric = metric_of(q_.scan.tokens[i], q_.lexicon);
      if (metric == nullptr) continue;
      const std::size_t distance = cost(i);
      const bool of_any =
          q_.compared && !metric->share && quantity.quantity.unit.dimension == Dimension::Ratio;
      const bool fits = (of_any || can_measure(metric->dimensions, quantity.quantity,
                                               quantity.unitless, q_.role)) &&
                        metric->counts_in(quantity.quantity.written_unit) && !stands_apart(i);
      if (fits && distance < best_cost) {
        best = metric;
        best_cost = distance;
        best_token = i;
      }
      if (!metric->fits(Dimension::Ratio) && distance < whole_cost) {
        whole = metric;
        whole_cost = distance;
        whole_token = i;
      }
    }
    const bool ratio = quantity.quantity.unit.dimension == Dimension::Ratio;
    if (ratio && q_.role <= Role::Before && whole != nullptr) {
      const bool plain_share = best != nullptr && best->name == "market share";
      const bool beside = plain_share && adjacent_metric_before(best_token);
      const bool behind = whole_token > q_.quantity &&
                          ((whole_cost < best_cost && whole_cost <= kBehindNear + kBehindCost) ||
                           (best == nullptr && is_divided_by_of(whole_token)));
      const bool divided = best == nullptr && (says_share() || stands_among(whole_token));
      if (divided || beside || behind) return share_of(*whole);
    }
    if (best == nullptr && ratio && q_.role <= Role::Before && says_share()) return plain_share();
    if (best == nullptr) return {};
    MetricRead read = known(*best);
    read.qualifier = qualifier_of(best_token);
    return read;
  }

 private:
  [[nodiscard]] std::size_t cost(std::size_t index) const {
    const Token& token = q_.scan.tokens[index];
    const bool before = token.span.end <= at_.span.begin;
    std::size_t distance =
        before ? at_.span.begin - token.span.end : token.span.begin - at_.span.end;
    if (!before) distance += distance <= kBehindNear ? kBehindCost : kNumberBetweenCost;
    const std::size_t low = std::min(index, q_.quantity) + 1;
    const std::size_t high = std::max(index, q_.quantity);
    if (!before && q_.role > Role::Before && goes_on_elsewhere(token))
      distance += kNumberBetweenCost;
    bool basis = false;
    for (std::size_t i = high; i-- > low;) {
      basis = basis || basis_said_by(q_.scan.tokens[i]) != Basis::Unsaid;
      if (q_.scan.tokens[i].kind != TokenKind::Quantity) continue;
      // 收入298亿同比涨了26%: the number between is the level that changed so.
      if (!(before && basis && q_.role > Role::Before)) distance += kNumberBetweenCost;
      basis = false;
    }
    return distance;
  }

  /// 涨了26%啊|利润率这块, 增长45%、|份额: behind a change a Chinese metric is its own only where a 的 ties the two.
  [[nodiscard]] bool goes_on_elsewhere(const Token& metric) const {
    constexpr std::string_view kOf = "的";
    const std::string_view between = q_.text.substr(at_.span.end, metric.span.begin - at_.span.end);
    return !between.empty() && static_cast<unsigned char>(between.front()) >= 0x80 &&
           !between.starts_with(kOf);
  }

  /// 整车 in 整车毛利率: unknown Han text right before the word at `index`; or what the word says itself.
  [[nodiscard]] std::string qualifier_of(std::size_t index) const {
    const std::string_view narrowing = q_.lexicon.narrowing_of(*q_.scan.tokens[index].lexeme);
    if (!narrowing.empty()) return std::string(narrowing);
    const std::size_t end = q_.scan.tokens[index].span.begin;
    std::size_t begin = q_.clause.span.begin;
    if (index > 0) begin = std::max(begin, q_.scan.tokens[index - 1].span.end);
    const std::string_view text = q_.text.substr(begin, end - begin);
    const std::size_t length = count_code_points(text);
    if (length < kShortestQualifier || length > kLongestQualifier) return {};
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).length)
      if (!is_han(decode(text, at).value)) return {};
    return std::string(text);
  }

  [[nodiscard]] bool is_followed_by_number(std::size_t index) const {
    for (std::size_t i = index + 1; i < q_.clause.last; ++i) {
      if (q_.scan.tokens[i].enumeration) return false;
      if (q_.scan.tokens[i].kind == TokenKind::Quantity) return true;
    }
    return false;
  }

  /// "Six countries signed the compute-sharing accord": compute is not what is counted.
  [[nodiscard]] bool stands_apart(std::size_t index) const {
    const Token& token = q_.scan.tokens[index];
    if (token.span.begin < at_.span.end) return false;
    // 赚6.6亿、市值622亿: the next item of a list has a number of its own.
    for (std::size_t i = q_.quantity + 1; i < index; ++i)
      if (q_.scan.tokens[i].enumeration && is_followed_by_number(index)) return true;
    const Dimension dimension = q_.scan.quantities[at_.index].quantity.unit.dimension;
    const bool ratio = dimension == Dimension::Ratio || dimension == Dimension::PercentagePoint;
    // "42% of its third-quarter system sales"; in Chinese what is far behind is another's: 294%的头条里一大笔是…持股.
    if (ratio && static_cast<unsigned char>(q_.text[token.span.begin]) < 0x80) return false;
    const std::size_t reach = dimension == Dimension::Count ? kBehindNear : kFarthestBehind;
    return token.span.begin - at_.span.end > reach;
  }

  /// 产能份额, 收入占比 written as two words.
  [[nodiscard]] bool adjacent_metric_before(std::size_t index) const {
    if (index == q_.clause.first) return false;
    const Token& before = q_.scan.tokens[index - 1];
    const Metric* metric = metric_of(before, q_.lexicon);
    return metric != nullptr && !metric->fits(Dimension::Ratio) &&
           q_.scan.tokens[index].span.begin == before.span.end;
  }

  [[nodiscard]] bool says_share() const {
    for (std::size_t i = q_.clause.first; i < q_.clause.last; ++i) {
      const Token& token = q_.scan.tokens[i];
      if (token.kind == TokenKind::Word && token.lexeme->is(WordClass::ShareOf)) return true;
    }
    return false;
  }

  /// "42% of its third-quarter system sales": the whole need not follow at once.
  [[nodiscard]] bool is_divided_by_of(std::size_t whole) const {
    constexpr std::string_view kOf = " of ";
    constexpr std::size_t kReach = 40;
    if (!q_.text.substr(at_.span.end).starts_with(kOf)) return false;
    if (q_.scan.tokens[whole].span.begin - at_.span.end > kReach) return false;
    // "62% of companies expect revenue to grow": unknown words but "its", "third-quarter" are other things.
    std::size_t at = at_.span.end + kOf.size();
    for (std::size_t i = q_.quantity + 1; i <= whole; ++i) {
      const Token& token = q_.scan.tokens[i];
      if (token.kind == TokenKind::Quantity) return false;
      if (token.span.begin > at + 1) return false;
      at = std::max(at, token.span.end);
    }
    return true;
  }

  /// 在系统销售中不足三成: a part of what the word before 中 names.
  [[nodiscard]] bool stands_among(std::size_t whole) const {
    constexpr auto kAmong = std::to_array<std::string_view>({"中", "当中", "之中", "里", "里面"});
    const Token& token = q_.scan.tokens[whole];
    if (token.span.end >= at_.span.begin) return false;
    // Not the beginning of another word (中枢, 里程碑): what follows is the number or a word that is known.
    const std::size_t next = std::min(q_.scan.tokens[whole + 1].span.begin,
                                      q_.scan.quantities[at_.index].with_hedge.begin);
    const std::string_view between = q_.text.substr(token.span.end, next - token.span.end);
    return std::find(kAmong.begin(), kAmong.end(), between) != kAmong.end();
  }

  [[nodiscard]] MetricRead share_of(const Metric& whole) const {
    const std::string name = q_.lexicon.share_of(whole.name);
    if (const Metric* metric = q_.lexicon.find_metric(name)) return known(*metric);
    MetricRead read;
    read.slot = {name, SlotSource::Clause, true};
    read.dimensions = {Dimension::Ratio};
    return read;
  }

  static MetricRead plain_share() {
    MetricRead read;
    read.slot = {"share", SlotSource::Clause, false};
    read.dimensions = {Dimension::Ratio};
    return read;
  }

  static MetricRead known(const Metric& metric) {
    MetricRead read;
    read.slot = {metric.name, SlotSource::Clause, true};
    read.dimensions = metric.dimensions;
    return read;
  }

  const MetricQuestion& q_;
  const Token& at_;
};

/// "began at $38 billion", 来了几千人: what stands before the number is a verb and no name of
/// anything. An English phrase is a name only if a link ("is", "of", "reached") leads to the number.
bool is_verb_like(std::string_view phrase, bool linked) {
  const bool english = static_cast<unsigned char>(phrase.back()) < 0x80;
  if (english) return !linked || phrase.find(' ') == std::string_view::npos;
  constexpr char32_t kPerfective = 0x4E86;  // the particle of a completed action
  return last_character(phrase) == kPerfective;
}

}  // namespace

bool can_measure(const std::vector<Dimension>& dimensions, const Quantity& quantity, bool unitless,
                 Role role) {
  const auto fits = [&](Dimension dimension) {
    return std::find(dimensions.begin(), dimensions.end(), dimension) != dimensions.end();
  };
  const Dimension dimension = quantity.unit.dimension;
  const bool relative = dimension == Dimension::Ratio || dimension == Dimension::PercentagePoint;
  if (relative && role > Role::Before) return true;
  if (dimension == Dimension::PercentagePoint) return fits(Dimension::Ratio);
  if (unitless) return fits(Dimension::Count) || fits(Dimension::Money);
  return fits(dimension);
}

MetricRead find_metric(const MetricQuestion& question) { return MetricFinder(question).find(); }

/// "shipped nearly three quarters of the world's HBM": a share of what the verb says.
MetricRead share_behind_verb(const MetricQuestion& question, const Metric& metric) {
  constexpr std::string_view kOf = " of ";
  const Token& number = question.scan.tokens[question.quantity];
  const Quantity& quantity = question.scan.quantities[number.index].quantity;
  if (quantity.unit.dimension != Dimension::Ratio || question.role > Role::Before) return {};
  const bool of = number.span.of(question.text).ends_with(kOf.substr(0, kOf.size() - 1)) ||
                  question.text.substr(number.span.end).starts_with(kOf);
  if (!of) return {};
  return {{question.lexicon.share_of(metric.name), SlotSource::Clause, true}, {Dimension::Ratio}};
}

MetricRead metric_of_verb(const MetricQuestion& question) {
  const Scan& scan = question.scan;
  const ScannedQuantity& quantity = scan.quantities[scan.tokens[question.quantity].index];
  std::size_t right = quantity.with_hedge.begin;
  for (std::size_t i = question.quantity; i-- > question.clause.first;) {
    const Token& token = scan.tokens[i];
    if (token.span.begin >= right) continue;
    if (token.kind != TokenKind::Word || right - token.span.end > kVerbReach) return {};
    if (token.lexeme->verb_of >= 0) {
      const Metric& metric =
          question.lexicon.metrics()[static_cast<std::size_t>(token.lexeme->verb_of)];
      const bool fits = metric.fits(quantity.quantity.unit.dimension) ||
                        (quantity.unitless && metric.fits(Dimension::Money));
      if (!fits) return share_behind_verb(question, metric);
      return {{metric.name, SlotSource::Clause, true}, metric.dimensions};
    }
    if (token.lexeme->classes.none()) return {};
    right = token.span.begin;
  }
  return {};
}

MetricRead counted_thing(const MetricQuestion& question) {
  const Scan& scan = question.scan;
  const Token& at = scan.tokens[question.quantity];
  const Quantity& quantity = scan.quantities[at.index].quantity;
  if (quantity.unit.dimension != Dimension::Count) return {};
  const std::size_t begin = at.span.end;
  std::size_t end = question.clause.span.end;
  if (question.quantity + 1 < scan.tokens.size()) {
    const Token& next = scan.tokens[question.quantity + 1];
    end = std::min(end, next.span.begin);
    const bool beside = next.span.begin <= begin + 1;
    if (beside && next.kind == TokenKind::Word && next.lexeme->entity >= 0) {
      const Entity& entity =
          question.lexicon.entities()[static_cast<std::size_t>(next.lexeme->entity)];
      const bool thing = entity.kind == EntityKind::Product || entity.kind == EntityKind::Segment ||
                         entity.kind == EntityKind::Technology;
      return thing ? MetricRead{{entity.name, SlotSource::Clause, true}, {}} : MetricRead{};
    }
  }
  std::string_view thing = question.text.substr(begin, end > begin ? end - begin : 0);
  if (begin > 0 && is_ascii_letter(static_cast<unsigned char>(question.text[begin - 1])))
    thing = quantity.written_unit;  // "38 states" is number and noun
  // "80 million weekly users"; users alone may be new ones, or those of anything.
  const bool words = thing.find(' ') != std::string_view::npos;
  const Lexicon::Hit named = words ? question.lexicon.find(thing, 0) : Lexicon::Hit{};
  if (words && named.length == thing.size() && named.lexeme->metric >= 0) {
    const Metric& metric =
        question.lexicon.metrics()[static_cast<std::size_t>(named.lexeme->metric)];
    return {{metric.name, SlotSource::Clause, true}, metric.dimensions};
  }
  const std::size_t length = count_code_points(thing);
  const bool english = !thing.empty() && static_cast<unsigned char>(thing[0]) < 0x80;
  if (length < kShortestThing || (!english && length > kLongestThing)) return {};
  if (english && words) return {};
  return {{std::string(thing), SlotSource::Clause, false}, {}};
}

MetricRead open_metric(const MetricQuestion& question, const PlainWords& plain_words) {
  // Walk back over the verb and hedges before the number, then take the unknown text before them.
  const Scan& scan = question.scan;
  std::size_t end = scan.quantities[scan.tokens[question.quantity].index].with_hedge.begin;
  std::size_t begin = question.phrase_begin;
  bool linked = false;
  for (std::size_t i = question.quantity; i-- > question.clause.first;) {
    const Token& token = scan.tokens[i];
    const bool function_word =
        token.kind == TokenKind::Word && token.lexeme->classes.any() && token.lexeme->entity < 0;
    if (token.span.end > end) continue;
    if (function_word && end - token.span.end <= 1) {
      linked = linked || token.lexeme->is(WordClass::Link) || token.lexeme->is(WordClass::Arrive);
      end = token.span.begin;
      continue;
    }
    begin = std::max(begin, token.span.end);
    break;
  }
  begin = std::max(begin, question.clause.span.begin);
  while (end > begin && question.text[end - 1] == ' ') --end;
  while (end > begin && end - begin > kLongestPhrase) begin += decode(question.text, begin).length;
  while (begin < end && question.text[begin] == ' ') ++begin;
  if (begin >= end) return {};
  const std::string_view phrase = plain_words.behind_talk(question.text.substr(begin, end - begin));
  if (count_code_points(phrase) < 2 || is_verb_like(phrase, linked)) return {};
  MetricRead read;
  read.slot = {std::string(phrase), SlotSource::Clause, false};
  return read;
}

bool is_vague_share(const Slot& metric) {
  return (metric.value == "share" && !metric.known) || metric.value == "proportion";
}

}  // namespace assay
