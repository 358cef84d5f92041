# SPDX-License-Identifier: MIT
# What Han characters sound like, as tables that ICU fills while building (facts/pinyin.h).

add_executable(pinyin_table ${CMAKE_CURRENT_LIST_DIR}/pinyin_table.cpp)
target_link_libraries(pinyin_table PRIVATE PkgConfig::icu)

# assay_pinyin(<target>): adds the tables to it.
function(assay_pinyin target)
  set(output ${ASSAY_GENERATED}/pinyin_table.cpp)
  add_custom_command(OUTPUT ${output}
    COMMAND pinyin_table ${output}
    DEPENDS pinyin_table
    COMMENT "Writing what Han characters sound like"
    VERBATIM)
  set_source_files_properties(${output} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE ${output})
endfunction()
