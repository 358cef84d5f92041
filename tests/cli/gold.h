// SPDX-License-Identifier: MIT
#pragma once
/// What tests of an evaluation share.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "cli/eval_figures.h"
#include "core/json_file.h"
#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

/// The vocabulary of the program, loaded once.
inline const Knowledge& knowledge() {
  static const Result<Knowledge> kLoaded = Knowledge::load();
  return *kLoaded;
}

/// The value of a figure; fails the test when there is none.
inline double value_of(const Evaluation& evaluation, const std::string& name) {
  for (const Figure& figure : evaluation.figures) {
    if (figure.name == name) return figure.value();
  }
  ADD_FAILURE() << "no figure " << name;
  return -1;
}

/// The value of a JSON text.
inline JsonValue json(std::string_view text) {
  const Result<JsonValue> value = parse_json(text, "gold");
  EXPECT_TRUE(value) << text;
  return *value;
}

/// A fact that has nothing but its place, in bytes, and its ends.
inline Fact fact(const std::string& document, std::size_t begin, std::size_t end, double low,
                 double high) {
  Fact made;
  made.document = document;
  made.mention = {begin, end};
  made.quantity.stated = Interval::closed(low, high);
  return made;
}

}  // namespace assay
