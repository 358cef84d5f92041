// SPDX-License-Identifier: MIT
// Bounds that do not stand right before their number.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/facts/scanned_samples.h"

namespace assay {
namespace {

/// What is stated, whether or not the ends belong to it.
std::string stated_ends(const char* text) {
  std::string read = stated(text);
  std::ranges::replace(read, '(', '[');
  std::ranges::replace(read, ')', ']');
  return read;
}

void expect_ends(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(stated_ends(row.text), row.expected) << row.text;
}

TEST(Bounds, StandAVerbBeforeTheirNumber) {
  expect_ends({
      {"小米研发至少投2000亿元", "[2e+11, inf] CNY"},
      {"成本至少要花三千万元", "[3e+07, inf] CNY"},
      {"最多只能卖200台", "[-inf, 200] 1"},
      // A superlative, a time, somebody in between.
      {"人数最多的3家", "[3, 3] 1"},
      {"最多时有300人", "[300, 300] 1"},
      {"至少在中国卖2000台", "[2000, 2000] 1"},
  });
}

TEST(Bounds, StandBeforeTheWholeOfAShare) {
  expect_ends({
      {"合计还不到总额的一半", "[-inf, 0.5] 1"},
      {"海外业务超过全部收入的三成", "[0.3, inf] 1"},
      {"超过总收入的四分之一", "[0.25, inf] 1"},
      {"不到营收的10%", "[-inf, 0.1] 1"},
      // Who is compared with is no whole, and what is most of something is no bound.
      {"份额超过美国的30%", "[0.3, 0.3] 1"},
      {"人数最多的三成企业", "[0.3, 0.3] 1"},
      {"超过收入的3亿元缺口", "[3e+08, 3e+08] CNY"},
      {"占总人数的三成", "[0.3, 0.3] 1"},
  });
}

TEST(Bounds, AreTurnedByANegation) {
  expect_ends({
      {"产能没有突破10万片", "[-inf, 100000] 1"},
      {"产能未能突破10万片", "[-inf, 100000] 1"},
      {"良率从未低于90%", "[0.9, inf] 1"},
      {"销量没有达到40万辆", "[-inf, 400000] 1"},
      {"Costs did not exceed $5 million", "[-inf, 5e+06] USD"},
      {"Deliveries did not reach 400,000", "[-inf, 400000] 1"},
      // A word between the two, a fall that is denied, a question.
      {"没有一家超过100人", "[100, inf] 1"},
      {"毛利率没有降到30%", "[0.3, 0.3] 1"},
      {"份额是不是超过50%", "[0.5, inf] 1"},
      {"产能突破10万片", "[100000, inf] 1"},
  });
}

}  // namespace
}  // namespace assay
