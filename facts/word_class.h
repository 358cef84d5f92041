// SPDX-License-Identifier: MIT
#pragma once
/// What function words do in a clause. The words of each class stand in facts/lexicon/words.json.

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

namespace assay {

/// The classes of function words (facts/lexicon/words.json).
enum class WordClass : std::uint8_t {
  AboutBefore,
  AboutAfter,
  NearlyBefore,
  LittleOverBefore,
  LittleOverAfter,
  AtLeastBefore,
  AtLeastAfter,
  MoreThanBefore,
  AtMostBefore,
  AtMostAfter,
  LessThanBefore,
  Emphatic,
  Rise,
  Fall,
  Arrive,
  From,
  Than,
  Higher,
  Lower,
  Leads,
  Trails,
  Gap,
  RateOfChange,
  YearOnYear,
  PeriodOnPeriod,
  Annualised,
  EachYear,
  EachPartOfYear,
  ShareOf,
  Remainder,
  OtherThan,
  Before,
  Now,
  Modifier,
  Respectively,
  Negation,
  Forecast,
  Plan,
  Hypothetical,
  Condition,
  Opinion,
  Says,
  Anaphor,
  Per,
  Link,
  Rank,
  Version,
  Between,
  Multiple,
  Counted,
  NoNoun,
  Determiner,
  ScopePrefix,
  ScopeSuffix,
  Ago,
  LabelHead,
  Only,
  Total,
  Among,
  TotalHead,
  HeadFiller,
  Conjunction,
  Minus,
  Of,
  AtName,
  ForName,
  Former,
  Latter,
  WorkedOut,
  Composed,
  AmountHead,      ///< 金额: a head that leaves to another what is measured
  Means,           ///< 采用: what is named behind it is used, and does nothing
  Fulfilled,       ///< 已完成: what was planned has come about
  CompanyAnaphor,  ///< 该公司, "the firm": whoever was spoken of and is a company
  Seat,            ///< 上市, "based in": where a company is, not what its figures are limited to
  Counterparty,    ///< 客户: those of a company that have a share of what it does
  RangeBehind,     ///< 之间: makes a range of the two numbers before it, whichever is the larger
  Question,        ///< 能否: a clause that asks states nothing
  Contrast,        ///< 但: what an earlier clause of the sentence expects or plans ends here
  Best,            ///< 最先进, 停留在: what follows is the best that somebody has reached
  Produced,        ///< 量产: what is told of is made in numbers
  Machine,  ///< 光刻机: what something is made with; its figures are not those of its owner's products
  Highest,  ///< 最大: of all that a table lists
  Lowest,   ///< 最小
  Exceeds,  ///< 高出: what follows is by how much, also where it is compared with stands elsewhere
  Stretch,     ///< 过去: a length of time behind it says when, and is the length of nothing
  Equivalent,  ///< 约合: the amount behind it is the one before it, in another currency
  Denies,      ///< 否认: whoever denies a claim denies the numbers in it
  Count_
};
inline constexpr auto kWordClassCount = static_cast<std::size_t>(WordClass::Count_);
/// A set of word classes; the place of a bit is the class.
using WordClasses = std::bitset<kWordClassCount>;

/// The word class with this name in data files, or absent.
[[nodiscard]] std::optional<WordClass> parse_word_class(std::string_view name);

}  // namespace assay
