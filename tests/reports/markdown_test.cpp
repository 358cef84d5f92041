// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reports/golden.h"
#include "tests/reports/hostile_result.h"

namespace assay {
namespace {

using sample::kChinese;
using sample::kEnglish;
using testing::HasSubstr;
using testing::Not;

/// The text without its code spans, as CommonMark finds them: what a renderer takes for markup.
/// Only backticks outside of a span open one, and a run of the same length closes it.
std::string outside_code(const std::string& text) {
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
    if (end == at) {
      rest += text[at++];
      continue;
    }
    const std::string fence = text.substr(at, end - at);
    std::size_t close = end;
    do {
      close = text.find_first_of('`', close);
      if (close == std::string::npos) return rest + "UNCLOSED";
      const std::size_t after = std::min(text.find_first_not_of('`', close), text.size());
      const bool closes = after - close == fence.size();
      close = after;
      if (closes) break;
    } while (true);
    rest += "CODE";
    at = close;
  }
  return rest;
}

TEST(Markdown, Golden) {
  sample::expect_golden("sample.en.md", sample::write("markdown", kEnglish));
  sample::expect_golden("sample.zh.md", sample::write("markdown", kChinese));
}

TEST(Markdown, ShowsNothingOfADocumentOutsideOfCode) {
  // The same comment for harmless texts: all that differs must be inside the spans.
  EXPECT_EQ(outside_code(sample::write_hostile("markdown")),
            outside_code(sample::write_hostile("markdown", "plain")));
  sample::expect_harmless(sample::write_hostile("markdown"));
}

TEST(Markdown, KeepsBackticksAndBarsApart) {
  for (const std::string text :
       {"`", "``", "` `` ```", "`a", "a`", "a|b", "\\|x|", " ", "a\n\nb"}) {
    const std::string report = sample::write_hostile("markdown", text);
    EXPECT_EQ(outside_code(report), outside_code(sample::write_hostile("markdown", "plain")))
        << text;
    std::istringstream table(report.substr(0, report.find("<details>")));
    for (std::string line; std::getline(table, line);)
      EXPECT_EQ(std::ranges::count(line, '|'), line.starts_with("| ") ? 5 : 0) << line;
  }
}

TEST(Markdown, FitsIntoAComment) {
  CheckResult result = sample::result();
  result.findings.assign(1000, result.findings[0]);
  const std::string report = sample::write("markdown", kEnglish, result);
  EXPECT_LT(count_code_points(report), 65'536U);
  EXPECT_THAT(report, HasSubstr("more findings are not shown"));
  EXPECT_THAT(sample::write("markdown", kEnglish), Not(HasSubstr("not shown")));
  EXPECT_LT(sample::write_hostile("markdown", sample::endless_line()).size(), 60'000U);
}

TEST(Markdown, IsOneHeadingWithoutFindings) {
  EXPECT_EQ(sample::write("markdown", kEnglish, {}),
            "<!-- assay -->\n### assay: 0 errors, 0 warnings, 0 notes in 0 documents, 0 facts\n");
}

}  // namespace
}  // namespace assay
