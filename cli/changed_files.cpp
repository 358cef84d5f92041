// SPDX-License-Identifier: MIT
#include "cli/changed_files.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <vector>

namespace assay {
namespace {

namespace fs = std::filesystem;

/// What a program has said on both its streams together, and whether it succeeded.
struct Answer {
  std::string output;
  bool success = false;
};

std::string read_to_end(int descriptor) {
  std::string text;
  std::array<char, 4096> block;
  for (;;) {
    const ssize_t got = ::read(descriptor, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(block.data(), static_cast<std::size_t>(got));
  }
}

/// Runs git without a shell, so that nothing in an argument is a command.
Result<Answer> run_git(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "git");
  std::vector<char*> words;
  words.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);

  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    return Error{ErrorCode::Io, std::string("git cannot be run: ") + std::strerror(errno)};
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  pid_t child = 0;
  const int failure = posix_spawnp(&child, "git", &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  Answer answer{.output = read_to_end(ends[0])};
  ::close(ends[0]);
  if (failure != 0) {
    return Error{ErrorCode::Io, std::string("git cannot be run: ") + std::strerror(failure)};
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  answer.success = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return answer;
}

/// What git prints when it succeeds. Errors: BadUsage with the first line of its complaint.
Result<std::string> ask_git(std::vector<std::string> arguments) {
  Result<Answer> answer = run_git(std::move(arguments));
  if (!answer) return answer.error();
  if (answer->success) return std::move(answer->output);
  const std::string complaint = answer->output.substr(0, answer->output.find('\n'));
  return Error{ErrorCode::BadUsage, "--changed-since: git says: " + complaint};
}

/// Adds names that are separated by zero bytes and relative to `root`.
void add_names(const std::string& names, const fs::path& root, std::set<std::string>& files) {
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find('\0', begin), names.size());
    files.insert(canonical_path((root / names.substr(begin, end - begin)).string()));
    begin = end + 1;
  }
}

}  // namespace

std::string canonical_path(const std::string& path) {
  std::error_code failure;
  const fs::path canonical = fs::weakly_canonical(path, failure);
  return failure ? path : canonical.string();
}

Result<std::set<std::string>> changed_files(const std::string& revision) {
  if (revision.starts_with('-')) {
    return Error{ErrorCode::BadUsage, "--changed-since: \"" + revision + "\" is no revision"};
  }
  const Result<std::string> top = ask_git({"rev-parse", "--show-toplevel"});
  if (!top) return top.error();
  const fs::path root = top->substr(0, top->find('\n'));
  const Result<std::string> differing =
      ask_git({"diff", "--name-only", "--no-ext-diff", "-z", revision, "--"});
  if (!differing) return differing.error();
  const Result<std::string> unknown = ask_git(
      {"-C", root.string(), "ls-files", "--others", "--exclude-standard", "-z", "--full-name"});
  if (!unknown) return unknown.error();
  std::set<std::string> files;
  add_names(*differing, root, files);
  add_names(*unknown, root, files);
  return files;
}

}  // namespace assay
