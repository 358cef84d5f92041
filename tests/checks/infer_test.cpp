// SPDX-License-Identifier: MIT
#include "checks/infer.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

Fact figure(double value, std::string text, Role role = Role::Level) {
  Fact fact;
  fact.role = role;
  fact.text = std::move(text);
  fact.quantity.stated = Interval::point(value);
  fact.quantity.tolerance = Interval::closed(value * 0.99, value * 1.01);
  return fact;
}

Fact unsaid() {
  Fact fact;
  fact.quantity.stated = fact.quantity.tolerance = Interval::all();
  return fact;
}

TEST(Infer, FollowsAChainThroughWhatNobodyStates) {
  const Fact first = figure(100, "100"), last = figure(150, "150"), between = unsaid();
  const Fact up = figure(0.2, "20%", Role::Increase), down = figure(0.1, "10%", Role::Decrease);
  const FactRelation one = growth_relation(first, between, up);
  const FactRelation two = growth_relation(between, last, down);
  const std::vector<const Fact*> given = {&first, &last, &up, &down};
  const auto end = infer({&two, &one}, given, last);
  ASSERT_TRUE(end);
  EXPECT_NEAR(end->exact, 108, 1e-9);
  EXPECT_EQ(end->formula, "100 × (1 + 20%) × (1 - 10%)");
  EXPECT_NEAR(end->range.low, 99 * 1.198 * 0.899, 1e-6);
  EXPECT_NEAR(end->range.high, 101 * 1.202 * 0.901, 1e-6);
  const auto start = infer({&two, &one}, given, first);
  ASSERT_TRUE(start);
  EXPECT_NEAR(start->exact, 150 / 0.9 / 1.2, 1e-9);
  EXPECT_EQ(start->formula, "150 / (1 - 10%) / (1 + 20%)");
  const auto growth = infer({&two, &one}, given, up);
  ASSERT_TRUE(growth);
  EXPECT_NEAR(growth->exact, 150 / 0.9 / 100 - 1, 1e-9);
}

TEST(Infer, PutsSumsInBracketsWithinProducts) {
  const Fact a = figure(3, "3"), b = figure(4, "4"), total = unsaid();
  const Fact up = figure(0.5, "50%", Role::Increase), later = figure(10, "10");
  const FactRelation sum = total_relation({&a, &b}, total);
  const FactRelation growth = growth_relation(total, later, up);
  const auto end = infer({&growth, &sum}, {&a, &b, &up, &later}, later);
  ASSERT_TRUE(end);
  EXPECT_NEAR(end->exact, 10.5, 1e-9);
  EXPECT_EQ(end->formula, "(3 + 4) × (1 + 50%)");
  const auto part = infer({&growth, &sum}, {&a, &b, &up, &later}, a);
  ASSERT_TRUE(part);
  EXPECT_EQ(part->formula, "10 / (1 + 50%) - 4");
}

TEST(Infer, IsAbsentWhereSomethingIsLeftOpen) {
  const Fact a = figure(3, "3"), b = unsaid(), total = figure(7, "7");
  const Fact c = unsaid();
  const FactRelation sum = total_relation({&a, &b, &c}, total);
  EXPECT_FALSE(infer({&sum}, {&a, &total}, b));
  EXPECT_FALSE(infer({}, {&a}, b));
  // ln of a fall by more than all
  const Fact level = figure(5, "5"), fall = figure(1.2, "120%", Role::Decrease), end = unsaid();
  const FactRelation growth = growth_relation(level, end, fall);
  EXPECT_FALSE(infer({&growth}, {&level, &fall}, end));
}

}  // namespace
}  // namespace assay
