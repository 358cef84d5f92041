// SPDX-License-Identifier: MIT
#include "facts/head_time.h"

#include <array>

#include "core/utf8.h"
#include "facts/time_cursor.h"

namespace assay {
namespace {

struct HeadWord {
  std::string_view text;
  int first_month = 0;
  int last_month = 0;
  bool forecast = false;
};

/// Words that may stand beside a year or a quarter without making another thing of the head.
constexpr std::array<HeadWord, 36> kHeadWords = {{
    {"fiscal year", 0, 0, false}, {"fiscal", 0, 0, false},   {"fy", 0, 0, false},
    {"cy", 0, 0, false},          {"early", 1, 3, false},    {"mid", 5, 8, false},
    {"late", 10, 12, false},      {"end", 10, 12, false},    {"year", 0, 0, false},
    {"full", 0, 0, false},        {"quarter", 0, 0, false},  {"actual", 0, 0, false},
    {"estimate", 0, 0, true},     {"estimated", 0, 0, true}, {"est", 0, 0, true},
    {"forecast", 0, 0, true},     {"projected", 0, 0, true}, {"no", 0, 0, false},
    {"of", 0, 0, false},          {"the", 0, 0, false},      {"ytd", 0, 0, false},
    {"ttm", 0, 0, false},         {"预测", 0, 0, true},      {"预计", 0, 0, true},
    {"预估", 0, 0, true},         {"目标", 0, 0, true},      {"实际", 0, 0, false},
    {"至今", 0, 0, false},        {"第", 0, 0, false},       {"年", 0, 0, false},
    {"季", 0, 0, false},          {"度", 0, 0, false},       {"初", 1, 3, false},
    {"中", 5, 8, false},          {"末", 10, 12, false},     {"底", 10, 12, false},
}};

constexpr std::string_view kPunctuation = " -./'~,()#:";

class HeadReader {
 public:
  HeadReader(std::string_view head, const Knowledge& knowledge)
      : head_(head), knowledge_(knowledge) {}

  std::optional<HeadTime> read() {
    while (at_ < head_.size()) {
      if (kPunctuation.find(head_[at_]) != std::string_view::npos) {
        ++at_;
      } else if (!read_time_word() && !read_number() && !read_head_word()) {
        return std::nullopt;
      }
    }
    if (!says_something_) return std::nullopt;
    if (years_ > 1) time_.year.reset();
    return time_;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  [[nodiscard]] bool letter_at(std::size_t offset) const {
    return offset < head_.size() && is_ascii_letter(static_cast<unsigned char>(head_[offset]));
  }
  /// Latin words end where no letter follows: "May", not "Mayor".
  [[nodiscard]] bool ends_word(std::size_t end) const {
    return !letter_at(end - 1) || !letter_at(end);
  }

  void set_months(int first, int last) { time_.part = YearPart{first, last}; }

  void set_year(int year) {
    time_.year = year;
    ++years_;
  }

  /// 三季度, Q3, 1H, 上半年, June, 去年
  bool read_time_word() {
    const TimeWord* word = knowledge_.times().find(head_, at_);
    if (word == nullptr || (!ends_word(at_ + word->length) && !word->year_follows)) return false;
    if (word->quarter > 0) set_months(word->quarter * 3 - 2, word->quarter * 3);
    if (word->half > 0) set_months(word->half * 6 - 5, word->half * 6);
    if (word->month > 0) set_months(word->month, word->month);
    if (word->first_month > 0) set_months(word->first_month, word->last_month);
    const bool relative = word->year_offset || word->quarter_offset || word->month_offset;
    const bool part = word->quarter > 0 || word->half > 0 || word->month > 0 || word->first_month > 0;
    if (!part && !relative && !word->whole && !word->year_follows) return false;
    says_something_ = says_something_ || part || relative;
    at_ += word->length;
    // 3Q25, Q3'24
    const std::size_t digits = at_ + (at_ < head_.size() && head_[at_] == '\'' ? 1 : 0);
    const std::size_t end = digits_end(digits);
    if (time_.part && end == digits + 2) {
      set_year(2000 + value_of(digits, end));
      at_ = end;
    }
    return true;
  }

  [[nodiscard]] std::size_t digits_end(std::size_t begin) const {
    std::size_t end = begin;
    while (end < head_.size() && is_digit(head_[end])) ++end;
    return end;
  }
  [[nodiscard]] int value_of(std::size_t begin, std::size_t end) const {
    int value = 0;
    for (; begin < end; ++begin) value = value * 10 + (head_[begin] - '0');
    return value;
  }

  bool read_number() {
    const std::size_t end = digits_end(at_);
    if (end == at_ || end > at_ + 4) return false;
    const int value = value_of(at_, end);
    const bool fiscal = at_ >= 2 && to_ascii_lower(head_.substr(at_ - 2, 2)) == "fy";
    const bool year = end == at_ + 4 && is_year(value);
    says_something_ = true;
    at_ = end;
    if (year || (fiscal && value < 100)) {
      set_year(year ? value : 2000 + value);
      read_year_mark();
    } else if (head_.substr(at_).starts_with("月") && value >= 1 && value <= 12) {
      set_months(value, value);
      at_ += std::string_view("月").size();
    } else if (head_.substr(at_).starts_with("日")) {
      at_ += std::string_view("日").size();
    }
    return true;
  }

  /// 2024A, 2025E
  void read_year_mark() {
    if (!letter_at(at_) || letter_at(at_ + 1)) return;
    const char mark = to_ascii_lower(head_[at_]);
    if (std::string_view("aefp").find(mark) == std::string_view::npos) return;
    time_.forecast = mark != 'a';
    ++at_;
  }

  bool read_head_word() {
    const std::string lower = to_ascii_lower(head_.substr(at_));
    for (const HeadWord& word : kHeadWords) {
      if (!lower.starts_with(word.text)) continue;
      const std::size_t end = at_ + word.text.size();
      const bool before_year = (word.text == "fy" || word.text == "cy");
      if (!ends_word(end) && !before_year) continue;
      if (word.first_month > 0) set_months(word.first_month, word.last_month);
      time_.forecast = time_.forecast || word.forecast;
      at_ = end;
      return true;
    }
    return false;
  }

  std::string_view head_;
  const Knowledge& knowledge_;
  std::size_t at_ = 0;
  HeadTime time_;
  int years_ = 0;
  bool says_something_ = false;
};

}  // namespace

std::optional<Period> HeadTime::period(std::optional<int> year_above) const {
  if (!part) return year ? std::optional(year_period(*year)) : std::nullopt;
  const std::optional<int> known = year ? year : year_above;
  return known ? part_period(*known, *part) : std::nullopt;
}

std::optional<HeadTime> read_head_time(std::string_view head, const Knowledge& knowledge) {
  return HeadReader(head, knowledge).read();
}

}  // namespace assay
