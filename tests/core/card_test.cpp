// SPDX-License-Identifier: MIT
#include "core/card.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace assay {
namespace {

using Kind = CardExample::Kind;

constexpr std::string_view kCard =
    "# value-conflict\n"
    "\n"
    "Two statements of one fact\n"
    "give values that differ.\n"
    "\n"
    "## What it finds\n"
    "\n"
    "Much.\n"
    "## Examples\n"
    "Ordinary first:\n"
    "```flags\n"
    "A is 1.\n"
    "\n"
    "B is 3.\n"
    "----doc----\n"
    "A is 2.\n"
    "----\n"
    "1\n"
    "  2 \n"
    "----\n"
    "3\n"
    "4\n"
    "```\n"
    "\n"
    "```silent\n"
    "A is 1.\n"
    "```\n"
    "```\n"
    "only shown\n"
    "```\n"
    "```flags\n"
    "C is 5.\n"
    "----\n"
    "5\n"
    "```\n"
    "## Known gaps\n"
    "```gap\n"
    "D is 6.\n"
    "```\n";

Card parsed(std::string_view text) {
  Result<Card> card = parse_card(text, "rule.md");
  EXPECT_TRUE(card) << (card ? "" : card.error().to_string());
  return card ? *card : Card{};
}

std::string error_of(std::string_view text) {
  const Result<Card> card = parse_card(text, "rule.md");
  return card ? "" : card.error().to_string();
}

/// A card whose only example stands in a fence of this name.
std::string card_with(std::string_view fence, std::string_view body) {
  return "# a\n\nSays a.\n\n## Examples\n```" + std::string(fence) + "\n" + std::string(body) +
         "```\n";
}

TEST(Card, TitleSummaryAndSections) {
  const Card card = parsed(kCard);
  EXPECT_EQ(card.title, "value-conflict");
  EXPECT_EQ(card.summary, "Two statements of one fact give values that differ.");
  ASSERT_EQ(card.sections.size(), 3U);
  EXPECT_EQ(card.sections[0].title, "What it finds");
  EXPECT_EQ(card.sections[0].text, "\nMuch.\n");
  EXPECT_EQ(card.sections[2].text, "```gap\nD is 6.\n```\n");
  EXPECT_EQ(card.find_section("Examples"), &card.sections[1]);
  EXPECT_EQ(card.find_section("examples"), nullptr);
}

TEST(Card, ExamplesAreNumberedByKind) {
  const Card card = parsed(kCard);
  std::vector<std::string> names;
  for (const CardExample& example : card.examples) names.push_back(example.name);
  EXPECT_EQ(names, (std::vector<std::string>{"flags_1", "silent_1", "flags_2", "gap_1"}));
  EXPECT_EQ(card.examples[0].line, 11U);
  EXPECT_EQ(card.examples[3].kind, Kind::Gap);
}

TEST(Card, DocumentsAndFindingsAreSeparated) {
  const CardExample example = parsed(kCard).examples.at(0);
  EXPECT_EQ(example.documents, (std::vector<std::string>{"A is 1.\n\nB is 3.\n", "A is 2.\n"}));
  EXPECT_EQ(example.findings, (std::vector<std::vector<std::string>>{{"1", "2"}, {"3", "4"}}));
}

TEST(Card, RulesOfOtherLengthsBelongToTheDocument) {
  const Card card = parsed(card_with("silent", "---\ntitle: a\n---\nA\n-----\n"));
  EXPECT_EQ(card.examples.at(0).documents.at(0), "---\ntitle: a\n---\nA\n-----\n");
}

TEST(Card, LineEndsOfEitherKind) {
  const Card card = parsed("# a\r\n\r\nSays a.\r\n## B\r\n```flags\r\nx 1\r\n----\r\n1\r\n```\r\n");
  EXPECT_EQ(card.title, "a");
  EXPECT_EQ(card.summary, "Says a.");
  EXPECT_EQ(card.examples.at(0).findings.at(0).at(0), "1");
}

TEST(Card, WhatIsNoCard) {
  const struct {
    std::string text;
    std::string error;
  } cases[] = {
      {"", "rule.md:1: a card starts with \"# \" and its name"},
      {"a\n\nb\n", "rule.md:1: a card starts with \"# \" and its name"},
      {"# a\n", "rule.md:1: one sentence has to stand below the title"},
      {"# a\n\n## B\n", "rule.md:2: one sentence has to stand below the title"},
      {card_with("flagz", "x\n"), "rule.md:6: unknown fence \"flagz\" (did you mean \"flags\"?)"},
      {card_with("flags", "x 1\n"),
       "rule.md:6: a flags example needs \"----\" and the evidence that it expects"},
      {card_with("flags", "x 1\n----\n"), "rule.md:6: \"----\" without evidence below it"},
      {card_with("silent", "x 1\n----\n1\n"), "rule.md:6: a silent example expects no evidence"},
      {card_with("silent", "\n"), "rule.md:6: a document of this example is empty"},
      {card_with("flags", "x\n----doc----\n----\n1\n"),
       "rule.md:6: a document of this example is empty"},
      {"# a\n\nSays a.\n```flags\nx\n", "rule.md:4: this fence is never closed"},
  };
  for (const auto& c : cases) EXPECT_EQ(error_of(c.text), c.error) << c.text;
}

}  // namespace
}  // namespace assay
