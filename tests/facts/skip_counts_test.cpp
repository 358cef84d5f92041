// SPDX-License-Identifier: MIT
/// How many parts of a document are not read, and why.
#include "facts/skip_counts.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "facts/reader.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

using Counts = std::map<std::string, std::size_t>;

/// What is skipped of a file of this name with this text, by reason; zeros left out.
Counts skipped(const std::string& name, const std::string& text) {
  Counts counts;
  const ReadDocument document = read_sample(text, name);
  for (const SkipReason reason : all_skip_reasons())
    if (const std::size_t parts = document.skipped.of(reason); parts > 0)
      counts[std::string(to_string(reason))] = parts;
  return counts;
}

// Enough prose that the page has an article worth the name.
constexpr const char* kProse =
    "<p>华为2024年出货50万片，同比增长15%，分析师认为，这一数字高于预期，也高于去年。</p>"
    "<p>公司表示，2025年出货将达到100万片，良率升至95%，成本下降，需求旺盛，供不应求。</p>";

std::string page(const std::string& before, const std::string& within, const std::string& after) {
  return "<html><head><title>t</title><style>p{width:5%}</style></head><body>" + before +
         "<article>" + kProse + within + "</article>" + after + "</body></html>";
}

TEST(SkipReason, ReadsBackWhatItPrints) {
  for (const SkipReason reason : all_skip_reasons())
    EXPECT_EQ(parse_skip_reason(to_string(reason)), reason);
  for (const char* name : {"", "Code", "codes", "count"})
    EXPECT_EQ(parse_skip_reason(name), std::nullopt) << name;
}

TEST(Skipped, NothingOfPlainProse) {
  EXPECT_EQ(
      skipped("a.md", "# 标题\n\n华为份额为50%。\n\n| 年 | 份额 |\n|---|---|\n| 2024 | 5% |\n"),
      Counts());
  EXPECT_EQ(skipped("a.txt", "华为份额为50%。\n\n寒武纪份额为5%。\n"), Counts());
  EXPECT_EQ(skipped("a.html", page("", "", "")), Counts());
}

TEST(Skipped, NoScriptsHiddenPartsAndEmptyElements) {
  EXPECT_EQ(skipped("a.html", page("<nav></nav><script>x = 5</script>",
                                   "<p hidden>6%</p><code></code>", "<footer> </footer>")),
            Counts());
}

TEST(Skipped, WhatStandsAroundTheArticleOfAPage) {
  EXPECT_EQ(skipped("a.html", page("<nav><a href='/'>首页</a></nav><header>本报</header>", "",
                                   "<footer>备案号 12345</footer>")),
            (Counts{{"page-chrome", 3}}));
  EXPECT_EQ(skipped("a.html", page("", "<nav><a href='/'>目录</a></nav>", "")),
            (Counts{{"page-chrome", 1}}));
}

TEST(Skipped, WhatFollowsTheArticle) {
  EXPECT_EQ(skipped("a.html", page("", "<h3>相关推荐</h3><p>别的新闻5%</p><p>再一条</p>", "")),
            (Counts{{"after-article", 3}}));
}

TEST(Skipped, CodeAndPicturesOfAPage) {
  EXPECT_EQ(
      skipped("a.html", page("", "<p>用<code>x=5</code>算</p><pre>y=6</pre><img src='a.png'>", "")),
      (Counts{{"code", 2}, {"picture", 1}}));
}

TEST(Skipped, CodeAndPicturesOfMarkdown) {
  EXPECT_EQ(skipped("a.md", "份额为50%。\n\n```\nx = 5\n```\n\n用 `y = 6` 算。\n\n![图1](a.png)\n"),
            (Counts{{"code", 2}, {"picture", 1}}));
  // Code in what describes a picture belongs to the picture.
  EXPECT_EQ(skipped("a.md", "份额为50%。![`x`](a.png)\n"), (Counts{{"picture", 1}}));
  EXPECT_EQ(skipped("a.md", "份额为50%。\\`不是代码\\` !不是图\n"), Counts());
}

TEST(Skipped, LinesAroundASavedPage) {
  const std::string prose =
      "华为2024年出货50万片，同比增长15%，分析师认为，这一数字高于预期。\n"
      "公司表示，2025年出货将达到100万片，良率升至95%，供不应求。\n";
  EXPECT_EQ(skipped("a.txt", "首页 > 新闻 > 正文\n\n2025-08-01 10:00\n\n分享至\n\n" + prose +
                                 "\n相关推荐\n别的新闻\n再一条\n"),
            (Counts{{"page-chrome", 3}, {"after-article", 3}}));
}

TEST(Skipped, TablesTooWideForATable) {
  std::string head = "|";
  std::string ruler = "|";
  std::string row = "|";
  for (int i = 0; i < 400; ++i) {
    head += " a |";
    ruler += "---|";
    row += " 5% |";
  }
  EXPECT_EQ(skipped("a.md", "说明。\n\n" + head + "\n" + ruler + "\n" + row + "\n"),
            (Counts{{"wide-table", 1}}));
}

}  // namespace
}  // namespace assay
