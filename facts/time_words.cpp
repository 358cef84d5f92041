// SPDX-License-Identifier: MIT
#include "facts/time_words.h"

#include <nlohmann/json.hpp>

namespace assay {
namespace {

using Json = nlohmann::json;

std::optional<int> offset_of(const Json& record, const char* field) {
  if (!record.contains(field)) return std::nullopt;
  return record[field].get<int>();
}

TimeWord to_time_word(const Json& record) {
  TimeWord word;
  word.year_offset = offset_of(record, "year");
  word.quarter_offset = offset_of(record, "quarter_offset");
  word.month_offset = offset_of(record, "month_offset");
  word.quarter = record.value("quarter", 0);
  word.half = record.value("half", 0);
  word.month = record.value("month", 0);
  if (record.contains("months")) {
    word.first_month = record["months"].at(0).get<int>();
    word.last_month = record["months"].at(1).get<int>();
  }
  word.abbreviation = record.value("abbreviation", false);
  word.whole = record.value("whole", false);
  word.months_each = record.value("months_each", 0);
  word.leads = record.value("leads", false);
  word.shadows = record.value("shadows", false);
  word.point = record.value("point", false);
  word.same = record.value("same", false);
  word.fiscal = record.value("fiscal", false);
  word.ended = record.value("ended", false);
  word.until = record.value("until", false);
  word.is_period = record.value("period", false);
  word.compared = record.value("compared", false);
  word.year_follows = record.value("year_follows", false);
  word.year_sign = record.value("year_sign", false);
  word.decade_sign = record.value("decade_sign", false);
  word.month_sign = record.value("month_sign", false);
  word.day_sign = record.value("day_sign", false);
  word.after_short_year = record.value("after_short_year", false);
  word.after_duration = record.value("after_duration", false);
  word.before_duration = record.value("before_duration", false);
  word.before_short_year = record.value("before_short_year", false);
  return word;
}

}  // namespace

Result<TimeWords> TimeWords::load(const std::string& file, const std::string& json) {
  TimeWords words;
  try {
    for (const Json& record : Json::parse(json)) {
      const auto surface = record.at("word").get<std::string>();
      TimeWord word = to_time_word(record);
      word.length = surface.size();
      const auto fresh = static_cast<std::uint32_t>(words.words_.size());
      if (words.trie_.insert(surface, fresh) == fresh) words.words_.push_back(word);
    }
  } catch (const Json::exception& exception) {
    return Error{ErrorCode::BadData, exception.what(), file};
  }
  words.trie_.freeze();
  return words;
}

const TimeWord* TimeWords::find(std::string_view text, std::size_t offset) const {
  if (offset >= text.size()) return nullptr;
  // Seen from its own start: the sign behind a digit ("1Q", "Q3") is a word of its own.
  const Trie::Match match = trie_.longest(text.substr(offset), 0);
  return match.length == 0 ? nullptr : &words_[match.value];
}

}  // namespace assay
