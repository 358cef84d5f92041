// SPDX-License-Identifier: MIT
/// How fast the program reads, as a user meets it: whole processes, from start to exit, on the same
/// bytes as ripgrep looking for digits. See docs/benchmark.md.

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCorpusBytes = 20'000'000;
constexpr double kMegabyte = 1e6;

struct Run {
  double seconds = 0;
  double peak_megabytes = 0;
};

/// Runs a command with its standard input from a file and its output thrown away. Absent when it
/// could not be started or failed.
std::optional<Run> run_process(const std::vector<std::string>& command, const std::string& input) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);

  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int failure =
      posix_spawnp(&child, arguments[0], &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (failure != 0) return std::nullopt;
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) != child) return std::nullopt;
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return Run{elapsed.count(), static_cast<double>(used.ru_maxrss) * 1024 / kMegabyte};
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The notes of fixtures/, and those of the folder ASSAY_BENCHMARK_DOCUMENTS if it is set.
std::vector<std::string> seed_documents() {
  std::vector<fs::path> folders = {fs::path(ASSAY_SOURCE_DIR) / "fixtures" / "notes"};
  if (const char* more = std::getenv("ASSAY_BENCHMARK_DOCUMENTS")) folders.emplace_back(more);
  std::vector<fs::path> paths;
  for (const fs::path& folder : folders) {
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const fs::path extension = entry.path().extension();
      if (extension == ".md" || extension == ".txt") paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> documents;
  for (const fs::path& path : paths) documents.push_back(read_file(path) + "\n\n");
  return documents;
}

/// `text` as a JSON string. The documents are UTF-8; only what JSON forbids is escaped.
std::string json_string(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      quoted += escape;
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

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

int main(int argc, char** argv) {
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
