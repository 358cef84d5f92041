// SPDX-License-Identifier: MIT
#include "tests/api/samples.h"
#include "tests/cli/program.h"

namespace assay::api {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class LibraryCollection : public ProgramTest {
 protected:
  [[nodiscard]] Collection base(Access access) const {
    return Collection::open(path("facts.db"), access).value();
  }
};

/// Adding, replacing and removing are the same in memory and in a fact base.
void try_changes(Collection collection) {
  EXPECT_TRUE(collection.add(read_note("b.md", kHalf)).value());
  EXPECT_TRUE(collection.add(read_note("a.md", kOther)).value());
  EXPECT_THAT(ids_of(collection), ElementsAre("a.md", "b.md"));
  EXPECT_FALSE(collection.add(read_note("b.md", kHalf)).value());
  EXPECT_TRUE(collection.add(read_note("b.md", kThird)).value());
  const std::vector<Document> documents = collection.documents().value();
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[1].facts().at(0).text, "30%");
  EXPECT_TRUE(collection.remove("a.md").value());
  EXPECT_FALSE(collection.remove("a.md").value());
  EXPECT_THAT(ids_of(collection), ElementsAre("b.md"));
}

TEST_F(LibraryCollection, ChangesInMemory) { try_changes(Collection()); }
TEST_F(LibraryCollection, ChangesInAFactBase) { try_changes(base(Access::Write)); }

TEST_F(LibraryCollection, FactBaseLastsAndIsChecked) {
  {
    Collection written = base(Access::Write);
    ASSERT_TRUE(written.add(read_note("a.md", kHalf)).value());
  }
  const Collection kept = base(Access::Read);
  EXPECT_THAT(ids_of(kept), ElementsAre("a.md"));
  EXPECT_THAT(english().check(kept).value(), IsEmpty());
  EXPECT_THAT(english().check(read_note("b.md", kThird), kept).value(), SizeIs(1));
  EXPECT_EQ(english().verify(kThird, kept).value().verdict, Verdict::Contradicted);
}

TEST_F(LibraryCollection, MovesFromOneCollectionToAnother) {
  ASSERT_TRUE(base(Access::Write).add(read_note("a.md", kHalf)).value());
  Collection copy;
  for (const Document& document : base(Access::Read).documents().value()) {
    EXPECT_TRUE(copy.add(document).value());
  }
  EXPECT_FALSE(copy.add(read_note("a.md", kHalf)).value());
}

TEST_F(LibraryCollection, ToReadIsNotToWrite) {
  ASSERT_TRUE(base(Access::Write).add(read_note("a.md", kHalf)).value());
  Collection kept = base(Access::Read);
  for (const Result<bool>& refused : {kept.add(read_note("b.md", kThird)), kept.remove("a.md")}) {
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::BadUsage);
  }
  EXPECT_THAT(ids_of(kept), ElementsAre("a.md"));
}

TEST_F(LibraryCollection, WhatIsNoFactBaseIsAnError) {
  const Result<Collection> missing = Collection::open(path("missing.db"), Access::Read);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::Io);
  EXPECT_FALSE(exists("missing.db"));
  write("note.md", kHalf);
  const Result<Collection> note = Collection::open(path("note.md"), Access::Write);
  ASSERT_FALSE(note.has_value());
  EXPECT_EQ(note.error().code, ErrorCode::Io);
  EXPECT_THAT(note.error().file, HasSubstr("note.md"));
  EXPECT_EQ(ProgramTest::read("note.md"), kHalf);
}

TEST_F(LibraryCollection, SharesTheBaseOfTheProgram) {
  write("a.md", kHalf);
  ASSERT_EQ(assay({"add", "--base", "facts.db", "a.md"}).status, 0);
  // The same text under the same name: nobody has to read it again.
  EXPECT_FALSE(base(Access::Write).add(read_note("a.md", kHalf)).value());
  ASSERT_TRUE(base(Access::Write).add(read_note("b.md", kThird)).value());
  write("b.md", kThird);
  EXPECT_EQ(assay({"add", "--base", "facts.db", "b.md"}).output,
            "0 added, 0 updated, 1 unchanged\n");
  const Outcome check = assay({"check", "--base", "facts.db", "--format", "json"});
  EXPECT_EQ(check.status, 1);
  const std::vector<Finding> findings = english().check(base(Access::Read)).value();
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(check.output, HasSubstr(findings.front().id));
}

/// What else it is made of would clash with what a program links beside it.
TEST_F(LibraryCollection, LibraryShowsNothingButItsInterface) {
  const Outcome symbols =
      shell("nm --dynamic --defined-only --demangle '" ASSAY_BINARY_DIR "/libassay.so'");
  ASSERT_EQ(symbols.status, 0) << symbols.errors;
  EXPECT_THAT(symbols.output, HasSubstr(" assay::api::Engine::create("));
  for (const std::string& line : symbols.lines()) {
    EXPECT_THAT(line, HasSubstr(" assay::api::"));
    EXPECT_THAT(line, Not(testing::ContainsRegex("Store::|State::|Data::|to_api")));
  }
}

}  // namespace
}  // namespace assay::api
