// SPDX-License-Identifier: MIT
#include "facts/missing_years.h"

#include <algorithm>

#include "facts/trie.h"

namespace assay {
namespace {

constexpr int kMonthsOfQuarter = 3;

/// Tokens [first, last) of one sentence; in speech, where only pauses part them, of one clause.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
  bool ahead = false;  ///< speaks of what is expected, planned or supposed
};

bool says_ahead(const Token& token) {
  return token.says(WordClass::Forecast) || token.says(WordClass::Plan) ||
         token.says(WordClass::Hypothetical);
}

/// 到2028年要到一千亿, "by 2030": until when something is to come about. 要 further behind is mostly a part of another
/// word, as of 主要, unless 到 or 达 follows.
bool is_term(std::string_view text, const Scan& scan, const Stretch& stretch, Span time) {
  constexpr std::string_view kUntil = "到";
  constexpr std::string_view kIsTo = "要";
  constexpr std::string_view kReaches[] = {"要到", "要达"};
  constexpr std::string_view kBy = "by ";
  const std::string_view before = text.substr(0, time.begin);
  if (before.ends_with(kBy) && is_word_start(text, time.begin - kBy.size())) return true;
  if (!before.ends_with(kUntil)) return false;
  const std::size_t end = scan.tokens[stretch.last - 1].span.end;
  const std::string_view rest = text.substr(time.end, end - time.end);
  return rest.starts_with(kIsTo) || std::ranges::any_of(kReaches, [&](std::string_view reaches) {
           return rest.find(reaches) != std::string_view::npos;
         });
}

/// The same part of another year.
Period moved(const Period& period, const TimeMention& time, int years) {
  using std::chrono::year_month_day;
  const int year = year_of(period.from) + years;
  const bool in_one_year = year_of(period.from) == year_of(period.to);
  if (time.part && in_one_year)
    if (const auto part = part_period(year, *time.part)) return *part;
  const auto move = [&](Day day) {
    const year_month_day there = year_month_day(day) + std::chrono::years(years);
    return there.ok() ? Day(there) : day + std::chrono::days(365 * years);
  };
  return {move(period.from), move(period.to)};
}

class YearSettler {
 public:
  YearSettler(std::string_view text, const ScanContext& context, Scan& scan)
      : text_(text), context_(context), scan_(scan) {}

  void run() {
    Stretch stretch;
    for (std::size_t i = 0; i <= scan_.tokens.size(); ++i) {
      if (i < scan_.tokens.size() && !ends_stretch(scan_.tokens[i])) continue;
      stretch.last = i;
      if (stretch.last > stretch.first) read(stretch);
      stretch = {i + 1, i + 1};
    }
  }

 private:
  [[nodiscard]] bool ends_stretch(const Token& token) const {
    return token.kind == TokenKind::Sentence ||
           (context_.speech && token.kind == TokenKind::Clause && !token.enumeration);
  }

  void read(Stretch& stretch) {
    ++stretches_;
    for (std::size_t i = stretch.first; i < stretch.last; ++i) {
      const Token& token = scan_.tokens[i];
      const bool term = token.kind == TokenKind::Time && is_term(text_, scan_, stretch, token.span);
      stretch.ahead = stretch.ahead || term || says_ahead(token);
    }
    for (std::size_t i = stretch.first; i < stretch.last; ++i)
      if (scan_.tokens[i].kind == TokenKind::Time) settle(stretch, i);
  }

  void settle(const Stretch& stretch, std::size_t token) {
    TimeMention& time = scan_.times[scan_.tokens[token].index];
    // 去年同期 goes with the time that it was counted from.
    if (time.ago) {
      if (time.period && moved_by_ != 0) time.period = moved(*time.period, time, moved_by_);
      return;
    }
    const bool compared = token > 0 && scan_.tokens[token - 1].says(WordClass::Than);
    if (!time.year_missing) {
      if (compared || !time.period || starts_a_span(text_, time.span.begin)) return;
      time.ahead = lies_ahead(stretch, time);
      note_year(time);
    } else if (time.period) {
      supply_year(stretch, time);
      time.ahead = time.period && lies_ahead(stretch, time);
    }
  }

  /// A year that the text itself names.
  void note_year(const TimeMention& time) {
    moved_by_ = 0;
    named_ = year_of(time.period->to);
    named_in_ = stretches_;
    named_ahead_ = time.ahead;
    if (!named_ahead_) told_ = named_;
  }

  [[nodiscard]] bool lies_ahead(const Stretch& stretch, const TimeMention& time) const {
    if (context_.date) return time.period->from > *context_.date;
    // "For the year that ended in June 2025 it had planned to spend $80 billion."
    constexpr std::string_view kEnded = " ended ";
    return stretch.ahead && time.span.of(text_).find(kEnded) == std::string_view::npos;
  }

  void supply_year(const Stretch& stretch, TimeMention& time) {
    moved_by_ = 0;
    if (stretch.ahead) return;
    // In speech what comes right behind a pause may still be of that year.
    const bool later = stretches_ - named_in_ > (context_.speech ? 1U : 0U);
    if (named_ && named_ahead_ && later) {
      const std::optional<int> year = told_ ? told_ : year_of_writing();
      if (!year) {
        time.period.reset();
        time.label = std::string(time.span.of(text_));
        return;
      }
      move(time, *year - *named_);
    }
    const bool short_part = time.part && time.part->day == 0 && !is_end_of_year(time) &&
                            time.part->last_month - time.part->first_month < kMonthsOfQuarter;
    if (context_.date && short_part && time.period->from > *context_.date) move(time, -1);
  }

  /// 年底, which is mostly the one that is to come.
  static bool is_end_of_year(const TimeMention& time) {
    return time.point && time.part->last_month > time.part->first_month;
  }

  [[nodiscard]] std::optional<int> year_of_writing() const {
    return context_.date ? std::optional(year_of(*context_.date)) : std::nullopt;
  }

  void move(TimeMention& time, int years) {
    if (years == 0) return;
    time.period = moved(*time.period, time, years);
    moved_by_ += years;
  }

  std::string_view text_;
  const ScanContext& context_;
  Scan& scan_;
  std::size_t stretches_ = 0;
  std::optional<int> named_;  ///< the last year that the text has named
  std::size_t named_in_ = 0;  ///< in which stretch
  bool named_ahead_ = false;
  std::optional<int> told_;  ///< the last year of which something was told
  int moved_by_ = 0;         ///< years by which the last time without one was moved
};

}  // namespace

void settle_years(std::string_view text, const ScanContext& context, Scan& scan) {
  if (!scan.times.empty()) YearSettler(text, context, scan).run();
}

}  // namespace assay
