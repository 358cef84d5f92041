// SPDX-License-Identifier: MIT
#include "tests/facts/block_checks.h"

namespace assay {
namespace {

using Texts = std::vector<std::string>;

struct Case {
  const char* why;
  const char* markdown;
  Texts texts;  ///< of all blocks
};

class MarkdownText : public testing::TestWithParam<Case> {};

TEST_P(MarkdownText, IsWhatAReaderSees) {
  const Document document = read_with(read_markdown, GetParam().markdown);
  Texts texts;
  for (const Block& block : document.blocks) texts.push_back(block.text.text());
  EXPECT_EQ(texts, GetParam().texts) << GetParam().why;
  expect_exact_spans(document);
}

INSTANTIATE_TEST_SUITE_P(
    Markdown, MarkdownText,
    testing::Values(
        Case{"emphasis splits no word",
             "**华为**的**7纳米制程**（x）芯片",
             {"华为的7纳米制程(x)芯片"}},
        Case{"emphasis that CommonMark misses",
             "**华为（Huawei）**的*5%*。",
             {"华为(Huawei)的5%。"}},
        Case{"links keep their text", "见[年报 30%](https://a.b/40%25)。", {"见年报 30%。"}},
        Case{"images are not read", "前![图 5%](a-2024.png)后", {"前 后"}},
        Case{"addresses", "见 https://a.b/c?x=45 和 <https://a.b/7>，5%", {"见 和 ,5%"}},
        Case{"an address does not swallow Chinese", "www.a.com/9，营收5亿", {",营收5亿"}},
        Case{"rows with tabs", "Revenue\t5\t6\nGrowth\t7\t8", {"Revenue\t5\t6", "Growth\t7\t8"}},
        Case{"a tab makes no row", "Revenue\tof 5\nand 6", {"Revenue\tof 5 and 6"}},
        Case{"code spans", "用`x=5`算，得 6", {"用 算,得 6"}},
        Case{"fences", "a\n\n```\n5%\n```\n\nb", {"a", "b"}},
        Case{"Mermaid in a fence", "```mermaid\ngraph TD\nA[\"14nm\"]-->B\n```\nx", {"x"}},
        Case{"Mermaid in a tag",
             "a\n\n<Mermaid_Diagram>\ngraph TD\n  A[5%]\n\n  B\n</Mermaid_Diagram>\n\nb",
             {"a", "b"}},
        Case{"Mermaid without either",
             "a\n\ngraph TD\n    A[5%] --> B\n    style A\n\nb",
             {"a", "b"}},
        Case{"a tag that is never closed takes nothing along",
             "<mermaid>\n\n5% 的芯片",
             {"5% 的芯片"}},
        Case{"a sentence that starts with graph", "graph theory 5%", {"graph theory 5%"}},
        Case{"footnote markers",
             "增长5%[^1]，\n\n[^1]: 年报，营收5亿元",
             {"增长5%,", "年报,营收5亿元"}},
        Case{"brackets that are none", "区间[1,2]和[^ x]", {"区间[1,2]和[^ x]"}},
        Case{"inline HTML", "a <span class=\"x 5\">7%</span> b<!-- 9 -->", {"a 7% b"}},
        Case{"a block of HTML", "<div>\n营收<b>5</b>亿\n</div>\n\nx", {"营收5亿", "x"}},
        Case{"scripts in HTML", "<script>\nvar x = 5;\n</script>\n\nx", {"x"}},
        Case{"references", "R&amp;D &lt; 5&#37; &ge; &nosuch; &", {"R&D < 5% ≥ &nosuch; &"}},
        Case{"ranges with a tilde", "15%~30%，20~40", {"15%~30%,20~40"}},
        Case{"escapes", "5\\*6\\_7", {"5*6_7"}},
        Case{"indented text is text", "    营收 5 亿", {"营收 5 亿"}},
        Case{"wrapped English",
             "Revenue rose to 5\nbillion dollars.",
             {"Revenue rose to 5 billion dollars."}},
        Case{"a paragraph a line", "营收5亿元\n利润1亿元", {"营收5亿元", "利润1亿元"}},
        Case{"bold labels, a line each",
             "**Stage**: Initiation\n**Price:** $112\n**现价**：800元",
             {"Stage: Initiation", "Price: $112", "现价:800元"}},
        Case{"labels, a line each",
             "Rating: Buy\nMarket cap: $278B",
             {"Rating: Buy", "Market cap: $278B"}},
        Case{"a colon in wrapped English",
             "They said one thing about\nMicron: it makes **memory**.",
             {"They said one thing about Micron: it makes memory."}},
        Case{"wrapped Chinese",
             "这一段文字是手工折行的，因此每一行的长度都差不多，下一行接着上一行写，最后\n一行短。",
             {"这一段文字是手工折行的,因此每一行的长度都差不多,下一行接着上一行写,最后一行短。"}},
        Case{"hard breaks", "营收 5  \n利润 1", {"营收 5", "利润 1"}},
        Case{"quotes", "> 他说 5%\n\n后", {"他说 5%", "后"}},
        Case{"nested lists", "- a\n  - b\n    c\n- d", {"a", "b c", "d"}},
        Case{"Chinese under a list is no item",
             "- 甲 5\n言论动机\n- 乙",
             {"甲 5", "言论动机", "乙"}},
        Case{"task lists", "- [x] 5 台\n- [ ] 6 台", {"5 台", "6 台"}},
        Case{"full width and traditional", "營收５０％", {"营收50%"}},
        Case{"zero-width characters", "5\u200B0\uFEFF%", {"50%"}},
        Case{"boilerplate", "正文5%。\n\n微信扫一扫", {"正文5%。"}},
        Case{"a byte-order mark", "\xEF\xBB\xBF# 标题\n\nx", {"标题", "x"}},
        Case{"CRLF", "# 甲\r\n\r\n乙 5%\r\n- 丙\r\n", {"甲", "乙 5%", "丙"}},
        Case{"nothing", "", {}}, Case{"only white space", " \n\n\t\n", {}}));

TEST(Markdown, KeepsTheChainOfHeadings) {
  const Document document =
      read_with(read_markdown, "# A\n\n## B\n\nx\n\n## C\n\n### D\n\ny\n\n# E\n\nz");
  const auto chain = [&](std::string_view text) {
    std::string names;
    for (const std::uint32_t i : block_with(document, text)->headings) {
      names += document.blocks[i].text.text();
    }
    return names;
  };
  EXPECT_EQ(chain("x"), "AB");
  EXPECT_EQ(chain("y"), "ACD");
  EXPECT_EQ(chain("z"), "E");
  EXPECT_EQ(chain("D"), "AC");
}

TEST(Markdown, TakesALongLineAboveARulerForAParagraph) {
  std::string sentence;
  for (int i = 0; i < 20; ++i) sentence += "营收增长百分之五，";
  const Document document = read_with(read_markdown, sentence + "\n---\n后");
  EXPECT_EQ(document.blocks[0].kind, BlockKind::Paragraph);
  EXPECT_TRUE(document.blocks[1].headings.empty());
}

TEST(Markdown, FindsTitlesThatAreNotMarked) {
  const Document document =
      read_with(read_markdown,
                "市场主导地位的崩塌\n英伟达的份额从95%降至50%，这一变化在2025年发生，"
                "对整个行业的格局产生了深远的影响，也使中国企业获得了机会。");
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.blocks[0].kind, BlockKind::Heading);
  EXPECT_EQ(document.blocks[1].headings, std::vector<std::uint32_t>{0});
}

TEST(Markdown, PlacesTheCellsOfATable) {
  const Document document = read_with(read_markdown,
                                      "表如下：\n| 环节 | 美国<br>份额 |\n|---|:-:|\n| EDA | "
                                      "**74%** \\| 多 |\n| 制造 | |\n总体而言，很好。");
  const std::vector<std::string> cells = texts_of(document, BlockKind::TableCell);
  EXPECT_EQ(cells, (Texts{"环节", "美国 份额", "EDA", "74% | 多", "制造", ""}));
  EXPECT_EQ(texts_of(document, BlockKind::Paragraph), (Texts{"表如下:", "总体而言,很好。"}));
  const Block* cell = block_with(document, "74%");
  ASSERT_TRUE(cell && cell->table);
  EXPECT_EQ(cell->table->row, 1u);
  EXPECT_EQ(cell->table->column, 1u);
  EXPECT_EQ(document.blocks[cell->table->row_head].text.text(), "EDA");
  EXPECT_EQ(document.blocks[cell->table->column_head].text.text(), "美国 份额");
  expect_exact_spans(document);
}

TEST(Markdown, CountsTables) {
  const Document document = read_with(read_markdown, "|a|\n|-|\n|1|\n\nx\n\nb|c\n-|:-:\n2|3\n");
  EXPECT_EQ(block_with(document, "1")->table->table, 0u);
  EXPECT_EQ(block_with(document, "2")->table->table, 1u);
  EXPECT_EQ(block_with(document, "2")->table->row, 1u);
}

TEST(Markdown, DoesNotTakeAHeadingForTheHeadOfATable) {
  const Document document = read_with(read_markdown, "# x|a|\n|-|-|\n|1|2|\n");
  EXPECT_EQ(texts_of(document, BlockKind::Heading), Texts{"x|a|"});
  EXPECT_NE(block_with(document, "|1|2|"), nullptr);
  expect_exact_spans(document);
}

TEST(Markdown, ReadsTheTablesOfHtml) {
  const Document document = read_with(
      read_markdown, "前\n\n<table><tr><th>甲<th>乙</tr><tr><td>1<td>2</tr></table>\n\n后");
  EXPECT_EQ(texts_of(document, BlockKind::TableCell), (Texts{"甲", "乙", "1", "2"}));
  EXPECT_EQ(texts_of(document, BlockKind::Paragraph), (Texts{"前", "后"}));
  expect_exact_spans(document);
}

TEST(Markdown, RefusesTablesOfAbsurdWidth) {
  std::string markdown;
  for (int i = 0; i < 500; ++i) markdown += "|a";
  markdown += "\n";
  for (int i = 0; i < 500; ++i) markdown += "|-";
  markdown += "\n|x\n";
  EXPECT_TRUE(texts_of(read_with(read_markdown, markdown), BlockKind::TableCell).empty());
}

TEST(Markdown, PointsAtWhatTheWriterTyped) {
  const Document document = read_with(read_markdown, "- **７納米**：良率&nbsp;９５％，见[表](x)");
  EXPECT_EQ(raw_of(document, "7纳米"), "７納米");
  EXPECT_EQ(raw_of(document, "7纳米:"), "７納米**：");
  EXPECT_EQ(raw_of(document, "95%"), "９５％");
  EXPECT_EQ(raw_of(document, " 95%"), "&nbsp;９５％");
}

// --- Heads

TEST(FrontMatter, FillsTheDocument) {
  const Document document = read_with(
      read_markdown,
      "---\ntitle: '英伟达''份额'\ndate: 2025-12-19\ntags:\n- x 5%\nsource: https://a.b/1\n"
      "speaker: 甲\nsummary: 份额从95%降至50%。\n---\n\n# 正文\n\n后");
  EXPECT_EQ(document.title, "英伟达'份额");
  EXPECT_EQ(to_string(*document.date), "2025-12-19");
  EXPECT_EQ(document.source, "https://a.b/1");
  EXPECT_EQ(document.kind, DocumentKind::Note);
  EXPECT_EQ(texts_of(document, BlockKind::FrontMatter),
            (Texts{"英伟达'份额", "份额从95%降至50%。"}));
  EXPECT_EQ(all_text(document).find("x 5%"), std::string::npos);
  EXPECT_EQ(block_with(document, "后")->speaker, "甲");
  EXPECT_EQ(raw_of(document, "95%"), "95%");
  EXPECT_TRUE(document.notes.empty());
  expect_exact_spans(document);
}

struct ScalarCase {
  const char* yaml;
  const char* text;
};

class FrontMatterScalar : public testing::TestWithParam<ScalarCase> {};

TEST_P(FrontMatterScalar, IsReadFromItsOwnBytes) {
  const Document document = read_with(
      read_markdown, std::string("---\n") + GetParam().yaml + "\ndate: 2025-01-01\n---\nx");
  EXPECT_EQ(texts_of(document, BlockKind::FrontMatter), Texts{GetParam().text});
  expect_exact_spans(document);
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, FrontMatterScalar,
    testing::Values(ScalarCase{"summary: plain 5%", "plain 5%"},
                    ScalarCase{"summary: plain\n  goes on", "plain goes on"},
                    ScalarCase{"summary: 5% # a comment", "5%"},
                    ScalarCase{"summary: \"a \\\"b\\\" c\"", "a \"b\" c"},
                    ScalarCase{"summary: 'it''s 5'", "it's 5"},
                    ScalarCase{"summary: >-\n  folded\n  lines", "folded lines"},
                    ScalarCase{"description: |\n  literal\n\n  lines", "literal lines"}));

TEST(FrontMatter, ThatIsMalformedIsSkippedWithANote) {
  const Document document = read_with(read_markdown, "---\ntitle: [a\nb: 5%\n---\n正文");
  EXPECT_EQ(texts_of(document, BlockKind::Paragraph), Texts{"正文"});
  EXPECT_EQ(document.blocks.size(), 1u);
  ASSERT_EQ(document.notes.size(), 1u);
  EXPECT_TRUE(document.notes[0].starts_with("front matter is not YAML at line "))
      << document.notes[0];
}

TEST(FrontMatter, ThatIsNotClosedIsText) {
  const Document document = read_with(read_markdown, "---\n营收: 5亿\n利润: 1亿");
  EXPECT_NE(block_with(document, "5亿"), nullptr);
}

TEST(FrontMatter, OfAClippedNote) {
  const Document document = read_with(
      read_markdown,
      "Timestamp: 2025-11-24T16:47:16\nTitle: 提升30%-60%的方法\nURL: https://a.b/?x=1&amp;y=2\n"
      "Status: success\nDuration: 3:31\n\nDescription:\n### 要点\n\n- "
      "**利润**（16亿）\n\nContent:\n"
      "他们市值5600多亿 Title: 3\n第二行");
  EXPECT_EQ(document.title, "提升30%-60%的方法");
  EXPECT_EQ(document.source, "https://a.b/?x=1&y=2");
  EXPECT_EQ(to_string(*document.date), "2025-11-24");
  Texts texts;
  for (const Block& block : document.blocks) texts.push_back(block.text.text());
  EXPECT_EQ(texts, (Texts{"提升30%-60%的方法", "要点", "利润(16亿)", "他们市值5600多亿 Title: 3",
                          "第二行"}));
  EXPECT_EQ(document.blocks[0].kind, BlockKind::FrontMatter);
  EXPECT_TRUE(document.blocks[3].headings.empty()) << "speech stands below no heading";
  expect_exact_spans(document);
}

TEST(FrontMatter, OfAClippedPageIsFollowedByMarkdown) {
  const Document document =
      read_with(read_markdown,
                "Title: 甲\nURL: https://a.b\n\nContent:\n## 要点\n\n**利润**（16亿）与**市值**。");
  EXPECT_EQ(texts_of(document, BlockKind::Heading), Texts{"要点"});
  EXPECT_EQ(texts_of(document, BlockKind::Paragraph), Texts{"利润(16亿)与市值。"});
}

TEST(FrontMatter, IsNotSeenInASingleField) {
  const Document document = read_with(read_markdown, "Title: 5%\n\n正文");
  EXPECT_TRUE(texts_of(document, BlockKind::FrontMatter).empty());
  EXPECT_NE(block_with(document, "5%"), nullptr);
}

}  // namespace
}  // namespace assay
