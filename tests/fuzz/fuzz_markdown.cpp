// SPDX-License-Identifier: MIT
#include "tests/fuzz/reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  return assay::fuzz_reader(assay::read_markdown, bytes, size);
}
