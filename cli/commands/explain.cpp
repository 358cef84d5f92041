// SPDX-License-Identifier: MIT
#include "checks/rule.h"
#include "cli/command.h"
#include "cli/publishing.h"
#include "cli/table.h"

namespace assay::commands {
namespace {

std::string all_summaries() {
  Table table({"rule", "flags"});
  for (const RegisteredRule& rule : all_rules()) {
    table.add({std::string(rule.name), std::string(rule.rule->summary)});
  }
  return table.body_to_text();
}

ExitStatus run(const Options& options) {
  if (const auto names = rule_names(options.operands); !names) return fail(names.error());
  std::string text;
  if (options.operands.empty()) text = all_summaries();
  for (const std::string& name : options.operands) {
    if (!text.empty()) text += '\n';
    text += find_rule(name)->card;
  }
  const Result<Done> published = publish(text, options);
  return published ? ExitStatus::Clean : fail(published.error());
}

}  // namespace

extern const Command explain;
const Command explain{.name = "explain",
                      .summary = "explain a rule by its card and its examples",
                      .details =
                          "Prints the card of a rule: what it finds, by which arithmetic,\n"
                          "when it stays silent, and examples of both. Without a rule:\n"
                          "lists them all.",
                      .examples =
                          "  What is checked?\n"
                          "    assay explain\n"
                          "  When exactly do two values contradict one another?\n"
                          "    assay explain value-conflict\n",
                      .operands = {.name = "RULE", .help = "rules, as findings name them"},
                      .takes = {Takes::Output},
                      .run = run};

}  // namespace assay::commands
