// SPDX-License-Identifier: MIT
#include "facts/calendar.h"

#include "core/utf8.h"
#include "facts/numeral_scale.h"

namespace assay {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

bool is_year(int value) { return value >= kFirstYear && value <= kLastYear; }

/// Reads one time, moving `at_` along.
class TimeReader {
 public:
  TimeReader(std::string_view text, std::size_t offset, const TimeContext& context)
      : text_(text), start_(offset), at_(offset), context_(context) {}

  std::optional<TimeMention> read() {
    if (is_digit(start_)) return read_from_digits();
    const TimeWord* word = word_at(start_);
    if (word != nullptr && is_word_start(text_, start_)) {
      if (auto time = read_from_word(*word)) return time;
    }
    return read_from_han();
  }

 private:
  struct Number {
    int value = 0;
    std::size_t digits = 0;
    std::size_t end = 0;
  };

  [[nodiscard]] bool is_digit(std::size_t at) const {
    return at < text_.size() && is_ascii_digit(static_cast<unsigned char>(text_[at]));
  }
  [[nodiscard]] const TimeWord* word_at(std::size_t at) const {
    return context_.knowledge.times().find(text_, at);
  }
  [[nodiscard]] std::size_t skip_space(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at;
  }
  [[nodiscard]] Number number_at(std::size_t at) const {
    Number number;
    for (number.end = at; is_digit(number.end) && number.digits < 5; ++number.end, ++number.digits)
      number.value = number.value * 10 + (text_[number.end] - '0');
    if (is_digit(number.end)) number.digits = 0;  // longer than any date
    return number;
  }
  [[nodiscard]] TimeMention mention(std::optional<Period> period) const {
    TimeMention time;
    time.span = {start_, at_};
    time.period = period;
    if (!period) time.label = std::string(text_.substr(start_, at_ - start_));
    return time;
  }

  std::optional<TimeMention> read_from_digits() {
    const bool separated = start_ > 1 && is_digit(start_ - 2) &&
                           (text_[start_ - 1] == '.' || text_[start_ - 1] == ',');
    if (separated || (start_ > 0 && is_digit(start_ - 1))) return std::nullopt;
    const Number number = number_at(start_);
    if (number.digits == 0) return std::nullopt;
    if (auto time = read_clock(number)) return time;
    if (number.digits == 4 && is_year(number.value)) return read_year(number);
    if (number.digits <= 2) return read_short(number);
    return std::nullopt;
  }

  /// 16:47, 3:31, 12:00:05
  std::optional<TimeMention> read_clock(const Number& hour) {
    std::size_t end = hour.end;
    int parts = 0;
    while (parts < 2 && end + 2 < text_.size() + 0 && text_[end] == ':' && is_digit(end + 1) &&
           is_digit(end + 2)) {
      end += 3;
      ++parts;
    }
    if (parts == 0 || hour.digits > 2 || is_digit(end)) return std::nullopt;
    while (end < text_.size() && (text_[end] == '.' || is_digit(end)) && is_digit(end + 1)) ++end;
    at_ = end;
    return mention(std::nullopt);
  }

  std::optional<TimeMention> read_year(const Number& year) {
    // 2025-11-24, 2025/11/24, 2025.11.24
    for (const char separator : {'-', '/', '.'}) {
      if (year.end >= text_.size() || text_[year.end] != separator) continue;
      const Number month = number_at(year.end + 1);
      if (month.digits == 0 || month.digits > 2 || month.end >= text_.size()) continue;
      const Number day =
          text_[month.end] == separator ? number_at(month.end + 1) : Number{};
      const auto date = make_day(year.value, month.value, day.digits > 0 ? day.value : 1);
      if (!date || (day.digits == 0 && separator != '-')) continue;
      if (day.digits == 0 && month.digits != 2) continue;
      at_ = day.digits > 0 ? day.end : month.end;
      skip_time_of_day();
      return mention(day.digits > 0 ? Period{*date, *date} : month_period(year.value, month.value));
    }
    const std::size_t next = skip_space(year.end);
    const TimeWord* sign = year_sign_at(next);
    if (sign != nullptr && sign->decade_sign) {
      at_ = next + sign->length;
      return mention(Period{year_period(year.value).from, year_period(year.value + 9).to});
    }
    if (sign != nullptr && sign->year_sign) {
      at_ = next + sign->length;
      return read_part_of_year(year.value);
    }
    // "2025Q3", "2025 上半年": the part follows without a sign.
    if (sign != nullptr && (sign->quarter > 0 || sign->half > 0 || sign->first_month > 0)) {
      at_ = next;
      return read_part_of_year(year.value);
    }
    return read_bare_year(year);
  }

  /// The sign of a year: 2003年中国 is no middle of the year.
  [[nodiscard]] const TimeWord* year_sign_at(std::size_t at) const {
    const TimeWord* longest = word_at(at);
    if (longest == nullptr || longest->year_sign || longest->decade_sign) return longest;
    constexpr std::size_t kOneCharacter = 3;
    const TimeWord* sign = context_.knowledge.times().find(text_.substr(0, at + kOneCharacter), at);
    if (sign == nullptr || !sign->year_sign) return longest;
    const bool word_goes_on =
        context_.knowledge.lexicon().find(text_, at + sign->length).length > kOneCharacter;
    return word_goes_on ? sign : longest;
  }

  void skip_time_of_day() {
    if (at_ < text_.size() && (text_[at_] == 'T' || text_[at_] == ' ') && is_digit(at_ + 1)) {
      const std::size_t keep = at_;
      ++at_;
      const Number hour = number_at(at_);
      if (hour.end < text_.size() && text_[hour.end] == ':') {
        while (at_ < text_.size() && (is_digit(at_) || text_[at_] == ':' || text_[at_] == '.')) ++at_;
      } else {
        at_ = keep;
      }
    }
  }

  /// A year without a sign, as English writes it. What follows must not make it an amount.
  std::optional<TimeMention> read_bare_year(const Number& year) {
    const auto next = static_cast<unsigned char>(year.end < text_.size() ? text_[year.end] : ' ');
    const bool glued = is_ascii_letter(next) || next == '%' || next == ',' || next == '.';
    const bool decade = next == 's' && !is_ascii_letter(static_cast<unsigned char>(
                                          year.end + 1 < text_.size() ? text_[year.end + 1] : ' '));
    if (decade && year.value % 10 == 0) {
      at_ = year.end + 1;
      return mention(Period{year_period(year.value).from, year_period(year.value + 9).to});
    }
    const bool amount_follows = glued && year.end + 1 < text_.size() &&
                                (is_digit(year.end + 1) || is_ascii_letter(next) || next == '%');
    if (amount_follows) return std::nullopt;
    if (context_.knowledge.unit_surfaces().find(text_, skip_space(year.end)).unit != nullptr)
      return std::nullopt;
    if (context_.knowledge.numerals().sign_at(text_, year.end).kind != SignKind::None)
      return std::nullopt;
    at_ = year.end;
    // 2024-2027
    if (at_ < text_.size() && text_[at_] == '-' && is_digit(at_ + 1)) {
      const Number last = number_at(at_ + 1);
      if (last.digits == 4 && is_year(last.value) && last.value > year.value) {
        at_ = last.end;
        if (const TimeWord* sign = word_at(skip_space(at_)); sign != nullptr && sign->year_sign)
          at_ = skip_space(at_) + sign->length;
        return mention(Period{year_period(year.value).from, year_period(last.value).to});
      }
    }
    return mention(year_period(year.value));
  }

  /// What stands behind a year: 9月26日, 第三季度, 上半年, 底.
  TimeMention read_part_of_year(int year) {
    const std::size_t next = skip_space(at_);
    if (is_digit(next)) {
      const Number number = number_at(next);
      const TimeWord* sign = word_at(skip_space(number.end));
      if (sign != nullptr && sign->month_sign && number.value >= 1 && number.value <= 12) {
        at_ = skip_space(number.end) + sign->length;
        return read_day_of_month(year, number.value);
      }
    }
    const TimeWord* word = word_at(next);
    if (word == nullptr) return mention(year_period(year));
    if (const auto part = part_of(*word, year)) {
      at_ = next + word->length;
      return mention(part);
    }
    if (word->whole) at_ = next + word->length;
    return mention(year_period(year));
  }

  TimeMention read_day_of_month(int year, int month) {
    const std::size_t next = skip_space(at_);
    if (is_digit(next)) {
      const Number day = number_at(next);
      const TimeWord* sign = word_at(skip_space(day.end));
      const auto date = make_day(year, month, day.value);
      if (sign != nullptr && sign->day_sign && date) {
        at_ = skip_space(day.end) + sign->length;
        return mention(Period{*date, *date});
      }
    }
    return mention(month_period(year, month));
  }

  static std::optional<Period> part_of(const TimeWord& word, int year) {
    if (word.quarter > 0) return quarter_period(year, word.quarter);
    if (word.half > 0) return half_period(year, word.half);
    if (word.month > 0 && !word.abbreviation) return month_period(year, word.month);
    if (word.first_month > 0)
      return Period{month_period(year, word.first_month).from,
                    month_period(year, word.last_month).to};
    return std::nullopt;
  }

  /// One or two digits: 9月26日, 26日, 19年开始, 3季度.
  std::optional<TimeMention> read_short(const Number& number) {
    const TimeWord* whole = word_at(start_);  // "3季度", "1Q"
    if (whole != nullptr && whole->length > number.digits) return read_from_word(*whole);
    const std::size_t next = skip_space(number.end);
    const TimeWord* sign = word_at(next);
    if (sign == nullptr) return read_day_before_month(number, next);
    if (sign->month_sign && number.value >= 1 && number.value <= 12) {
      at_ = next + sign->length;
      return read_month(number.value);
    }
    if (sign->day_sign && number.value >= 1 && number.value <= 31) {
      // 26日, but not 30日元 or 5号线.
      const std::size_t after = next + sign->length;
      if (context_.knowledge.unit_surfaces().find(text_, next).unit != nullptr) return std::nullopt;
      if (context_.knowledge.lexicon().find(text_, next).length > sign->length) return std::nullopt;
      at_ = after;
      return mention(std::nullopt);
    }
    if (sign->decade_sign) {
      at_ = next + sign->length;
      return mention(std::nullopt);
    }
    if (sign->year_sign && number.digits == 2 && is_short_year(number, next + sign->length)) {
      at_ = next + sign->length;
      const int century = number.value <= 50 ? 2000 : 1900;
      return read_part_of_year(century + number.value);
    }
    return read_day_before_month(number, next);
  }

  /// "4 June 2025"
  std::optional<TimeMention> read_day_before_month(const Number& number, std::size_t next) {
    const TimeWord* month = next > number.end ? word_at(next) : nullptr;
    if (month == nullptr || month->month == 0 || number.value < 1 || number.value > 31)
      return std::nullopt;
    at_ = next + month->length;
    return english_month(month->month, number.value);
  }

  [[nodiscard]] bool is_short_year(const Number& number, std::size_t after) const {
    if (text_[start_] == '0') return true;
    const TimeWord* behind = word_at(skip_space(after));
    if (behind != nullptr && (behind->after_short_year || behind->quarter > 0 || behind->half > 0))
      return number.value <= 50 || number.value >= 70;
    // 自19年: the word that leads to a date stands directly before.
    for (std::size_t back = 1; back <= 6 && back <= start_; ++back) {
      const TimeWord* lead = word_at(start_ - back);
      if (lead != nullptr && lead->before_short_year && lead->length == back) return true;
    }
    return false;
  }

  TimeMention read_month(int month) {
    const auto year = year_near(month);
    if (!year) {
      TimeMention time = read_day_of_month(2000, month);
      time.period.reset();
      time.label = std::string(text_.substr(start_, at_ - start_));
      time.year_missing = true;
      return time;
    }
    TimeMention time = read_day_of_month(*year, month);
    time.year_missing = true;
    return time;
  }

  /// The year that a date without one most likely means: that of the text before it, else the last
  /// such month before the document was written.
  [[nodiscard]] std::optional<int> year_near(int month) const {
    if (context_.year) return context_.year;
    if (!context_.date) return std::nullopt;
    const int year = year_of(*context_.date);
    return month > month_of(*context_.date) ? year - 1 : year;
  }

  std::optional<TimeMention> read_from_word(const TimeWord& word) {
    const std::size_t end = start_ + word.length;
    if (word.year_follows) {
      const Number year = number_at(skip_space(end));
      if (year.digits != 4 || !is_year(year.value)) return std::nullopt;
      at_ = year.end;
      return mention(year_period(year.value));
    }
    if (word.month > 0) return read_english_month(word);
    at_ = end;
    if (word.year_offset) {
      TimeMention time = read_relative_year(*word.year_offset);
      time.ago = word.compared;
      return time;
    }
    if (word.quarter_offset && context_.date) {
      const int quarter = (month_of(*context_.date) - 1) / 3 + *word.quarter_offset;
      const int year = year_of(*context_.date) + (quarter < 0 ? -1 : 0);
      return mention(quarter_period(year, (quarter + 4) % 4 + 1));
    }
    if (word.month_offset && context_.date) {
      const int month = month_of(*context_.date) - 1 + *word.month_offset;
      const int year = year_of(*context_.date) + (month < 0 ? -1 : month > 11 ? 1 : 0);
      return mention(month_period(year, (month + 12) % 12 + 1));
    }
    if (word.quarter_offset || word.month_offset) return mention(std::nullopt);
    const int last_month = word.quarter > 0 ? word.quarter * 3 : word.half > 0 ? word.half * 6 : word.last_month;
    if (last_month == 0) return std::nullopt;
    return read_part_without_year(word, last_month);
  }

  TimeMention read_relative_year(int offset) {
    if (context_.date) return read_part_of_year(year_of(*context_.date) + offset);
    // Without a date the year is unknown, but 去年 and 今年 are not the same.
    TimeMention time = read_part_of_year(2000);
    time.period.reset();
    time.label = std::string(text_.substr(start_, at_ - start_));
    return time;
  }

  TimeMention read_part_without_year(const TimeWord& word, int last_month) {
    // "third quarter of 2025", "Q3 2025"
    std::size_t next = skip_space(at_);
    constexpr std::string_view kOf = "of ";
    if (text_.substr(next, kOf.size()) == kOf) next += kOf.size();
    const TimeWord* follows = word_at(next);
    if (follows != nullptr && follows->year_follows) next = skip_space(next + follows->length);
    const Number year = number_at(next);
    if (year.digits == 4 && is_year(year.value)) {
      at_ = year.end;
      return mention(part_of(word, year.value));
    }
    const auto near = year_near(last_month);
    TimeMention time = mention(near ? part_of(word, *near) : std::nullopt);
    time.year_missing = true;
    return time;
  }

  std::optional<TimeMention> read_english_month(const TimeWord& word) {
    if (!is_word_start(text_, start_)) return std::nullopt;
    const std::size_t next = skip_space(start_ + word.length);
    const Number number = number_at(next);
    if (word.abbreviation && number.digits == 0) return std::nullopt;
    at_ = start_ + word.length;
    if (number.digits >= 1 && number.digits <= 2 && number.value >= 1 && number.value <= 31) {
      at_ = number.end;
      return english_month(word.month, number.value);
    }
    if (word.abbreviation && !(number.digits == 4 && is_year(number.value))) return std::nullopt;
    return english_month(word.month, 0);
  }

  /// "June 4, 2025": `at_` stands behind the day, or behind the month when `day` is 0.
  TimeMention english_month(int month, int day) {
    std::size_t next = skip_space(at_);
    if (next < text_.size() && text_[next] == ',') next = skip_space(next + 1);
    const Number year = number_at(next);
    std::optional<int> known;
    if (year.digits == 4 && is_year(year.value)) {
      at_ = year.end;
      known = year.value;
    } else {
      known = year_near(month);
    }
    if (!known) return mention(std::nullopt);
    const auto date = day > 0 ? make_day(*known, month, day) : std::nullopt;
    return mention(date ? Period{*date, *date} : month_period(*known, month));
  }

  /// 二零二五年, 三月, 十二月
  std::optional<TimeMention> read_from_han() {
    const NumeralGrammar grammar{context_.knowledge.numerals(), context_.knowledge.unit_surfaces()};
    const Sign first = grammar.words.sign_at(text_, start_);
    if (first.kind != SignKind::Digit && first.kind != SignKind::Power) return std::nullopt;
    if (auto numeral = read_han(grammar, text_, start_)) {
      const auto value = static_cast<int>(numeral->low.to_double());
      const TimeWord* sign = word_at(numeral->end);
      if (sign == nullptr || numeral->vague || numeral->scaled) return std::nullopt;
      if (numeral->digit_by_digit && sign->year_sign && is_year(value)) {
        at_ = numeral->end + sign->length;
        return read_part_of_year(value);
      }
      if (!numeral->digit_by_digit && sign->month_sign && value >= 1 && value <= 12) {
        at_ = numeral->end + sign->length;
        return read_month(value);
      }
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t start_;
  std::size_t at_;
  const TimeContext& context_;
};

}  // namespace

std::optional<TimeMention> read_time(std::string_view text, std::size_t offset,
                                     const TimeContext& context) {
  return TimeReader(text, offset, context).read();
}

}  // namespace assay
