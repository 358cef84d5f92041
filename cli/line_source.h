// SPDX-License-Identifier: MIT
#pragma once
/// A stream cut into pieces of whole lines, each piece as much as has arrived: one line when a
/// person or a program on a pipe waits for the answer, many when there are many. Memory holds one
/// piece, or the longest line.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace assay {

/// Some whole lines.
struct Lines {
  std::size_t first_line = 1;  ///< 1-based number of the first of them
  std::string text;            ///< with their line breaks; the last line of a stream may have none
};

/// Calls `visit` with each line that is not blank, and its number. A byte order mark at the start of
/// the stream belongs to no line.
void for_each_line(const Lines& lines,
                   const std::function<void(std::string_view line, std::size_t number)>& visit);

class LineSource {
 public:
  /// Opens a file, or standard input for "-". Errors: Io when it cannot be opened.
  [[nodiscard]] static Result<LineSource> open(const std::string& path);

  /// The lines of a text that is at hand; `path` is for errors.
  [[nodiscard]] static LineSource of_text(std::string path, std::string text);

  LineSource(LineSource&& other) noexcept;
  LineSource& operator=(LineSource&&) = delete;
  ~LineSource();

  /// The next lines; absent at the end. Errors: Io when the stream cannot be read.
  [[nodiscard]] Result<std::optional<Lines>> next();

 private:
  LineSource(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  [[nodiscard]] std::optional<Lines> take(std::size_t size);

  std::string path_;
  int descriptor_;
  std::string rest_;  ///< what has been read of a line that has not ended
  std::size_t next_line_ = 1;
  bool ended_ = false;
};

}  // namespace assay
