// SPDX-License-Identifier: MIT
#include "cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "reports/display_width.h"

namespace assay {
namespace {

constexpr std::chrono::milliseconds kPatience{1000};
constexpr std::chrono::milliseconds kBetweenDraws{100};
constexpr std::size_t kBarCells = 24;

std::size_t terminal_width() {
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

/// The end of a path, which says more than its beginning, in at most `width` cells.
std::string tail(const std::string& text, std::size_t width) {
  std::size_t begin = text.size();
  while (begin > 0) {
    const std::size_t before = previous_cluster(text, begin);
    if (display_width(std::string_view(text).substr(before)) > width) break;
    begin = before;
  }
  return text.substr(begin);
}

void write_error_stream(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

Progress::Progress(std::size_t files, const Options& options)
    : files_(files),
      wanted_(!options.quiet && isatty(STDERR_FILENO) == 1),
      next_draw_(Clock::now() + kPatience) {}

void Progress::reach(const std::string& file, std::size_t line) {
  if (file != current_) ++begun_;
  current_ = file;
  line_ = line;
  if (!wanted_ || Clock::now() < next_draw_) return;
  next_draw_ = Clock::now() + kBetweenDraws;
  draw();
}

void Progress::hide() {
  if (shown_) write_error_stream("\r\033[K");
  shown_ = false;
}

void Progress::draw() {
  const std::size_t done = line_ == 0 ? begun_ : begun_ - 1;
  const std::string place = line_ == 0 ? current_ : current_ + ":" + std::to_string(line_);
  // One cell less than there are: some terminals break the line after the last one.
  write_error_stream("\r\033[K" + progress_line(done, files_, place, terminal_width() - 1));
  shown_ = true;
}

std::string progress_line(std::size_t done, std::size_t files, std::string_view current,
                          std::size_t width) {
  const std::size_t filled = files == 0 ? 0 : std::min(done, files) * kBarCells / files;
  std::string line = "[" + std::string(filled, '=') + std::string(kBarCells - filled, ' ') + "] " +
                     std::to_string(done) + "/" + std::to_string(files) + " ";
  if (line.size() > width) return line.substr(0, width);
  return line + tail(printable(current), width - line.size());
}

}  // namespace assay
