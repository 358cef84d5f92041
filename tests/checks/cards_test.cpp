// SPDX-License-Identifier: MIT
/// The examples of the rules' cards, a test each (`Cards/value_conflict.flags_2`), and what every
/// card has to hold.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "checks/rule.h"
#include "checks/run.h"
#include "core/card.h"
#include "core/utf8.h"
#include "facts/extract.h"
#include "facts/reader.h"

namespace assay {
namespace {

using Kind = CardExample::Kind;
using Evidence = std::vector<std::vector<std::string>>;

const Knowledge& knowledge() {
  static const Knowledge kKnowledge = [] {
    Result<Knowledge> loaded = Knowledge::load();
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().to_string());
    return std::move(*loaded);
  }();
  return kKnowledge;
}

Result<Card> card_of(const RegisteredRule& rule) {
  return parse_card(rule.card, std::string(rule.name) + ".md");
}

CheckResult check_documents(const std::vector<std::string>& texts) {
  std::vector<ReadDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string name = i == 0 ? "card.md" : "card" + std::to_string(i + 1) + ".md";
    Result<Document> document = read_text(name, texts[i]);
    EXPECT_TRUE(document) << (document ? "" : document.error().to_string());
    if (document) documents.push_back(extract(*document, knowledge()));
  }
  return check(std::move(documents), knowledge());
}

/// The evidence texts of each finding of one rule; sorted, since their order says nothing here.
Evidence evidence_of(const CheckResult& result, std::string_view rule) {
  Evidence all;
  for (const Finding& finding : result.findings) {
    if (finding.rule != rule) continue;
    std::vector<std::string> texts;
    for (const Fact& fact : finding.evidence) texts.push_back(fact.text);
    std::ranges::sort(texts);
    all.push_back(std::move(texts));
  }
  std::ranges::sort(all);
  return all;
}

Evidence sorted(Evidence evidence) {
  for (auto& texts : evidence) std::ranges::sort(texts);
  std::ranges::sort(evidence);
  return evidence;
}

std::string described(const CheckResult& result) {
  std::string text;
  for (const Finding& finding : result.findings)
    text += finding.rule + ": " + finding.message.en + " [" + finding.explanation.en + "]\n";
  for (const ReadDocument& document : result.documents)
    for (const Fact& fact : document.facts)
      text += "  " + fact.text + ": " + fact.subject.value + " | " + fact.metric.value + " | " +
              fact.comparand.value + " | " + std::string(to_string(fact.role)) + " | " +
              std::string(to_string(fact.modality)) + "\n";
  return text.empty() ? "(nothing read, nothing found)" : text;
}

class ExampleTest : public testing::Test {
 public:
  ExampleTest(std::string rule, CardExample example)
      : rule_(std::move(rule)), example_(std::move(example)) {}

  void TestBody() override {
    const CheckResult result = check_documents(example_.documents);
    const Evidence found = evidence_of(result, rule_);
    const Evidence expected = sorted(example_.findings);
    for (const Finding& finding : result.findings) {
      EXPECT_LE(finding.severity, find_rule(finding.rule)->rule->highest) << finding.rule;
    }
    if (example_.kind == Kind::Gap) {
      EXPECT_NE(found, expected) << "this gap is closed: make it a flags or a silent example";
    } else {
      EXPECT_EQ(found, expected) << rule_ << ".md:" << example_.line << "\n" << described(result);
    }
  }

 private:
  std::string rule_;
  CardExample example_;
};

/// Registers a test for each example, before the tests are counted.
const bool kRegistered = [] {
  for (const RegisteredRule& rule : all_rules()) {
    const Result<Card> card = card_of(rule);
    if (!card) continue;  // EveryRuleHasACompleteCard says so
    for (const CardExample& example : card->examples) {
      // In a filter a hyphen starts what is left out, so names of tests have none.
      std::string suite = "Cards/" + std::string(rule.name);
      std::ranges::replace(suite, '-', '_');
      testing::RegisterTest(suite.c_str(), example.name.c_str(), nullptr, nullptr, __FILE__,
                            __LINE__, [name = std::string(rule.name), example]() -> ExampleTest* {
                              return new ExampleTest(name, example);
                            });
    }
  }
  return true;
}();

bool is_chinese(const CardExample& example) {
  for (const std::string& text : example.documents) {
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint point = decode(text, i);
      if (is_han(point.value)) return true;
      i += point.length;
    }
  }
  return false;
}

TEST(Cards, EveryRuleHasACompleteCard) {
  ASSERT_TRUE(kRegistered);
  for (const RegisteredRule& rule : all_rules()) {
    const Result<Card> card = card_of(rule);
    ASSERT_TRUE(card) << card.error().to_string();
    EXPECT_EQ(card->title, rule.name);
    for (const char* section : {"What it finds", "Arithmetic", "When it stays silent", "Source",
                                "Examples", "Known gaps"}) {
      const CardSection* found = card->find_section(section);
      ASSERT_NE(found, nullptr) << rule.name << " lacks " << section;
      EXPECT_NE(found->text.find_first_not_of('\n'), std::string::npos)
          << rule.name << ": " << section << " is empty";
    }
  }
}

TEST(Cards, EveryRuleHasExamplesOfBothKindsInBothLanguages) {
  for (const RegisteredRule& rule : all_rules()) {
    const Result<Card> card = card_of(rule);
    ASSERT_TRUE(card) << card.error().to_string();
    for (const Kind kind : {Kind::Flags, Kind::Silent}) {
      const auto count = [&](bool chinese) {
        return std::ranges::count_if(card->examples, [&](const CardExample& example) {
          return example.kind == kind && is_chinese(example) == chinese;
        });
      };
      EXPECT_GE(count(true), 1) << rule.name << ": " << to_string(kind) << ", Chinese";
      EXPECT_GE(count(false), 1) << rule.name << ": " << to_string(kind) << ", English";
      EXPECT_GE(count(true) + count(false), 2) << rule.name << ": " << to_string(kind);
    }
  }
}

}  // namespace
}  // namespace assay
