// SPDX-License-Identifier: MIT
/// Lookups in the lexicon, what its loader refuses, and the laws that its data must obey.
#include "facts/lexicon.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/folding.h"
#include "core/utf8.h"
#include "facts/embedded.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

using Json = nlohmann::json;

const Json& records_of(const std::string& stem) {
  static std::map<std::string, Json> parsed;
  const std::string name = "facts/lexicon/" + stem + ".json";
  const auto [place, fresh] = parsed.try_emplace(name);
  if (fresh) {
    const EmbeddedFile* file = find_embedded(embedded_lexicon(), name);
    EXPECT_NE(file, nullptr) << name;
    place->second = file == nullptr ? Json::array() : Json::parse(file->content);
  }
  return place->second;
}

std::vector<std::string> surfaces_of(const Json& record) {
  std::vector<std::string> surfaces;
  for (const char* field : {"name", "word"})
    if (record.contains(field)) surfaces.push_back(record[field]);
  for (const char* field : {"aliases", "exact", "words", "heard"})
    // An `exact` that is no list says something else: that a vague amount is one figure.
    if (record.contains(field) && record[field].is_array())
      for (const Json& surface : record[field]) surfaces.push_back(surface);
  if (record.contains("narrower"))
    for (const Json& names : record["narrower"])
      for (const Json& surface : names) surfaces.push_back(surface);
  return surfaces;
}

std::string lower_case(std::string text) {
  for (char& c : text) c = to_ascii_lower(c);
  return text;
}

const Lexicon& lexicon() { return sample_knowledge().lexicon(); }

/// What stands at the start of `text`: "entity NVIDIA", "metric revenue", "vague", "no quantity",
/// or "none".
std::string meaning_of(const std::string& text) {
  const Lexicon::Hit hit = lexicon().find(text, 0);
  if (hit.lexeme == nullptr) return "none";
  const auto index = [](std::int32_t i) { return static_cast<std::size_t>(i); };
  if (hit.lexeme->entity >= 0)
    return "entity " + lexicon().entities()[index(hit.lexeme->entity)].name;
  if (hit.lexeme->metric >= 0)
    return "metric " + lexicon().metrics()[index(hit.lexeme->metric)].name;
  if (hit.lexeme->vague >= 0) return "vague";
  return hit.lexeme->not_quantity ? "no quantity" : "word";
}

TEST(Lexicon, FindsNamesInBothScriptsAndAnyCase) {
  const struct {
    const char* text;
    const char* expected;
  } rows[] = {
      {"英伟达", "entity NVIDIA"},
      {"英偉達", "entity NVIDIA"},
      {"nvidia", "entity NVIDIA"},
      {"NVIDIA's share", "entity NVIDIA"},
      {"华为", "entity Huawei"},
      {"華為", "entity Huawei"},
      {"台積電", "entity TSMC"},
      {"市场份额", "metric market share"},
      {"市場份額", "metric market share"},
      {"market share", "metric market share"},
      {"良率", "metric yield"},
      {"个位数", "vague"},
      {"統一", "no quantity"},
      {"约", "word"},
  };
  for (const auto& row : rows) EXPECT_EQ(meaning_of(fold_text(row.text)), row.expected) << row.text;
}

TEST(Lexicon, FindsNothingInsideLatinWordsOrOpenPhrases) {
  for (const char* text : {"", "bus", "nvidiax", "Metal", "metadata", "usage", "inteller", "龘",
                           "%", "5", "amdahl", "qwxyz"})
    EXPECT_EQ(meaning_of(text), "none") << text;
}

TEST(Lexicon, TellsExactLetterCaseApart) {
  EXPECT_EQ(meaning_of("US"), "entity United States");
  EXPECT_NE(meaning_of("us"), "entity United States");
}

TEST(Lexicon, FindsWordsOfAClass) {
  EXPECT_GT(lexicon().find_class("约50%", 0, WordClass::AboutBefore), 0U);
  EXPECT_GT(lexicon().find_class("at least 5", 0, WordClass::AtLeastBefore), 0U);
  EXPECT_EQ(lexicon().find_class("约50%", 0, WordClass::AtLeastBefore), 0U);
  EXPECT_EQ(lexicon().find_class("atlas", 0, WordClass::AtLeastBefore), 0U);
  EXPECT_EQ(lexicon().find_class("", 0, WordClass::AboutBefore), 0U);
}

TEST(Lexicon, LooksUpByCanonicalNameOnly) {
  EXPECT_NE(lexicon().find_entity("NVIDIA"), nullptr);
  EXPECT_EQ(lexicon().find_entity("英伟达"), nullptr);
  EXPECT_NE(lexicon().find_metric("market share"), nullptr);
  EXPECT_EQ(lexicon().find_metric("市场份额"), nullptr);
  EXPECT_EQ(lexicon().find_metric(""), nullptr);
}

TEST(Metric, FitsItsDimensionsOnly) {
  const Metric* share = lexicon().find_metric("market share");
  ASSERT_NE(share, nullptr);
  EXPECT_TRUE(share->fits(Dimension::Ratio));
  EXPECT_FALSE(share->fits(Dimension::Money));
  EXPECT_FALSE(share->fits(Dimension::Length));
}

TEST(LexiconLoad, RefusesWhatItDoesNotKnow) {
  const auto loads = [](const char* name, const char* content) {
    return Lexicon::load({{name, content}}).has_value();
  };
  EXPECT_TRUE(
      loads("entities.json", R"([{"name": "A", "kind": "company", "aliases": ["甲公司"]}])"));
  EXPECT_TRUE(loads("not_quantities.json", R"([{"word": "三星"}])"));
  EXPECT_FALSE(loads("entities.json", R"([{"name": "A", "kind": "planet", "aliases": []}])"));
  EXPECT_FALSE(loads("entities.json", R"([{"kind": "company", "aliases": []}])"));
  EXPECT_FALSE(
      loads("metrics.json", R"([{"name": "m", "dimensions": ["colour"], "aliases": []}])"));
  EXPECT_TRUE(loads(
      "metrics.json",
      R"([{"name": "m", "dimensions": ["count"], "aliases": [], "narrower": {"a": ["甲"]}}])"));
  EXPECT_FALSE(
      loads("metrics.json",
            R"([{"name": "m", "dimensions": ["count"], "aliases": [], "narrower": ["甲"]}])"));
  EXPECT_FALSE(
      loads("metrics.json",
            R"([{"name": "m", "dimensions": [], "aliases": [], "presumed_of": ["colour"]}])"));
  EXPECT_FALSE(loads("words.json", R"([{"class": "nonsense", "words": ["a"]}])"));
  EXPECT_FALSE(loads("entities.json", "[{"));
}

TEST(LexiconData, GivesNoSurfaceToTwoRecordsOfOneClass) {
  for (const char* stem : {"entities", "metrics", "vague_amounts", "not_quantities"}) {
    std::map<std::string, std::size_t> owner;
    std::set<std::string> exact;
    const Json& records = records_of(stem);
    ASSERT_FALSE(records.empty()) << stem;
    for (const Json& record : records)
      if (record.contains("exact") && record["exact"].is_array())
        for (const Json& surface : record["exact"]) exact.insert(surface);
    for (std::size_t i = 0; i < records.size(); ++i) {
      for (const std::string& surface : surfaces_of(records[i])) {
        const std::string key = exact.contains(surface) ? surface : lower_case(surface);
        const auto [place, fresh] = owner.emplace(key, i);
        EXPECT_TRUE(fresh || place->second == i)
            << stem << ": " << surface << " stands in " << records[i].dump() << " and "
            << records[place->second].dump();
      }
    }
  }
}

/// Aliases that no folded text can hold.
const std::set<std::string> kUnreachable = {"黑神话：悟空", "刚果（金）"};
/// A rating, whose figures are letters; words that hold 负 (minus) or what would be read as the unit
/// of a number that ends before it.
const std::set<std::string> kWithoutNumeral = {"AAA评级", "减负", "背负", "担负", "肩负", "胜负",
                                               "正负",    "自负", "核心", "条款", "个别"};

TEST(LexiconData, IsFolded) {
  for (const char* stem :
       {"entities", "metrics", "vague_amounts", "not_quantities", "words", "times", "numerals"})
    for (const Json& record : records_of(stem))
      for (const std::string& surface : surfaces_of(record))
        EXPECT_EQ(fold_text(surface) == surface, !kUnreachable.contains(surface))
            << stem << ": " << record.dump();
}

/// Each metric must be named by those that it names in such a field, and not by itself.
void expect_named_on_both_sides(const char* field) {
  std::map<std::string, std::set<std::string>> named;
  for (const Json& record : records_of("metrics")) {
    std::set<std::string>& others = named[record.at("name")];
    for (const Json& other : record.value(field, Json::array())) others.insert(other);
  }
  for (const auto& [name, others] : named) {
    EXPECT_FALSE(others.contains(name)) << name << " names itself in " << field;
    for (const std::string& other : others) {
      ASSERT_TRUE(named.contains(other)) << name << " names " << other;
      EXPECT_TRUE(named[other].contains(name)) << other << " does not name " << name;
    }
  }
}

TEST(LexiconData, ConfusesMetricsWithExistingOnesOnBothSides) {
  expect_named_on_both_sides("confused_with");
  expect_named_on_both_sides("nearly");
}

TEST(LexiconData, ListsOnlyEntitiesAsMembers) {
  for (const Entity& entity : lexicon().entities())
    for (const std::string& member : entity.members) {
      EXPECT_NE(lexicon().find_entity(member), nullptr) << entity.name << ": " << member;
      EXPECT_NE(member, entity.name);
    }
}

TEST(LexiconData, HasMakersAndRegionsAtHomeInPlacesOnly) {
  for (const Entity& entity : lexicon().entities()) {
    if (entity.home.empty()) continue;
    const Entity* home = lexicon().find_entity(entity.home);
    EXPECT_TRUE(home != nullptr && home->is_place()) << entity.name << ": " << entity.home;
    EXPECT_TRUE(entity.kind == EntityKind::Company || entity.kind == EntityKind::Region)
        << entity.name;
  }
}

bool holds_numeral_sign(const std::string& word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_ascii_digit(static_cast<unsigned char>(word[i]))) return true;
    if (sample_knowledge().numerals().sign_at(word, i).kind != SignKind::None) return true;
  }
  return false;
}

TEST(LexiconData, ListsChineseWordsAsNoQuantitiesOnlyForTheirNumerals) {
  for (const Json& record : records_of("not_quantities")) {
    const std::string word = record.at("word");
    const bool chinese = std::ranges::any_of(word, [](char c) { return (c & 0x80) != 0; });
    EXPECT_TRUE(!chinese || holds_numeral_sign(word) || kWithoutNumeral.contains(word)) << word;
  }
}

TEST(LexiconData, BoundsEveryDomainAndVagueAmountTheRightWayRound) {
  for (const Metric& metric : lexicon().metrics()) {
    EXPECT_FALSE(metric.domain.is_empty()) << metric.name;
    EXPECT_FALSE(metric.dimensions.empty()) << metric.name;
  }
  for (const VagueAmount& amount : lexicon().vague_amounts())
    EXPECT_FALSE(amount.value.is_empty()) << amount.value.low << " " << amount.value.high;
}

}  // namespace
}  // namespace assay
