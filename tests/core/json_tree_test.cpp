// SPDX-License-Identifier: MIT
#include "core/json_tree.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace assay {
namespace {

/// The complaint about `text`, with its line; empty when there is none.
std::string complaint(std::string_view text) {
  try {
    (void)parse_json_tree(text);
  } catch (const BadJson& bad) {
    return std::to_string(bad.line) + ": " + bad.message;
  }
  return {};
}

/// Whether reading `use` of a value fails.
template <class Use>
bool fails(std::string_view text, Use use) {
  try {
    const rapidjson::Document document = parse_json_tree(text);
    (void)use(document);
    return false;
  } catch (const BadJson&) {
    return true;
  }
}

TEST(JsonTree, ReadsValues) {
  const rapidjson::Document document = parse_json_tree(
      R"({"text":"份额\u00e9","list":["a","b"],"number":0.1,"flag":true,"count":7})");
  EXPECT_EQ(text_of(member(document, "text")), "份额é");
  EXPECT_EQ(texts_of(member(document, "list")), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(number_of(member(document, "number")), 0.1);
  EXPECT_TRUE(flag_of(member(document, "flag")));
  EXPECT_EQ(integer_of<std::uint32_t>(member(document, "count")), 7U);
  EXPECT_EQ(find_member(document, "absent"), nullptr);
}

TEST(JsonTree, NamesTheLineOfWhatIsNoJson) {
  for (const auto& [text, line] :
       std::vector<std::pair<std::string, std::string>>{{"", "1"},
                                                        {"[1,\n2,\n}", "3"},
                                                        {"{} {}", "1"},
                                                        {"[\"\xFF\"]", "1"},
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
  EXPECT_TRUE(fails("{}", [](const JsonNode& node) { return &member(node, "a"); }));
  EXPECT_TRUE(fails("[]", [](const JsonNode& node) { return &member(node, "a"); }));
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
  EXPECT_EQ(start_of(parse_json_tree(text)), "[\"" + std::string(117, 'x'));
  EXPECT_EQ(start_of(parse_json_tree("[1, 2]")), "[1,2]");
}

}  // namespace
}  // namespace assay
