// SPDX-License-Identifier: MIT
#include "checks/made_from.h"

#include <string>
#include <vector>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

/// The ids of the note and the source of each pair.
std::vector<std::pair<std::string, std::string>> pairs_of(
    const std::vector<ReadDocument>& documents) {
  const FactIndex index(documents, sample_knowledge());
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const MadeFrom& pair : find_made_from(index))
    pairs.emplace_back(pair.note->id, pair.source->id);
  return pairs;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(MadeFrom, IsSaidByTheNote) {
  const std::string note = "---\nsource: talk.txt\n---\n产能为45万吨。";
  EXPECT_EQ(pairs_of({read_sample(note, "note.md"), read_sample("产能为45万吨。", "in/talk.txt")}),
            (Pairs{{"note.md", "in/talk.txt"}}));
  EXPECT_EQ(pairs_of({read_sample(note, "note.md"), read_sample("产能为45万吨。", "other.txt")}),
            Pairs{});
  const std::string both =
      "---\nurl: https://example.org/a\ntranscript: talk.txt\n---\n产能为45万吨。";
  EXPECT_EQ(pairs_of({read_sample(both, "note.md"), read_sample("产能为45万吨。", "talk.txt")}),
            (Pairs{{"note.md", "talk.txt"}}))
      << "what it was made from, not where that can be seen";
  const std::string page = "---\nurl: https://example.org/a/talk.md\n---\n产能为45万吨。";
  EXPECT_EQ(pairs_of({read_sample(page, "a.md"), read_sample("产能为45万吨。", "b/talk.md")}),
            Pairs{})
      << "an address is no file";
}

TEST(MadeFrom, IsSeenFromTheNumbersOfATranscript) {
  std::string note;
  std::string talk;
  std::string other;
  for (int i = 0; i < 24; ++i) {
    note += "第" + std::string(1, static_cast<char>('a' + i)) + "项投资" +
            std::to_string(101 + 13 * i) + "亿元。\n\n";
    talk += "然后这一项呢投资是" + std::to_string(101 + 13 * i) + "亿元 大家知道的 ";
    other += "那边的投资是" + std::to_string(9000 - 17 * i) + "亿元 大家也知道 ";
  }
  const ReadDocument written = read_sample(note, "note.md");
  EXPECT_EQ(pairs_of({written, read_sample(talk, "talk.srt")}), (Pairs{{"note.md", "talk.srt"}}));
  EXPECT_EQ(pairs_of({written, read_sample(other, "talk.srt")}), Pairs{});
}

TEST(MadeFrom, IsNotSeenFromATextThatHasEveryNumber) {
  std::string note;
  std::string everything;
  for (int i = 0; i < 24; ++i) note += "投资" + std::to_string(101 + 13 * i) + "亿元。\n\n";
  for (int i = 0; i < 400; ++i)
    everything += "然后这一项呢投资是" + std::to_string(100 + i) + "亿元 大家知道的 ";
  EXPECT_EQ(pairs_of({read_sample(note, "note.md"), read_sample(everything, "talk.srt")}), Pairs{});
}

TEST(MadeFrom, IsNotSeenFromOneNumberOverAndOver) {
  std::string note;
  std::string talk;
  for (int i = 0; i < 24; ++i) {
    note += "第" + std::string(1, static_cast<char>('a' + i)) + "项任务有两个输入。\n\n";
    talk += "那么这里呢有两个方面 大家知道的 ";
  }
  EXPECT_EQ(pairs_of({read_sample(note, "note.md"), read_sample(talk, "talk.srt")}), Pairs{});
}

TEST(FindCounterparts, KeepsTheOrderOfBoth) {
  const ReadDocument note = read_sample("甲厂产能5万吨，乙厂产能8万吨，丙厂产能9万吨。", "note.md");
  const ReadDocument source =
      read_sample("甲厂产能5万吨，乙厂产能7万吨，丙厂产能9万吨。", "talk.md");
  const std::vector<Counterpart> found = find_counterparts({&note, &source});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_TRUE(found[0].same);
  EXPECT_FALSE(found[1].same);
  ASSERT_NE(found[1].source, nullptr);
  EXPECT_EQ(found[1].source->text, "7万吨");
  EXPECT_TRUE(found[2].same);
}

}  // namespace
}  // namespace assay
