// SPDX-License-Identifier: MIT
/// What `cmake --install` and the Debian packages bring, used as a stranger would.

#include <gmock/gmock.h>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// An installation below "prefix" in the folder of the test.
class Installation : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    const Outcome installed =
        shell("cmake --install '" ASSAY_BINARY_DIR "' --prefix \"$PWD/prefix\"");
    ASSERT_EQ(installed.status, 0) << installed.errors;
    write("half.md", kHalf);
    write("third.md", kThird);
    write("other.md", kOther);
  }

  /// The example, which has been built as `program`, tells right from wrong.
  void try_example(const std::string& program) const {
    const Outcome conflict = shell(program + " half.md third.md");
    EXPECT_EQ(conflict.status, 1) << conflict.errors;
    EXPECT_THAT(conflict.output, StartsWith("error ("));
    EXPECT_THAT(conflict.output, HasSubstr("half.md:1:"));
    EXPECT_THAT(conflict.output, HasSubstr("third.md:1:"));
    const Outcome none = shell(program + " half.md other.md");
    EXPECT_EQ(none.status, 0) << none.errors;
    EXPECT_EQ(none.output, "");
    const Outcome claim = shell(program + " half.md other.md \"$(cat third.md)\"");
    EXPECT_EQ(claim.status, 1) << claim.errors;
    EXPECT_THAT(claim.output, StartsWith("the claim is contradicted\n  half.md:1:"));
    const Outcome missing = shell(program + " half.md missing.md");
    EXPECT_EQ(missing.status, 2);
    EXPECT_THAT(missing.errors, HasSubstr("missing.md"));
  }
};

TEST_F(Installation, HasEverythingInItsPlace) {
  for (const char* file :
       {"bin/assay", "include/assay/assay.h", "share/man/man1/assay.1.gz",
        "share/bash-completion/completions/assay", "share/fish/vendor_completions.d/assay.fish",
        "share/zsh/site-functions/_assay", "share/doc/assay/README.md", "share/doc/assay/copyright",
        "share/doc/assay/docs/recipes/github.yml"}) {
    EXPECT_TRUE(exists(std::string("prefix/") + file)) << file;
  }
  EXPECT_THAT(shell("prefix/bin/assay --version").output, StartsWith("assay "));
  const Outcome manual = shell("gzip -d -c prefix/share/man/man1/assay.1.gz");
  EXPECT_THAT(manual.output, StartsWith(".TH ASSAY 1"));
}

TEST_F(Installation, ServesCMake) {
  const Outcome built = shell("cmake -S '" ASSAY_SOURCE_DIR
                              "/examples/check_two_notes' -B example "
                              "-DCMAKE_PREFIX_PATH=\"$PWD/prefix\" -DCMAKE_BUILD_TYPE=Release && "
                              "cmake --build example");
  ASSERT_EQ(built.status, 0) << built.output << built.errors;
  try_example("example/check_two_notes");
}

TEST_F(Installation, ServesPkgConfigWhereverItIsMoved) {
  ASSERT_EQ(shell("mv prefix moved").status, 0);
  const Outcome built = shell(
      "export PKG_CONFIG_PATH=\"$(dirname \"$(find \"$PWD\" -name assay.pc)\")\"; "
      "c++ -std=c++20 -Wall -Wextra -Werror $(pkg-config --cflags assay) "
      "'" ASSAY_SOURCE_DIR
      "/examples/check_two_notes/check_two_notes.cpp' "
      "-o check_two_notes $(pkg-config --libs assay)");
  ASSERT_EQ(built.status, 0) << built.errors;
  try_example(
      "LD_LIBRARY_PATH=\"$(dirname \"$(find \"$PWD\" -name libassay.so)\")\" ./check_two_notes");
}

TEST_F(Installation, AnotherVersionIsRefused) {
  write("CMakeLists.txt",
        "cmake_minimum_required(VERSION 3.25)\nproject(other LANGUAGES CXX)\n"
        "find_package(assay 99.0 CONFIG REQUIRED)\n");
  const Outcome refused = shell("cmake -B other -DCMAKE_PREFIX_PATH=\"$PWD/prefix\"");
  EXPECT_NE(refused.status, 0);
  EXPECT_THAT(refused.errors, HasSubstr("99.0"));
}

/// The Debian packages, as scripts/package has them made.
class DebianPackages : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    const Outcome made =
        shell("cpack --config '" ASSAY_BINARY_DIR "/CPackConfig.cmake' -G DEB -B packages");
    ASSERT_EQ(made.status, 0) << made.output << made.errors;
  }
  /// The fields of the one package whose file's name starts with `name`.
  [[nodiscard]] std::string fields(const std::string& name) const {
    const Outcome shown = shell("dpkg-deb --field packages/" + name + "_*.deb");
    EXPECT_EQ(shown.status, 0) << shown.errors;
    return shown.output;
  }
  [[nodiscard]] std::string files(const std::string& name) const {
    const Outcome shown = shell("dpkg-deb --contents packages/" + name + "_*.deb");
    EXPECT_EQ(shown.status, 0) << shown.errors;
    return shown.output;
  }
};

/// One test, since making the packages takes longer than looking at them.
TEST_F(DebianPackages, AreComplete) {
  // What they need.
  EXPECT_THAT(fields("assay"), HasSubstr("libsqlite3-0 (>= "));
  EXPECT_THAT(fields("assay"), Not(HasSubstr("libassay")));
  EXPECT_THAT(fields("libassay0.*"), HasSubstr("libsqlite3-0 (>= "));
  EXPECT_THAT(fields("libassay-dev"), HasSubstr("Depends: libassay0."));
  // What they hold.
  EXPECT_THAT(files("assay"), HasSubstr(" ./usr/bin/assay\n"));
  EXPECT_THAT(files("assay"), HasSubstr(" ./usr/share/man/man1/assay.1.gz\n"));
  EXPECT_THAT(files("assay"), HasSubstr(" ./usr/share/zsh/vendor-completions/_assay\n"));
  EXPECT_THAT(files("assay"), Not(HasSubstr("/include/")));
  EXPECT_THAT(files("libassay0.*"), HasSubstr("/libassay.so.0."));
  EXPECT_THAT(files("libassay0.*"), Not(HasSubstr("/libassay.so ")));
  EXPECT_THAT(files("libassay-dev"), HasSubstr("/libassay.so -> libassay.so.0."));
  EXPECT_THAT(files("libassay-dev"), HasSubstr(" ./usr/include/assay/assay.h\n"));
  EXPECT_THAT(files("libassay-dev"), HasSubstr("/pkgconfig/assay.pc\n"));
  // The program out of its package, without the tree that it was built in.
  ASSERT_EQ(shell("dpkg-deb --extract packages/assay_*.deb root").status, 0);
  const Outcome libraries = shell("ldd root/usr/bin/assay");
  EXPECT_EQ(libraries.status, 0) << libraries.errors;
  EXPECT_THAT(libraries.output, Not(HasSubstr("not found")));
  EXPECT_THAT(libraries.output, Not(HasSubstr("libassay")));
  write("half.md", kHalf);
  write("third.md", kThird);
  EXPECT_EQ(shell("root/usr/bin/assay check half.md").status, 0);
  EXPECT_EQ(shell("root/usr/bin/assay check half.md third.md").status, 1);
}

}  // namespace
}  // namespace assay
