// SPDX-License-Identifier: MIT
#include "facts/head_time.h"

#include <algorithm>

#include "core/utf8.h"
#include "facts/calendar.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

constexpr std::string_view kPunctuation = " -./'~,()#:";
/// Numbers of at most this many digits number a row.
constexpr std::size_t kLongestRank = 3;

/// Reads a head piece by piece: times, ranks, and words that make no other thing of it.
class HeadReader {
 public:
  HeadReader(std::string_view head, const Knowledge& knowledge)
      : head_(head), knowledge_(knowledge) {}

  std::optional<HeadTime> read() {
    while (at_ < head_.size()) {
      if (kPunctuation.find(head_[at_]) != std::string_view::npos) {
        ++at_;
      } else if (!read_time_at() && !read_rank() && !read_word()) {
        return std::nullopt;
      }
    }
    if (!says_something_) return std::nullopt;
    // A range of years is no year.
    if (years_ > 1) time_.year.reset();
    return time_;
  }

 private:
  [[nodiscard]] bool letter_at(std::size_t offset) const {
    return offset < head_.size() && is_ascii_letter(static_cast<unsigned char>(head_[offset]));
  }

  bool read_time_at() {
    if (const std::size_t end = year_end()) {
      set_year(std::stoi(std::string(head_.substr(at_, 4))));
      at_ = end;
      read_year_mark();
      return true;
    }
    const auto time = read_time(head_, at_, {knowledge_, std::nullopt, std::nullopt});
    if (!time || (!time->period && !time->part && !time->year_offset)) return false;
    says_something_ = true;
    if (time->part) time_.part = time->part;
    if (time->period && !time->year_missing) {
      set_year(year_of(time->period->from));
      if (year_of(time->period->to) != *time_.year) ++years_;
    }
    at_ = time->span.end;
    // The calendar reads FY2026E as one.
    const bool marked = letter_at(at_ - 1) && at_ > 1 && is_digit(head_[at_ - 2]);
    if (marked && year_mark_at(at_ - 1)) time_.forecast = to_ascii_lower(head_[at_ - 1]) != 'a';
    read_year_mark();
    return true;
  }

  /// One past the four digits of a bare year (2024, 2024E); 0 when none stands here.
  [[nodiscard]] std::size_t year_end() const {
    if (at_ + 4 > head_.size() || (head_.substr(at_, 2) != "20" && head_.substr(at_, 2) != "19"))
      return 0;
    if (!is_digit(head_[at_ + 2]) || !is_digit(head_[at_ + 3])) return 0;
    const std::size_t end = at_ + 4;
    const bool mark = letter_at(end) && !letter_at(end + 1);
    const bool ends = end == head_.size() || (!is_digit(head_[end]) && !letter_at(end) &&
                                              static_cast<unsigned char>(head_[end]) < 0x80);
    return ends || (mark && year_mark_at(end)) ? end : 0;
  }

  void set_year(int year) {
    says_something_ = true;
    time_.year = year;
    ++years_;
  }

  [[nodiscard]] bool year_mark_at(std::size_t offset) const {
    return std::string_view("aefp").find(to_ascii_lower(head_[offset])) != std::string_view::npos;
  }

  /// 2024A, 2025E
  void read_year_mark() {
    if (!letter_at(at_) || letter_at(at_ + 1) || !year_mark_at(at_)) return;
    time_.forecast = to_ascii_lower(head_[at_]) != 'a';
    ++at_;
  }

  /// 3, #3, No. 2
  bool read_rank() {
    std::size_t end = at_;
    while (end < head_.size() && is_digit(head_[end])) ++end;
    const bool rank = end > at_ && end - at_ <= kLongestRank;
    const bool whole =
        end == head_.size() || kPunctuation.find(head_[end]) != std::string_view::npos;
    if (!rank || !whole) return false;
    says_something_ = true;
    at_ = end;
    return true;
  }

  bool read_word() {
    const Lexicon& lexicon = knowledge_.lexicon();
    const std::size_t forecast = lexicon.find_class(head_, at_, WordClass::Forecast);
    const std::size_t filler = lexicon.find_class(head_, at_, WordClass::HeadFiller);
    const std::size_t length = std::max(forecast, filler);
    if (length == 0) return false;
    time_.forecast = time_.forecast || forecast == length;
    at_ += length;
    return true;
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
