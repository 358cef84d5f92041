// SPDX-License-Identifier: MIT
#include "core/json_file.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

constexpr const char* kFile = "units/x.json";

std::string complaint_about(std::string_view text) {
  const Result<JsonValue> value = parse_json(text, kFile);
  return value ? "" : value.error().to_string();
}

TEST(JsonFile, EveryValueKnowsItsLine) {
  const Result<JsonValue> root = parse_json(
      "{\n  \"a\": 1,\n  \"b\": [true,\n    2.5\n  ],\n  \"c\": {\n    \"d\": \"text\"\n  }\n}\n",
      kFile);
  ASSERT_TRUE(root);
  EXPECT_EQ(root->kind, JsonValue::Kind::Record);
  EXPECT_EQ(root->line, 1U);
  EXPECT_EQ(root->find("a")->number, 1);
  EXPECT_EQ(root->find("a")->line, 2U);
  EXPECT_EQ(root->find("b")->line, 3U);
  EXPECT_TRUE(root->find("b")->items[0].boolean);
  EXPECT_EQ(root->find("b")->items[1].number, 2.5);
  EXPECT_EQ(root->find("b")->items[1].line, 4U);
  EXPECT_EQ(root->find("c")->line, 6U);
  EXPECT_EQ(root->find("c")->find("d")->text, "text");
  EXPECT_EQ(root->find("c")->find("d")->line, 7U);
  EXPECT_EQ(root->find("d"), nullptr);
}

TEST(JsonFile, ReadsSingleValues) {
  EXPECT_EQ(parse_json("null", kFile)->kind, JsonValue::Kind::Null);
  EXPECT_EQ(parse_json("-3e2", kFile)->number, -300);
  EXPECT_EQ(parse_json("\"\\u7eb3\"", kFile)->text, "纳");
  EXPECT_EQ(parse_json(" [ ] ", kFile)->items.size(), 0U);
}

TEST(JsonFile, SaysWhereTextIsNoJson) {
  struct Row {
    std::string_view text;
    std::string_view place;
  };
  const Row rows[] = {
      {"", "units/x.json:1: is not valid JSON"},
      {"[1, }", "units/x.json:1: is not valid JSON near \"[1, }\""},
      {"{\"a\": 1,}", "units/x.json:1: is not valid JSON"},
      {"{\n\"a\" 1}", "units/x.json:2: is not valid JSON"},
      {"{\n\"a\": 1\n\"b\": 2}", "units/x.json:3: is not valid JSON"},
      {"[1, 2", "units/x.json:1: is not valid JSON"},
      {"{} {}", "units/x.json:1: is not valid JSON"},
      {"// no comments\n{}", "units/x.json:1: is not valid JSON"},
      {"{'a': 1}", "units/x.json:1: is not valid JSON"},
      {"[\"\xFF\"]", "units/x.json:1: is not valid JSON"},
      {"[NaN]", "units/x.json:1: is not valid JSON"},
      {"[1e999]", "units/x.json:1: "},
  };
  for (const Row& row : rows)
    EXPECT_EQ(complaint_about(row.text).substr(0, row.place.size()), row.place) << row.text;
}

TEST(JsonFile, RefusesAKeyThatStandsTwice) {
  EXPECT_EQ(complaint_about("{\"id\": \"a\",\n \"id\": \"b\"}"),
            "units/x.json:2: field \"id\" stands twice in one record");
  EXPECT_EQ(complaint_about("[{\"id\": 1}, {\"id\": 1}]"), "") << "in two records it is fine";
}

TEST(JsonFile, RefusesWhatIsNestedTooDeeply) {
  EXPECT_EQ(complaint_about(std::string(64, '[') + std::string(64, ']')), "");
  EXPECT_EQ(complaint_about(std::string(65, '[') + std::string(65, ']')),
            "units/x.json:1: is nested deeper than 64");
  EXPECT_EQ(complaint_about(std::string(1'000'000, '[')),
            "units/x.json:1: is nested deeper than 64");
}

/// The complaint about a record of which these fields are taken.
std::string record_complaint(std::string_view text) {
  const Result<JsonValue> value = parse_json(text, kFile);
  if (!value) return value.error().to_string();
  JsonRecord record(*value, kFile);
  (void)record.text("id");
  (void)record.optional_text("note");
  (void)record.texts("names");
  (void)record.flag("prefix");
  (void)record.optional_number("low");
  const Result<Done> done = record.finish();
  return done ? "" : done.error().to_string();
}

TEST(JsonRecord, TakesWellFormedFields) {
  const auto value = parse_json(
      R"({"id": "nm", "names": ["a", "b"], "prefix": true, "low": null, "high": 2, "list": [1]})",
      kFile);
  ASSERT_TRUE(value);
  JsonRecord record(*value, kFile);
  EXPECT_EQ(record.text("id"), "nm");
  EXPECT_EQ(record.optional_text("note"), "");
  EXPECT_EQ(record.texts("names"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(record.texts("symbols"), std::vector<std::string>{});
  EXPECT_TRUE(record.flag("prefix"));
  EXPECT_FALSE(record.flag("share"));
  EXPECT_EQ(record.optional_number("low"), std::nullopt);
  EXPECT_EQ(record.number("high"), 2);
  EXPECT_EQ(record.list("list").size(), 1U);
  EXPECT_EQ(record.any("nothing"), nullptr);
  EXPECT_TRUE(record.finish());
}

TEST(JsonRecord, ComplainsWithFileAndLine) {
  struct Row {
    std::string_view text;
    std::string_view complaint;
  };
  const Row rows[] = {
      {R"({"id": "x"})", ""},
      {R"({})", "units/x.json:1: field \"id\" is missing"},
      {R"({"id": ""})", "units/x.json:1: field \"id\" is empty"},
      {R"({"id": 5})", "units/x.json:1: expected text in \"id\", found a number"},
      {R"({"id": null})", "units/x.json:1: expected text in \"id\", found null"},
      {R"({"id": ["x"]})", "units/x.json:1: expected text in \"id\", found a list"},
      {"{\"id\": \"x\",\n\"names\": \"y\"}",
       "units/x.json:2: expected a list in \"names\", found text"},
      {"{\"id\": \"x\",\n\"names\": [\n1]}",
       "units/x.json:3: expected text in \"names\", found a number"},
      {R"({"id": "x", "names": [""]})", "units/x.json:1: a text in \"names\" is empty"},
      {R"({"id": "x", "note": ""})", "units/x.json:1: field \"note\" is empty"},
      {R"({"id": "x", "prefix": 1})",
       "units/x.json:1: expected true or false in \"prefix\", found a number"},
      {R"({"id": "x", "low": "1"})", "units/x.json:1: expected a number in \"low\", found text"},
      {R"({"id": "x", "low": {}})", "units/x.json:1: expected a number in \"low\", found a record"},
      {"{\"id\": \"x\",\n\n\"naems\": []}",
       "units/x.json:3: unknown field \"naems\" (did you mean \"names\"?)"},
      {R"({"id": "x", "colour": "red"})", "units/x.json:1: unknown field \"colour\""},
      {R"({"di": "x"})", "units/x.json:1: unknown field \"di\""},
      {R"([])", "units/x.json:1: expected a record, found a list"},
      {R"("id")", "units/x.json:1: expected a record, found text"},
  };
  for (const Row& row : rows) EXPECT_EQ(record_complaint(row.text), row.complaint) << row.text;
}

TEST(JsonRecord, KeepsTheFirstComplaint) {
  const auto value = parse_json("{\n\"a\": 1,\n\"b\": 2}", kFile);
  ASSERT_TRUE(value);
  JsonRecord record(*value, kFile);
  EXPECT_EQ(record.text("a"), "");
  EXPECT_EQ(record.text("b"), "");
  record.refuse("b", "is never seen");
  const Result<Done> done = record.finish();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().to_string(), "units/x.json:2: expected text in \"a\", found a number");
  EXPECT_EQ(done.error().code, ErrorCode::BadData);
}

TEST(JsonRecord, CarriesTheLoadersOwnComplaints) {
  const auto value = parse_json("{\n\"a\": \"x\"}", kFile);
  ASSERT_TRUE(value);
  JsonRecord record(*value, kFile);
  (void)record.text("a");
  record.refuse("a", "unknown dimension \"x\"");
  EXPECT_EQ(record.finish().error().to_string(), "units/x.json:2: unknown dimension \"x\"");
}

}  // namespace
}  // namespace assay
