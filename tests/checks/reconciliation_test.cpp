// SPDX-License-Identifier: MIT
/// What the rule says, beyond the examples of its card: which number is wrong, and what would mend it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <random>

#include "checks/run.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<Finding> reconciled(const std::vector<std::string>& texts) {
  std::vector<ReadDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_sample(texts[i], "note" + std::to_string(i) + ".md"));
  std::vector<Finding> found = check(std::move(documents), sample_knowledge()).findings;
  std::erase_if(found, [](const Finding& finding) { return finding.rule != "reconciliation"; });
  return found;
}

TEST(Reconciliation, ShowsTheArithmeticAndEveryRepairOfAChain) {
  const auto found = reconciled({"比亚迪2023年营收100亿元。比亚迪2024年营收增长20%。",
                                 "比亚迪2025年营收增长10%。比亚迪2025年营收150亿元。"});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, Severity::Warning);
  EXPECT_EQ(found[0].evidence.size(), 4U);
  const Message& words = found[0].explanation;
  EXPECT_THAT(words.zh, HasSubstr("100亿元 × (1 + 20%) × (1 + 10%) = 124.31亿 至 139.81亿元"));
  EXPECT_THAT(words.zh, HasSubstr("文中写 150亿元，即 149.5亿 至 150.5亿元"));
  EXPECT_THAT(words.zh, HasSubstr("无法判断是哪一处有误"));
  EXPECT_THAT(words.zh, HasSubstr("把 150亿元 改为 132亿元"));
  EXPECT_THAT(words.en, HasSubstr("the numbers do not tell which of them is wrong"));
  EXPECT_THAT(words.en, HasSubstr("36% instead of 20%"));
}

TEST(Reconciliation, NamesWhatNoOtherRelationConfirms) {
  const auto found =
      reconciled({"2024年华为出货量为4000万台，2024年小米出货量为3500万台，合计7500万台。\n\n"
                  "小米2023年出货量为2000万台。\n\n小米2024年出货量同比增长25%。"});
  ASSERT_EQ(found.size(), 1U);
  const Message& words = found[0].explanation;
  EXPECT_THAT(words.en, HasSubstr("is most likely wrong (test statistic "));
  EXPECT_THAT(words.zh, HasSubstr("把 2000万台 改为 2800万"));
  EXPECT_THAT(words.zh, Not(HasSubstr("把 3500万台"))) << "the total confirms it";
}

TEST(Reconciliation, NothingFollowsFromASentenceThatIsBrokenByItself) {
  EXPECT_TRUE(
      reconciled({"2024年华为出货量为4000万台，2024年小米出货量为3500万台，合计9500万台。\n\n"
                  "小米2023年出货量为2000万台。\n\n小米2024年出货量同比增长25%。"})
          .empty());
}

// ---- random stories of one company

/// Levels of five years and the growth between them, each rounded as people round. Some are left out.
struct Story {
  std::vector<double> levels;  ///< in 亿元, with one digit behind the point
  std::vector<double> growth;  ///< in percent, rounded to a tenth

  [[nodiscard]] std::vector<std::string> texts(const std::vector<bool>& told) const {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const std::string year = "比亚迪" + std::to_string(2019 + i) + "年营收";
      if (told[i]) texts.push_back(year + digits(levels[i]) + "亿元。");
      if (i == 0) continue;
      const double rate = growth[i - 1];
      texts.push_back(year + (rate < 0 ? "同比下降" : "同比增长") + digits(std::abs(rate)) + "%。");
    }
    return texts;
  }

  static std::string digits(double value) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.1f", value);
    return buffer.data();
  }
};

class RandomStories {
 public:
  explicit RandomStories(unsigned seed) : engine_(seed) {}
  double real(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(engine_);
  }

  Story next() {
    Story story;
    double level = real(50, 900);
    const auto tenths = [](double value) { return std::round(value * 10) / 10; };
    for (int i = 0; i < 5; ++i) {
      story.levels.push_back(tenths(level));
      const double rate = tenths(real(-30, 60));
      level *= 1 + rate / 100;
      if (i < 4) story.growth.push_back(rate);
    }
    return story;
  }

  /// The first and the last level, and any others.
  std::vector<bool> told() {
    std::vector<bool> told = {true, false, false, false, true};
    for (std::size_t i = 1; i < 4; ++i) told[i] = real(0, 1) < 0.4;
    return told;
  }

 private:
  std::mt19937 engine_;
};

TEST(ReconciliationProperty, RoundingIsNoConflict) {
  RandomStories random(11);
  for (int round = 0; round < 150; ++round) {
    const Story story = random.next();
    EXPECT_TRUE(reconciled(story.texts(random.told())).empty()) << "round " << round;
  }
}

TEST(ReconciliationProperty, ASlipIsFoundAndHasARepair) {
  RandomStories random(12);
  for (int round = 0; round < 150; ++round) {
    Story story = random.next();
    const double slip = random.real(0, 1) < 0.5 ? 0.6 : 1.6;
    story.levels[4] = std::round(story.levels[4] * slip * 10) / 10;
    const auto found = reconciled(story.texts(random.told()));
    ASSERT_EQ(found.size(), 1U) << "round " << round;
    EXPECT_THAT(found[0].explanation.zh, HasSubstr("把 " + Story::digits(story.levels[4]) + "亿元"))
        << "round " << round;
  }
}

}  // namespace
}  // namespace assay
