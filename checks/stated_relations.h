// SPDX-License-Identifier: MIT
#pragma once
/// What sentences themselves say that their numbers have to do with one another, as far as it can
/// be calculated with: totals, products, changes, comparisons. Rules read it from here.

#include <cstdint>
#include <vector>

#include "facts/fact.h"
#include "facts/lexicon.h"

namespace assay {

// How far numbers may be off beyond their tolerances and still be related as stated: writers round,
// average, and leave small things out. Whoever calculates with a relation allows the same.

/// Of the end of a change: growth below this is a matter of rounding its ends.
inline constexpr double kRoundingOfChange = 0.02;
/// Of the whole: parts are rounded one by one.
inline constexpr double kRoundingOfSum = 0.015;
/// Of a product: prices and counts are averages and round figures.
inline constexpr double kRoundingOfProduct = 0.03;
/// Of revenue, where it is what was sold at an average price: fees, other things, returns.
inline constexpr double kOtherRevenue = 0.15;
/// Of what two metrics multiplied are: averages and ends of a time, shares before and after dilution.
inline constexpr double kRoundingOfIdentity = 0.15;
/// Of a profit: it may be the owners' part of it, or adjusted, and the text does not say so.
inline constexpr double kRoundingOfProfit = 0.08;
/// Of a ratio: comparisons are rounded and measured anew each time.
inline constexpr double kRoundingOfComparison = 0.08;

/// Parts that a sentence lists, and the total that it states.
struct StatedTotal {
  const Fact* whole = nullptr;
  std::vector<const Fact*> parts;
  bool composed = false;  ///< the sentence says that these are all of it
};

/// The totals of a document whose parts can be added up: they are measured alike, and told apart by
/// whom or what they name.
[[nodiscard]] std::vector<StatedTotal> stated_totals(const ReadDocument& document);

/// What the second factor of a product is.
enum class Factor : std::uint8_t {
  Any,       ///< a price, a count, a time
  Share,     ///< a share: the text states result / first = second
  Margin,    ///< a margin, likewise; the result is a profit
  Identity,  ///< what the metrics of the three are to one another (Metric::product_of)
};

/// Three facts of which the first two multiplied make the third.
struct StatedProduct {
  const Fact* first = nullptr;
  const Fact* second = nullptr;
  const Fact* result = nullptr;
  Factor factor = Factor::Any;
};

[[nodiscard]] std::vector<StatedProduct> stated_products(const ReadDocument& document);
/// Revenue, a margin and the profit that it is the margin of, as far as the document says one value
/// of each for a subject, a time and a scope, wherever they stand: 收入24.4万亿韩元，营业利润11.4万亿，营业利润率37%.
[[nodiscard]] std::vector<StatedProduct> stated_margins(const ReadDocument& document,
                                                        const Lexicon& lexicon);
/// How far the product may be off, relative to the larger side: one of the constants above.
[[nodiscard]] double rounding_of(const StatedProduct& product);

/// From one number to another, by a third.
struct StatedChange {
  const Fact* from = nullptr;
  const Fact* to = nullptr;
  const Fact* by = nullptr;
};

/// The changes of a document whose size is that of this very change: a growth of another basis, or
/// in the other direction, is that of something else.
[[nodiscard]] std::vector<StatedChange> stated_changes(const ReadDocument& document);

/// How far one is said to be ahead of another, and what either has.
struct StatedLead {
  const Fact* lead = nullptr;
  const Fact* ours = nullptr;    ///< the level of the lead's subject
  const Fact* theirs = nullptr;  ///< and of its comparand
};

/// The leads in things or money of a document that also says one level for each of the two, in the same
/// unit, metric and time: 苹果出货2.478亿支，三星2.412亿支; 苹果领先三星六百多万支.
[[nodiscard]] std::vector<StatedLead> stated_leads(const ReadDocument& document);

/// What subject / comparand may be, if the fact compares two that are known in a known metric; empty
/// if it does not. "30% apart" may be 0.7 or 1.3: either will do. "Twice" is rounded to a whole
/// number, and still nobody says it of one and a half: a ratio is off by a tenth at most.
[[nodiscard]] std::vector<Interval> stated_ratios(const Fact& fact);

}  // namespace assay
