// SPDX-License-Identifier: MIT
#pragma once
/// SQLite by value: connections, statements and transactions that close themselves, and failures
/// that say in words what is wrong with which file. Every error has the code Io.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace assay {

/// A compiled statement. Must not outlive its Database.
class Statement {
 public:
  /// Gives the next parameter its value; the first call fills ?1. Texts are copied.
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind(double number);
  Statement& bind_null();
  /// As above, or NULL when absent.
  template <class Value>
  Statement& bind(const std::optional<Value>& value) {
    return value ? bind(*value) : bind_null();
  }

  /// Goes to the next row. False: there is none, and the statement is ready to be bound again.
  /// Errors: Io, also for a parameter that could not be bound.
  [[nodiscard]] Result<bool> step();
  /// Runs a statement that has no rows, and makes it ready to be bound again. Errors: Io.
  [[nodiscard]] Result<Done> run();

  /// Calls `visit` with this statement for each row; it returns a Result<Done>. Stops at the first
  /// failure and returns it. Errors: Io, and those of `visit`.
  template <class Visit>
  [[nodiscard]] Result<Done> each(Visit visit) {
    for (;;) {
      const Result<bool> row = step();
      if (!row) return row.error();
      if (!*row) return Done{};
      Result<Done> visited = visit(*this);
      if (!visited) return visited;
    }
  }

  /// Columns of the current row, from 0. Precondition: the last step() returned true. The text of
  /// text() is valid until the next step; a NULL is an empty text, 0, or absent.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  friend class Database;
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, std::string path)
      : statement_(statement), path_(std::move(path)) {}
  void note(int code);
  void reset();

  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  std::string path_;
  int next_parameter_ = 1;
  int bind_failure_ = 0;
};

/// A connection to one file.
class Database {
 public:
  enum class Mode : std::uint8_t {
    Read,    ///< the file must exist; no statement can change it
    Write,   ///< the file must exist and be writable
    Create,  ///< as Write, but a missing file is created
  };

  /// Opens `path`. That the content is a database shows with the first statement only.
  /// Errors: Io when the file is missing, a folder, or may not be opened in this way.
  [[nodiscard]] static Result<Database> open(const std::string& path, Mode mode);

  /// Compiles one statement. Errors: Io.
  [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
  /// Runs a script of statements without parameters. Errors: Io.
  [[nodiscard]] Result<Done> run(const std::string& script) const;
  /// The first column of the first row, 0 when there is no row. Errors: Io.
  [[nodiscard]] Result<std::int64_t> integer(std::string_view sql) const;

  [[nodiscard]] const std::string& path() const { return path_; }
  /// An Error of this file.
  [[nodiscard]] Error error(std::string message) const;

 private:
  struct Closer {
    void operator()(sqlite3* connection) const;
  };
  Database(sqlite3* connection, std::string path)
      : connection_(connection), path_(std::move(path)) {}

  std::unique_ptr<sqlite3, Closer> connection_;
  std::string path_;
};

/// All or nothing: what is done until commit() is undone unless commit() is reached.
/// Must not outlive its Database.
class Transaction {
 public:
  /// For reading, all statements see one state. For writing, this waits for other writers (up to
  /// the busy timeout) and then keeps them out. Errors: Io.
  [[nodiscard]] static Result<Transaction> read(const Database& database);
  [[nodiscard]] static Result<Transaction> write(const Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  /// Makes the changes last. Errors: Io; nothing has been changed then.
  [[nodiscard]] Result<Done> commit();

 private:
  explicit Transaction(const Database& database) : database_(&database) {}
  static Result<Transaction> begin(const Database& database, const std::string& kind);

  const Database* database_;  ///< nullptr: over
};

}  // namespace assay
