// SPDX-License-Identifier: MIT
#include "core/json_tree.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace assay {
namespace {

/// The complaint about `text`, with its line; empty when there is none.
std::string complaint(std::string_view text) {
  try {
    JsonParser parser;
    (void)parser.parse(text);
  } catch (const BadJson& bad) {
    return std::to_string(bad.line) + ": " + bad.message;
  }
  return {};
}

/// Whether reading `use` of a value fails.
template <class Use>
bool fails(std::string_view text, Use use) {
  try {
    JsonParser parser;
    (void)use(parser.parse(text));
    return false;
  } catch (const BadJson&) {
    return true;
  }
}

TEST(JsonTree, ReadsValues) {
  JsonParser parser;
  JsonMembers members(
      parser.parse(R"({"text":"份额\u00e9","list":["a","b"],"number":0.1,"flag":true,"count":7})"));
  EXPECT_EQ(text_of(members.get("text")), "份额é");
  EXPECT_EQ(texts_of(members.get("list")), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(number_of(members.get("number")), 0.1);
  EXPECT_TRUE(flag_of(members.get("flag")));
  EXPECT_EQ(integer_of<std::uint32_t>(members.get("count")), 7U);
}

TEST(JsonTree, FindsMembersInAnyOrder) {
  JsonParser parser;
  const JsonNode& object = parser.parse(R"({"a":1,"b":2,"c":3})");
  JsonMembers members(object);
  for (const char* name : {"c", "a", "b", "b", "c", "a", "a"})
    EXPECT_EQ(integer_of<int>(members.get(name)), name[0] - 'a' + 1) << name;
  EXPECT_EQ(members.find("d"), nullptr);
  EXPECT_EQ(members.find(""), nullptr);
  EXPECT_NE(members.find("a"), nullptr);
  EXPECT_EQ(find_member(object, "d"), nullptr);
  EXPECT_EQ(integer_of<int>(*find_member(object, "b")), 2);
  EXPECT_EQ(JsonMembers(parser.parse("{}")).find("a"), nullptr);
}

TEST(JsonTree, ReadsOneTextAfterTheOther) {
  JsonParser parser;
  const std::string longer = "[\"" + std::string(100'000, 'x') + "\"]";
  for (const std::string& text : {std::string("[\"1\"]"), longer, std::string("[\"\\u4efd\"]")})
    EXPECT_EQ(texts_of(parser.parse(text)).size(), 1U);
  EXPECT_EQ(complaint("[1"),
            "1: is not valid JSON: Missing a comma or ']' after an array element.");
  // Strings of every length, whatever stands at their ends.
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string text = std::string(size, 'a') + "份";
    EXPECT_EQ(text_of(parser.parse("\"" + text + "\"")), text);
    EXPECT_EQ(text_of(parser.parse("\"" + text + "\\n\"")), text + "\n");
  }
}

TEST(JsonTree, NamesTheLineOfWhatIsNoJson) {
  for (const auto& [text, line] :
       std::vector<std::pair<std::string, std::string>>{{"", "1"},
                                                        {"[1,\n2,\n}", "3"},
                                                        {"{} {}", "1"},
                                                        {"[\"\xFF\"]", "1"},
                                                        {std::string("[1]\n\0", 5), "2"},
                                                        {"{\n'a': 1}", "2"}})
    EXPECT_EQ(complaint(text).substr(0, 20), line + ": is not valid JSON") << text;
  EXPECT_EQ(complaint("[1]"), "");
}

TEST(JsonTree, RefusesValuesOfAnotherKind) {
  EXPECT_TRUE(fails("5", [](const JsonNode& node) { return text_of(node); }));
  EXPECT_TRUE(fails("\"5\"", [](const JsonNode& node) { return number_of(node); }));
  EXPECT_TRUE(fails("1", [](const JsonNode& node) { return flag_of(node); }));
  EXPECT_TRUE(fails("[1]", [](const JsonNode& node) { return texts_of(node); }));
  EXPECT_TRUE(fails("\"a\"", [](const JsonNode& node) { return texts_of(node); }));
  EXPECT_TRUE(fails("{}", [](const JsonNode& node) { return &JsonMembers(node).get("a"); }));
  EXPECT_TRUE(fails("[]", [](const JsonNode& node) { return &JsonMembers(node).get("a"); }));
}

TEST(JsonTree, RefusesIntegersThatDoNotFit) {
  const auto as_unsigned = [](const JsonNode& node) { return integer_of<std::uint32_t>(node); };
  const auto as_signed = [](const JsonNode& node) { return integer_of<std::int64_t>(node); };
  EXPECT_FALSE(fails("4294967295", as_unsigned));
  EXPECT_TRUE(fails("4294967296", as_unsigned));
  EXPECT_TRUE(fails("-1", as_unsigned));
  EXPECT_TRUE(fails("1.5", as_unsigned));
  EXPECT_FALSE(fails("-9223372036854775808", as_signed));
  EXPECT_TRUE(fails("9223372036854775808", as_signed));
}

TEST(JsonTree, CutsTheStartOfAValueBetweenCharacters) {
  const std::string text = "[\"" + std::string(117, 'x') + "份额\"]";
  JsonParser parser;
  EXPECT_EQ(start_of(parser.parse(text)), "[\"" + std::string(117, 'x'));
  EXPECT_EQ(start_of(parser.parse("[1, 2]")), "[1,2]");
}

}  // namespace
}  // namespace assay
