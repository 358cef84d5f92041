// SPDX-License-Identifier: MIT
#include "tests/facts/block_checks.h"

namespace assay {
namespace {

using Texts = std::vector<std::string>;

Texts texts(const Document& document) {
  Texts result;
  for (const Block& block : document.blocks) result.push_back(block.text.text());
  return result;
}

TEST(Plain, TakesEveryLineOfWrittenText) {
  const Document document =
      read_with(read_plain, "季度小结\n\n营收：5亿元\n利润：1亿元\n　　员工500人。\n");
  EXPECT_EQ(texts(document), (Texts{"季度小结", "营收:5亿元", "利润:1亿元", "员工500人。"}));
  EXPECT_EQ(document.kind, DocumentKind::Plain);
  expect_exact_spans(document);
}

TEST(Plain, JoinsLinesThatWereWrapped) {
  const Document document = read_with(
      read_plain,
      "The company said on Monday that its revenue had risen to 5\nbillion dollars in the "
      "third quarter of this year, up by 15\nper cent. It also said more about that.\n\nNext.");
  EXPECT_EQ(
      texts(document),
      (Texts{
          "The company said on Monday that its revenue had risen to 5 billion dollars in the third "
          "quarter of this year, up by 15 per cent. It also said more about that.",
          "Next."}));
  expect_exact_spans(document);
}

TEST(Plain, KeepsTheRowsOfATableApart) {
  const Document document =
      read_with(read_plain,
                "Total revenue of the company in millions\t787919\t849790\t879451\t965804\n"
                "Growth over the prior year of that revenue\tNA\t0.0785\t0.0487\t0.0981\n"
                "Gross profit of the company in millions\t265306\t282470\t301200\t-\n");
  EXPECT_EQ(document.blocks.size(), 3U);
}

TEST(Plain, TakesATitleAboveASentenceForAHeading) {
  const Document document = read_with(read_plain, "产能扩张\n\n中芯国际今年的产能增长了15%。");
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.blocks[0].kind, BlockKind::Heading);
  EXPECT_EQ(document.blocks[1].headings, std::vector<std::uint32_t>{0});
}

TEST(Plain, LeavesOutMarkup) {
  const Document document =
      read_with(read_plain, "营收<b>5</b>亿元，比去年多。\n<track id=\"a77\"></track>\n");
  EXPECT_EQ(texts(document), Texts{"营收5亿元,比去年多。"});
}

// A page as it looks when it was saved as text.
std::string scraped_page() {
  return "<cite id=\"a77\"></cite>\n  <li id=\"b77\"></li>\n"
         "      激情77,成人77,久久77,无码av77,免费77\n"
         "首頁 > 財經 > 正文\n\n晶片出貨創下新高，市場反應如何？\n\n77\n分享至\n\n"
         "2025年7月，公司出貨50萬片。這一數字高於預期。\n\n"
         "公司表示，良率升至95%，成本下降兩成。\n\n"
         "聲明：個人原創，僅供參考77\n\n"
         "特別聲明：以上內容77為用戶上傳。\n\n相關推薦\n熱點推薦\n"
         "某人賺了77萬！網友：不敢相信\n\n每日新聞\n2026-02-23 12:35:50\n"
         "富婆送價值77萬的車\n\n情感家\n2026-02-22 15:47:47\n往期回顧 全部\n科技要聞77\n";
}

TEST(Plain, KeepsOnlyTheArticleOfASavedPage) {
  const Document document = read_with(read_plain, scraped_page());
  EXPECT_EQ(texts(document),
            (Texts{"晶片出货创下新高,市场反应如何?", "2025年7月,公司出货50万片。这一数字高于预期。",
                   "公司表示,良率升至95%,成本下降两成。"}));
  EXPECT_EQ(document.title, "晶片出貨創下新高，市場反應如何？");
  EXPECT_EQ(document.kind, DocumentKind::Page);
  EXPECT_EQ(raw_of(document, "50万片"), "50萬片");
  expect_exact_spans(document);
}

TEST(Plain, KeepsWhatFollowsAMarkerWhenItIsProse) {
  const Document document = read_with(
      read_plain,
      "营收5亿元。\n\n相关阅读\n\n利润1亿元，比去年高。\n员工500人，比去年多。\n市值90亿元。");
  EXPECT_NE(block_with(document, "90亿"), nullptr);
}

TEST(Plain, KeepsListsThatSomebodyWrote) {
  const Document document =
      read_with(read_plain, "营收5亿\n利润1亿\n员工500\n市值90亿\n门店30\n城市12\n");
  EXPECT_EQ(document.blocks.size(), 6u);
}

TEST(Plain, ReadsAHeadOfFields) {
  const Document document =
      read_with(read_plain, "Title: 出货50万片\nDate: 2025-08-01\n\n良率95%。");
  EXPECT_EQ(document.title, "出货50万片");
  EXPECT_EQ(to_string(*document.date), "2025-08-01");
  EXPECT_EQ(texts_of(document, BlockKind::FrontMatter), Texts{"出货50万片"});
  EXPECT_NE(block_with(document, "95%"), nullptr);
}

TEST(Plain, OfNothingIsNothing) {
  EXPECT_TRUE(read_with(read_plain, "").blocks.empty());
  EXPECT_TRUE(read_with(read_plain, "\n \n").blocks.empty());
}

}  // namespace
}  // namespace assay
