// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "checks/compare.h"
#include "checks/make_finding.h"
#include "checks/repair.h"
#include "checks/rule.h"
#include "checks/stated_relations.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

/// A watt for a second is a joule, and so canonical units multiply; the price of a unit is that of a written one.
Interval product_of(const StatedProduct& stated) {
  const double unit = unit_of_product(*stated.first, *stated.second, *stated.result);
  return stated.first->quantity.tolerance * stated.second->quantity.tolerance /
         Interval::point(unit);
}

bool is_positive(const Interval& interval) {
  return interval.has_low() && interval.has_high() && interval.low > 0;
}

Message arithmetic_of(const StatedProduct& stated) {
  const auto words = [&](Language language) {
    const bool zh = language == Language::Chinese;
    if (stated.factor == Factor::Share || stated.factor == Factor::Margin) {
      const Interval share = stated.result->quantity.tolerance / stated.first->quantity.tolerance;
      return stated.result->text + " / " + stated.first->text + " = " +
             interval_words(share, stated.second->quantity.unit, language) +
             (zh ? "，文中写 " : ", stated ") + stated.second->text;
    }
    return stated.first->text + " × " + stated.second->text + " = " +
           interval_words(product_of(stated), stated.result->quantity.unit, language) +
           (zh ? "，文中写 " : ", stated ") + stated.result->text;
  };
  return {words(Language::Chinese), words(Language::English)};
}

/// A net margin is mostly one of all profit, of which the owners of the company have a part: 归母净利润.
bool may_be_the_owners_part(const StatedProduct& stated) {
  constexpr double kMostOfOthers = 2;
  const double all = product_of(stated).midpoint();
  const double part = stated.result->quantity.stated.midpoint();
  return stated.factor == Factor::Margin && stated.result->metric.value == "net profit" &&
         all > part && all < kMostOfOthers * part;
}

std::optional<Finding> check_product(const StatedProduct& stated, const Lexicon& lexicon) {
  const Interval product = product_of(stated);
  const Interval& result = stated.result->quantity.tolerance;
  if (!is_positive(product) || !is_positive(result) || intersects(product, result))
    return std::nullopt;
  const double size = std::max(product.midpoint(), result.midpoint());
  if (gap(product, result) / size <= rounding_of(stated) || may_be_the_owners_part(stated))
    return std::nullopt;
  Finding finding =
      make_finding("product", Severity::Warning, 0.8, {stated.result, stated.first, stated.second});
  const std::string factors = stated.first->text + " × " + stated.second->text;
  const Message of = heading(*stated.result, lexicon);
  finding.message = {of.zh + factors + " 不等于 " + stated.result->text,
                     of.en + factors + " is not " + stated.result->text};
  finding.explanation = arithmetic_of(stated);
  explain_repairs(finding, {product_relation(*stated.first, *stated.second, *stated.result)}, 0,
                  lexicon);
  return finding;
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  const Lexicon& lexicon = index.knowledge().lexicon();
  for (const ReadDocument& document : index.documents()) {
    std::vector<StatedProduct> products = stated_products(document);
    const std::vector<StatedProduct> margins = stated_margins(document, lexicon);
    products.insert(products.end(), margins.begin(), margins.end());
    for (const StatedProduct& stated : products)
      if (auto finding = check_product(stated, lexicon)) findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace

extern const Rule product{
    .summary = "two numbers multiplied are not the third that a sentence states",
    .run = run,
    .highest = Severity::Warning};

}  // namespace assay::rules
