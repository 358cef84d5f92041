// SPDX-License-Identifier: MIT
#pragma once
/// What the scan finds in short texts, as words that tests compare.

#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <vector>

#include "core/folding.h"
#include "facts/scan.h"
#include "tests/facts/reading_samples.h"

namespace assay {

inline Scan scan_text(const std::string& text, bool speech = false) {
  return scan(text, {.knowledge = sample_knowledge(), .date = {}, .speech = speech});
}

/// The texts of all quantities, joined by " / ".
inline std::string quantities_of(const std::string& raw) {
  const std::string text = fold_text(raw);
  std::string all;
  for (const ScannedQuantity& quantity : scan_text(text).quantities)
    all += (all.empty() ? "" : " / ") + std::string(quantity.span.of(text));
  return all;
}

inline std::string number(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.6g", value);
  return buffer;
}

/// The stated interval of the only quantity: "[0.15, 0.3] 1".
inline std::string stated(const std::string& raw) {
  const std::string text = fold_text(raw);
  const Scan scanned = scan_text(text);
  if (scanned.quantities.size() != 1)
    return std::to_string(scanned.quantities.size()) + " quantities";
  const Quantity& quantity = scanned.quantities.front().quantity;
  const Interval& interval = quantity.stated;
  return (interval.low_closed ? "[" : "(") + number(interval.low) + ", " + number(interval.high) +
         (interval.high_closed ? "] " : ") ") + quantity.unit.canonical;
}

struct Row {
  const char* text;
  const char* expected;
};

/// Every quantity with its stated interval: "100个亿 [1e+10, 1e+10] 1", joined by " / "; "-" when
/// there is none.
inline std::string all_stated(const std::string& raw) {
  const std::string text = fold_text(raw);
  std::string all;
  for (const ScannedQuantity& scanned : scan_text(text).quantities) {
    const Interval& interval = scanned.quantity.stated;
    all += (all.empty() ? "" : " / ") + std::string(scanned.span.of(text)) +
           (interval.low_closed ? " [" : " (") + number(interval.low) +
           (interval.low == interval.high ? "" : ", " + number(interval.high)) +
           (interval.high_closed ? "] " : ") ") + scanned.quantity.unit.canonical;
  }
  return all.empty() ? "-" : all;
}

template <std::size_t kCount>
inline void expect_stated(const Row (&rows)[kCount]) {
  for (const Row& row : rows) EXPECT_EQ(all_stated(row.text), row.expected) << row.text;
}

}  // namespace assay
