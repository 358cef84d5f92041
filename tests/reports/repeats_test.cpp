// SPDX-License-Identifier: MIT
// Who repeats whom, and when in a recording something was said.
#include "reports/page/repeats.h"

#include <gtest/gtest.h>

#include "reports/page/time_mark.h"
#include "tests/reports/sample_result.h"

namespace assay {
namespace {

/// Documents of the facts of the first sample document, each with a date.
CheckResult copies(const std::vector<std::string>& dates) {
  CheckResult result;
  const ReadDocument original = sample::result().documents[0];
  for (std::size_t i = 0; i < dates.size(); ++i) {
    ReadDocument& copy = result.documents.emplace_back(original);
    copy.id = "copy" + std::to_string(i);
    copy.date = parse_day(dates[i]);
    for (Fact& fact : copy.facts) fact.document = copy.id;
  }
  return result;
}

TEST(Repetitions, TellTheLaterDocumentFromTheEarlier) {
  const CheckResult result = copies({"2025-03-01", "2025-01-01"});
  const std::vector<Repetition> repetitions = find_repetitions(result);
  ASSERT_EQ(repetitions.size(), 1U);
  EXPECT_EQ(repetitions[0].earlier, "copy1");
  EXPECT_EQ(repetitions[0].later, "copy0");
  EXPECT_TRUE(repetitions[0].dated);
  EXPECT_EQ(repetitions[0].figures, result.documents[0].facts.size());
  EXPECT_EQ(repetitions[0].word_for_word, 4U) << "sentences, whatever number of figures they hold";
}

TEST(Repetitions, AreFiguresOfOneThing) {
  CheckResult result = copies({"2025-01-01", "2025-01-02"});
  for (Fact& fact : result.documents[1].facts) {
    fact.subject.value += " Ltd.";
    fact.sentence += " So they say.";
  }
  EXPECT_TRUE(find_repetitions(result).empty()) << "of somebody else, in other words";
  EXPECT_TRUE(find_repetitions(copies({"2025-01-01"})).empty());
}

TEST(Repetitions, AreNotWhatEverybodySays) {
  EXPECT_TRUE(find_repetitions(copies(std::vector<std::string>(12, "2025-01-01"))).empty());
}

TEST(TimeMark, IsTheLastOneBeforeTheWords) {
  const std::string raw = "[00:01:05] first words\n[1:02:30.500] then 50 percent\n[01:03:00] more";
  EXPECT_EQ(time_mark_before(raw, raw.find("first")), 65U);
  EXPECT_EQ(time_mark_before(raw, raw.find("50 percent")), 3750U);
  EXPECT_EQ(time_mark_before(raw, raw.size()), 3780U);
  const std::string subtitles = "7\n00:00:12,000 --> 00:00:15,500\nrevenue of 50 billion\n";
  EXPECT_EQ(time_mark_before(subtitles, subtitles.find("50 b")), 12U);
}

TEST(TimeMark, IsNoClockTimeInASentence) {
  const std::string raw = "The meeting at 12:30 said 50 percent, and by 14:00 it was over.";
  EXPECT_FALSE(time_mark_before(raw, raw.find("50")));
  EXPECT_FALSE(time_mark_before("", 0));
  EXPECT_FALSE(time_mark_before("a ratio of 3:1 and 50", 18));
}

TEST(TimeMark, BecomesPartOfTheAddress) {
  EXPECT_EQ(address_at("https://example.org/talk.mp4", 65), "https://example.org/talk.mp4#t=65");
  EXPECT_EQ(address_at("https://example.org/talk#intro", 65), "https://example.org/talk#t=65");
  EXPECT_EQ(address_at("https://www.bilibili.com/video/BV1/", 65),
            "https://www.bilibili.com/video/BV1/?t=65#t=65");
  EXPECT_EQ(address_at("https://www.youtube.com/watch?v=a", 65),
            "https://www.youtube.com/watch?v=a&t=65#t=65");
}

}  // namespace
}  // namespace assay
