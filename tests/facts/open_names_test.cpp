// SPDX-License-Identifier: MIT
#include "facts/open_names.h"

#include <string>

#include "core/folding.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

/// The names that no lexicon holds, joined by " / ".
std::string names_in(std::string_view written) {
  const std::string text = fold_text(written);
  std::string names;
  for (const Token& token : scan(text, {sample_knowledge()}).tokens) {
    if (token.kind != TokenKind::Name) continue;
    names += (names.empty() ? "" : " / ") + std::string(token.span.of(text));
  }
  return names;
}

struct Row {
  const char* text;
  const char* names;
};

TEST(OpenNames, GoOnWhereAProductHasVariants) {
  const Row rows[] = {
      {"The iPhone 16 Plus sold 3 million.", "iPhone 16 Plus"},
      {"H100 Ultra Max的功耗为600W。", "H100 Ultra Max"},
      {"The iPhone 16 Pro sold 3 million.", ""},  // the lexicon has it
      {"The iPhone 16 Plusone sold 3 million.", "Plusone"},
      {"The iPhone 16 sold 3 million.", ""},
      {"H100的功耗为600W。", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(names_in(row.text), row.names) << row.text;
}

TEST(OpenNames, AreToldByTheirShape) {
  const Row rows[] = {
      {"Acme Robotics posted revenue of $5m in 2024.", "Acme Robotics"},
      {"Revenue at Acme Robotics rose 12%.", "Acme Robotics"},
      {"Lemon8's users reached 3.4 million.", "Lemon8"},
      {"Orders from Birch & Lowe Inc. rose 12%.", "Birch & Lowe"},
      {"SoFi上涨4%。", "SoFi"},
      {"晴川光能2024年营收为36亿元。", "晴川光能"},
      {"卧龙地产一季度销售额为12.5亿元。", "卧龙地产"},
      {"天虹股份上涨4%，禾睿科技下跌3%。", "天虹股份 / 禾睿科技"},
  };
  for (const Row& row : rows) EXPECT_EQ(names_in(row.text), row.names) << row.text;
}

TEST(OpenNames, AreNotSeenInWhatIsNone) {
  for (const char* text : {
           "NVIDIA posted revenue of $5bn.",             // the lexicon has it
           "Shares closed at $182.70.",                  // the start of a sentence
           "However, margins fell to 5%.",               //
           "CEO pay rose 5% in May.",                    //
           "EBITDA rose 5%, ROE was 12%.",               // letters of a measure
           "Market Share Of Phone Makers Hits 20%",      // a title
           "Area Benefit: density rose 5%.",             // likewise
           "Yield Learning Methodologies raise it 5%.",  // begins with what is measured
           "Core Insights - revenue rose 5%.",           // a label
           "先进半导体2024年收入5亿元。",                // a segment, and what kind of it
           "海外业务2024年收入5亿元。",                  // words of the dictionary
           "受此影响2024年利润下降5%。",                 //
           "去年同期营收为5亿元。",                      //
           "预计2025年营收为5亿元。",                    //
           "公司2024年营收为5亿元。",                    //
           "网上申购将于下周进行，发行7000万股。",       // nothing is told of it
           "查补税款41亿元。",                           //
       })
    EXPECT_EQ(names_in(text), "") << text;
}

TEST(OpenNames, EndWhereNamesOfOrganizationsEnd) {
  const Row rows[] = {
      {"晶澜能源有六成以上的收入来自海外。", "晶澜能源"},
      {"2024年，华岚半导体花在资本开支上的钱是64.5亿元。", "华岚半导体"},
      {"晶圆代工厂华岚半导体昨日披露年报，营收186.3亿元。", "华岚半导体"},
      {"光伏企业晶澜能源科技交付24.6GW。", "晶澜能源科技"},
      {"民营企业晶澜能源2024年营收36亿元。", "晶澜能源"},
      {"龙头企业晶澜能源出货5GW。", "晶澜能源"},
      // What is known needs no shape, and words of the dictionary are no name.
      {"小鹏汽车有六成收入来自海外。", ""},
      {"光伏企业海外能源有六成收入。", ""},
      {"企业拟投资10亿元。", ""},
      {"该能源有六成来自海外。", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(names_in(row.text), row.names) << row.text;
}

TEST(OpenNames, SpeakOfThemselvesWhereTheyPublishTheirReport) {
  const auto subject = [](const char* text) { return read_sample(text).facts.at(0).subject.value; };
  EXPECT_EQ(subject("晶澜能源昨日披露年报：2024年营收186.3亿元。"), "晶澜能源");
  EXPECT_EQ(subject("晶澜能源披露：2024年营收186.3亿元。"), "");
}

TEST(OpenNames, ReplaceTheWordsThatTheyCover) {
  const ReadDocument document = read_sample("Acme Robotics posted revenue of $5m.");
  ASSERT_EQ(document.facts.size(), 1U);
  EXPECT_EQ(document.facts[0].subject.value, "Acme Robotics");
  EXPECT_FALSE(document.facts[0].subject.known);
  EXPECT_TRUE(document.facts[0].scope.empty()) << "robots are part of the name";
}

TEST(OpenNames, MayBePlaces) {
  const ReadDocument document =
      read_sample("Acme Robotics has 900 employees. In Springfield it made 400 cars.");
  ASSERT_EQ(document.facts.size(), 2U);
  EXPECT_EQ(document.facts[1].subject.value, "Acme Robotics");
}

}  // namespace
}  // namespace assay
