// SPDX-License-Identifier: MIT
#include "facts/sqlite.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>

namespace assay {
namespace {

/// How long a writer waits for another one. A transaction is one document, so that this is much
/// longer than a healthy writer ever takes.
constexpr int kBusyTimeoutMilliseconds = 30000;

/// What the system said when SQLite could not go on, as ": reason", or nothing.
std::string system_reason(sqlite3* connection) {
  const int number = connection == nullptr ? 0 : sqlite3_system_errno(connection);
  return number == 0 ? std::string() : ": " + std::generic_category().message(number);
}

std::string describe(sqlite3* connection, int code) {
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
      return "is no fact base: not an SQLite database";
    case SQLITE_CORRUPT:
      return "is damaged; remove it and add the documents again";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is in use by another process that did not finish in time";
    case SQLITE_READONLY:
      return "cannot be written: the file or its folder is read-only";
    case SQLITE_CANTOPEN:
      return "cannot be opened" + system_reason(connection);
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "cannot be opened: no permission";
    case SQLITE_FULL:
      return "cannot be written: no space left";
    case SQLITE_IOERR:
      return "cannot be read or written" + system_reason(connection);
    default:
      return std::string("failed: ") +
             (connection == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(connection));
  }
}

Error database_error(sqlite3* connection, int code, const std::string& path) {
  return {.code = ErrorCode::Io, .message = describe(connection, code), .file = path};
}

}  // namespace

// --- Statement ---

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::note(int code) {
  if (code != SQLITE_OK && bind_failure_ == SQLITE_OK) bind_failure_ = code;
}

Statement& Statement::bind(std::string_view text) {
  // A null pointer would be NULL, not an empty text.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  note(sqlite3_bind_text64(statement_.get(), next_parameter_++, bytes, text.size(),
                           SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  note(sqlite3_bind_int64(statement_.get(), next_parameter_++, number));
  return *this;
}

Statement& Statement::bind(double number) {
  note(sqlite3_bind_double(statement_.get(), next_parameter_++, number));
  return *this;
}

Statement& Statement::bind_null() {
  note(sqlite3_bind_null(statement_.get(), next_parameter_++));
  return *this;
}

void Statement::reset() {
  // The code repeats that of the step before, which has been reported.
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  next_parameter_ = 1;
  bind_failure_ = SQLITE_OK;
}

Result<bool> Statement::step() {
  const int code = bind_failure_ == SQLITE_OK ? sqlite3_step(statement_.get()) : bind_failure_;
  if (code == SQLITE_ROW) return true;
  std::optional<Error> failure;
  if (code != SQLITE_DONE) {
    failure = database_error(sqlite3_db_handle(statement_.get()), code, path_);
  }
  reset();
  if (failure) return *failure;
  return false;
}

Result<Done> Statement::run() {
  const Result<bool> row = step();
  if (!row) return row.error();
  reset();
  return Done{};
}

std::string_view Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

// --- Database ---

void Database::Closer::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Error Database::error(std::string message) const {
  return {.code = ErrorCode::Io, .message = std::move(message), .file = path_};
}

Result<Database> Database::open(const std::string& path, Mode mode) {
  std::error_code ignored;
  const bool exists = std::filesystem::exists(path, ignored);
  // An empty name would be a private temporary database.
  if (path.empty() || (!exists && mode != Mode::Create)) {
    return Error{.code = ErrorCode::Io, .message = "there is no such fact base", .file = path};
  }
  if (std::filesystem::is_directory(path, ignored)) {
    return Error{.code = ErrorCode::Io, .message = "is a folder, no fact base", .file = path};
  }
  // A reader, too, must be able to write: it may have to undo what a killed writer left half done.
  const int flags = SQLITE_OPEN_READWRITE | (mode == Mode::Create ? SQLITE_OPEN_CREATE : 0);
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &connection, flags, nullptr);
  // Even a connection that failed to open has to be closed.
  Database database(connection, path);
  if (code != SQLITE_OK) return database_error(connection, code, path);
  // SQLite silently falls back to reading where it may not write.
  if (mode != Mode::Read && sqlite3_db_readonly(connection, "main") == 1) {
    return database_error(connection, SQLITE_READONLY, path);
  }
  sqlite3_busy_timeout(connection, kBusyTimeoutMilliseconds);
  if (mode == Mode::Read) {
    const Result<Done> set = database.run("PRAGMA query_only = ON");
    if (!set) return set.error();
  }
  return database;
}

Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                      &statement, nullptr);
  if (code != SQLITE_OK) return database_error(connection_.get(), code, path_);
  return Statement(statement, path_);
}

Result<Done> Database::run(const std::string& script) const {
  const int code = sqlite3_exec(connection_.get(), script.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return database_error(connection_.get(), code, path_);
  return Done{};
}

Result<std::int64_t> Database::integer(std::string_view sql) const {
  Result<Statement> statement = prepare(sql);
  if (!statement) return statement.error();
  const Result<bool> row = statement->step();
  if (!row) return row.error();
  return *row ? statement->integer(0) : 0;
}

// --- Transaction ---

Result<Transaction> Transaction::begin(const Database& database, const std::string& kind) {
  const Result<Done> begun = database.run("BEGIN " + kind);
  if (!begun) return begun.error();
  return Transaction(database);
}

Result<Transaction> Transaction::read(const Database& database) {
  return begin(database, "DEFERRED");
}

Result<Transaction> Transaction::write(const Database& database) {
  return begin(database, "IMMEDIATE");
}

Transaction::~Transaction() {
  // When this fails, SQLite has rolled back by itself.
  if (database_ != nullptr) static_cast<void>(database_->run("ROLLBACK"));
}

Result<Done> Transaction::commit() {
  Result<Done> done = database_->run("COMMIT");
  if (done) database_ = nullptr;
  return done;
}

}  // namespace assay
