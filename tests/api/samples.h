// SPDX-License-Identifier: MIT
#pragma once
/// Short notes, and an engine that all tests of the library share. Only what the library's header
/// declares is used here, as by a program of somebody else.

#include <assay/assay.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace assay::api {

/// Two sentences that cannot both be true, and one that has nothing to do with them.
inline constexpr const char* kHalf = "英伟达2025年在中国AI芯片市场的份额为50%。\n";
inline constexpr const char* kThird = "英伟达2025年在中国AI芯片市场的份额为30%。\n";
inline constexpr const char* kOther =
    "TSMC's gross margin was 59.5% in the third quarter of 2025.\n";

inline const Engine& english() {
  static const Result<Engine> engine = Engine::create();
  return engine.value();
}

/// The document of a text that can be read.
inline Document read_note(const std::string& name, const std::string& text) {
  return english().read_text(name, text).value();
}

inline Collection collection_of(const std::vector<Document>& documents) {
  Collection collection;
  for (const Document& document : documents) EXPECT_TRUE(collection.add(document).has_value());
  return collection;
}

inline std::vector<std::string> ids_of(const Collection& collection) {
  std::vector<std::string> ids;
  for (const Document& document : collection.documents().value()) ids.push_back(document.id());
  return ids;
}

}  // namespace assay::api
