# SPDX-License-Identifier: MIT
# The compiler checks the unit tables: for every record with a "typed" expression (Boost.Units) it
# must find that the unit has the dimension of its file and converts by the record's scale.

# A number of the tables as a C++ expression: "1e-9", "1000", "5/9".
function(assay_number_expression number output)
  string(REGEX REPLACE "([^/]+)" "double(\\1)" expression "${number}")
  set(${output} "${expression}" PARENT_SCOPE)
endfunction()

# The static_asserts for one file of units, in the caller's variable <output>.
function(assay_proofs_of file output)
  file(READ ${file} json)
  get_filename_component(name ${file} NAME)
  string(JSON canonical ERROR_VARIABLE missing GET "${json}" typed)
  string(JSON count LENGTH "${json}" units)
  set(proofs "// ${name}\n")
  if(NOT missing AND count GREATER 0)
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
      string(JSON unit GET "${json}" units ${index})
      string(JSON typed ERROR_VARIABLE untyped GET "${unit}" typed)
      if(NOT untyped)
        string(JSON id GET "${unit}" id)
        string(JSON scale GET "${unit}" scale)
        assay_number_expression("${scale}" factor)
        string(APPEND proofs
          "static_assert(converts<ASSAY_TYPE(${typed}), ASSAY_TYPE(${canonical})>(${factor}),\n"
          "              \"${name}: ${id} is not ${scale} canonical units\");\n")
      endif()
    endforeach()
  endif()
  set(${output} "${proofs}" PARENT_SCOPE)
endfunction()

# assay_unit_proof(<target> <pattern>...): compiles the proofs of all matching files into <target>.
function(assay_unit_proof target)
  if(NOT EXISTS ${CMAKE_SOURCE_DIR}/core/typed_units.h)
    return()
  endif()
  list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE patterns)
  file(GLOB files CONFIGURE_DEPENDS ${patterns})
  list(SORT files)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
  set(proofs "")
  foreach(file IN LISTS files)
    assay_proofs_of(${file} of_file)
    string(APPEND proofs "${of_file}")
  endforeach()
  configure_file(${CMAKE_SOURCE_DIR}/core/unit_proof.cpp.in ${ASSAY_GENERATED}/unit_proof.cpp @ONLY)
  set_source_files_properties(${ASSAY_GENERATED}/unit_proof.cpp PROPERTIES
    SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE ${ASSAY_GENERATED}/unit_proof.cpp)
endfunction()
