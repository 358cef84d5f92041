// SPDX-License-Identifier: MIT
#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferBytes = std::size_t{256} * 1024;

Error cannot_write(const std::string& path) {
  return {ErrorCode::Io, std::string("cannot be written: ") + std::strerror(errno), path};
}

/// The permissions that a new file gets; mkstemp grants none to others.
mode_t usual_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Result<Output> Output::open(const std::string& path) {
  Output output;
  output.path_ = path.empty() || path == "-" ? "standard output" : path;
  if (path.empty() || path == "-") {
    output.descriptor_ = STDOUT_FILENO;
    return output;
  }
  std::error_code unknown;
  const fs::file_status status = fs::status(path, unknown);
  if (fs::is_directory(status)) {
    return Error{ErrorCode::Io, "cannot be written: is a folder", path};
  }
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    output.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (output.descriptor_ < 0) return cannot_write(path);
    return output;
  }
  // A link stays a link: its target is replaced.
  fs::path target = fs::weakly_canonical(path, unknown);
  if (unknown) target = path;
  output.target_ = target.string();
  output.temporary_ = output.target_ + ".XXXXXX";
  output.descriptor_ = mkostemp(output.temporary_.data(), O_CLOEXEC);
  if (output.descriptor_ < 0) {
    const Error error = cannot_write(path);
    output.temporary_.clear();
    return error;
  }
  return output;
}

Output::Output(Output&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      failure_(other.failure_),
      buffer_(std::move(other.buffer_)) {}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  if (!temporary_.empty()) std::remove(temporary_.c_str());
}

bool Output::write(std::string_view text) {
  buffer_ += text;
  return buffer_.size() < kBufferBytes ? failure_ == 0 : flush();
}

bool Output::flush() {
  for (std::size_t at = 0; at < buffer_.size() && failure_ == 0;) {
    const ssize_t written = ::write(descriptor_, buffer_.data() + at, buffer_.size() - at);
    if (written >= 0) {
      at += static_cast<std::size_t>(written);
    } else if (errno != EINTR) {
      failure_ = errno;
    }
  }
  buffer_.clear();
  return failure_ == 0;
}

Result<Done> Output::finish() {
  flush();
  if (failure_ == EPIPE) return Done{};
  if (failure_ != 0) return io_error();
  if (target_.empty()) return Done{};
  // On the disk before it takes its name, or a power cut could leave an empty file under it.
  fchmod(descriptor_, usual_mode());
  const bool synced = ::fsync(descriptor_) == 0;
  const bool closed = ::close(std::exchange(descriptor_, -1)) == 0;
  if (!synced || !closed || std::rename(temporary_.c_str(), target_.c_str()) != 0) {
    return cannot_write(path_);
  }
  temporary_.clear();
  return Done{};
}

Error Output::io_error() const {
  return {ErrorCode::Io, std::string("cannot be written: ") + std::strerror(failure_), path_};
}

}  // namespace assay
