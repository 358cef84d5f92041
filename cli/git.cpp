// SPDX-License-Identifier: MIT
#include "cli/git.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace assay {
namespace {

namespace fs = std::filesystem;

/// What a program has said, and whether it succeeded.
struct GitAnswer {
  std::string output;
  std::string complaint;
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

Error not_run(int failure) {
  return {ErrorCode::Io, std::string("git cannot be run: ") + std::strerror(failure)};
}

Result<GitAnswer> run_git(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "git");
  std::vector<char*> words;
  words.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);

  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return not_run(errno);
  // Complaints go to memory, so that one stream is read after the other and neither can block.
  const int complaints = memfd_create("complaints", MFD_CLOEXEC);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO);
  pid_t child = 0;
  const int failure = complaints < 0
                          ? errno
                          : posix_spawnp(&child, "git", &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  GitAnswer answer{.output = read_to_end(ends[0])};
  ::close(ends[0]);
  if (failure == 0) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    answer.success = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    lseek(complaints, 0, SEEK_SET);
    answer.complaint = read_to_end(complaints);
  }
  if (complaints >= 0) ::close(complaints);
  if (failure != 0) return not_run(failure);
  return answer;
}

}  // namespace

Result<std::string> ask_git(std::vector<std::string> arguments) {
  Result<GitAnswer> answer = run_git(std::move(arguments));
  if (!answer) return answer.error();
  if (answer->success) return std::move(answer->output);
  const std::string first_line = answer->complaint.substr(0, answer->complaint.find('\n'));
  return Error{ErrorCode::BadUsage, "git says: " + first_line};
}

std::vector<std::string> split_at_zeros(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\0', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::optional<fs::path> work_tree_around(const fs::path& folder) {
  std::error_code failure;
  fs::path at = fs::weakly_canonical(folder, failure);
  if (failure) return std::nullopt;
  for (;; at = at.parent_path()) {
    if (fs::exists(at / ".git", failure)) return at;
    if (at == at.parent_path()) return std::nullopt;
  }
}

}  // namespace assay
