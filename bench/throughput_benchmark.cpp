// SPDX-License-Identifier: MIT
/// How fast the program reads, as a user meets it: whole processes, from start to exit, on the same
/// bytes as ripgrep looking for digits. See docs/benchmark.md.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/processes.h"

namespace assay {
namespace {

constexpr std::size_t kCorpusBytes = 20'000'000;

/// The same documents, over and over: once as one big Markdown file, once as a record a line.
struct Corpus {
  std::string markdown;  ///< path
  std::string records;   ///< path
};

Corpus write_corpus(const std::vector<std::string>& documents) {
  const fs::path folder = fs::path(ASSAY_BINARY_DIR) / "benchmark";
  fs::create_directories(folder);
  const Corpus corpus{(folder / "notes.md").string(), (folder / "notes.jsonl").string()};
  std::ofstream markdown(corpus.markdown, std::ios::binary);
  std::ofstream records(corpus.records, std::ios::binary);
  std::size_t bytes = 0;
  for (std::size_t i = 0; bytes < kCorpusBytes; ++i) {
    const std::string& document = documents[i % documents.size()];
    markdown << document;
    records << "{\"id\":\"note-" << i << "\",\"text\":" << json_string(document) << "}\n";
    bytes += document.size();
  }
  return corpus;
}

/// Registers a benchmark of one command and keeps its fastest run in `best` (bytes a second).
void add_benchmark(const std::string& name, std::vector<std::string> command, std::string input,
                   std::map<std::string, double>& best) {
  const auto bytes = static_cast<double>(fs::file_size(input));
  const auto measure = [=, &best](benchmark::State& state) {
    for ([[maybe_unused]] const auto iteration : state) {
      const std::optional<Run> run = run_process(command, input);
      if (!run) {
        state.SkipWithError(("cannot run " + command.front()).c_str());
        return;
      }
      state.SetIterationTime(run->seconds);
      state.counters["peak_MB"] = run->peak_megabytes;
      best[name] = std::max(best[name], bytes / run->seconds);
    }
    state.counters["MB/s"] =
        benchmark::Counter(bytes / kMegabyte, benchmark::Counter::kIsIterationInvariantRate);
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
  const std::vector<std::string> documents = seed_documents();
  if (documents.empty()) {
    std::cerr << "no documents in fixtures/notes\n";
    return 2;
  }
  const Corpus corpus = write_corpus(documents);
  const std::string assay = std::string(ASSAY_BINARY_DIR) + "/assay";
  std::map<std::string, double> best;
  add_benchmark("ripgrep", {"rg", "-c", "[0-9]+", corpus.markdown}, corpus.markdown, best);
  add_benchmark("extract", {assay, "extract", corpus.markdown, "--format", "jsonl"},
                corpus.markdown, best);
  add_benchmark("extract_records", {assay, "extract", "--from", "jsonl", "-", "--format", "jsonl"},
                corpus.records, best);
  benchmark::RunSpecifiedBenchmarks();
  for (const char* name : {"extract", "extract_records"}) {
    if (best["ripgrep"] == 0 || best[name] == 0) continue;
    std::printf("%-16s %7.1f MB/s, ripgrep is %.1f times as fast\n", name, best[name] / kMegabyte,
                best["ripgrep"] / best[name]);
  }
  return 0;
}
