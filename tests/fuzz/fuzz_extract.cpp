// SPDX-License-Identifier: MIT
/// The whole way from bytes to facts. Whatever the bytes are: every fact is a slice of the document,
/// and it comes back from its JSON as it was.

#include <cstdlib>
#include <string>

#include "facts/extract.h"
#include "facts/fact_json.h"
#include "tests/fuzz/reader_fuzz.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const assay::Knowledge& knowledge() {
  static const assay::Result<assay::Knowledge> loaded = assay::Knowledge::load();
  require(loaded.has_value());
  return *loaded;
}

void require_sound_fact(const assay::Fact& fact, const assay::Document& document) {
  require(fact.mention.begin < fact.mention.end && fact.mention.end <= document.raw.size());
  require(fact.mention.of(document.raw) == fact.text);
  require(fact.block < document.blocks.size());
  require(!fact.quantity.stated.is_empty());
  std::string json;
  assay::append_fact_json(fact, json);
  const assay::Result<assay::Fact> restored = assay::FactParser().parse(json);
  require(restored.has_value());
  std::string again;
  assay::append_fact_json(*restored, again);
  require(again == json);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  // The first byte chooses the format by the name that the text goes by.
  constexpr const char* kNames[] = {"a.md", "a.html", "a.txt", "a"};
  if (size == 0) return 0;
  const std::string raw(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  const assay::Result<assay::Document> document = assay::read_text(kNames[bytes[0] % 4], raw);
  if (!document) return 0;
  const assay::ReadDocument read = assay::extract(*document, knowledge());
  for (const assay::Fact& fact : read.facts) require_sound_fact(fact, *document);
  for (const assay::Link& link : read.links) {
    for (const std::uint32_t member : {link.first, link.second, link.third}) {
      require(member == assay::kNoFact || member < read.facts.size());
    }
  }
  return 0;
}
