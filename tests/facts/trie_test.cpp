// SPDX-License-Identifier: MIT
#include "facts/trie.h"

#include <gtest/gtest.h>

#include <string>

namespace assay {
namespace {

/// A trie of these words; the value of each is its place in the list.
Trie trie_of(std::initializer_list<std::string_view> words) {
  Trie trie;
  std::uint32_t value = 0;
  for (const std::string_view word : words) trie.insert(word, value++);
  trie.freeze();
  return trie;
}

TEST(Trie, FindsTheLongestWordThatStartsAtAPlace) {
  const Trie trie = trie_of({"中", "中国", "中国移动", "国"});
  const std::string_view text = "在中国移民";
  EXPECT_EQ(trie.longest(text, 0).length, 0U);
  EXPECT_EQ(trie.longest(text, 3).length, std::string_view("中国").size());
  EXPECT_EQ(trie.longest(text, 3).value, 1U);
  EXPECT_EQ(trie.longest(text, 6).value, 3U);
}

TEST(Trie, WalksFromTheShortestWordToTheLongest) {
  const Trie trie = trie_of({"中国移动", "中", "中国"});
  std::string values;
  trie.walk("中国移动", 0, [&](Trie::Match match) { values += std::to_string(match.value); });
  EXPECT_EQ(values, "120");
}

TEST(Trie, MatchesAsciiInEitherCaseAndOnlyAsWholeWords) {
  const Trie trie = trie_of({"US", "usd", "%", "个US"});
  EXPECT_EQ(trie.longest("us dollar", 0).value, 0U);
  EXPECT_EQ(trie.longest("USD", 0).value, 1U);
  EXPECT_EQ(trie.longest("bus", 1).length, 0U);
  EXPECT_EQ(trie.longest("user", 0).length, 0U);
  EXPECT_EQ(trie.longest("US的", 0).length, 2U);
  EXPECT_EQ(trie.longest("5%x", 1).length, 1U);
  EXPECT_EQ(trie.longest("个us", 0).value, 3U);
}

TEST(Trie, ReturnsTheValueOfAWordThatIsAlreadyThere) {
  Trie trie;
  EXPECT_EQ(trie.insert("Watt", 4), 4U);
  EXPECT_EQ(trie.insert("watt", 7), 4U);
  trie.freeze();
  EXPECT_EQ(trie.longest("WATT", 0).value, 4U);
}

TEST(Trie, KnowsWhichCharactersStartAWord) {
  const Trie trie = trie_of({"纳米", "Watt", "\U00020000丁"});
  EXPECT_TRUE(trie.starts_with(U'纳'));
  EXPECT_TRUE(trie.starts_with(U'w') && trie.starts_with(U'W'));
  EXPECT_TRUE(trie.starts_with(0x20000));
  EXPECT_FALSE(trie.starts_with(U'米') || trie.starts_with(U'a') || trie.starts_with(0x10FFFF));
  EXPECT_EQ(trie.longest("\U00020000丁", 0).length, 7U);
}

TEST(Trie, TakesInvalidBytesAsNoWord) {
  const Trie trie = trie_of({"中国", "中"});
  EXPECT_EQ(trie.longest("\x80中", 0).length, 0U);
  EXPECT_EQ(trie.longest("中\xE5\x9B", 0).length, 3U);
  EXPECT_EQ(trie.longest("中国\xFF", 0).length, 6U);
}

TEST(Trie, FindsNothingWhenEmpty) {
  Trie trie;
  trie.freeze();
  EXPECT_EQ(trie.longest("a中", 0).length, 0U);
  EXPECT_FALSE(trie.starts_with(0));
}

}  // namespace
}  // namespace assay
