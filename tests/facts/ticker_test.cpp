// SPDX-License-Identifier: MIT
#include "facts/ticker.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

TEST(Ticker, IsCutOffANameAndNothingElseIs) {
  const struct {
    const char* text;
    const char* expected;
  } rows[] = {
      {"Aldor Mills (NYSE:ALM)", "Aldor Mills"},
      {"Aldor Mills (NASDAQ: ALM)", "Aldor Mills"},
      {"天力锂能(301152.SZ)", "天力锂能"},
      {"天力锂能(301152)", "天力锂能"},
      {"营收(亿元)", "营收(亿元)"},
      {"腾讯控股(0700.HK)", "腾讯控股"},
      {"Revenue (2025)", "Revenue (2025)"},
      {"Revenue (FY2025)", "Revenue (FY2025)"},
      {"Revenue (1Q25)", "Revenue (1Q25)"},
      {"Revenue (USD)", "Revenue (USD)"},
      {"HBM (GB)", "HBM (GB)"},
      {"(301152.SZ)", "(301152.SZ)"},
      {"301152.SZ", "301152.SZ"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(without_ticker(row.text), row.expected) << row.text;
}

}  // namespace
}  // namespace assay
