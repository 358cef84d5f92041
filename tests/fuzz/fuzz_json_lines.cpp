// SPDX-License-Identifier: MIT
#include "tests/fuzz/reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(bytes), size);
  const auto record = assay::read_json_line(line, "fuzz", 1);
  if (record) assay::require_sound_blocks(*record);
  return 0;
}
