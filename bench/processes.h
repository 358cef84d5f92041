// SPDX-License-Identifier: MIT
#pragma once
/// What benchmarks share: whole processes, timed from start to exit, and the documents to run them on.

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
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace assay {

namespace fs = std::filesystem;

constexpr double kMegabyte = 1e6;

struct Run {
  double seconds = 0;
  double peak_megabytes = 0;
};

/// Runs a command with its standard input from a file and its output thrown away. Absent when it
/// could not be started or failed.
inline std::optional<Run> run_process(const std::vector<std::string>& command,
                                      const std::string& input) {
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

inline std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The notes of fixtures/, and those of the folder ASSAY_BENCHMARK_DOCUMENTS if it is set.
inline std::vector<std::string> seed_documents() {
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
inline std::string json_string(const std::string& text) {
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

}  // namespace assay
