// SPDX-License-Identifier: MIT
#pragma once
/// Where results go: standard output, or a file that appears whole or not at all.

#include <string>
#include <string_view>

#include "core/result.h"

namespace assay {

class Output {
 public:
  /// For `path`, or standard output when it is empty or "-". A file is written under another name in
  /// the same folder and takes its own in finish(); devices and pipes are written directly.
  /// Errors: Io when the folder is missing or cannot be written to.
  [[nodiscard]] static Result<Output> open(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  /// Whatever has not been finished is thrown away.
  ~Output();

  /// Takes text; it is passed on when there is enough of it. False: nobody reads any more, or
  /// writing has failed, so that there is no point in going on.
  bool write(std::string_view text);
  /// Passes on what is held back, for readers who wait for it. Result as of write().
  bool flush();
  /// Completes the output. A reader who has left early is no error. Errors: Io.
  [[nodiscard]] Result<Done> finish();

 private:
  Output() = default;
  [[nodiscard]] Error io_error() const;

  std::string path_;       ///< as it was given, for messages
  std::string target_;     ///< the file to become; empty when written directly
  std::string temporary_;  ///< its name until then
  int descriptor_ = -1;
  int failure_ = 0;  ///< errno of the first write that failed
  std::string buffer_;
};

}  // namespace assay
