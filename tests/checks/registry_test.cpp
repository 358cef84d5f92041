// SPDX-License-Identifier: MIT
/// What the build promises about the registry of rules. What the cards promise about the rules is
/// tested where their examples run.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "checks/rule.h"

namespace assay {
namespace {

TEST(Registry, RulesComeByNameAndOnce) {
  const auto rules = all_rules();
  for (std::size_t i = 1; i < rules.size(); ++i) EXPECT_LT(rules[i - 1].name, rules[i].name);
}

TEST(Registry, EveryRuleRunsAndHasItsOwnCard) {
  for (const RegisteredRule& rule : all_rules()) {
    ASSERT_NE(rule.rule, nullptr) << rule.name;
    EXPECT_NE(rule.rule->run, nullptr) << rule.name;
    EXPECT_FALSE(rule.rule->summary.empty()) << rule.name;
    EXPECT_EQ(rule.name.find('_'), std::string_view::npos) << rule.name;
    EXPECT_TRUE(rule.card.starts_with("# " + std::string(rule.name) + "\n"))
        << "the card of " << rule.name << " starts with its name";
  }
}

TEST(Registry, RulesAreFoundByTheirWholeName) {
  for (const RegisteredRule& rule : all_rules()) EXPECT_EQ(find_rule(rule.name), &rule);
  for (const char* name : {"", "value", "value_conflict", "Value-Conflict", "value-conflict "}) {
    EXPECT_EQ(find_rule(name), nullptr) << '"' << name << '"';
  }
}

}  // namespace
}  // namespace assay
