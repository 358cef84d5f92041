// SPDX-License-Identifier: MIT
#include "facts/readers/time_stamp.h"
#include "facts/readers/turns.h"
#include "tests/facts/block_checks.h"

namespace assay {
namespace {

using Texts = std::vector<std::string>;

Texts turns_of(const std::string& raw) {
  const Document document = read_with(read_transcript, raw);
  expect_exact_spans(document);
  Texts result;
  for (const Block& block : document.blocks)
    result.push_back(block.speaker + "|" + block.text.text());
  return result;
}

TEST(Transcript, ReadsTurns) {
  EXPECT_EQ(turns_of("Anna: 营收5亿\nBen：不对 4亿\nAnna: 好\n接着说\nBen: 行"),
            (Texts{"Anna|营收5亿", "Ben|不对 4亿", "Anna|好", "Anna|接着说", "Ben|行"}));
  EXPECT_EQ(turns_of("Speaker 1: a 5\nSpeaker 2: b\nSpeaker 1: c\nSpeaker 2: d"),
            (Texts{"Speaker 1|a 5", "Speaker 2|b", "Speaker 1|c", "Speaker 2|d"}));
}

TEST(Transcript, LeavesOutTimeStamps) {
  EXPECT_EQ(turns_of("[00:12:30] Anna: 5%\n[00:13:00] 6%\n"), (Texts{"Anna|5%", "Anna|6%"}));
  EXPECT_EQ(turns_of("说话人1 00:12\n良率95%\n说话人2 00:15\n不到\n说话人1 00:16\n好"),
            (Texts{"说话人1|良率95%", "说话人2|不到", "说话人1|好"}));
  EXPECT_EQ(
      turns_of(
          "1\n00:00:01,000 --> 00:00:04,000\n营收5亿\n\n2\n00:00:05,000 --> 00:00:06,000\n好\n"),
      (Texts{"|营收5亿", "|好"}));
  EXPECT_EQ(turns_of("前[01:02]后"), Texts{"|前 后"});
}

TEST(Transcript, DoesNotTakeALabelForAName) {
  EXPECT_EQ(turns_of("营收：5亿\n利润：1亿"), (Texts{"|营收:5亿", "|利润:1亿"}));
  EXPECT_EQ(turns_of("比分 3:2 结束"), Texts{"|比分 3:2 结束"});
}

TEST(Transcript, SplitsLongRunsAtPausesAndNeverInANumber) {
  std::string raw;
  for (int i = 0; i < 3000; ++i) raw += "市值" + std::to_string(123456 + i) + " 亿 对吧";
  const Document document = read_with(read_transcript, raw);
  ASSERT_GT(document.blocks.size(), 10u);
  std::string joined;
  for (const Block& block : document.blocks) {
    EXPECT_LE(block.text.text().size(), 2100u);
    EXPECT_FALSE(is_ascii_digit(static_cast<unsigned char>(block.text.text().front())));
    EXPECT_FALSE(is_ascii_digit(static_cast<unsigned char>(block.text.text().back())));
    EXPECT_FALSE(block.text.text().starts_with("亿"));
    joined += block.text.text();
  }
  EXPECT_EQ(joined, raw) << "nothing is lost";
  expect_exact_spans(document);
}

TEST(Transcript, KeepsARunThatHasNoPlaceToSplit) {
  const std::string raw(10000, '7');
  const Document document = read_with(read_transcript, raw);
  ASSERT_EQ(document.blocks.size(), 1u);
  EXPECT_EQ(document.blocks[0].text.text(), raw);
}

TEST(TimeStamp, HasItsLength) {
  const std::pair<const char*, std::size_t> cases[] = {
      {"[00:12:30] x", 10}, {"00:12 x", 5}, {"(1:05)", 6},
      {"00:00:01.500", 12}, {"12:5", 0},    {"[00:12", 0},
      {"00:12:345", 0},     {"3 : 2", 0},   {"", 0},
      {"[x]", 0},           {"123:45", 0},  {"2025-01", 0},
  };
  for (const auto& [text, length] : cases) EXPECT_EQ(time_stamp_length(text), length) << text;
}

}  // namespace
}  // namespace assay
