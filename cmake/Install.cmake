# SPDX-License-Identifier: MIT
# What `cmake --install` puts where, in three components: program, library, development.

# The folder in which Debian looks for libraries, whatever the prefix is.
set(CMAKE_INSTALL_LIBDIR lib/${CMAKE_LIBRARY_ARCHITECTURE} CACHE PATH "Folder of libraries")
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
find_program(GZIP gzip REQUIRED)

# The Debian package of each component; the library's has the number of its interface in its name.
set(ASSAY_program_PACKAGE assay)
set(ASSAY_library_PACKAGE libassay${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(ASSAY_development_PACKAGE libassay-dev)

# Each package tells its licence and its history.
set(changelog ${ASSAY_GENERATED}/changelog.gz)
add_custom_command(OUTPUT ${changelog}
  COMMAND ${GZIP} -9 -n -c ${CMAKE_SOURCE_DIR}/packaging/changelog > ${changelog}
  DEPENDS packaging/changelog)
foreach(component program library development)
  set(folder ${CMAKE_INSTALL_DATAROOTDIR}/doc/${ASSAY_${component}_PACKAGE})
  install(FILES LICENSE DESTINATION ${folder} RENAME copyright COMPONENT ${component})
  install(FILES ${changelog} DESTINATION ${folder} COMPONENT ${component})
endforeach()

# --- program: the manual and the completions are made by the program itself ---

install(TARGETS assay RUNTIME COMPONENT program)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

set(manual ${ASSAY_GENERATED}/assay.1)
add_custom_command(OUTPUT ${manual}.gz
  COMMAND assay manual -o ${manual}
  COMMAND ${GZIP} -9 -n -f ${manual}
  DEPENDS assay)
install(FILES ${manual}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)

set(completions "")
foreach(shell bash zsh fish)
  set(completion ${ASSAY_GENERATED}/completion.${shell})
  add_custom_command(OUTPUT ${completion}
    COMMAND assay completion ${shell} -o ${completion}
    DEPENDS assay)
  list(APPEND completions ${completion})
endforeach()
install(FILES ${ASSAY_GENERATED}/completion.bash RENAME assay
  DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/bash-completion/completions COMPONENT program)
install(FILES ${ASSAY_GENERATED}/completion.fish RENAME assay.fish
  DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/fish/vendor_completions.d COMPONENT program)
# Debian's zsh looks for those of packages elsewhere than for those of the machine.
install(CODE "
  set(folder site-functions)
  if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\")
    set(folder vendor-completions)
  endif()
  file(INSTALL \"${ASSAY_GENERATED}/completion.zsh\" RENAME _assay
    DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATAROOTDIR}/zsh/\${folder}\")
  " COMPONENT program)
add_custom_target(installed_files ALL DEPENDS ${changelog} ${manual}.gz ${completions})

# --- library and development ---

install(TARGETS assay_api EXPORT assay
  LIBRARY COMPONENT library NAMELINK_COMPONENT development)
install(DIRECTORY include/assay DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
target_include_directories(assay_api INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)

# For find_package(assay CONFIG): the target assay::assay.
set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/assay)
install(EXPORT assay FILE assay-config.cmake NAMESPACE assay::
  DESTINATION ${config_folder} COMPONENT development)
write_basic_package_version_file(${ASSAY_GENERATED}/assay-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${ASSAY_GENERATED}/assay-config-version.cmake
  DESTINATION ${config_folder} COMPONENT development)

# For pkg-config. The prefix is told from the place of the file, so that it may be moved.
set(pkgconfig_folder ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH to_prefix /${pkgconfig_folder} /)
configure_file(packaging/assay.pc.in ${ASSAY_GENERATED}/assay.pc @ONLY)
install(FILES ${ASSAY_GENERATED}/assay.pc DESTINATION ${pkgconfig_folder} COMPONENT development)
