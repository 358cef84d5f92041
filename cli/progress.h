// SPDX-License-Identifier: MIT
#pragma once
/// A bar on standard error for those who wait: only on a terminal, only once a run has taken longer
/// than a second, and gone without a trace in the end.

#include <chrono>
#include <string>
#include <string_view>

#include "cli/options.h"

namespace assay {

class Progress {
 public:
  /// `files` are to be done; the options say whether anything may be shown.
  Progress(std::size_t files, const Options& options);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { hide(); }

  /// A file has been done, or work has come to this line of it (1-based; 0: the whole file).
  void reach(const std::string& file, std::size_t line = 0);
  /// Clears the line for something else to be written; the next reach() draws it again.
  void hide();

 private:
  using Clock = std::chrono::steady_clock;
  void draw();

  std::size_t files_;
  std::size_t begun_ = 0;
  std::size_t line_ = 0;
  std::string current_;
  bool wanted_;
  bool shown_ = false;
  Clock::time_point next_draw_;
};

/// The bar as text of at most `width` cells: "[=====     ] 12/24 notes/a.md".
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t files,
                                        std::string_view current, std::size_t width);

}  // namespace assay
