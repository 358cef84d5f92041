// SPDX-License-Identifier: MIT
#include "core/suggestion.h"

#include <gtest/gtest.h>

#include <random>

namespace assay {
namespace {

TEST(Suggestion, DistanceCountsSlips) {
  struct Row {
    const char* a;
    const char* b;
    std::size_t distance;
  };
  const Row rows[] = {{"", "", 0},          {"scale", "scale", 0},  {"scael", "scale", 1},
                      {"scal", "scale", 1}, {"scales", "scale", 1}, {"scope", "scale", 2},
                      {"", "abc", 3},       {"abc", "", 3},         {"abc", "xyz", 3},
                      {"ca", "abc", 3},     {"ab", "ba", 1}};
  for (const Row& row : rows) EXPECT_EQ(edit_distance(row.a, row.b), row.distance) << row.a;
}

TEST(Suggestion, DistanceIsSymmetricAndNoMoreThanTheLongerWord) {
  std::mt19937 random(3);
  const auto any_word = [&] {
    std::string word(std::uniform_int_distribution<std::size_t>(0, 8)(random), 'a');
    for (char& c : word) c = static_cast<char>('a' + std::uniform_int_distribution(0, 3)(random));
    return word;
  };
  for (int i = 0; i < 5000; ++i) {
    const std::string a = any_word();
    const std::string b = any_word();
    const std::size_t distance = edit_distance(a, b);
    ASSERT_EQ(distance, edit_distance(b, a)) << a << " " << b;
    ASSERT_LE(distance, std::max(a.size(), b.size()));
    ASSERT_EQ(distance == 0, a == b);
  }
}

TEST(Suggestion, NamesOnlyWhatIsClose) {
  const std::vector<std::string> fields = {"id", "scale", "symbols", "names", "source"};
  EXPECT_EQ(closest_match("scael", fields), "scale");
  EXPECT_EQ(closest_match("symbol", fields), "symbols");
  EXPECT_EQ(closest_match("sources", fields), "source");
  EXPECT_EQ(closest_match("colour", fields), "");
  EXPECT_EQ(closest_match("if", fields), "") << "half of a short word is no slip";
  EXPECT_EQ(closest_match("", fields), "");
  EXPECT_EQ(closest_match("scale", {}), "");
  EXPECT_EQ(did_you_mean("naems", fields), " (did you mean \"names\"?)");
  EXPECT_EQ(did_you_mean("unrelated", fields), "");
}

}  // namespace
}  // namespace assay
