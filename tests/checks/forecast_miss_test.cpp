// SPDX-License-Identifier: MIT
/// What the rule leaves out, beyond the examples of its card.

#include <gtest/gtest.h>

#include "checks/run.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

std::size_t misses_in(const std::vector<std::string>& texts) {
  std::vector<ReadDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_sample(texts[i], "note" + std::to_string(i) + ".md"));
  std::size_t misses = 0;
  for (const Finding& finding : check(std::move(documents), sample_knowledge()).findings)
    misses += finding.rule == "forecast-miss" ? 1 : 0;
  return misses;
}

TEST(ForecastMiss, TellsOfAForecastOnceHoweverOftenItIsCopied) {
  const std::string note =
      "台积电预计2025年资本支出为380亿美元。\n\n台积电2025年资本支出为409亿美元。\n";
  const std::string other = "台积电预计2025年资本支出为300亿美元。\n";
  EXPECT_EQ(misses_in({note}), 1U);
  EXPECT_EQ(misses_in({note, note}), 1U);
  EXPECT_EQ(misses_in({note, other}), 2U) << "another forecast";
}

}  // namespace
}  // namespace assay
