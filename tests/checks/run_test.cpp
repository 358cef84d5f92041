// SPDX-License-Identifier: MIT
#include "checks/run.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "facts/fact_index.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

std::vector<ReadDocument> documents() {
  const std::vector<std::string> texts = {
      "2025年英伟达在中国市场的份额为50%。台积电2024年营收为900亿美元，比2023年的693亿美元增长20%"
      "。",
      "2025年英伟达在中国市场的份额只剩个位数。台积电2024年营收为800亿美元。",
      "TSMC's revenue was $900 million in 2024. Nvidia's share of the Chinese market was 50% in "
      "2025."};
  std::vector<ReadDocument> read;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    read.push_back(read_sample(texts[i]));
    read.back().id = std::to_string(i) + ".md";
    for (Fact& fact : read.back().facts) fact.document = read.back().id;
  }
  return read;
}

std::vector<std::string> found(std::size_t jobs) {
  CheckOptions options;
  options.jobs = jobs;
  std::vector<std::string> told;
  for (const Finding& finding : check(documents(), sample_knowledge(), options).findings)
    told.push_back(finding.id + " " + finding.message.en);
  return told;
}

TEST(Check, FindsTheSameOnAnyNumberOfThreads) {
  const std::vector<std::string> alone = found(1);
  EXPECT_GE(alone.size(), 3U);
  for (const std::size_t jobs : {2U, 3U, 16U}) EXPECT_EQ(found(jobs), alone) << jobs;
}

TEST(FactIndex, MakesOnceWhatThreadsShare) {
  struct Made {
    int number = 0;
  };
  const std::vector<ReadDocument> read = documents();
  const FactIndex index(read, sample_knowledge());
  std::atomic<int> made = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      const Made& shared = index.once<Made>([&] { return Made{++made}; });
      EXPECT_EQ(shared.number, 1);
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(made, 1);
}

}  // namespace
}  // namespace assay
