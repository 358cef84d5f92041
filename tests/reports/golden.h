// SPDX-License-Identifier: MIT
#pragma once
/// Golden files of fixtures/golden/: what each format makes of the sample result.
/// ASSAY_UPDATE_GOLDEN=1 rewrites them; a person reads the difference.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "reports/formats.h"
#include "tests/facts/reading_samples.h"
#include "tests/reports/sample_result.h"

namespace assay::sample {

inline std::string write(std::string_view format, const ReportOptions& options,
                         const CheckResult& result = sample::result()) {
  std::ostringstream out;
  find_format(format)->write(result, sample::sources(), options, out);
  return out.str();
}

/// The first line in which two texts differ; a page is too long to be shown twice.
inline std::string first_difference(const std::string& actual, const std::string& expected) {
  std::istringstream actual_lines(actual);
  std::istringstream expected_lines(expected);
  for (std::size_t number = 1;; ++number) {
    std::string got;
    std::string wanted;
    const bool more = static_cast<bool>(std::getline(actual_lines, got));
    const bool more_expected = static_cast<bool>(std::getline(expected_lines, wanted));
    if (!more && !more_expected) return "no line; only the last line break";
    if (more != more_expected || got != wanted) {
      return "line " + std::to_string(number) + "\n  is     " + got + "\n  wanted " + wanted;
    }
  }
}

inline void expect_golden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(ASSAY_SOURCE_DIR) + "/fixtures/golden/" + name;
  if (std::getenv("ASSAY_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing";
  std::ostringstream expected;
  expected << file.rdbuf();
  EXPECT_TRUE(actual == expected.str()) << path << ": " << first_difference(actual, expected.str());
}

inline ReportOptions options_in(Language language) {
  return {.language = language,
          .lexicon = &sample_knowledge().lexicon(),
          .version = "0.0.0",
          .files = files()};
}
inline const ReportOptions kChinese = options_in(Language::Chinese);
inline const ReportOptions kEnglish = options_in(Language::English);

}  // namespace assay::sample
