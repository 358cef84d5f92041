# SPDX-License-Identifier: MIT
# libassay.so: api/, and within it the static libraries that the program is made of too.

# Code that may be loaded at any address. With hidden names it is as fast as the program's own, so
# that both are made of the same object files.
foreach(folder core facts checks)
  set_target_properties(assay_${folder} PROPERTIES
    POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_compile_options(assay_${folder} PRIVATE -fno-semantic-interposition)
endforeach()

file(GLOB api_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/api/*.cpp)
add_library(assay_api SHARED ${api_sources})
set_target_properties(assay_api PROPERTIES
  OUTPUT_NAME assay
  EXPORT_NAME assay
  VERSION ${PROJECT_VERSION}
  # While the version is 0.x, a minor version may break programs.
  SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
  CXX_VISIBILITY_PRESET hidden
  VISIBILITY_INLINES_HIDDEN ON
  LINK_DEPENDS ${CMAKE_SOURCE_DIR}/api/exported.map)
target_compile_definitions(assay_api PRIVATE ASSAY_VERSION="${PROJECT_VERSION}")
target_compile_features(assay_api PUBLIC cxx_std_20)
target_include_directories(assay_api PUBLIC $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include>)
target_link_libraries(assay_api PRIVATE assay_checks)
target_link_options(assay_api PRIVATE
  LINKER:--version-script=${CMAKE_SOURCE_DIR}/api/exported.map
  # The sanitizers' own functions are the program's that loads it.
  $<$<NOT:$<BOOL:${ASSAY_SANITIZE}>>:LINKER:--no-undefined>
  LINKER:--as-needed)
