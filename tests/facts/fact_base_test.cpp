// SPDX-License-Identifier: MIT
#include "facts/fact_base.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <thread>

#include "facts/fact_json.h"
#include "tests/temporary_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

class FactBaseTest : public TemporaryFolderTest {
 protected:
  [[nodiscard]] std::string path() const { return TemporaryFolderTest::path("facts.db"); }
  using TemporaryFolderTest::path;
};

Fact make_fact(const std::string& subject, const std::string& metric, double value) {
  Fact fact;
  fact.text = std::to_string(value);
  fact.mention = {10, 10 + fact.text.size()};
  fact.quantity.stated = Interval::point(value);
  fact.quantity.tolerance = Interval::half_open(value - 0.5, value + 0.5);
  fact.quantity.unit.dimension = Dimension::Ratio;
  fact.quantity.written_unit = "%";
  fact.subject = {.value = subject, .source = SlotSource::Frame, .known = true};
  fact.metric = {.value = metric, .source = SlotSource::Heading};
  fact.period = year_period(2025);
  fact.skeleton = 0xFEDCBA9876543210;
  fact.sentence = "英伟达的份额为 \"" + fact.text + "\"";
  return fact;
}

/// A document with `count` facts, each with the value `value`.
ReadDocument make_document(const std::string& id, std::size_t count, double value) {
  ReadDocument document;
  document.id = id;
  document.title = "标题 of " + id;
  document.source = "https://example.org/" + id;
  document.kind = "note";
  document.date = make_day(2025, 11, 19);
  document.notes = {"unclosed tag at byte 17", "an \"odd\" line\nbreak"};
  for (std::size_t i = 0; i < count; ++i) {
    document.facts.push_back(make_fact("NVIDIA", "market share", value));
    document.facts.back().document = id;
  }
  document.links.push_back({.kind = LinkKind::Complement, .first = 0, .second = 1});
  return document;
}

FactBase open_for_writing(const std::string& path) {
  Result<FactBase> base = FactBase::open(path, FactBase::Mode::Write);
  if (!base) {
    ADD_FAILURE() << base.error().to_string();
    std::abort();
  }
  return std::move(*base);
}

void put(FactBase& base, const ReadDocument& document, const std::string& hash) {
  const Result<bool> changed = base.put(document, hash);
  ASSERT_TRUE(changed) << changed.error().to_string();
  EXPECT_TRUE(*changed);
}

std::string failure_of(const Result<FactBase>& base) {
  return base ? "opened" : base.error().message;
}

// --- storing ---

TEST_F(FactBaseTest, GivesADocumentBackAsItWasPut) {
  ReadDocument document = make_document("notes/甲.md", 3, 50);
  document.facts[1].quantity.stated = Interval::at_least(5e11);
  document.facts[1].period.reset();
  document.links.push_back({.kind = LinkKind::Change, .first = 0, .second = 1, .third = 2});
  FactBase base = open_for_writing(path());
  put(base, document, "h1");

  const Result<ReadDocument> loaded = base.load("notes/甲.md");
  ASSERT_TRUE(loaded) << loaded.error().to_string();
  EXPECT_EQ(loaded->title, document.title);
  EXPECT_EQ(loaded->source, document.source);
  EXPECT_EQ(loaded->kind, document.kind);
  EXPECT_EQ(loaded->date, document.date);
  EXPECT_EQ(loaded->notes, document.notes);
  ASSERT_EQ(loaded->facts.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    std::string expected;
    std::string found;
    append_fact_json(document.facts[i], expected);
    append_fact_json(loaded->facts[i], found);
    EXPECT_EQ(found, expected);
  }
  ASSERT_EQ(loaded->links.size(), 2U);
  EXPECT_EQ(loaded->links[0].kind, LinkKind::Complement);
  EXPECT_EQ(loaded->links[0].third, kNoFact);
  EXPECT_EQ(loaded->links[1].kind, LinkKind::Change);
  EXPECT_EQ(loaded->links[1].third, 2U);
}

TEST_F(FactBaseTest, KeepsADocumentWithNothingInIt) {
  FactBase base = open_for_writing(path());
  put(base, {.id = "empty"}, "");
  const Result<ReadDocument> loaded = base.load("empty");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->date, std::nullopt);
  EXPECT_TRUE(loaded->facts.empty());
  EXPECT_TRUE(loaded->links.empty());
  EXPECT_TRUE(loaded->notes.empty());
}

TEST_F(FactBaseTest, KeepsAnIdThatIsNoUtf8) {
  const std::string id = "caf\xe9\xff.md";
  FactBase base = open_for_writing(path());
  put(base, make_document(id, 1, 1), "h");
  const Result<ReadDocument> loaded = base.load(id);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->facts[0].document, id);
}

TEST_F(FactBaseTest, AnUnchangedDocumentIsNotWritten) {
  FactBase base = open_for_writing(path());
  put(base, make_document("a", 2, 50), "h1");
  const auto written = fs::last_write_time(path());

  EXPECT_TRUE(*base.has("a", "h1"));
  EXPECT_FALSE(*base.has("a", "h2"));
  EXPECT_FALSE(*base.has("b", "h1"));
  const Result<bool> changed = base.put(make_document("a", 9, 7), "h1");
  ASSERT_TRUE(changed);
  EXPECT_FALSE(*changed);
  EXPECT_EQ(fs::last_write_time(path()), written);
  EXPECT_EQ(base.load("a")->facts.size(), 2U);
}

TEST_F(FactBaseTest, AChangedDocumentReplacesTheOldOne) {
  FactBase base = open_for_writing(path());
  put(base, make_document("a", 5, 50), "h1");
  put(base, make_document("b", 1, 50), "h1");
  put(base, make_document("a", 2, 60), "h2");

  const Result<std::vector<DocumentRow>> rows = base.documents();
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].id, "a");
  EXPECT_EQ((*rows)[0].content_hash, "h2");
  EXPECT_EQ((*rows)[0].facts, 2U);
  EXPECT_EQ(base.find("NVIDIA", "")->size(), 3U) << "no fact of the old document is left";
}

TEST_F(FactBaseTest, DocumentsComeInTheOrderOfTheirIds) {
  FactBase base = open_for_writing(path());
  for (const char* id : {"c", "a", "b"}) put(base, make_document(id, 1, 1), "h");
  const Result<std::vector<ReadDocument>> all = base.load_all();
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 3U);
  EXPECT_EQ((*all)[0].id, "a");
  EXPECT_EQ((*all)[1].id, "b");
  EXPECT_EQ((*all)[2].id, "c");
}

TEST_F(FactBaseTest, RemovesADocumentWithItsFacts) {
  FactBase base = open_for_writing(path());
  put(base, make_document("a", 2, 1), "h");
  put(base, make_document("b", 1, 1), "h");
  EXPECT_TRUE(*base.remove("a"));
  EXPECT_FALSE(*base.remove("a"));
  EXPECT_FALSE(base.load("a"));
  EXPECT_EQ(base.find("", "")->size(), 1U);
  EXPECT_TRUE(base.load("b"));
}

TEST_F(FactBaseTest, FindsBySubjectAndMetric) {
  ReadDocument document{.id = "a"};
  document.facts = {make_fact("NVIDIA", "market share", 50), make_fact("NVIDIA", "revenue", 3),
                    make_fact("AMD", "market share", 10), make_fact("", "", 1)};
  FactBase base = open_for_writing(path());
  put(base, document, "h");
  const struct {
    const char* subject;
    const char* metric;
    std::size_t count;
  } rows[] = {{"NVIDIA", "market share", 1}, {"NVIDIA", "", 2},
              {"", "market share", 2},       {"", "", 4},
              {"nvidia", "market share", 0},  // names are canonical: letter case matters
              {"NVIDIA", "market", 0},       {"' OR 1 --", "", 0}};
  for (const auto& row : rows) {
    const Result<std::vector<Fact>> found = base.find(row.subject, row.metric);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->size(), row.count) << row.subject << " / " << row.metric;
  }
}

// --- hashes ---

TEST(ContentHash, ChangesWithEveryPart) {
  const std::string hash = content_hash("text", "1");
  EXPECT_EQ(hash.size(), 32U);
  EXPECT_EQ(hash.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(hash, content_hash("text", "1"));
  EXPECT_NE(hash, content_hash("text ", "1"));
  EXPECT_NE(hash, content_hash("text", "2"));
  EXPECT_NE(content_hash("ab", "c"), content_hash("a", "bc"));
  EXPECT_NE(content_hash("", ""), content_hash(std::string_view("\0", 1), ""));
}

// --- files that are no fact base ---

TEST_F(FactBaseTest, OpensAnEmptyFileForWriting) {
  FactBase base = open_for_writing(write("empty.db", ""));
  EXPECT_TRUE(base.documents()->empty());
}

TEST_F(FactBaseTest, RefusesWhatIsNoFactBase) {
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

TEST_F(FactBaseTest, RefusesWhatIsNotThere) {
  const auto reading = FactBase::open(path("missing.db"), FactBase::Mode::Read);
  EXPECT_EQ(failure_of(reading), "there is no such fact base");
  EXPECT_FALSE(fs::exists(path("missing.db"))) << "reading makes no file";
  const auto empty = FactBase::open(write("empty.db", ""), FactBase::Mode::Read);
  EXPECT_EQ(failure_of(empty), "is empty, no fact base");
  const auto no_folder = FactBase::open(path("missing/facts.db"), FactBase::Mode::Write);
  EXPECT_EQ(failure_of(no_folder), "cannot be opened: No such file or directory");
  EXPECT_EQ(failure_of(FactBase::open("", FactBase::Mode::Write)), "there is no such fact base");
}

TEST_F(FactBaseTest, RefusesANewerSchema) {
  open_for_writing(path());
  ASSERT_TRUE(Database::open(path(), Database::Mode::Write)->run("PRAGMA user_version = 99"));
  for (const auto mode : {FactBase::Mode::Read, FactBase::Mode::Write}) {
    EXPECT_EQ(failure_of(FactBase::open(path(), mode)),
              "was written by a newer assay: its schema is 99, this program knows up to 1");
  }
}

TEST_F(FactBaseTest, ReadingChangesNothing) {
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

TEST_F(FactBaseTest, SaysSoWhenFileOrFolderIsReadOnly) {
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

TEST_F(FactBaseTest, DamageIsAnErrorNeverACrash) {
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

TEST_F(FactBaseTest, AFactThatMakesNoSenseIsDamage) {
  FactBase base = open_for_writing(path());
  put(base, make_document("a", 1, 1), "h");
  const Result<Database> database = Database::open(path(), Database::Mode::Write);
  ASSERT_TRUE(database->run("UPDATE facts SET json = '{\"text\": 1'"));
  EXPECT_NE(base.load("a").error().message.find("is damaged: a: "), std::string::npos);
  ASSERT_TRUE(database->run("DELETE FROM facts; UPDATE links SET kind = 'rhyme'"));
  EXPECT_NE(base.load("a").error().message.find("unknown kind of link"), std::string::npos);
}

// --- kills and several writers ---

/// Puts documents d0 … d9 over and over; all facts of round n have the value n, and the title says n.
[[noreturn]] void write_for_ever(const std::string& path) {
  Result<FactBase> base = FactBase::open(path, FactBase::Mode::Write);
  if (!base) _exit(1);
  for (int round = 1;; ++round) {
    for (int i = 0; i < 10; ++i) {
      ReadDocument document =
          make_document("d" + std::to_string(i), 30 + static_cast<std::size_t>(round % 20), round);
      document.title = std::to_string(round);
      if (!base->put(document, std::to_string(round))) _exit(1);
    }
  }
}

/// Every document is of one round from its title to its last fact.
void expect_whole(const std::string& path) {
  const Result<FactBase> base = FactBase::open(path, FactBase::Mode::Read);
  ASSERT_TRUE(base) << base.error().to_string();
  const Result<std::vector<ReadDocument>> all = base->load_all();
  ASSERT_TRUE(all) << all.error().to_string();
  for (const ReadDocument& document : *all) {
    const int round = std::stoi(document.title);
    EXPECT_EQ(document.facts.size(), 30 + static_cast<std::size_t>(round % 20));
    EXPECT_EQ(document.links.size(), 1U);
    for (const Fact& fact : document.facts) EXPECT_EQ(fact.quantity.stated.low, round);
  }
  const auto database = Database::open(path, Database::Mode::Read);
  Result<Statement> check = database->prepare("PRAGMA integrity_check");
  ASSERT_TRUE(check && *check->step());
  EXPECT_EQ(check->text(0), "ok");
}

TEST_F(FactBaseTest, AKillLeavesWholeDocuments) {
  open_for_writing(path());
  for (int kill_number = 0; kill_number < 15; ++kill_number) {
    const pid_t writer = fork();
    ASSERT_GE(writer, 0);
    if (writer == 0) write_for_ever(path());
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + 7 * kill_number));
    ASSERT_EQ(kill(writer, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(waitpid(writer, &status, 0), writer);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the writer failed before it was killed";
    expect_whole(path());
  }
  EXPECT_FALSE(open_for_writing(path()).documents()->empty()) << "no writer got anything done";
}

TEST_F(FactBaseTest, TwoWritersWaitForEachOther) {
  constexpr int kDocuments = 60;
  pid_t writers[2];
  for (int w = 0; w < 2; ++w) {
    writers[w] = fork();
    ASSERT_GE(writers[w], 0);
    if (writers[w] != 0) continue;
    // The base does not exist yet: making it is a race as well.
    Result<FactBase> base = FactBase::open(path(), FactBase::Mode::Write);
    if (!base) _exit(1);
    for (int i = 0; i < kDocuments; ++i) {
      const std::string own = std::to_string(w) + "-" + std::to_string(i);
      const std::string shared = "shared-" + std::to_string(i);
      if (!base->put(make_document(own, 5, w), "h")) _exit(2);
      if (!base->put(make_document(shared, 5, w), std::to_string(w))) _exit(3);
    }
    _exit(0);
  }
  for (const pid_t writer : writers) {
    int status = 0;
    ASSERT_EQ(waitpid(writer, &status, 0), writer);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  }
  const FactBase base = open_for_writing(path());
  const Result<std::vector<ReadDocument>> all = base.load_all();
  ASSERT_TRUE(all);
  EXPECT_EQ(all->size(), 3U * kDocuments);
  for (const ReadDocument& document : *all) EXPECT_EQ(document.facts.size(), 5U) << document.id;
}

}  // namespace
}  // namespace assay
