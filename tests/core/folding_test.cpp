// SPDX-License-Identifier: MIT
#include "core/folding.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

struct Case {
  const char* written;
  const char* folded;
  const char* why;
};

TEST(Folding, FoldsEachCharacter) {
  const Case cases[] = {
      {"７纳米", "7纳米", "full-width digit"},
      {"ＡＢｃｚ", "ABcz", "full-width letters"},
      {"１５％－３０％", "15%-30%", "per cent and minus"},
      {"（１．５）；：！？～／＋＜＞＝＆＃＠", "(1.5);:!?~/+<>=&#@", "punctuation"},
      {"＄５，￥６", "$5,¥6", "currencies; the yen sign has its own half-width form"},
      {"　", " ", "ideographic space"},
      {"臺積電營收增長", "台积电营收增长", "traditional"},
      {"億萬兩點個", "亿万两点个", "traditional numerals"},
      {"。、《》“”【】", "。、《》“”【】", "no half-width form means the same"},
      {"昇腾乾坤瞭望", "昇腾乾坤瞭望", "simplified Chinese uses these itself"},
      {"奈米", "奈米", "words are for the lexicon"},
      {"café 5€ 😀", "café 5€ 😀", "other scripts stay"},
      {"", "", "nothing"}};
  for (const Case& row : cases) EXPECT_EQ(fold_text(row.written), row.folded) << row.why;
}

TEST(Folding, FoldsInvalidBytesToTheReplacementCharacter) {
  EXPECT_EQ(fold_text("a\xFFz"), "a\xEF\xBF\xBDz");
}

TEST(Folding, FindsTheFirstCharacterThatChanges) {
  const std::string text = "5％的納米";
  EXPECT_EQ(find_unfolded(text, 0), 1U);
  EXPECT_EQ(find_unfolded(text, 4), 7U);
  EXPECT_EQ(find_unfolded(text, 10), text.size());
  EXPECT_EQ(find_unfolded("a\xFFz", 0), 1U);
  EXPECT_EQ(find_unfolded("", 0), 0U);
}

TEST(Folding, IsIdempotentAndAsciiStays) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    ASSERT_EQ(fold(fold(c)), fold(c)) << static_cast<std::uint32_t>(c);
    if (c < 0x80) {
      ASSERT_EQ(fold(c), c);
    }
  }
}

}  // namespace
}  // namespace assay
