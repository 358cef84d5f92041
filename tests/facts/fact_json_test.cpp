// SPDX-License-Identifier: MIT
#include "facts/fact_json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

#include "facts/json_text.h"

namespace assay {
namespace {

using OrderedJson = nlohmann::ordered_json;

Fact example() {
  Fact fact;
  fact.document = "notes/a.md";
  fact.text = "15%-30%";
  fact.mention = {123, 130};
  fact.line = 12;
  fact.column = 34;
  fact.quantity.stated = Interval::closed(0.15, 0.30);
  fact.quantity.tolerance = Interval::half_open(0.145, 0.305);
  fact.quantity.unit = {.dimension = Dimension::Ratio, .canonical = "1", .scale = {1, -2}};
  fact.quantity.written_low = 15;
  fact.quantity.written_high = 30;
  fact.quantity.written_unit = "%";
  fact.subject = {.value = "H20", .source = SlotSource::Frame, .known = true};
  fact.metric = {.value = "relative performance", .source = SlotSource::Clause, .known = true};
  fact.comparand = {.value = "H100", .source = SlotSource::Frame, .known = true};
  fact.scope = {"FP16"};
  fact.period = year_period(2025);
  fact.confidence = 0.93;
  fact.sentence = "H20的性能仅为H100的15%-30%";
  fact.sentence_span = {100, 130};
  fact.in_sentence = {22, 29};
  fact.skeleton = 0xFFFFFFFFFFFFFFFFULL;
  fact.terms = {"性能"};
  fact.block = 4;
  return fact;
}

std::string text_of(const Fact& fact) {
  std::string text;
  append_fact_json(fact, text);
  return text;
}

TEST(FactJson, StartsWithTheObjectOfTheContract) {
  const std::string contract =
      R"({"document":"notes/a.md","text":"15%-30%","start":123,"end":130,"line":12,"column":34,)"
      R"("low":0.15,"high":0.3,"low_closed":true,"high_closed":true,)"
      R"("tolerance_low":0.145,"tolerance_high":0.305,)"
      R"("unit":"1","written_unit":"%","written_low":15,"written_high":30,"dimension":"ratio",)"
      R"("approximate":false,)"
      R"("subject":"H20","metric":"relative performance","comparand":"H100","scope":["FP16"],)"
      R"("period":{"from":"2025-01-01","to":"2025-12-31"},"modality":"actual","speaker":null,)"
      R"("confidence":0.93,"sentence":"H20的性能仅为H100的15%-30%",)";
  EXPECT_EQ(text_of(example()).substr(0, contract.size()), contract);
}

TEST(FactJson, UnknownSlotsAndUnboundedEndsAreNull) {
  Fact fact;
  fact.quantity.stated = Interval::at_least(5e10);
  fact.quantity.written_low = 5e10;
  fact.quantity.written_high = kInfinity;
  const OrderedJson object = fact_to_json(fact);
  for (const char* key : {"subject", "metric", "comparand", "period", "speaker", "high",
                          "written_high", "tolerance_low", "tolerance_high"}) {
    EXPECT_TRUE(object.at(key).is_null()) << key;
  }
  EXPECT_EQ(object.at("low").dump(), "50000000000");
  EXPECT_TRUE(object.at("scope").empty());
}

/// Facts are compared by their text: it holds every member, as the next test makes sure of.
void expect_round_trip(const Fact& fact) {
  const std::string text = text_of(fact);
  const Result<Fact> read = FactParser().parse(text);
  ASSERT_TRUE(read) << read.error().to_string() << "\n" << text;
  EXPECT_EQ(text_of(*read), text);
  EXPECT_EQ(read->quantity.stated, fact.quantity.stated);
  EXPECT_EQ(read->quantity.tolerance, fact.quantity.tolerance);
}

TEST(FactJson, RestoresEveryMember) {
  Fact fact = example();
  const std::vector<void (*)(Fact&)> changes = {
      [](Fact& f) { f.period.reset(); },
      [](Fact& f) { f.period_stated = true; },
      [](Fact& f) { f.modality = Modality::Opinion; },
      [](Fact& f) { f.role = Role::Multiple; },
      [](Fact& f) { f.role = Role::Before; },
      [](Fact& f) { f.speaker = "黄仁勋"; },
      [](Fact& f) { f.table_row = 3; },
      [](Fact& f) { f.table_column = 2; },
      [](Fact& f) { f.block = 7; },
      [](Fact& f) { f.in_sentence = {}; },
      [](Fact& f) {
        f.sentence_span = {1, 2};
      },
      [](Fact& f) { f.skeleton = 0; },
      [](Fact& f) {
        f.terms = {"a", "b"};
      },
      [](Fact& f) { f.scope = {}; },
      [](Fact& f) { f.subject = {}; },
      [](Fact& f) { f.metric.known = false; },
      [](Fact& f) { f.comparand.source = SlotSource::Document; },
      [](Fact& f) { f.quantity.hedge = Hedge::LessThan; },
      [](Fact& f) { f.quantity.vague = true; },
      [](Fact& f) { f.quantity.approximate = true; },
      [](Fact& f) { f.quantity.currency_inferred = true; },
      [](Fact& f) { f.quantity.unit.divisor = 31557600; },
      [](Fact& f) { f.quantity.unit.offset = 273.15; },
      [](Fact& f) {
        f.quantity.unit.scale = {-7, 12};
      },
      [](Fact& f) { f.quantity.unit.dimension = Dimension::Compound; },
      [](Fact& f) { f.quantity.stated = Interval::all(); },
      [](Fact& f) { f.quantity.tolerance = Interval::less_than(3); },
      [](Fact& f) { f.quantity.written_low = -kInfinity; },
      [](Fact& f) { f.confidence = 1.0 / 3; },
      [](Fact& f) { f.text = "quo\"te\\ \n\t\x01 \x7F 份"; },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    SCOPED_TRACE(i);
    const std::string before = text_of(fact);
    changes[i](fact);
    EXPECT_NE(text_of(fact), before) << "a member that is not written cannot be restored";
    expect_round_trip(fact);
  }
}

TEST(FactJson, NumbersReadBackExactly) {
  std::mt19937_64 random(20251122);  // NOLINT: a fixed seed is the point
  for (int i = 0; i < 20000; ++i) {
    double value;
    const std::uint64_t bits = random();
    std::memcpy(&value, &bits, sizeof value);
    if (!std::isfinite(value)) continue;
    std::string text;
    append_json_number(text, value);
    EXPECT_EQ(OrderedJson::parse(text).get<double>(), value) << text;
  }
}

TEST(JsonNumber, IsShortAndReadable) {
  const std::vector<std::pair<double, std::string>> rows = {
      {0.3, "0.3"},
      {15, "15"},
      {-2, "-2"},
      {5.6e11, "560000000000"},
      {0.1 + 0.2, "0.30000000000000004"},
      {1e300, "1e+300"},
      {7e-9, "7e-09"},
      {kInfinity, "null"},
      {-kInfinity, "null"},
      {std::numeric_limits<double>::quiet_NaN(), "null"},
  };
  for (const auto& [value, expected] : rows) {
    std::string text;
    append_json_number(text, value);
    EXPECT_EQ(text, expected);
  }
}

TEST(JsonString, IsJsonWhateverTheTextIs) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", "\"\""},
      {"a\"b\\c/", R"("a\"b\\c/")"},
      {"\n\r\t\b\x1f\x7f", "\"\\n\\r\\t\\u0008\\u001f\\u007f\""},
      {"份额", "\"份额\""},
      {std::string("nul\0", 4), "\"nul\\u0000\""},
      {"bad \xFF\xE4\xBB byte", "\"bad ��� byte\""},
  };
  for (const auto& [text, expected] : rows) {
    std::string json;
    append_json_string(json, text);
    EXPECT_EQ(json, expected);
    EXPECT_FALSE(OrderedJson::parse(json, nullptr, false).is_discarded());
  }
}

TEST(JsonObjectWriter, WritesNamesOfBothKinds) {
  std::string text;
  {
    JsonObjectWriter object(text);
    object.count("known", 1);
    object.key(std::string("of a \"document\""));
    JsonObjectWriter empty(text);
  }
  EXPECT_EQ(text, R"({"known":1,"of a \"document\"":{}})");
}

TEST(FactJson, RefusesWhatIsNoFact) {
  const std::string good = text_of(example());
  for (const char* text : {"", "{}", "[]", "null", "{\"document\":1}", "not json"}) {
    const Result<Fact> read = FactParser().parse(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, ErrorCode::BadInput);
  }
  EXPECT_FALSE(FactParser().parse(good.substr(0, good.size() - 1)));
  for (const auto& [key, value] : std::vector<std::pair<const char*, OrderedJson>>{
           {"modality", "rumour"},
           {"role", "hero"},
           {"dimension", "taste"},
           {"hedge", "perhaps"},
           {"skeleton", "xyz"},
           {"skeleton", ""},
           {"low", "0.15"},
           {"scope", "FP16"},
           {"period", OrderedJson{{"from", "2025-02-30"}, {"to", "2025-12-31"}}},
           {"subject", 5},
           {"unit_scale", OrderedJson::array()},
       }) {
    OrderedJson object = OrderedJson::parse(good);
    object[key] = value;
    EXPECT_FALSE(FactParser().parse(object.dump())) << key << " = " << value;
  }
  const OrderedJson whole = OrderedJson::parse(good);
  for (const auto& item : whole.items()) {
    OrderedJson object = whole;
    object.erase(item.key());
    const bool optional = item.key().starts_with("in_sentence");
    EXPECT_EQ(FactParser().parse(object.dump()).has_value(), optional) << item.key();
  }
}

}  // namespace
}  // namespace assay
