// SPDX-License-Identifier: MIT
#pragma once
/// What tests of reading share: the embedded knowledge, and facts of a line of text.

#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <utility>

#include "facts/extract.h"
#include "facts/knowledge.h"
#include "facts/reader.h"

namespace assay {

/// The embedded vocabulary, loaded once.
inline const Knowledge& sample_knowledge() {
  static const Knowledge kKnowledge = [] {
    Result<Knowledge> loaded = Knowledge::load();
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().to_string());
    return std::move(*loaded);
  }();
  return kKnowledge;
}

/// What is read from `text`, taken for the content of the file `name`.
inline ReadDocument read_sample(const std::string& text, const std::string& name = "sample.md") {
  Result<Document> document = read_text(name, text);
  EXPECT_TRUE(document) << (document ? "" : document.error().to_string());
  return document ? extract(*document, sample_knowledge()) : ReadDocument{};
}

/// The amounts of a text in their canonical units: "6.42e+08 CNY; 0.21 CNY".
inline std::string amounts_of(const std::string& text, const std::string& name = "sample.md") {
  std::string all;
  for (const Fact& fact : read_sample(text, name).facts) {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.6g", fact.quantity.stated.low);
    all += (all.empty() ? "" : "; ") + std::string(buffer) + " " + fact.quantity.unit.canonical;
  }
  return all;
}

/// "subject | metric | comparand | role" of each fact, joined by "; ".
inline std::string slots_of(const std::string& text) {
  std::string all;
  for (const Fact& fact : read_sample(text).facts) {
    all += (all.empty() ? "" : "; ") + fact.subject.value + " | " + fact.metric.value + " | " +
           fact.comparand.value + " | " + std::string(to_string(fact.role));
  }
  return all;
}

/// The scope of the first fact, joined by ", ", and what narrows its metric behind a "/".
inline std::string limits_of(const std::string& text) {
  const Fact fact = read_sample(text).facts.at(0);
  std::string all;
  for (const std::string& item : fact.scope) all += (all.empty() ? "" : ", ") + item;
  return all + "/" + fact.qualifier;
}

}  // namespace assay
