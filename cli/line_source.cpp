// SPDX-License-Identifier: MIT
#include "cli/line_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace assay {
namespace {

/// As much as a pipe holds.
constexpr std::size_t kReadBytes = std::size_t{64} * 1024;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

void for_each_line(const Lines& lines,
                   const std::function<void(std::string_view line, std::size_t number)>& visit) {
  std::string_view rest = lines.text;
  if (lines.first_line == 1 && rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (std::size_t number = lines.first_line; !rest.empty(); ++number) {
    const std::size_t size = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const std::string_view line = rest.substr(0, size);
    rest.remove_prefix(size);
    if (!is_blank(line)) visit(line, number);
  }
}

Result<LineSource> LineSource::open(const std::string& path) {
  if (path == "-") return LineSource(path, STDIN_FILENO);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{ErrorCode::Io, std::strerror(errno), path};
  return LineSource(path, descriptor);
}

LineSource LineSource::of_text(std::string path, std::string text) {
  LineSource source(std::move(path), -1);
  source.rest_ = std::move(text);
  source.ended_ = true;
  return source;
}

LineSource::LineSource(LineSource&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      rest_(std::move(other.rest_)),
      next_line_(other.next_line_),
      ended_(other.ended_) {}

LineSource::~LineSource() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

Result<std::optional<Lines>> LineSource::next() {
  while (!ended_) {
    const std::size_t before = rest_.size();
    rest_.resize(before + kReadBytes);
    const ssize_t got = ::read(descriptor_, rest_.data() + before, kReadBytes);
    rest_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      ended_ = true;
      return Error{ErrorCode::Io, std::strerror(errno), path_};
    }
    ended_ = got == 0;
    // Only the new bytes can hold the line break that ends what has been read so far.
    const std::size_t last = std::string_view(rest_).substr(before).rfind('\n');
    if (last != std::string_view::npos) return take(before + last + 1);
  }
  return take(rest_.size());
}

std::optional<Lines> LineSource::take(std::size_t size) {
  if (size == 0) return std::nullopt;
  Lines lines{.first_line = next_line_, .text = rest_.substr(0, size)};
  rest_.erase(0, size);
  const auto breaks = std::count(lines.text.begin(), lines.text.end(), '\n');
  next_line_ += static_cast<std::size_t>(breaks);
  return lines;
}

}  // namespace assay
