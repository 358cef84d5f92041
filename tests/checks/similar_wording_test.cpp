// SPDX-License-Identifier: MIT
#include "checks/similar_wording.h"

#include <string>
#include <vector>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

/// "text of a / text of b" of each pair that is found among the documents.
std::vector<std::string> pairs_of(const std::vector<std::string>& texts) {
  std::vector<ReadDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_sample(texts[i], "d" + std::to_string(i) + ".md"));
  const FactIndex index(documents, sample_knowledge());
  std::vector<std::string> pairs;
  for (const SimilarPair& pair : find_similar_wording(index)) {
    EXPECT_GT(pair.similarity, 0) << pair.a->text;
    EXPECT_LE(pair.similarity, 1) << pair.a->text;
    pairs.push_back(pair.a->text + " / " + pair.b->text);
  }
  return pairs;
}

TEST(SimilarWording, FindsClausesOfNearlyTheSameWords) {
  EXPECT_EQ(pairs_of({"有券商统计，玛仕度肽上市首月的处方量已经达到3.6万张。",
                      "另一份纪要写道，玛仕度肽上市首月的处方量达到6.3万张。"}),
            std::vector<std::string>{"3.6万张 / 6.3万张"});
  EXPECT_EQ(pairs_of({"In Ireland, data centres used 22% of all metered electricity in 2024.",
                      "The agency says data centres used 32% of all metered electricity in 2024."})
                .size(),
            1U);
}

TEST(SimilarWording, LeavesOutTemplatesTablesAndNeighbours) {
  // Too few words to say what is spoken of.
  EXPECT_TRUE(pairs_of({"净利润5亿元。", "净利润16亿元。"}).empty());
  // A list, or a contrast: the writer saw both.
  EXPECT_TRUE(pairs_of({"- 低收入家庭的孩子留在底层的概率有70%。\n"
                        "- 高收入家庭的孩子留在顶层的概率有60%。\n"})
                  .empty());
  const std::string table = "| 每月售出的新能源货车 |\n|---|\n| 300辆 |\n";
  EXPECT_TRUE(pairs_of({table, table}).empty());
  EXPECT_TRUE(
      pairs_of({"玛仕度肽上市首月的处方量达到3.6万张。", "沐茗上半年新开门店312家。"}).empty());
}

}  // namespace
}  // namespace assay
