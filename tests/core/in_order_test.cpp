// SPDX-License-Identifier: MIT
#include "core/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace assay {
namespace {

/// Counts from 0 to the limit.
auto counter(int limit) {
  return [limit, at = 0]() mutable { return at < limit ? std::optional(at++) : std::nullopt; };
}

TEST(InOrder, ResultsKeepTheOrderOfTheItems) {
  for (const std::size_t jobs : {1U, 2U, 16U}) {
    std::vector<int> seen;
    in_order(
        jobs, counter(500),
        [](int item) {
          if (item % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
          return 2 * item;
        },
        [&](int value, bool) {
          seen.push_back(value);
          return true;
        });
    ASSERT_EQ(seen.size(), 500U);
    for (int i = 0; i < 500; ++i) EXPECT_EQ(seen[static_cast<std::size_t>(i)], 2 * i);
  }
}

TEST(InOrder, NothingComesOfNothing) {
  in_order(
      4, counter(0), [](int item) { return item; },
      [](int, bool) {
        ADD_FAILURE();
        return true;
      });
}

TEST(InOrder, NoMoreThanAFewItemsAreUnderWay) {
  std::atomic<int> pulled = 0;
  int taken = 0;
  in_order(
      2,
      [&]() -> std::optional<int> {
        return pulled < 1000 ? std::optional(pulled++) : std::nullopt;
      },
      [](int item) { return item; },
      [&](int, bool) {
        ++taken;
        EXPECT_LE(pulled - taken, 8);
        return true;
      });
  EXPECT_EQ(taken, 1000);
}

TEST(InOrder, ConsumerMayEndIt) {
  int taken = 0;
  in_order(
      3, counter(1 << 30), [](int item) { return item; }, [&](int, bool) { return ++taken < 5; });
  EXPECT_EQ(taken, 5);
}

TEST(InOrder, ExceptionOfAThreadReachesTheCaller) {
  const auto run = [] {
    in_order(
        3, counter(100),
        [](int item) {
          if (item == 50) throw std::runtime_error("no");
          return item;
        },
        [](int, bool) { return true; });
  };
  EXPECT_THROW(run(), std::runtime_error);
}

}  // namespace
}  // namespace assay
