// SPDX-License-Identifier: MIT
/// What readers see in place of canonical names, and what the vocabulary says of it.
#include "facts/display_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/folding.h"
#include "core/utf8.h"
#include "facts/knowledge.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

const Lexicon& lexicon() { return sample_knowledge().lexicon(); }

DisplayNames chinese() { return DisplayNames(Language::Chinese, &lexicon()); }
DisplayNames english() { return DisplayNames(Language::English, &lexicon()); }

Lexicon lexicon_of(const std::vector<LexiconFile>& files) {
  Result<Lexicon> loaded = Lexicon::load(files);
  EXPECT_TRUE(loaded.has_value()) << (loaded ? "" : loaded.error().message);
  return std::move(*loaded);
}

TEST(DisplayNames, ChineseReadersSeeChineseNames) {
  EXPECT_EQ(chinese().entity("Cambricon"), "寒武纪");
  EXPECT_EQ(chinese().entity("United States"), "美国");
  EXPECT_EQ(chinese().entity("AI chips"), "AI芯片");
  EXPECT_EQ(chinese().metric("market share"), "市场份额");
  EXPECT_EQ(chinese().entities({"China", "training"}), (std::vector<std::string>{"中国", "训练"}));
  // What limits a fact may be a metric.
  EXPECT_EQ(chinese().entities({"shipments", "分布式"}),
            (std::vector<std::string>{"出货量", "分布式"}));
}

TEST(DisplayNames, EnglishReadersSeeCanonicalNames) {
  EXPECT_EQ(english().entity("Cambricon"), "Cambricon");
  EXPECT_EQ(english().metric("market share"), "market share");
  EXPECT_EQ(english().entities({"China", "training"}),
            (std::vector<std::string>{"China", "training"}));
}

TEST(DisplayNames, NamesThatTheVocabularyDoesNotHoldStayAsWritten) {
  for (const DisplayNames& names : {chinese(), english()}) {
    EXPECT_EQ(names.entity("晴川光能"), "晴川光能");
    EXPECT_EQ(names.entity("Skylark Robotics"), "Skylark Robotics");
    EXPECT_EQ(names.entity("60岁及以上"), "60岁及以上");
    EXPECT_EQ(names.entity(""), "");
    EXPECT_EQ(names.metric("整车匹配度"), "整车匹配度");
    EXPECT_EQ(names.metric("shelf space share"), "shelf space share");
  }
}

TEST(DisplayNames, AMetricIsNoEntityNorTheOtherWayRound) {
  EXPECT_EQ(chinese().entity("market share"), "market share");
  EXPECT_EQ(chinese().metric("Cambricon"), "Cambricon");
}

TEST(DisplayNames, WithoutAVocabularyEveryNameStays) {
  EXPECT_EQ(DisplayNames(Language::Chinese).entity("Cambricon"), "Cambricon");
  EXPECT_EQ(DisplayNames(Language::Chinese).metric("market share"), "market share");
}

TEST(DisplayNames, AShareWithoutARecordIsNamedAfterItsWhole) {
  ASSERT_EQ(lexicon().find_metric("battery output share"), nullptr);
  EXPECT_EQ(chinese().metric("battery output share"), "电池产量占比");
  EXPECT_EQ(english().metric("battery output share"), "battery output share");
  // Of those that have one the record says it.
  EXPECT_EQ(chinese().metric("revenue share"), "营收占比");
}

TEST(DisplayNames, ChineseWritersKeepSomeLatinNames) {
  for (const char* name :
       {"AMD", "OpenAI", "DeepSeek", "H100", "GPU", "HBM", "DDR5", "FP16", "IDC"})
    EXPECT_EQ(chinese().entity(name), name);
  for (const char* name : {"GDP", "CPI", "EBITDA"}) EXPECT_EQ(chinese().metric(name), name);
}

TEST(ChineseName, IsTheFirstAliasInChinese) {
  EXPECT_EQ(chinese_name("Cambricon", {"688256", "寒武纪", "寒武纪科技"}), "寒武纪");
  EXPECT_EQ(chinese_name("AI chips", {"AI芯片"}), "AI芯片");
}

TEST(ChineseName, IsTheCanonicalNameWhereAnAliasHoldsThatOrNoneIsChinese) {
  EXPECT_EQ(chinese_name("H100", {"英伟达H100"}), "");
  EXPECT_EQ(chinese_name("x86", {"X86架构"}), "");
  EXPECT_EQ(chinese_name("Ansys", {}), "");
  EXPECT_EQ(chinese_name("Arista", {"Arista Networks"}), "");
  EXPECT_EQ(chinese_name("云雀", {"云雀科技"}), "");
}

TEST(DisplayNames, ARecordMaySayWhatItIsCalled) {
  const Lexicon own = lexicon_of(
      {{"entities.json",
        R"([{"name": "云雀S1", "kind": "product", "en": "Skylark S1", "aliases": ["Skylark S1"]},
            {"name": "Larkspur", "kind": "company", "zh": "飞燕科技", "aliases": ["飞燕"]},
            {"name": "Heron", "kind": "company", "zh": "Heron", "aliases": ["苍鹭"]}])"},
       {"metrics.json", R"([{"name": "nest rate", "zh": "筑巢率", "dimensions": ["ratio"]}])"}});
  const DisplayNames zh(Language::Chinese, &own);
  const DisplayNames en(Language::English, &own);
  EXPECT_EQ(zh.entity("云雀S1"), "云雀S1");
  EXPECT_EQ(en.entity("云雀S1"), "Skylark S1");
  EXPECT_EQ(zh.entity("Larkspur"), "飞燕科技");
  EXPECT_EQ(en.entity("Larkspur"), "Larkspur");
  EXPECT_EQ(zh.entity("Heron"), "Heron");
  EXPECT_EQ(zh.metric("nest rate"), "筑巢率");
}

TEST(DisplayNames, ARecordThatAddsToAnotherChangesNoMoreThanItSays) {
  const LexiconFile first{"entities.json",
                          R"([{"name": "Heron", "kind": "company", "aliases": ["苍鹭"]}])"};
  const auto heron = [&](const std::string& more) {
    const Lexicon own = lexicon_of({first, {"own/entities.json", more}});
    return DisplayNames(Language::Chinese, &own).entity("Heron");
  };
  EXPECT_EQ(heron(R"([{"name": "Heron", "kind": "company", "aliases": ["苍鹭科技"]}])"), "苍鹭");
  EXPECT_EQ(heron(R"([{"name": "Heron", "kind": "company", "zh": "鹭科"}])"), "鹭科");
}

TEST(DisplayNames, AnEmptyNameOrOneThatIsNoTextIsRefused) {
  for (const char* zh : {R"("")", "1", R"(["苍鹭"])"}) {
    const auto loaded = Lexicon::load(
        {{"entities.json",
          std::string(R"([{"name": "Heron", "kind": "company", "zh": )") + zh + "}]"}});
    ASSERT_FALSE(loaded.has_value()) << zh;
    EXPECT_NE(loaded.error().message.find("expected text in \"zh\""), std::string::npos)
        << loaded.error().message;
  }
}

TEST(DisplayNames, ChineseNamesOfTheVocabularyAreSimplified) {
  // What their owners write, though the folding of texts writes it in another way.
  const std::set<std::string> as_owners_write = {"哪吒汽车", "奇鋐科技", "郭明錤"};
  const auto look_at = [&](const std::string& name, const DisplayName& shown) {
    if (as_owners_write.contains(shown.zh)) return;
    for (std::size_t at = 0; at < shown.zh.size(); at += decode(shown.zh, at).length) {
      const char32_t character = decode(shown.zh, at).value;
      if (is_han(character)) {
        EXPECT_EQ(fold(character), character) << name << ": " << shown.zh;
      }
    }
  };
  for (const Entity& entity : lexicon().entities()) look_at(entity.name, entity.shown);
  for (const Metric& metric : lexicon().metrics()) look_at(metric.name, metric.shown);
}

TEST(DisplayNames, EachMetricHasAChineseNameOfItsOwn) {
  std::map<std::string, std::string> metric_of;
  for (const Metric& metric : lexicon().metrics()) {
    const std::string name = chinese().metric(metric.name);
    EXPECT_FALSE(metric.shown.zh.empty()) << metric.name;
    const auto [other, fresh] = metric_of.try_emplace(name, metric.name);
    EXPECT_TRUE(fresh) << name << ": " << other->second << ", " << metric.name;
  }
}

}  // namespace
}  // namespace assay
