// SPDX-License-Identifier: MIT
// Writers that are killed, and several at once.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "facts/fact_base.h"
#include "tests/facts/fact_base_samples.h"

namespace assay {
namespace {

class FactBaseWriters : public FactBaseTest {};

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

TEST_F(FactBaseWriters, AKillLeavesWholeDocuments) {
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

TEST_F(FactBaseWriters, TwoWritersWaitForEachOther) {
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
