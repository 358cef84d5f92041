// SPDX-License-Identifier: MIT
#include "facts/compound_duration.h"

#include "tests/facts/scanned_samples.h"

namespace assay {
namespace {

TEST(CompoundDuration, IsOneStretchOfTime) {
  expect_stated({
      {"用了三小时二十八分", "三小时二十八分 [12480] s"},
      {"比上次快6分30秒", "6分30秒 [390] s"},
      {"持续了2小时15分钟", "2小时15分钟 [8100] s"},
      {"took 2 hours 15 minutes", "2 hours 15 minutes [8100] s"},
      {"ran for seven hours and twelve minutes", "seven hours and twelve minutes [25920] s"},
      {"一年零三个月", "一年零三个月 [3.9447e+07] s"},
      {"跑出9秒83", "9秒83 [9.83] s"},
      {"响应5秒2次", "5秒 [5] s / 2次 [2] 1"},
  });
}

TEST(CompoundDuration, TakesNothingThatIsAnothersTime) {
  expect_stated({
      {"一天八小时", "一天 [86400] s / 八小时 [28800] s"},
      {"快6分", "-"},
      {"2小时，15分钟", "2小时 [7200] s / 15分钟 [900] s"},
      {"3小时90分钟", "3小时 [10800] s / 90分钟 [5400] s"},
      {"1.5小时20分钟", "1.5小时 [5400] s / 20分钟 [1200] s"},
      {"30秒83%", "30秒 [30] s / 83% [0.83] 1"},
      {"2 hours 15 people", "2 hours [7200] s / 15 people [15] 1"},
  });
}

TEST(Duration, IsNoLongerForBeingPast) {
  EXPECT_EQ(stated("It grew over the past two years."), "[6.31152e+07, 6.31152e+07] s");
  EXPECT_EQ(stated("It lasted past two years."), "(6.31152e+07, inf) s");
}

}  // namespace
}  // namespace assay
