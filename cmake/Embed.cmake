# SPDX-License-Identifier: MIT
# Data and cards become part of the program, byte for byte, so that it needs no files beside it.

add_executable(embed_files ${CMAKE_CURRENT_LIST_DIR}/embed_files.cpp)
# Where the other generated files of a build are kept.
set(ASSAY_GENERATED ${CMAKE_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${ASSAY_GENERATED})

# assay_embed(<target> <header> <function> <pattern>...): defines `assay::<function>()`, which
# <header> declares as `std::span<const EmbeddedFile> <function>();`. The files are those that match
# the patterns, relative to the root, in alphabetical order; there may be none.
function(assay_embed target header function)
  set(files "")
  if(ARGN)
    list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE patterns)
    file(GLOB files RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS ${patterns})
    list(SORT files)
  endif()
  list(TRANSFORM files PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
  set(output ${ASSAY_GENERATED}/${function}.cpp)
  add_custom_command(OUTPUT ${output}
    COMMAND embed_files ${header} ${function} ${output} ${files}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    DEPENDS ${paths} embed_files
    COMMENT "Embedding ${function}"
    VERBATIM)
  # A limit of the standard that no compiler of ours has.
  set_source_files_properties(${output} PROPERTIES
    COMPILE_OPTIONS -Wno-overlength-strings SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE ${output})
endfunction()

# assay_rules(<target>): the registry of checks/rules/*.cpp. X.cpp defines `assay::rules::X` and has
# its card X.md beside it. Defines all_rules() of checks/rule.h, in alphabetical order.
function(assay_rules target)
  file(GLOB sources RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/checks/rules/*.cpp)
  list(SORT sources)
  set(declarations "")
  set(rows "")
  set(cards "")
  foreach(source IN LISTS sources)
    get_filename_component(stem ${source} NAME_WE)
    set(card checks/rules/${stem}.md)
    if(NOT EXISTS ${CMAKE_SOURCE_DIR}/${card})
      message(FATAL_ERROR "${source} has no card: write ${card}")
    endif()
    string(REPLACE "_" "-" name ${stem})
    list(LENGTH cards index)
    list(APPEND cards ${card})
    string(APPEND declarations "extern const Rule ${stem};\n")
    string(APPEND rows
      "      {\"${name}\", &rules::${stem}, embedded_rule_cards()[${index}].content},\n")
  endforeach()
  list(LENGTH cards count)
  configure_file(${CMAKE_SOURCE_DIR}/checks/registry.cpp.in ${ASSAY_GENERATED}/registry.cpp @ONLY)
  target_sources(${target} PRIVATE ${ASSAY_GENERATED}/registry.cpp)
  assay_embed(${target} checks/embedded.h embedded_rule_cards ${cards})
endfunction()
