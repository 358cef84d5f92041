// SPDX-License-Identifier: MIT
// Units that do not stand where a unit mostly does: a code glued to its number, and one unit for the
// two ends of a change.
#include <gtest/gtest.h>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

struct Row {
  const char* text;
  const char* expected;
};

TEST(SharedUnit, OfACurrencyMayBeACodeThatIsGluedToTheNumber) {
  const Row rows[] = {
      {"Profit was RMB4.9 billion, or Rmb0.8 a share.", "4.9e+09 CNY; 0.8 CNY"},
      {"Profit was USD5m and EUR4bn.", "5e+06 USD; 4e+09 EUR"},
      {"净利润RMB4.9亿。", "4.9e+08 CNY"},
      {"| Company | Revenue (RMBm) |\n|---|---|\n| CATL | 4,120 |\n", "4.12e+09 CNY"},
      // Names, standards and parts of words.
      {"The GPT4 and the USB3 port follow ISO9001.", ""},
      {"XUSD5 and CNYX7 are no amounts.", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(amounts_of(row.text), row.expected) << row.text;
}

TEST(SharedUnit, IsThatOfBothEndsOfAChange) {
  const Row rows[] = {
      {"Polysilicon went from 35 yuan per kg in June to 52 yuan in September.",
       "35 CNY/kg; 52 CNY/kg"},
      {"硅料价格从35元/千克涨到52元。", "35 CNY/kg; 52 CNY/kg"},
      {"The price rose from $6 to $7 per kg.", "6 USD/kg; 7 USD/kg"},
      // Another currency, no change, and another measure.
      {"The price went from 35 yuan per kg to $5.", "35 CNY/kg; 5 USD"},
      {"It costs 35 yuan per kg, and a bag costs 52 yuan.", "35 CNY/kg; 52 CNY"},
      {"The price went from $6 to 7 yuan per kg.", "6 USD; 7 CNY/kg"},
  };
  for (const Row& row : rows) EXPECT_EQ(amounts_of(row.text), row.expected) << row.text;
}

}  // namespace
}  // namespace assay
