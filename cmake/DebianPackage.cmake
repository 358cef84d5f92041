# SPDX-License-Identifier: MIT
# Three Debian packages of the components: assay, libassay<version> and libassay-dev. scripts/package
# makes them.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The assay authors <maintainers@assay.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find the numbers in documents that cannot all be true")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program library development)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

# The first line of each description is the summary above.
set(about "It reads notes, articles and transcripts in Chinese and English, says
what each quantity is a quantity of, and tells which of them contradict
one another.")

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME ${ASSAY_program_PACKAGE})
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS git)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "${about}
This is the program.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${ASSAY_library_PACKAGE})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "${about}
This is the shared library.")
# Debian has the cache of libraries brought up to date by a trigger.
file(WRITE ${ASSAY_GENERATED}/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${ASSAY_GENERATED}/triggers)

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME ${ASSAY_development_PACKAGE})
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "${ASSAY_library_PACKAGE} (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "${about}
This is what programs need to be built with the library, for CMake and
pkg-config.")

include(CPack)
