// SPDX-License-Identifier: MIT
// What is no fact base, or a damaged one, or may only be read.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "facts/fact_base.h"
#include "tests/facts/fact_base_samples.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

class FactBaseFile : public FactBaseTest {};

TEST_F(FactBaseFile, OpensAnEmptyFileForWriting) {
  FactBase base = open_for_writing(write("empty.db", ""));
  EXPECT_TRUE(base.documents()->empty());
}

TEST_F(FactBaseFile, RefusesWhatIsNoFactBase) {
  const std::string other = path("other.db");
  ASSERT_TRUE(Database::open(other, Database::Mode::Create)->run("CREATE TABLE songs (name)"));
  const struct {
    std::string path;
    const char* reason;
  } rows[] = {
      {write("note.md", "hello"), "not an SQLite database"},
      {write("long.txt", std::string(100000, 'x')), "not an SQLite database"},
      {write("half.db", "SQLite format 3"), "not an SQLite database"},
      {other, "is an SQLite database, but no fact base"},
      {folder_.string(), "is a folder"},
  };
  for (const auto& row : rows) {
    for (const auto mode : {FactBase::Mode::Read, FactBase::Mode::Write}) {
      const Result<FactBase> base = FactBase::open(row.path, mode);
      EXPECT_NE(failure_of(base).find(row.reason), std::string::npos)
          << row.path << ": " << failure_of(base);
      if (!base) {
        EXPECT_EQ(base.error().code, ErrorCode::Io);
        EXPECT_EQ(base.error().file, row.path);
      }
    }
  }
}

TEST_F(FactBaseFile, RefusesWhatIsNotThere) {
  const auto reading = FactBase::open(path("missing.db"), FactBase::Mode::Read);
  EXPECT_EQ(failure_of(reading), "there is no such fact base");
  EXPECT_FALSE(fs::exists(path("missing.db"))) << "reading makes no file";
  const auto empty = FactBase::open(write("empty.db", ""), FactBase::Mode::Read);
  EXPECT_EQ(failure_of(empty), "is empty, no fact base");
  const auto no_folder = FactBase::open(path("missing/facts.db"), FactBase::Mode::Write);
  EXPECT_EQ(failure_of(no_folder), "cannot be opened: No such file or directory");
  EXPECT_EQ(failure_of(FactBase::open("", FactBase::Mode::Write)), "there is no such fact base");
}

TEST_F(FactBaseFile, RefusesANewerSchema) {
  open_for_writing(path());
  ASSERT_TRUE(Database::open(path(), Database::Mode::Write)->run("PRAGMA user_version = 99"));
  for (const auto mode : {FactBase::Mode::Read, FactBase::Mode::Write}) {
    EXPECT_EQ(failure_of(FactBase::open(path(), mode)),
              "was written by a newer assay: its schema is 99, this program knows up to 2");
  }
}

/// How many documents of the base have the key of the sample's subject and metric.
std::size_t count_found(const FactBase& base) {
  const auto hits = base.find_key(make_key(KeyKind::Slots, {"NVIDIA", "market share"}), 10);
  EXPECT_TRUE(hits);
  return hits ? hits->size() : 0;
}

/// Makes of a base what a program of schema 1 wrote.
void make_older(const std::string& path) {
  const auto database = Database::open(path, Database::Mode::Write);
  ASSERT_TRUE(database->run("DROP TABLE fact_keys; PRAGMA user_version = 1"));
}

TEST_F(FactBaseFile, GivesAnOlderSchemaItsKeysWhenItIsWrittenTo) {
  {
    FactBase base = open_for_writing(path());
    ASSERT_TRUE(base.put(make_document("a", 2, 5), "hash"));
    ASSERT_TRUE(base.put(make_document("b", 1, 6), "hash"));
    ASSERT_EQ(count_found(base), 2U);
  }
  make_older(path());
  const Result<FactBase> reading = FactBase::open(path(), FactBase::Mode::Read);
  ASSERT_TRUE(reading) << failure_of(reading);
  EXPECT_FALSE(reading->has_keys());
  EXPECT_EQ(reading->load_all()->size(), 2U);

  FactBase writing = open_for_writing(path());
  EXPECT_TRUE(writing.has_keys());
  EXPECT_EQ(count_found(writing), 2U);
  const auto again = FactBase::open(path(), FactBase::Mode::Read);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->has_keys());
  EXPECT_EQ(count_found(*again), 2U);
}

TEST_F(FactBaseFile, LeavesAnOlderSchemaAloneWhenADocumentOfItIsDamaged) {
  ASSERT_TRUE(open_for_writing(path()).put(make_document("a", 2, 5), "hash"));
  make_older(path());
  ASSERT_TRUE(Database::open(path(), Database::Mode::Write)->run("UPDATE facts SET json = '{}'"));
  const auto base = FactBase::open(path(), FactBase::Mode::Write);
  EXPECT_NE(failure_of(base).find("is damaged: a: "), std::string::npos) << failure_of(base);
  EXPECT_EQ(*Database::open(path(), Database::Mode::Write)->integer("PRAGMA user_version"), 1);
}

TEST_F(FactBaseFile, KeysGoWithTheirDocument) {
  FactBase base = open_for_writing(path());
  ASSERT_TRUE(base.put(make_document("a", 2, 5), "hash"));
  ASSERT_TRUE(base.put(make_document("b", 1, 6), "hash"));
  ASSERT_TRUE(base.put(make_document("b", 3, 7), "other"));
  EXPECT_EQ(count_found(base), 2U);
  ASSERT_TRUE(base.remove("a"));
  EXPECT_EQ(count_found(base), 1U);
  ASSERT_TRUE(base.remove("b"));
  EXPECT_EQ(count_found(base), 0U);
  EXPECT_EQ(
      *Database::open(path(), Database::Mode::Read)->integer("SELECT count(*) FROM fact_keys"), 0);
}

TEST_F(FactBaseFile, ReadingChangesNothing) {
  {
    FactBase base = open_for_writing(path());
    put(base, make_document("a", 1, 1), "h");
  }
  Result<FactBase> base = FactBase::open(path(), FactBase::Mode::Read);
  ASSERT_TRUE(base);
  const Result<bool> changed = base->put(make_document("b", 1, 1), "h");
  ASSERT_FALSE(changed);
  EXPECT_NE(changed.error().message.find("read-only"), std::string::npos)
      << changed.error().message;
  EXPECT_FALSE(base->remove("a"));
  EXPECT_EQ(base->documents()->size(), 1U);
}

TEST_F(FactBaseFile, SaysSoWhenFileOrFolderIsReadOnly) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  {
    FactBase base = open_for_writing(path());
    put(base, make_document("a", 1, 1), "h");
  }
  fs::permissions(path(), fs::perms::owner_read);
  EXPECT_EQ(failure_of(FactBase::open(path(), FactBase::Mode::Write)),
            "cannot be written: the file or its folder is read-only");
  fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
  Result<FactBase> base = FactBase::open(path(), FactBase::Mode::Read);
  EXPECT_TRUE(base && base->load("a")) << "reading works all the same";
  fs::permissions(folder_, fs::perms::owner_all);
}

TEST_F(FactBaseFile, DamageIsAnErrorNeverACrash) {
  {
    FactBase base = open_for_writing(path());
    for (int i = 0; i < 40; ++i) put(base, make_document(std::to_string(i), 20, 1), "h");
  }
  const auto size = static_cast<std::streamoff>(fs::file_size(path()));
  int damage_seen = 0;
  for (std::streamoff begin = 4096; begin + 4096 < size; begin += 32 * 4096) {
    fs::copy_file(path(), path("copy.db"), fs::copy_options::overwrite_existing);
    {
      std::fstream file(path("copy.db"), std::ios::binary | std::ios::in | std::ios::out);
      file.seekp(begin);
      file << std::string(4096, '\x5a');
    }
    Result<FactBase> base = FactBase::open(path("copy.db"), FactBase::Mode::Write);
    if (!base) continue;
    const Result<std::vector<ReadDocument>> all = base->load_all();
    if (all) continue;
    ++damage_seen;
    EXPECT_EQ(all.error().code, ErrorCode::Io);
    EXPECT_EQ(all.error().file, path("copy.db"));
    EXPECT_NE(all.error().message.find("is damaged"), std::string::npos) << all.error().message;
  }
  EXPECT_GT(damage_seen, 0);
}

TEST_F(FactBaseFile, AFactThatMakesNoSenseIsDamage) {
  FactBase base = open_for_writing(path());
  put(base, make_document("a", 1, 1), "h");
  const Result<Database> database = Database::open(path(), Database::Mode::Write);
  ASSERT_TRUE(database->run("UPDATE facts SET json = '{\"text\": 1'"));
  EXPECT_NE(base.load("a").error().message.find("is damaged: a: "), std::string::npos);
  ASSERT_TRUE(database->run("DELETE FROM facts; UPDATE links SET kind = 'rhyme'"));
  EXPECT_NE(base.load("a").error().message.find("unknown kind of link"), std::string::npos);
}

}  // namespace
}  // namespace assay
