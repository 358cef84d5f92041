// SPDX-License-Identifier: MIT
#include <map>
#include <optional>

#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/fact_base_option.h"
#include "cli/publishing.h"
#include "cli/reading.h"
#include "reports/strings.h"

namespace assay::commands {
namespace {

std::string hash_of(const Document& document, const Knowledge& knowledge) {
  return content_hash(document, knowledge.version() + "\n" ASSAY_VERSION);
}

/// Puts documents into a base and keeps count.
class Adding {
 public:
  Adding(FactBase& base, const Knowledge& knowledge) : base_(base), knowledge_(knowledge) {}

  /// Learns what the base has. Errors: Io.
  [[nodiscard]] Result<Done> look() {
    const Result<std::vector<DocumentRow>> rows = base_.documents();
    if (!rows) return rows.error();
    for (const DocumentRow& row : *rows) hashes_[row.id] = row.content_hash;
    return Done{};
  }

  /// Whether a document is new or has changed; may be asked from several threads.
  [[nodiscard]] bool wants(const Document& document) const {
    const auto found = hashes_.find(document.id);
    return found == hashes_.end() || found->second != hash_of(document, knowledge_);
  }

  void put(const Reading& reading) {
    if (reading.read.id.empty()) {
      ++unchanged_;
      return;
    }
    const Result<bool> changed = base_.put(reading.read, hash_of(reading.document, knowledge_));
    if (!changed) {
      failed_ = true;
      say_error(changed.error());
    } else if (!*changed) {
      ++unchanged_;
    } else {
      ++(hashes_.contains(reading.read.id) ? updated_ : added_);
    }
  }

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] std::string summary(Language language) const {
    return Strings(language).fill("cli_added", {{"added", std::to_string(added_)},
                                                {"updated", std::to_string(updated_)},
                                                {"unchanged", std::to_string(unchanged_)}});
  }

 private:
  FactBase& base_;
  const Knowledge& knowledge_;
  std::map<std::string, std::string> hashes_;  ///< of the base before the run
  std::size_t added_ = 0;
  std::size_t updated_ = 0;
  std::size_t unchanged_ = 0;
  bool failed_ = false;
};

ExitStatus run(const Options& options) {
  const std::optional<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return ExitStatus::Failure;
  Result<FactBase> base = open_base(options.base, FactBase::Mode::Write);
  if (!base) return fail(base.error());
  Adding adding(*base, *knowledge);
  if (const Result<Done> looked = adding.look(); !looked) return fail(looked.error());
  const bool complete = read_all(
      options.operands, options, *knowledge, [&](const Reading& reading) { adding.put(reading); },
      [&](const Document& document) { return adding.wants(document); });
  if (!options.quiet) {
    const Result<Done> published = publish(adding.summary(options.language) + "\n", options);
    if (!published) return fail(published.error());
  }
  return complete && !adding.failed() ? ExitStatus::Clean : ExitStatus::Failure;
}

}  // namespace

extern const Command add;
const Command add{
    .name = "add",
    .summary = "put documents into a fact base",
    .details =
        "Reads documents and keeps their facts in a fact base, which is made when it does\n"
        "not exist. A document that has not changed since costs next to nothing; one that\n"
        "has takes the place of its older self.",
    .examples =
        "  Keep the facts of a folder\n"
        "    assay add --base facts.db notes/\n"
        "  Records from another program, one a line: {\"id\":\"...\",\"text\":\"...\"}\n"
        "    assay add --base facts.db --from jsonl - < articles.jsonl\n",
    .operands = {.name = "PATH",
                 .help = "files, folders to walk, or - for standard input",
                 .at_least = 1,
                 .from_configuration = true},
    .takes = {Takes::Base, Takes::From, Takes::Jobs, Takes::Configuration},
    .run = run};

}  // namespace assay::commands
