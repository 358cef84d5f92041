// SPDX-License-Identifier: MIT
#include "facts/fact.h"

#include <gtest/gtest.h>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

TEST(Modality, IsToldByTheWordsBefore) {
  const struct {
    const char* text;
    Modality modality;
  } rows[] = {
      {"华为的良率为50%。", Modality::Actual},
      {"预计华为的良率将达到50%。", Modality::Forecast},
      {"預計華為的良率將達到50%。", Modality::Forecast},
      {"华为计划把良率提高到50%。", Modality::Plan},
      {"如果华为的良率达到50%，就能盈利。", Modality::Hypothetical},
      {"华为的良率不是50%。", Modality::Negated},
      {"Huawei's yield was 50%.", Modality::Actual},
      {"Huawei's yield is expected to reach 50%.", Modality::Forecast},
      {"Huawei's yield is not 50%.", Modality::Negated},
      {"华为不仅良率达到50%。", Modality::Actual},
      {"华为的良率能否达到50%？", Modality::Hypothetical},
      {"五年之内把良率做到50%行不行？", Modality::Hypothetical},
      {"华为的良率是50%，是不是？", Modality::Actual},
      {"大家预期良率会提高，但华为的良率是50%。", Modality::Actual},
      {"大家预期良率会提高，华为的良率是50%。", Modality::Forecast},
      {"如果订单减少5%，华为的良率是50%。", Modality::Hypothetical},
      {"量产还需要五年。", Modality::Forecast},
      // Who denies the change denies its size, and who denies a claim the numbers in it.
      {"The regulator did not raise the cap by 10%.", Modality::Negated},
      {"The company didn't cut prices by 10%.", Modality::Negated},
      {"公司并未将价格上调10%。", Modality::Negated},
      {"公司否认今年将在全国裁员8000人。", Modality::Negated},
      {"The company denied that it had laid off 8,000 people.", Modality::Negated},
      {"The company raised prices by 10%.", Modality::Actual},
      {"Not only did revenue rise 10%.", Modality::Actual},
      {"公司没有透露营收增长了10%的原因。", Modality::Actual},
      {"公司否认裁员，营收增长5%。", Modality::Actual},
      {"公司否认造假但承认营收下降5%。", Modality::Actual},
      {"公司否认了传闻并表示今年营收增长5%。", Modality::Actual},
      {"The company denied fraud but said revenue fell 5%.", Modality::Actual},
      {"He denied wrongdoing and paid a $3 million fine.", Modality::Actual},
      {"Analysts ask whether Huawei's yield is 50%.", Modality::Hypothetical},
  };
  for (const auto& row : rows) {
    const ReadDocument document = read_sample(row.text);
    ASSERT_FALSE(document.facts.empty()) << row.text;
    EXPECT_EQ(to_string(document.facts.back().modality), to_string(row.modality)) << row.text;
  }
}

}  // namespace
}  // namespace assay
