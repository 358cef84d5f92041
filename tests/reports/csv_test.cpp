// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/reports/golden.h"
#include "tests/reports/hostile_result.h"

namespace assay {
namespace {

using sample::kEnglish;
using Row = std::vector<std::string>;

/// Reads RFC 4180, and nothing looser: what is quoted ends at a separator, lines end in CR LF.
std::vector<Row> rows_of(const std::string& text, char separator = ',') {
  std::vector<Row> rows(1, Row(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        rows.back().back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        rows.back().back() += text[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"' && rows.back().back().empty()) {
      quoted = true;
    } else if (c == separator) {
      rows.back().emplace_back();
    } else if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
      rows.emplace_back(1);
    } else {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

void expect_no_formulas(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    for (const std::string& cell : row) {
      const std::size_t first = cell.find_first_not_of(" \t\"");
      if (first == std::string::npos) continue;
      EXPECT_EQ(std::string_view("=+@").find(cell[first]), std::string_view::npos) << cell;
    }
  }
}

TEST(Csv, Golden) { sample::expect_golden("sample.csv", sample::write("csv", kEnglish)); }

TEST(Csv, HasARowForEachStatement) {
  const CheckResult result = sample::result();
  const std::vector<Row> rows = rows_of(sample::write("csv", kEnglish));
  std::size_t statements = 0;
  for (const Finding& finding : result.findings) statements += finding.evidence.size();
  ASSERT_EQ(rows.size(), statements + 1);
  for (const Row& row : rows) EXPECT_EQ(row.size(), rows[0].size());
  EXPECT_EQ(rows[1][0], result.findings[0].id);
  EXPECT_EQ(rows[1][11], "50%");
  EXPECT_EQ(rows[2][6], "2");
  EXPECT_EQ(rows[2][8], "transcripts/all talks.jsonl");
}

TEST(Csv, NumbersAreNumbersAndTextsAreNoFormulas) {
  CheckResult result = sample::result();
  result.findings.resize(1);
  Fact& fact = result.findings[0].evidence[0];
  fact.text = "-30%";
  fact.speaker = "a;=1+1";
  fact.sentence =
      "\xEF\xBC\x9D"
      "1";
  fact.quantity.stated = {-0.3, kInfinity, true, false};
  const Row row = rows_of(sample::write("csv", kEnglish, result))[1];
  EXPECT_EQ(row[11], "'-30%");
  EXPECT_EQ(row[12], "-0.3");
  EXPECT_EQ(row[13], "");
  EXPECT_EQ(row[21], "a;'=1+1");
  EXPECT_EQ(row[22],
            "'\xEF\xBC\x9D"
            "1");
}

TEST(Csv, IsHarmlessWhateverTheSeparator) {
  const std::string report = sample::write_hostile("csv");
  sample::expect_harmless(report);
  const std::vector<Row> rows = rows_of(report);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].size(), rows[0].size());
  EXPECT_EQ(rows[2].size(), rows[0].size());
  expect_no_formulas(rows);
  expect_no_formulas(rows_of(report, ';'));
}

TEST(Csv, CutsEndlessLines) {
  EXPECT_LT(sample::write_hostile("csv", sample::endless_line()).size(), 100'000U);
}

TEST(Csv, HasAHeadWithoutFindings) {
  EXPECT_EQ(rows_of(sample::write("csv", kEnglish, {})).size(), 1U);
}

}  // namespace
}  // namespace assay
