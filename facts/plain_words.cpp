// SPDX-License-Identifier: MIT
#include "facts/plain_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/utf8.h"
#include "facts/word_breaks.h"

namespace assay {
namespace {

bool holds_any(std::string_view text, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

/// The number of characters that a gap in a phrase stands for, at most.
constexpr std::size_t kLongestGap = 8;

/// Whether `a` names the half `first` and `b` only the half `second`, and both go on alike, as far as they go on: 海外收入占,
/// 国内收入占; of 海外客户占 and 国内厂商占 each is of a whole of its own, and so is what stands 中 something.
bool are_halves(std::string_view a, std::string_view first, std::string_view b,
                std::string_view second) {
  constexpr std::string_view kWithin = "中";
  const std::size_t in_a = a.find(first);
  const std::size_t in_b = b.find(second);
  // "men" is within "women", which names the first half alone.
  if (in_a == std::string_view::npos || in_b == std::string_view::npos ||
      b.find(first) != std::string_view::npos)
    return false;
  const std::string_view behind_a = a.substr(in_a + first.size());
  const std::string_view behind_b = b.substr(in_b + second.size());
  return (behind_a.starts_with(behind_b) || behind_b.starts_with(behind_a)) &&
         behind_a.find(kWithin) == std::string_view::npos &&
         behind_b.find(kWithin) == std::string_view::npos;
}

}  // namespace

Result<PlainWords> PlainWords::load(const std::string& file, const std::string& json) {
  PlainWords words;
  try {
    const auto data = nlohmann::json::parse(json);
    words.han_fillers_ = data.at("han_fillers").get<std::vector<std::string>>();
    words.latin_fillers_ = data.at("latin_fillers").get<std::set<std::string, std::less<>>>();
    words.other_bases_ = data.at("other_bases").get<std::vector<std::string>>();
    words.fiscal_ = data.at("fiscal").get<std::vector<std::string>>();
    words.talk_ = data.at("talk").get<std::set<std::string, std::less<>>>();
    words.complements_ =
        data.at("complements").get<std::vector<std::pair<std::string, std::string>>>();
    for (const auto& phrase : data.at("partitions").get<std::vector<std::string>>())
      words.partitions_.push_back(gapped(phrase));
    words.partition_exceptions_ = data.at("partition_exceptions").get<std::vector<std::string>>();
    words.partition_endings_ = data.at("partition_endings").get<std::vector<std::string>>();
    for (const GappedPhrase& phrase : words.partitions_)
      words.partition_ends_.add(last_character(phrase.tail));
    for (const std::string& ending : words.partition_endings_)
      words.partition_ends_.add(last_character(ending));
  } catch (const nlohmann::json::exception& exception) {
    return Error{ErrorCode::BadData, exception.what(), file};
  }
  return words;
}

std::size_t PlainWords::han_filler_length(std::string_view text) const {
  std::size_t longest = 0;
  for (const std::string& filler : han_fillers_)
    if (text.starts_with(filler)) longest = std::max(longest, filler.size());
  return longest;
}

bool PlainWords::are_fillers(std::string_view text) const {
  while (!text.empty()) {
    const CodePoint point = decode(text, 0);
    std::size_t length = point.length;
    if (is_han(point.value)) {
      length = han_filler_length(text);
      if (length == 0) return false;
    } else if (is_ascii_letter(point.value)) {
      while (length < text.size() && is_ascii_letter(static_cast<unsigned char>(text[length])))
        ++length;
      if (!latin_fillers_.contains(to_ascii_lower(text.substr(0, length)))) return false;
    }
    text.remove_prefix(length);
  }
  return true;
}

bool PlainWords::name_other_base(std::string_view sentence) const {
  return holds_any(to_ascii_lower(sentence), other_bases_);
}

bool PlainWords::name_fiscal_year(std::string_view sentence) const {
  return holds_any(sentence, fiscal_);
}

PlainWords::GappedPhrase PlainWords::gapped(const std::string& phrase) {
  constexpr std::string_view kGap = "…";
  const std::size_t gap = phrase.find(kGap);
  if (gap == std::string::npos) return {"", phrase};
  return {phrase.substr(0, gap), phrase.substr(gap + kGap.size())};
}

bool PlainWords::GappedPhrase::ends(std::string_view words) const {
  if (!words.ends_with(tail)) return false;
  if (head.empty()) return true;
  words.remove_suffix(tail.size());
  const std::size_t begin = words.rfind(head);
  if (begin == std::string_view::npos) return false;
  const std::size_t between = words.size() - begin - head.size();
  return between > 0 && between <= kLongestGap * kHanLength;
}

bool PlainWords::open_partition(std::string_view clause) const {
  const std::string words = to_ascii_lower(clause.substr(0, clause.find_last_not_of(" \t") + 1));
  if (words.empty() || !partition_ends_.may_hold(last_character(words))) return false;
  const auto opens = [&](std::string_view said) {
    return std::ranges::any_of(partitions_,
                               [&](const GappedPhrase& phrase) { return phrase.ends(said); });
  };
  const auto opens_with = [&](const std::string& ending) {
    return words.ends_with(ending) &&
           opens(std::string_view(words).substr(0, words.size() - ending.size()));
  };
  // 分析师看, 按得分: the 分 of another word divides nothing.
  return (opens(words) || std::ranges::any_of(partition_endings_, opens_with)) &&
         !holds_any(words, partition_exceptions_);
}

std::string_view PlainWords::behind_talk(std::string_view phrase) const {
  std::size_t begin = 0;
  for (const Span word : words_in(phrase))
    if (talk_.contains(word.of(phrase))) begin = word.end;
  return phrase.substr(begin);
}

bool PlainWords::are_complements(std::string_view a, std::string_view b) const {
  const std::string one = to_ascii_lower(a);
  const std::string other = to_ascii_lower(b);
  return std::any_of(complements_.begin(), complements_.end(), [&](const auto& halves) {
    return are_halves(one, halves.first, other, halves.second) ||
           are_halves(other, halves.first, one, halves.second);
  });
}

}  // namespace assay
