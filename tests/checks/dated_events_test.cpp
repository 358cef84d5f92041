// SPDX-License-Identifier: MIT
#include "checks/dated_events.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

std::string verdict_of(const std::string& claim, const std::string& text) {
  return std::string(to_string(verify(claim, {read_sample(text)}, sample_knowledge()).verdict));
}

const char* const kPlant =
    "溧北电池工厂2022年9月破土动工，2023年5月主厂房封顶，2024年3月正式投产，总投资52亿元。";
const char* const kSmelter =
    "The smelter went dark on 3 March and was back at full load on 21 March, which cost $19 "
    "million.";

TEST(DatedEvents, TellHowLongItTook) {
  EXPECT_EQ(verdict_of("溧北电池工厂从破土到投产，前后用了一年半。", kPlant), "supported");
  EXPECT_EQ(verdict_of("溧北电池工厂从破土到投产，前后用了三年。", kPlant), "contradicted");
  EXPECT_EQ(verdict_of("It took six weeks to bring the dark smelter back to full load.", kSmelter),
            "contradicted");
}

TEST(DatedEvents, TellNothingOfWhatTheyDoNotSpeakOf) {
  EXPECT_EQ(verdict_of("溧北电池工厂的质保期为八年。", kPlant), "unverifiable");
  EXPECT_EQ(verdict_of("溧北电池工厂从立项到验收用了四年。", kPlant), "unverifiable");
}

TEST(DatedEvents, TellWhenSomethingHappened) {
  const std::string text =
      "翎动汽车宣布，X9将于9月26日上市，起售价24.98万元。X7已于8月12日先行上市，首月锁单1.3万辆。";
  EXPECT_EQ(verdict_of("翎动X7的上市日期是9月26日。", text), "contradicted");
  EXPECT_EQ(verdict_of("翎动X7的上市日期是8月12日。", text), "supported");
  EXPECT_EQ(verdict_of("溧北电池工厂在2024年3月正式投产。", kPlant), "supported");
  EXPECT_EQ(verdict_of("溧北电池工厂在2024年6月正式投产。", kPlant), "contradicted");
}

TEST(DatedEvents, LeaveOpenWhatIsLessExactOrOfOthers) {
  EXPECT_EQ(verdict_of("溧北电池工厂在2024年3月12日正式投产。", kPlant), "unverifiable");
  EXPECT_EQ(verdict_of("宁西玻璃园在2021年3月挂牌。", kPlant), "unverifiable");
  EXPECT_EQ(verdict_of("溧北电池工厂正式投产。", kPlant), "unverifiable");
}

}  // namespace
}  // namespace assay
