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

}  // namespace
}  // namespace assay
