// SPDX-License-Identifier: MIT
#pragma once
/// A folder for a fact base, and made-up documents to put into it.

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <utility>

#include "facts/fact_base.h"
#include "tests/temporary_folder.h"

namespace assay {

class FactBaseTest : public TemporaryFolderTest {
 protected:
  [[nodiscard]] std::string path() const { return TemporaryFolderTest::path("facts.db"); }
  using TemporaryFolderTest::path;
};

inline Fact make_fact(const std::string& subject, const std::string& metric, double value) {
  Fact fact;
  fact.text = std::to_string(value);
  fact.mention = {10, 10 + fact.text.size()};
  fact.quantity.stated = Interval::point(value);
  fact.quantity.tolerance = Interval::half_open(value - 0.5, value + 0.5);
  fact.quantity.unit.dimension = Dimension::Ratio;
  fact.quantity.written_unit = "%";
  fact.subject = {.value = subject, .source = SlotSource::Frame, .known = true};
  fact.metric = {.value = metric, .source = SlotSource::Heading};
  fact.period = year_period(2025);
  fact.skeleton = 0xFEDCBA9876543210;
  fact.sentence = "英伟达的份额为 \"" + fact.text + "\"";
  return fact;
}

/// A document with `count` facts, each with the value `value`.
inline ReadDocument make_document(const std::string& id, std::size_t count, double value) {
  ReadDocument document;
  document.id = id;
  document.title = "标题 of " + id;
  document.source = "https://example.org/" + id;
  document.kind = "note";
  document.date = make_day(2025, 11, 19);
  document.notes = {"unclosed tag at byte 17", "an \"odd\" line\nbreak"};
  for (std::size_t i = 0; i < count; ++i) {
    document.facts.push_back(make_fact("NVIDIA", "market share", value));
    document.facts.back().document = id;
  }
  document.links.push_back({.kind = LinkKind::Complement, .first = 0, .second = 1});
  return document;
}

inline FactBase open_for_writing(const std::string& path) {
  Result<FactBase> base = FactBase::open(path, FactBase::Mode::Write);
  if (!base) {
    ADD_FAILURE() << base.error().to_string();
    std::abort();
  }
  return std::move(*base);
}

inline void put(FactBase& base, const ReadDocument& document, const std::string& hash) {
  const Result<bool> changed = base.put(document, hash);
  ASSERT_TRUE(changed) << changed.error().to_string();
  EXPECT_TRUE(*changed);
}

inline std::string failure_of(const Result<FactBase>& base) {
  return base ? "opened" : base.error().message;
}

}  // namespace assay
