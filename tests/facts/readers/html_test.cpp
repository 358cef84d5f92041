// SPDX-License-Identifier: MIT
#include "tests/facts/block_checks.h"

namespace assay {
namespace {

using Texts = std::vector<std::string>;

// Enough prose that the page has an article worth the name.
constexpr const char* kProse =
    "<p>华为2024年出货50万片，同比增长15%，分析师认为，这一数字高于预期，也高于去年。</p>"
    "<p>公司表示，2025年出货将达到100万片，良率升至95%，成本下降，需求旺盛，供不应求。</p>";

struct Case {
  const char* why;
  const char* html;
  Texts texts;
};

class HtmlText : public testing::TestWithParam<Case> {};

TEST_P(HtmlText, IsWhatAReaderSees) {
  const Document document = read_with(read_html, GetParam().html);
  Texts texts;
  for (const Block& block : document.blocks) texts.push_back(block.text.text());
  EXPECT_EQ(texts, GetParam().texts) << GetParam().why;
  expect_exact_spans(document);
}

INSTANTIATE_TEST_SUITE_P(
    Html, HtmlText,
    testing::Values(
        Case{"no markup at all", "5% & more", {"5% & more"}},
        Case{"inline elements split no word", "<p>华<b>为</b>5<i>0</i>%</p>", {"华为50%"}},
        Case{"references", "<p>R&amp;D 5&#37; &lt;6 &#65297;&percnt;</p>", {"R&D 5% <6 1%"}},
        Case{"white space", "<p>  a\n   b&nbsp; c </p>", {"a b c"}},
        Case{"line breaks", "<p>a<br>b<br/><br>c</p>", {"a", "b", "c"}},
        Case{"scripts and styles",
             "<p>a<script>x=5</script>b<style>p{width:5%}</style></p>",
             {"ab"}},
        Case{"comments", "<p>a<!-- 5% > 6 -->b</p>", {"ab"}},
        Case{"hidden",
             "<p>a<span style='color:red; display: NONE'>5</span><i hidden>6</i></p>",
             {"a"}},
        Case{"code", "<p>用<code>x=5</code>算</p><pre>6</pre>", {"用 算"}},
        Case{"reference marks", "<p>5%<sup>[12]</sup>，10<sup>3</sup></p>", {"5%,103"}},
        Case{"a stray end tag inside of text", "<p>5</x>0%</p>", {"50%"}},
        Case{"unclosed elements", "<div><p>a<p>b<ul><li>c<li>d", {"a", "b", "c", "d"}},
        Case{"a sign that is no tag", "<p>3<5 且 7 > 6</p>", {"3<5 且 7 > 6"}},
        Case{"bare time stamps", "<p>2025-08-01 10:00</p><p>a</p>", {"a"}},
        Case{"nothing", "", {}}));

Document read_page(const std::string& body) { return read_with(read_html, "<html><body>" + body); }

TEST(Html, LeavesOutWhatStandsAroundTheArticle) {
  struct Chrome {
    const char* why;
    const char* html;
  };
  const Chrome chromes[] = {
      {"navigation", "<nav>首页 77%</nav>"},
      {"the page's head", "<header>热线 77%</header>"},
      {"the page's foot", "<footer>备案 77%</footer>"},
      {"an aside", "<aside><p>广告 77%</p></aside>"},
      {"a form", "<form><label>输入 77%</label><button>送 77%</button></form>"},
      {"a link list",
       "<ul><li><a href=a>赚 77%</a><li><a href=b>又一个标题</a><li><a href=c>第三个标题</a></ul>"},
      {"by class", "<div class='page-sidebar'>侧栏 77%</div>"},
      {"by id", "<div id=related>相关 77%</div>"},
      {"by role", "<div role=navigation>菜单 77%</div>"},
      {"a cookie banner", "<div class='cookie-consent'>我们使用 cookie 77%</div>"},
      {"without scripts", "<noscript>请打开 77%</noscript>"},
      {"related articles", "<section><h3>相关推荐</h3><p>某文 77%</p></section>"},
      {"related articles", "<section><h3>Related articles</h3><p>Some 77%</p></section>"},
  };
  for (const Chrome& chrome : chromes) {
    for (const bool before : {true, false}) {
      const std::string body =
          before ? std::string(chrome.html) + kProse : kProse + std::string(chrome.html);
      const std::string text = all_text(read_page("<div>" + body + "</div>"));
      EXPECT_EQ(text.find("77%"), std::string::npos) << chrome.why << "\n" << text;
      EXPECT_NE(text.find("15%"), std::string::npos) << chrome.why;
      EXPECT_NE(text.find("95%"), std::string::npos) << chrome.why;
    }
  }
}

TEST(Html, KeepsAnArticleWhoseClassIsNamedCarelessly) {
  const std::string text =
      all_text(read_page(std::string("<div class='hot content'>") + kProse + "</div>"));
  EXPECT_NE(text.find("95%"), std::string::npos);
}

TEST(Html, KeepsLinksInProse) {
  const Document document = read_page(
      "<p>他说，<a href=x>份额</a>是<a href=y>50%</a>，比<a href=z>去年</a>低，而且还在下降。</p>");
  EXPECT_NE(block_with(document, "份额是50%,比去年低"), nullptr) << all_text(document);
}

TEST(Html, PrefersWhatThePageCallsItsArticle) {
  const Document document = read_page(
      std::string("<div><p>另一篇 77%，不相干。</p></div><article>") + kProse + "</article>");
  EXPECT_EQ(block_with(document, "77%"), nullptr);
  EXPECT_NE(block_with(document, "95%"), nullptr);
}

TEST(Html, ReadsTitleDateAndSource) {
  const Document document = read_with(
      read_html,
      std::string("<head><title>站点 - 标题</title><meta property='og:title' content='标题'>"
                  "<meta property='article:published_time' content='2025-08-01T10:00'>"
                  "<link rel=canonical href='https://a.b/1'></head><h1>标题</h1>") +
          kProse);
  EXPECT_EQ(document.title, "标题");
  EXPECT_EQ(document.source, "https://a.b/1");
  ASSERT_TRUE(document.date);
  EXPECT_EQ(to_string(*document.date), "2025-08-01");
  EXPECT_EQ(document.kind, DocumentKind::Page);
  EXPECT_EQ(texts_of(document, BlockKind::Heading), Texts{"标题"});
}

TEST(Html, FindsADateThatIsOnlyVisible) {
  const Document document =
      read_page(std::string("<h1>甲</h1><span>2025年8月1日 10:00</span>") + kProse);
  ASSERT_TRUE(document.date);
  EXPECT_EQ(to_string(*document.date), "2025-08-01");
}

TEST(Html, PlacesTheCellsOfATable) {
  const Document document = read_page(
      "<table><tr><th rowspan=2>公司<th colspan=2>份额<th>增速</tr><tr><td>2023<td>2024<td>快</tr>"
      "<tr><td>英伟达<td>95%<td>50%<td>-5%</tr></table>");
  const Block* cell = block_with(document, "50%");
  ASSERT_TRUE(cell && cell->table);
  EXPECT_EQ(cell->table->row, 2u);
  EXPECT_EQ(cell->table->column, 2u);
  EXPECT_EQ(document.blocks[cell->table->row_head].text.text(), "英伟达");
  EXPECT_EQ(document.blocks[cell->table->column_head].text.text(), "份额");
  EXPECT_EQ(block_with(document, "2023")->table->column, 1u) << "the cell above takes column 0";
  EXPECT_EQ(document.blocks[block_with(document, "-5%")->table->column_head].text.text(), "增速");
  expect_exact_spans(document);
}

TEST(Html, ReadsALayoutTableAsText) {
  const Document document =
      read_page(std::string("<table><tr><td>") + kProse + "<table><tr><td>1</table></table>");
  EXPECT_NE(block_with(document, "15%"), nullptr);
  EXPECT_FALSE(block_with(document, "15%")->table);
}

TEST(Html, PointsAtWhatTheWriterTyped) {
  const Document document = read_page("<p>良率&nbsp;９５&percnt;，<b>７納米</b></p>");
  EXPECT_EQ(raw_of(document, "95%"), "９５&percnt;");
  EXPECT_EQ(raw_of(document, "7纳米"), "７納米");
}

TEST(Html, SurvivesMarkupThatNestsWithoutEnd) {
  for (const char* piece : {"<div>", "<b><div></b>", "<div/>", "<span><div></span>",
                            "<table><tr><td>", "<div><table></div>", "<svg><g>"}) {
    std::string html;
    for (int i = 0; i < 100000; ++i) html += piece;
    const Document document = read_with(read_html, html + "5%");
    EXPECT_NE(block_with(document, "5%"), nullptr) << piece;
    EXPECT_EQ(document.notes.size(), 1u) << piece;
  }
}

}  // namespace
}  // namespace assay
