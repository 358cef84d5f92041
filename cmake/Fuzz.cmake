# SPDX-License-Identifier: MIT
# One libFuzzer program for each tests/fuzz/*.cpp, of the same name; `fuzz_targets` builds them all.
add_custom_target(fuzz_targets)
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*.cpp)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(stem ${source} NAME_WE)
  add_executable(${stem} EXCLUDE_FROM_ALL ${source})
  target_link_libraries(${stem} PRIVATE assay_facts)
  target_link_options(${stem} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzz_targets ${stem})
endforeach()
