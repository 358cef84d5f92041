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

class FoldingTable : public testing::TestWithParam<Case> {};

TEST_P(FoldingTable, FoldsEachCharacter) {
  EXPECT_EQ(fold_text(GetParam().written), GetParam().folded) << GetParam().why;
}

INSTANTIATE_TEST_SUITE_P(
    Folding, FoldingTable,
    testing::Values(
        Case{"７纳米", "7纳米", "full-width digit"}, Case{"ＡＢｃｚ", "ABcz", "full-width letters"},
        Case{"１５％－３０％", "15%-30%", "per cent and minus"},
        Case{"（１．５）；：！？～／＋＜＞＝＆＃＠", "(1.5);:!?~/+<>=&#@", "punctuation"},
        Case{"＄５，￥６", "$5,¥6", "currencies; the yen sign has its own half-width form"},
        Case{"　", " ", "ideographic space"},
        Case{"臺積電營收增長", "台积电营收增长", "traditional"},
        Case{"億萬兩點個", "亿万两点个", "traditional numerals"},
        Case{"。、《》“”【】", "。、《》“”【】", "no half-width form means the same"},
        Case{"昇腾乾坤瞭望", "昇腾乾坤瞭望", "simplified Chinese uses these itself"},
        Case{"奈米", "奈米", "words are for the lexicon"},
        Case{"café 5€ 😀", "café 5€ 😀", "other scripts stay"}, Case{"", "", "nothing"}));

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
