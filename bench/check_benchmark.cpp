// SPDX-License-Identifier: MIT
/// How long a question to a fact base takes, as a user meets it: whole processes, from start to exit.
/// One note against a base of a thousand documents is held against a check of all of them. See
/// docs/benchmark.md.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "bench/processes.h"
#include "bench/varied_documents.h"

namespace assay {
namespace {

constexpr unsigned kDocuments = 1000;

/// The files of a run, made anew each time.
struct Bases {
  std::string notes;     ///< a base of fixtures/notes
  std::string thousand;  ///< a base of varied notes
  std::string note;      ///< a document that is in neither
};

bool add(const std::string& assay, const std::string& base, const std::string& documents) {
  fs::remove(base);
  return run_process({assay, "add", "-q", "--base", base, documents}, "/dev/null").has_value();
}

/// Absent when the program fails.
std::optional<Bases> make_bases(const std::string& assay, const std::vector<std::string>& seeds) {
  const fs::path folder = fs::path(ASSAY_BINARY_DIR) / "benchmark";
  fs::create_directories(folder);
  const Bases bases{(folder / "notes.db").string(), (folder / "thousand.db").string(),
                    (folder / "note.md").string()};
  const KnownNames names(std::string(ASSAY_SOURCE_DIR) + "/facts/lexicon/entities.json");
  const std::string records = (folder / "thousand.jsonl").string();
  {
    std::ofstream out(records, std::ios::binary);
    for (unsigned i = 0; i < kDocuments; ++i) {
      const unsigned variant = 1 + i / static_cast<unsigned>(seeds.size());
      out << "{\"id\":\"note-" << i << "\",\"text\":"
          << json_string(VariedText(seeds[i % seeds.size()], variant, names).make()) << "}\n";
    }
  }
  std::ofstream(bases.note, std::ios::binary)
      << VariedText(seeds.front(), kDocuments, names).make();
  const bool made = add(assay, bases.notes, std::string(ASSAY_SOURCE_DIR) + "/fixtures/notes") &&
                    add(assay, bases.thousand, records);
  return made ? std::optional(bases) : std::nullopt;
}

/// Registers a benchmark of one command and keeps the time of its fastest run in `best` (seconds).
void add_benchmark(const std::string& name, std::vector<std::string> command,
                   std::map<std::string, double>& best) {
  const auto measure = [=, &best](benchmark::State& state) {
    for ([[maybe_unused]] const auto iteration : state) {
      const std::optional<Run> run = run_process(command, "/dev/null");
      if (!run) {
        state.SkipWithError(("cannot run " + command.front()).c_str());
        return;
      }
      state.SetIterationTime(run->seconds);
      state.counters["peak_MB"] = run->peak_megabytes;
      const auto [known, is_new] = best.try_emplace(name, run->seconds);
      known->second = std::min(known->second, run->seconds);
    }
  };
  benchmark::RegisterBenchmark(name.c_str(), measure)
      ->UseManualTime()
      ->Iterations(5)
      ->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace assay

int main(int argc, char** argv) {
  using namespace assay;
  benchmark::Initialize(&argc, argv);
  const std::vector<std::string> seeds = seed_documents();
  const std::string assay = std::string(ASSAY_BINARY_DIR) + "/assay";
  const std::optional<Bases> bases = seeds.empty() ? std::nullopt : make_bases(assay, seeds);
  if (!bases) {
    std::cerr << "cannot make the fact bases of fixtures/notes\n";
    return 2;
  }
  std::map<std::string, double> best;
  add_benchmark("start", {assay, "--version"}, best);
  add_benchmark("verify", {assay, "verify", "昇腾910B性能达到A100的60%", "--base", bases->notes},
                best);
  add_benchmark("ask", {assay, "ask", "英伟达 中国 份额", "--base", bases->notes}, best);
  add_benchmark("check_one",
                {assay, "check", bases->note, "--base", bases->thousand, "--fail-on", "never"},
                best);
  add_benchmark("check_all", {assay, "check", "--base", bases->thousand, "--fail-on", "never"},
                best);
  benchmark::RunSpecifiedBenchmarks();
  if (best.contains("check_one") && best.contains("check_all")) {
    std::printf(
        "one note against %u documents: %.0f ms; checking all of them takes %.1f times as long\n",
        kDocuments, best["check_one"] * 1000, best["check_all"] / best["check_one"]);
  }
  return 0;
}
