// SPDX-License-Identifier: MIT
/// Letters and words directly behind a number: millions, metres, tokens, names.
#include <gtest/gtest.h>

#include "tests/facts/scanned_samples.h"

namespace assay {
namespace {

TEST(Scales, AMillionBeforeAUnitIsNoMetre) {
  expect_stated({
      {"The harvest was 28.6m tonnes", "28.6m tonnes [2.86e+10] kg"},
      {"It has 12m users", "12m users [1.2e+07] 1"},
      {"They are 12m years old", "12m years old [3.78691e+14] s"},
      {"The tower is 12m high and 3m wide", "12m [12] m / 3m [3] m"},
      {"a wall 5m long", "5m [5] m"},
      {"a lane 5m km", "5m [5] m"},
  });
}

TEST(Scales, LettersBehindAChineseScaleAreNoName) {
  expect_stated({
      {"用户达3亿MAU", "3亿 [3e+08] 1"},
      {"训练语料为18万亿token", "18万亿token [1.8e+13] 1"},
      {"部署了20万vCPU", "20万 [200000] 1"},
      {"昇腾910B和5G", "-"},
      {"售价30B级别", "-"},
  });
}

TEST(Scales, CommasAndCapitalsSayThousandsAndMore) {
  expect_stated({
      {"月产能15K片", "15K片 [15000] 1"},
      {"held 1,56,73,68,997 shares", "1,56,73,68,997 shares [1.56737e+09] 1"},
      {"held 1,567,368 shares", "1,567,368 shares [1.56737e+06] 1"},
      {"sales of $330 M", "$330 M [3.3e+08] USD"},
      {"debt of 56,150 INR mn", "56,150 INR mn [5.615e+10] INR"},
      {"between 20 and 30 USD million a year", "20 and 30 USD million [2e+07, 3e+07] USD"},
      {"5 USD million-dollar ideas", "5 USD [5] USD"},
      {"50 USD 万科", "50 USD [50] USD"},
      {"fees of $330 M&A advisers", "$330 [330] USD"},
      {"sales of $330 Motors", "$330 [330] USD"},
      {"a context of 128K tokens", "128K tokens [128000] 1"},
      {"一块4K电视", "-"},
      {"冷却到77K", "-"},
      {"8K片源", "-"},
  });
}

TEST(Scales, ManyDegreesAreElectricity) {
  expect_stated({
      {"发电量约为5亿度", "5亿度 [1.8e+15] J"},
      {"用电3000万度", "3000万度 [1.08e+14] J"},
      {"转了40度", "-"},
      {"等离子体温度达到1亿度", "1亿 [1e+08] 1"},
      {"转了四十度", "-"},
  });
}

TEST(Scales, WhatAnAmountIsForIsNoAmount) {
  expect_stated({
      {"每百万token收费2元", "2元 [2] CNY"},
      {"输入2元/百万token", "2元 [2] CNY"},
      {"每万人口中有3名医生", "3名 [3] 1"},
      {"销量上百万辆", "上百万辆 [1e+06, inf) 1"},
      {"附近有近百家工厂", "百家 [100] 1"},
  });
}

}  // namespace
}  // namespace assay
