// SPDX-License-Identifier: MIT
// The HTML page: what may stand in it whatever the documents say, and that it says all it should.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "reports/embedded.h"
#include "reports/format.h"
#include "reports/page/links.h"
#include "reports/strings.h"
#include "tests/reports/hostile_result.h"
#include "tests/reports/sample_result.h"

namespace assay {
namespace {

std::string page_of(const CheckResult& result, Language language = Language::English,
                    const std::string& link_prefix = "") {
  std::ostringstream out;
  write_html(result, sample::sources(),
             {.language = language, .version = "1.2.3", .link_prefix = link_prefix}, out);
  return out.str();
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Page, EscapesEverythingThatComesFromDocuments) {
  const std::string evil = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&{{t.facts}}";
  CheckResult result = sample::result();
  for (ReadDocument& document : result.documents) {
    document.title = document.kind = evil;
    document.source = "javascript:alert(3)//" + evil;
    document.notes = {evil};
    for (Fact& fact : document.facts) {
      fact.text = fact.speaker = fact.quantity.written_unit = evil;
      fact.subject.value = fact.metric.value = fact.comparand.value = evil;
      fact.scope = {evil};
      fact.sentence = evil;
      fact.in_sentence = {};
    }
  }
  result.documents[0].id = evil;
  for (Finding& finding : result.findings) {
    finding.id = finding.rule = evil;
    finding.message = finding.explanation = {evil, evil};
    finding.evidence = {result.documents[0].facts[0], result.documents[0].facts[1]};
    for (Fact& fact : finding.evidence) fact.document = evil;
  }
  const std::string page = page_of(result);
  EXPECT_EQ(count(page, "<script"), 1U) << "our own, and no other";
  EXPECT_FALSE(contains(page, "<img"));
  EXPECT_FALSE(contains(page, "href=\"javascript:"));
  EXPECT_TRUE(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_TRUE(contains(page, "{{t.facts}}")) << "text is not read as a template";
}

TEST(Page, IsSelfContainedUnderAStrictPolicy) {
  const std::string page = page_of(sample::result());
  EXPECT_TRUE(contains(page, "default-src 'none'"));
  EXPECT_TRUE(contains(page, "script-src 'sha256-"));
  EXPECT_TRUE(contains(page, "style-src 'sha256-"));
  for (const char* banned : {"unsafe-inline", "unsafe-eval", " style=\"", " onclick=", "<link",
                             "src=\"", "@import", "url("}) {
    EXPECT_FALSE(contains(page, banned)) << banned;
  }
}

TEST(Page, ShowsEveryFindingEvidenceAndFact) {
  const CheckResult result = sample::result();
  const std::string page = page_of(result);
  std::size_t evidence = 0;
  for (const Finding& finding : result.findings) evidence += finding.evidence.size();
  EXPECT_EQ(count(page, "<article class=\"finding"), result.findings.size());
  EXPECT_EQ(count(page.substr(page.find("id=\"findings\"")), "<mark>"), evidence);
  EXPECT_EQ(count(page, "<li class=\"worst-item"), 5U);
  for (const ReadDocument& document : result.documents) {
    for (const Fact& fact : document.facts) {
      EXPECT_TRUE(contains(page, "<bdi>" + fact.text + "</bdi>")) << fact.text;
    }
  }
  EXPECT_TRUE(contains(page, "<mark>30%—40%</mark>"));
}

/// What stands between these two, the first of each.
std::string part(const std::string& page, const std::string& from, const std::string& to) {
  const std::size_t begin = page.find(from);
  return begin == std::string::npos ? "" : page.substr(begin, page.find(to, begin) - begin);
}

/// A result with one finding of two statements in one sentence of the first document.
CheckResult one_sentence() {
  CheckResult result = sample::result();
  result.findings.resize(1);
  Finding& finding = result.findings[0];
  finding.culprit = std::nullopt;
  finding.evidence = {result.documents[0].facts[0], result.documents[0].facts[1]};
  const std::string sentence = "份额从 95% 降至 50%。";
  for (Fact& fact : finding.evidence) {
    const std::string number = &fact == finding.evidence.data() ? "95%" : "50%";
    fact.text = number;
    fact.sentence = sentence;
    fact.sentence_span = finding.evidence[0].sentence_span;
    fact.document = result.documents[0].id;
    const std::size_t begin = sentence.find(number);
    fact.in_sentence = {begin, begin + number.size()};
  }
  return result;
}

TEST(Page, ShowsASentenceOnceWithAllOfItsNumbersMarked) {
  const std::string page = page_of(one_sentence());
  const std::string finding = part(page, "<article", "</article>");
  EXPECT_TRUE(contains(finding, "份额从 <mark>95%</mark> 降至 <mark>50%</mark>。")) << finding;
  EXPECT_EQ(count(finding, "<blockquote>"), 1U);
  EXPECT_EQ(count(finding, "<p class=\"statement"), 2U);
  EXPECT_TRUE(contains(part(page, "<li class=\"worst-item", "</ul>"),
                       "份额从 <mark>95%</mark> 降至 <mark>50%</mark>。"));
}

TEST(Page, ShowsTwoSentencesApart) {
  CheckResult result = one_sentence();
  result.findings[0].evidence[1].sentence_span = {900, 999};
  EXPECT_EQ(count(part(page_of(result), "<article", "</article>"), "<blockquote>"), 2U);
  result = one_sentence();
  result.findings[0].evidence[1].document = result.documents[1].id;
  EXPECT_EQ(count(part(page_of(result), "<article", "</article>"), "<blockquote>"), 2U);
}

TEST(Page, CutsWhatIsFarFromEitherNumberOfASentence) {
  CheckResult result = one_sentence();
  std::string filler;
  for (int i = 0; i < 400; ++i) filler += "话";
  for (Fact& fact : result.findings[0].evidence) fact.sentence = "95%" + filler + "50%";
  result.findings[0].evidence[0].in_sentence = {0, 3};
  result.findings[0].evidence[1].in_sentence = {3 + filler.size(), 6 + filler.size()};
  const std::string finding = part(page_of(result), "<article", "</article>");
  EXPECT_TRUE(contains(finding, "<mark>95%</mark>话"));
  EXPECT_TRUE(contains(finding, "话…话"));
  EXPECT_TRUE(contains(finding, "话<mark>50%</mark>"));
  EXPECT_TRUE(contains(finding, "<details class=\"whole\">"));
}

TEST(Page, LinksFindingsThatShareAFigure) {
  CheckResult result = one_sentence();
  EXPECT_FALSE(contains(page_of(result), "class=\"related\""));
  Finding other = result.findings[0];
  other.message = {"另一处", "elsewhere"};
  other.evidence.resize(1);
  result.findings.push_back(other);
  const std::string page = page_of(result);
  EXPECT_EQ(count(page, "<p class=\"related\">"), 2U);
  EXPECT_TRUE(contains(page, "<a href=\"#finding-2\">elsewhere</a>"));
}

TEST(Page, SaysBesideEachNumberOnALineWhoStatesIt) {
  CheckResult result = one_sentence();
  result.findings[0].evidence[0].speaker = "IDC";
  result.findings[0].evidence[1].speaker = "";
  result.findings[0].evidence[1].document = "a/folder/of/notes.md";
  result.findings[0].evidence[1].line = 12;
  const std::string line = part(page_of(result), "<figure class=\"number-line\">", "</figure>");
  EXPECT_TRUE(contains(line, "<tspan class=\"who\">IDC</tspan>"));
  EXPECT_TRUE(contains(line, "<tspan class=\"who\">notes.md:12</tspan>"));
}

TEST(Page, SaysAReasonOnce) {
  CheckResult result = one_sentence();
  Finding& finding = result.findings[0];
  finding.explanation = {"不可能", "shares end at 100%"};
  finding.culprit = Culprit{0, finding.explanation};
  EXPECT_EQ(count(part(page_of(result), "<article", "</article>"), "shares end at 100%"), 1U);
  finding.culprit->reason = {"另一个理由", "for another reason"};
  const std::string page = part(page_of(result), "<article", "</article>");
  EXPECT_TRUE(contains(page, "shares end at 100%"));
  EXPECT_TRUE(contains(page, "for another reason"));
}

TEST(Page, CountsWhatWasNotReadWithinDocuments) {
  CheckResult result = sample::result();
  EXPECT_FALSE(contains(page_of(result), "id=\"skipped\""));
  result.documents[0].skipped.add(SkipReason::Code, 3);
  result.documents[1].skipped.add(SkipReason::Code, 2);
  result.documents[1].skipped.add(SkipReason::PageChrome, 7);
  const std::string page = page_of(result);
  const std::string table = part(page, "id=\"skipped\"", "</table>");
  EXPECT_TRUE(contains(
      table, "code and diagrams</th><td class=\"amount\">5</td><td class=\"amount\">2</td>"))
      << table;
  EXPECT_TRUE(contains(table, "<td class=\"amount\">7</td><td class=\"amount\">1</td>"));
  EXPECT_FALSE(contains(table, "pictures"));
  EXPECT_TRUE(contains(page, "not read: code and diagrams: 3"));
}

TEST(Page, LinksToTheAddressElseToTheFile) {
  const std::string page = page_of(sample::result(), Language::English, "../../");
  EXPECT_TRUE(
      contains(page, "href=\"https://example.org/reviews/accelerators-2025?page=1&amp;lang=en\""));
  EXPECT_TRUE(contains(page, "href=\"../../notes/results.md#L"));
}

TEST(Page, ARecordWithoutAddressHasNoLink) {
  CheckResult result = sample::result();
  result.documents[0].kind = "record";
  EXPECT_FALSE(contains(page_of(result), "href=\"notes/ai-chips-2025.md"));
}

TEST(Page, IsCompleteWithoutFindings) {
  CheckResult result = sample::result();
  result.findings.clear();
  const std::string page = page_of(result);
  EXPECT_TRUE(contains(page, "No contradictions among 18 facts in 5 documents."));
  EXPECT_FALSE(contains(page, "<article"));
  EXPECT_FALSE(contains(page, "class=\"matrix\""));
  EXPECT_TRUE(contains(page_of({}), "</html>"));
}

TEST(Page, CutsSentencesWithoutEndButKeepsTheWhole) {
  CheckResult result = sample::result();
  Fact& fact = result.findings[0].evidence[0];
  std::string filler;
  for (int i = 0; i < 400; ++i) filler += "话";
  fact.sentence = filler + "50%" + filler;
  fact.in_sentence = {filler.size(), filler.size() + 3};
  const std::string page = page_of(result);
  EXPECT_TRUE(contains(page, "<details class=\"whole\">"));
  EXPECT_TRUE(contains(page, filler + "50%" + filler));
  EXPECT_TRUE(contains(page, "话<mark>50%</mark>话"));
}

TEST(Page, ShowsNoMoreOfATextWithoutEnd) {
  CheckResult result = sample::result();
  Fact& fact = result.findings[0].evidence[0];
  std::string filler;
  for (int i = 0; i < 400'000; ++i) filler += "话";
  fact.sentence = filler + "50%" + filler;
  fact.in_sentence = {filler.size(), filler.size() + 3};
  const std::string page = page_of(result);
  EXPECT_LT(page.size(), 300'000U);
  EXPECT_TRUE(contains(page, "话<mark>50%</mark>话"));
}

TEST(Page, SaysWhoIsMostLikelyWrongOnlyWhereThereIsAReason) {
  CheckResult result = sample::result();
  EXPECT_FALSE(contains(page_of(result), "Most likely wrong"));
  EXPECT_TRUE(contains(page_of(result), "The statements do not tell which of them is wrong."));
  result.findings[1].culprit = Culprit{0, {"因为", "for a reason"}};
  const std::string page = page_of(result);
  EXPECT_EQ(count(page, "for a reason"), 2U) << "in the summary and at the finding";
  EXPECT_TRUE(contains(page, "Most likely wrong: <span class=\"letter\">A</span> 8000亿美元"));
}

TEST(Page, IsHarmlessWhateverTheDocumentsHold) {
  sample::expect_harmless(sample::write_hostile("html"));
  const std::string page = sample::write_hostile("html");
  EXPECT_EQ(count(page, "<script"), 1U);
  EXPECT_TRUE(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;"));
  EXPECT_LT(sample::write_hostile("html", sample::endless_line()).size(), 2'000'000U);
}

TEST(Page, ListsFactsAsTextWhereATableWouldBeTooLarge) {
  CheckResult result = sample::result();
  Fact fact = result.documents[0].facts[0];
  fact.subject.value = "a\tb\n<c>";
  result.documents[0].facts.assign(3001, fact);
  const std::string page = page_of(result);
  EXPECT_EQ(count(page, "a b &lt;c&gt;\tmarket share\t95%"), 3001U);
  EXPECT_FALSE(contains(page, "<td class=\"written\">"));
  result.documents[0].facts.resize(100);
  EXPECT_TRUE(contains(page_of(result), "<td class=\"written\">"));
}

TEST(Page, SpeaksBothLanguages) {
  EXPECT_TRUE(contains(page_of(sample::result(), Language::Chinese), "<html lang=\"zh-CN\">"));
  EXPECT_TRUE(contains(page_of(sample::result(), Language::Chinese), "哪些文档互相矛盾"));
  EXPECT_TRUE(contains(page_of(sample::result()), "Which documents disagree"));
}

/// Every {{t.key}} of the templates.
std::set<std::string> keys_of_templates() {
  std::set<std::string> keys;
  for (const EmbeddedFile& file : embedded_report_files()) {
    if (!file.name.ends_with(".mustache")) continue;
    const std::string text(file.content);
    for (std::size_t at = text.find("{{t."); at != std::string::npos;
         at = text.find("{{t.", at + 1)) {
      keys.insert(text.substr(at + 4, text.find("}}", at) - at - 4));
    }
  }
  return keys;
}

TEST(Strings, HaveEveryKeyOfTheTemplatesInBothLanguages) {
  const Strings zh(Language::Chinese);
  const Strings en(Language::English);
  ASSERT_FALSE(keys_of_templates().empty());
  for (const std::string& key : keys_of_templates()) {
    EXPECT_TRUE(zh.contains(key)) << key;
    EXPECT_TRUE(en.contains(key)) << key;
  }
  ASSERT_EQ(zh.all().size(), en.all().size());
  for (const auto& [key, text] : zh.all()) {
    if (key.starts_with("scale_")) continue;  // empty where a language has no such word
    EXPECT_FALSE(text.empty()) << key;
    EXPECT_FALSE(en[key].empty()) << key;
  }
}

TEST(Strings, CountAndFill) {
  const Strings en(Language::English);
  EXPECT_EQ(en.count("errors", 1), "1 error");
  EXPECT_EQ(en.count("errors", 0), "0 errors");
  EXPECT_EQ(en.fill("about", {{"value", "{value}"}}), "about {value}") << "filled once";
  EXPECT_EQ(en["no such key"], "no such key");
}

TEST(Links, OnlyWebAddressesAreAddresses) {
  for (const char* good : {"http://a.example", "https://a.example/b?c=d", "HTTPS://A.EXAMPLE"}) {
    EXPECT_TRUE(is_web_address(good)) << good;
  }
  for (const char* bad : {"", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
                          "//a.example", "ftp://a.example", " https://a.example", "notes/a.md"}) {
    EXPECT_FALSE(is_web_address(bad)) << bad;
  }
}

TEST(Links, PathsStayPaths) {
  const std::vector<std::array<std::string, 3>> rows = {
      {"notes/a.md", "", "notes/a.md"},
      {"notes/a b#1?.md", "../", "../notes/a%20b%231%3F.md"},
      {"/srv/notes/a.md", "../", "/srv/notes/a.md"},
      {"笔记.md", "", "%E7%AC%94%E8%AE%B0.md"},
      {"javascript:alert(1)", "", "javascript%3Aalert%281%29"},
      {"//evil.example/x", "", "/evil.example/x"},
  };
  for (const auto& [path, prefix, link] : rows) EXPECT_EQ(path_link(path, prefix), link);
}

}  // namespace
}  // namespace assay
