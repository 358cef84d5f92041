// SPDX-License-Identifier: MIT
#include "facts/local_currency.h"

#include <string>

#include "tests/facts/scanned_samples.h"

namespace assay {
namespace {

TEST(LocalCurrency, FollowsTheDocument) {
  const auto unit = [](const std::string& text, const LocalCurrency& currency) {
    const Scan scanned =
        scan(text, {.knowledge = sample_knowledge(), .date = {}, .currency = currency});
    const Quantity& quantity = scanned.quantities.at(0).quantity;
    return quantity.unit.canonical + (quantity.currency_inferred ? " inferred" : "");
  };
  const UnitTable& units = sample_knowledge().units();
  const LocalCurrency taiwan = local_currency("台積電營收新台幣9899億元", units);
  EXPECT_EQ(unit("每股盈余17.44元", taiwan), "TWD inferred");
  EXPECT_EQ(unit("营收人民币4237亿元", taiwan), "CNY");
  EXPECT_EQ(unit("营收新台币9899亿元", taiwan), "TWD");
  EXPECT_EQ(unit("新台币3亿元到4亿元", taiwan), "TWD");
  EXPECT_EQ(unit("营收5亿美元", taiwan), "USD");
  EXPECT_EQ(unit("营收5亿港元", taiwan), "HKD");
  const LocalCurrency mainland = local_currency("台积电营收新台币9899亿元", units);
  EXPECT_EQ(unit("营收17.44元", mainland), "CNY");
  const LocalCurrency japan =
      local_currency("It sells for ¥5,000, or 33 dollars; the yen fell.", units);
  EXPECT_EQ(unit("It costs ¥5,000", japan), "JPY inferred");
  EXPECT_EQ(unit("It costs ¥5,000", local_currency("¥5,000, in yuan or yen", units)), "CNY");
}

}  // namespace
}  // namespace assay
