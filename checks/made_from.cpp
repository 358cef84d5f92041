// SPDX-License-Identifier: MIT
#include "checks/made_from.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string_view>

#include "checks/slip.h"
#include "core/utf8.h"
#include "facts/document.h"
#include "facts/fact_keys.h"
#include "facts/terms.h"

namespace assay {
namespace {

using Facts = std::vector<Fact>;
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
/// Two amounts that have a figure of this size in common are hardly two things.
constexpr double kRoundAmount = 100;
/// Further apart than this, and no slip of the pen, two numbers are of two things.
constexpr double kFarApart = 0.9;
/// Numbers of the source beside the stretch in which a counterpart is looked for.
constexpr std::size_t kMargin = 2;
/// Clauses that share fewer of their words do not say the same.
constexpr double kFewestWords = 0.25;
/// Where only one number can be meant, the words matter less.
constexpr double kFewestWordsOfTheOnlyOne = 0.1;

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

/// The name without what follows its last dot: a writer says "source: talk" of talk.txt.
std::string_view file_stem(std::string_view path) {
  const std::string_view name = file_name(path);
  return name.substr(0, name.rfind('.'));
}

bool is_transcript(const ReadDocument& document) {
  return document.kind == to_string(DocumentKind::Transcript);
}

/// Whether one says "over 7" and the other names a number: 44 is over 7, and no other word for it.
bool is_bound_of(const Quantity& bound, const Quantity& number) {
  const double end = std::isinf(bound.stated.high) ? bound.stated.low : bound.stated.high;
  return number.tolerance.low > end || number.tolerance.high < end;
}

bool is_open(const Quantity& quantity) {
  return std::isinf(quantity.stated.low) || std::isinf(quantity.stated.high);
}

/// One number, whatever it counts: 十几人 and 十几个人.
bool same_number(const Fact& a, const Fact& b) {
  const Quantity& left = a.quantity;
  const Quantity& right = b.quantity;
  // 每吨10万元 and 十万块一吨: a rate, and the amount of it; and units that speech leaves out.
  if (left.unit.dimension != right.unit.dimension)
    return left.written_low == right.written_low && left.written_low >= kRoundAmount;
  const bool guessed = left.currency_inferred || right.currency_inferred;
  if (is_open(left) && is_bound_of(left, right)) return false;
  if (is_open(right) && is_bound_of(right, left)) return false;
  // 几十纳米 is no 44纳米.
  return left.vague == right.vague && left.unit.dimension == right.unit.dimension &&
         (left.unit.canonical == right.unit.canonical || guessed) &&
         intersects(left.tolerance, right.tolerance);
}

/// For each fact of the note the fact of the source with its number, so that most of them follow in
/// the source's order: the longest increasing subsequence of all pairs of equal numbers.
std::vector<std::size_t> align(const Facts& note, const Facts& source) {
  struct Pair {
    std::size_t note;
    std::size_t source;
    std::size_t before;  // the pair that it follows
  };
  std::vector<Pair> pairs;
  std::vector<std::size_t> ends;  // of the chains of length 1, 2, …: the pair with the least source
  for (std::size_t i = 0; i < note.size(); ++i) {
    for (std::size_t k = source.size(); k-- > 0;) {
      if (!same_number(note[i], source[k])) continue;
      const auto at = std::lower_bound(
          ends.begin(), ends.end(), k,
          [&](std::size_t pair, std::size_t place) { return pairs[pair].source < place; });
      const std::size_t before = at == ends.begin() ? kNone : *std::prev(at);
      pairs.push_back({i, k, before});
      if (at == ends.end()) {
        ends.push_back(pairs.size() - 1);
      } else {
        *at = pairs.size() - 1;
      }
    }
  }
  std::vector<std::size_t> aligned(note.size(), kNone);
  for (std::size_t at = ends.empty() ? kNone : ends.back(); at != kNone; at = pairs[at].before)
    aligned[pairs[at].note] = pairs[at].source;
  return aligned;
}

/// A talk and what tells it: most numbers of the note follow one another in the talk.
bool tells_of(const ReadDocument& note, const ReadDocument& source) {
  // 两个 ten times over is one figure, which any two texts have in common.
  constexpr std::size_t kFewestFigures = 8;
  const auto enough = [&](std::ptrdiff_t found) {
    return are_most_numbers(static_cast<std::size_t>(found), note.facts.size());
  };
  // A text with many times as many numbers has half of any note's by chance, and in any order.
  constexpr std::size_t kLongestTalk = 4;
  if (source.facts.size() < kFewestNumbersOfTalk ||
      source.facts.size() > kLongestTalk * note.facts.size())
    return false;
  // Most pairs have too few figures in common, and need not be aligned to say so.
  std::set<double> figures;
  for (const Fact& fact : source.facts) figures.insert(figure_of(fact));
  std::vector<double> shared;
  for (const Fact& fact : note.facts)
    if (figures.contains(figure_of(fact))) shared.push_back(figure_of(fact));
  if (!enough(std::ssize(shared))) return false;
  if (std::set(shared.begin(), shared.end()).size() < kFewestFigures) return false;
  const std::vector<std::size_t> aligned = align(note.facts, source.facts);
  return enough(std::count_if(aligned.begin(), aligned.end(),
                              [](std::size_t place) { return place != kNone; }));
}

/// Looks up what a note says that it was made from.
class SourceFinder {
 public:
  explicit SourceFinder(const std::vector<ReadDocument>& documents) {
    for (const ReadDocument& document : documents) {
      by_id_.emplace(document.id, &document);
      by_file_.emplace(file_name(document.id), &document);
      by_stem_.emplace(file_stem(document.id), &document);
      if (!is_transcript(document)) continue;
      transcripts_.push_back(&document);
      if (!document.source.empty()) by_source_.emplace(document.source, &document);
    }
  }

  /// The document that `note` was made from, or nullptr.
  [[nodiscard]] const ReadDocument* source_of(const ReadDocument& note) const {
    if (const ReadDocument* named = file_named(note.source); named != nullptr && named != &note)
      return named;
    if (is_transcript(note)) return nullptr;
    const auto of_one_talk = note.source.empty() ? by_source_.end() : by_source_.find(note.source);
    if (of_one_talk != by_source_.end()) return of_one_talk->second;
    const auto told =
        std::find_if(transcripts_.begin(), transcripts_.end(),
                     [&](const ReadDocument* transcript) { return tells_of(note, *transcript); });
    return told == transcripts_.end() ? nullptr : *told;
  }

 private:
  /// The document of this id, or of this file name. An address names a page, whatever its last part.
  [[nodiscard]] const ReadDocument* file_named(const std::string& source) const {
    if (source.empty() || source.find("://") != std::string::npos) return nullptr;
    if (const auto same = by_id_.find(source); same != by_id_.end()) return same->second;
    if (const auto named = by_file_.find(file_name(source)); named != by_file_.end())
      return named->second;
    const auto named = by_stem_.find(file_name(source));
    return named == by_stem_.end() ? nullptr : named->second;
  }

  std::map<std::string_view, const ReadDocument*> by_id_;
  std::map<std::string_view, const ReadDocument*> by_file_;
  std::map<std::string_view, const ReadDocument*> by_stem_;
  std::map<std::string_view, const ReadDocument*> by_source_;  ///< transcripts only
  std::vector<const ReadDocument*> transcripts_;
};

/// Looks for the counterparts of a note's numbers.
class CounterpartFinder {
 public:
  explicit CounterpartFinder(const MadeFrom& pair)
      : note_(pair.note->facts), source_(pair.source->facts), aligned_(align(note_, source_)) {}

  std::vector<Counterpart> find() const {
    std::vector<Counterpart> found;
    for (std::size_t i = 0; i < note_.size(); ++i) found.push_back(counterpart_of(i));
    return found;
  }

 private:
  [[nodiscard]] Counterpart counterpart_of(std::size_t i) const {
    const Fact& fact = note_[i];
    if (aligned_[i] != kNone) return {&fact, &source_[aligned_[i]], true};
    const Stretch around = stretch(i);
    if (const Fact* like = not_far_from(around, fact)) return {&fact, like, true};
    if (const Fact* like = with_digits_of(fact, around)) return {&fact, like, true};
    if (const Fact* other = altered(i, around)) return {&fact, other, false};
    // A summary puts things in its own order.
    const Fact* anywhere = not_far_from({0, source_.size()}, fact);
    return {&fact, anywhere, anywhere != nullptr};
  }

  /// Places of the source, the last one excluded.
  struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  /// Where the source speaks of what the note does at `i`: between the neighbours that both have.
  [[nodiscard]] Stretch stretch(std::size_t i) const {
    Stretch found{0, source_.size()};
    for (std::size_t k = i; k-- > 0;)
      if (aligned_[k] != kNone) {
        found.first = aligned_[k] > kMargin ? aligned_[k] - kMargin : 0;
        break;
      }
    for (std::size_t k = i + 1; k < note_.size(); ++k)
      if (aligned_[k] != kNone) {
        found.last = std::min(found.last, aligned_[k] + 1 + kMargin);
        break;
      }
    return found;
  }

  /// The number itself, out of order: a summary gathers what belongs together.
  [[nodiscard]] const Fact* not_far_from(Stretch around, const Fact& fact) const {
    constexpr std::size_t kFar = 12;
    const std::size_t first = around.first > kFar ? around.first - kFar : 0;
    const std::size_t last = std::min(around.last + kFar, source_.size());
    for (std::size_t k = first; k < last; ++k)
      if (same_number(fact, source_[k])) return &source_[k];
    return nullptr;
  }

  /// Speech is heard badly: "135 个 B 美元" is 1350亿美元, though no unit was understood.
  [[nodiscard]] const Fact* with_digits_of(const Fact& fact, Stretch around) const {
    const std::string digits = significant_digits(fact.quantity.written_low);
    for (std::size_t k = around.first; k < around.last; ++k)
      if (has_digits(source_[k].sentence, digits)) return &source_[k];
    return nullptr;
  }

  /// Whether a number of the text has these significant digits.
  static bool has_digits(std::string_view text, const std::string& digits) {
    std::string run;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const char c = at < text.size() ? text[at] : ' ';
      if (is_ascii_digit(static_cast<unsigned char>(c))) {
        if (c != '0' || !run.empty()) run += c;
      } else if (c != '.' && c != ',') {
        run.erase(run.find_last_not_of('0') + 1);
        if (run == digits) return true;
        run.clear();
      }
    }
    return false;
  }

  /// The number of the stretch that says the same in nearly the same words.
  [[nodiscard]] const Fact* altered(std::size_t i, Stretch around) const {
    const Fact& fact = note_[i];
    std::vector<const Fact*> candidates;
    for (std::size_t k = around.first; k < around.last; ++k)
      if (may_be_altered(fact, source_[k]) && !is_told(source_[k]))
        candidates.push_back(&source_[k]);
    const bool one = candidates.size() == 1 && in_one_unit(fact, *candidates.front());
    if (one && stands_between_neighbours(i, candidates.front())) return candidates.front();
    const Fact* best = nullptr;
    double most = one ? kFewestWordsOfTheOnlyOne : kFewestWords;
    for (const Fact* candidate : candidates) {
      const double alike = likeness(fact, *candidate);
      if (alike < most) continue;
      most = alike;
      best = candidate;
    }
    return best;
  }

  /// A writer who mistakes 9个月 does not write years.
  static bool in_one_unit(const Fact& a, const Fact& b) {
    return a.quantity.unit.scale.to_double() == b.quantity.unit.scale.to_double();
  }

  /// Whether the number before and the one behind are the same on both sides.
  [[nodiscard]] bool stands_between_neighbours(std::size_t i, const Fact* other) const {
    if (i == 0 || i + 1 == note_.size()) return false;
    const auto place = static_cast<std::size_t>(other - source_.data());
    return aligned_[i - 1] != kNone && aligned_[i - 1] + 1 == place && aligned_[i + 1] == place + 1;
  }

  /// The words that two have in common; the same digits in another size say more than words do, and
  /// of two numbers in the same words the one in the same unit is meant.
  static double likeness(const Fact& a, const Fact& b) {
    constexpr double kSlip = 0.5;
    constexpr double kUnit = 0.1;
    const bool unit = a.quantity.written_unit == b.quantity.written_unit;
    const bool slip = !slip_of(a, b).en.empty() || same_digits(a, b);
    return overlap(a.terms, b.terms) + (slip ? kSlip : 0) + (unit ? kUnit : 0);
  }

  /// 12亿元 for 一点二亿, where both speak of the same: two digits are no chance there.
  static bool same_digits(const Fact& a, const Fact& b) {
    constexpr std::size_t kNoChance = 2;
    const std::string digits = significant_digits(a.quantity.written_low);
    return digits.size() >= kNoChance && digits == significant_digits(b.quantity.written_low);
  }

  static bool may_be_altered(const Fact& a, const Fact& b) {
    const bool counts = a.quantity.unit.dimension == Dimension::Count;
    const bool same_measure = a.quantity.unit.dimension == b.quantity.unit.dimension &&
                              (!counts || a.quantity.written_unit == b.quantity.written_unit);
    return same_measure && a.quantity.vague == b.quantity.vague &&
           (relative_gap(a.quantity, b.quantity) < kFarApart || same_digits(a, b) ||
            !alteration_of(a, b).en.empty());
  }

  /// Whether the note has this number of the source: then it is not what became of another.
  [[nodiscard]] bool is_told(const Fact& fact) const {
    return std::any_of(note_.begin(), note_.end(),
                       [&](const Fact& other) { return same_number(other, fact); });
  }

  const Facts& note_;
  const Facts& source_;
  std::vector<std::size_t> aligned_;  ///< by fact of the note: the place in the source
};

}  // namespace

bool are_most_numbers(std::size_t found, std::size_t numbers) {
  constexpr double kMostOfThem = 0.5;
  return numbers >= kFewestNumbersOfTalk &&
         static_cast<double>(found) >= kMostOfThem * static_cast<double>(numbers);
}

std::vector<MadeFrom> find_made_from(const FactIndex& index) {
  const SourceFinder sources(index.documents());
  std::vector<MadeFrom> pairs;
  for (const ReadDocument& note : index.documents())
    if (const ReadDocument* source = sources.source_of(note)) pairs.push_back({&note, source});
  return pairs;
}

std::vector<Counterpart> find_counterparts(const MadeFrom& pair) {
  return CounterpartFinder(pair).find();
}

}  // namespace assay
