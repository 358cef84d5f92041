// SPDX-License-Identifier: MIT
#pragma once
/// The library: read documents, collect them, check their numbers, verify claims. Everything here is
/// in the namespace assay::api and needs the standard library alone.
///
///     namespace api = assay::api;
///     api::Result<api::Engine> engine = api::Engine::create({.language = api::Language::English});
///     if (!engine) return complain(engine.error().to_string());
///     api::Collection notes;
///     for (const std::string& path : paths) {
///       api::Result<api::Document> document = engine->read_file(path);
///       if (!document) return complain(document.error().to_string());
///       const api::Result<bool> added = notes.add(*document);
///       if (!added) return complain(added.error().to_string());
///     }
///     api::Result<std::vector<api::Finding>> findings = engine->check(notes);
///
/// Errors are values: what can fail on input returns a Result. Exceptions are left to the standard
/// library (no memory). Nothing is printed, and neither the environment nor the clock is read.
///
/// Threads: an Engine never changes and serves several threads at once, as do a Document and its
/// copies. A Collection is for one thread at a time.
///
/// While the version is 0.x, a new minor version may break programs; the shared library's name has
/// both numbers.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Marks what the shared library shows.
#define ASSAY_API [[gnu::visibility("default")]]

namespace assay::api {

/// What went wrong, as far as a caller may want to act on it.
enum class ErrorCode : std::uint8_t {
  BadInput,  ///< a document cannot be understood
  BadData,   ///< a file of the caller's vocabulary is wrong
  BadUsage,  ///< an argument is wrong: an unknown rule, a document that is not there
  Io,        ///< a file, folder or fact base cannot be opened, read or written
};

/// An error with the file and, where known, the 1-based line at which it was met.
struct Error {
  ErrorCode code = ErrorCode::BadInput;
  std::string message;   ///< English, lower case, no full stop
  std::string file;      ///< empty: no file is known
  std::size_t line = 0;  ///< 0: no line is known

  /// `file:line: message`, leaving out what is unknown.
  [[nodiscard]] std::string to_string() const {
    if (file.empty()) return message;
    return file + (line > 0 ? ":" + std::to_string(line) : std::string()) + ": " + message;
  }
};

/// Either a value or an Error; spelt like std::expected.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// The value. Throws std::bad_variant_access when there is none. Of a Result that nobody keeps it is
  /// moved out, so that `for (const Finding& finding : engine.check(notes).value())` is safe.
  [[nodiscard]] T& value() & { return std::get<0>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T value() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T operator*() && { return std::move(*this).value(); }
  [[nodiscard]] T* operator->() { return &value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }

  /// The error. Throws std::bad_variant_access when there is none.
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

/// The languages of messages and explanations.
enum class Language : std::uint8_t { Chinese, English };

/// An interval of real numbers; a side without a bound is infinite and open.
struct Interval {
  double low = 0;
  double high = 0;
  bool low_closed = true;
  bool high_closed = true;
};

/// The days for which a fact is stated.
struct Period {
  std::chrono::sys_days from;
  std::chrono::sys_days to;  ///< the last day, inclusive
};

/// A quantity as it stands in a document, and what it is a quantity of.
struct Fact {
  std::string document;  ///< id of the document
  std::string text;      ///< number and unit as written: "28.81亿元"
  /// Where that stands: bytes [start, end) of the document in UTF-8, line and column from 1. Columns
  /// count code points.
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t line = 1;
  std::size_t column = 1;

  Interval value;         ///< as stated, in `unit`
  Interval tolerance;     ///< what it may stand for once rounding and hedges are counted
  std::string unit;       ///< canonical: "1", "CNY", "m"
  std::string dimension;  ///< "ratio", "percentage-point", "count", "money", "length" …

  std::string subject;             ///< what it is about; empty: unknown. So with the two below
  std::string metric;              ///< what is measured
  std::string comparand;           ///< the other thing of a relative quantity
  std::vector<std::string> scope;  ///< regions, segments, conditions that limit it, sorted
  std::optional<Period> period;    ///< absent: unknown
  std::string modality;  ///< "actual", "forecast", "plan", "hypothetical", "negated", "opinion"
  std::string role;  ///< "level", or what it does in a change or gap: "increase", "difference" …
  std::string speaker;    ///< who says so; empty: the document
  double confidence = 0;  ///< 0..1: how sure it is what the quantity is of
  std::string sentence;   ///< the sentence, in UTF-8 without markup, full width folded
};

/// What was read from one text. A copy costs a pointer.
class ASSAY_API Document {
 public:
  /// The path or name it was read under.
  [[nodiscard]] const std::string& id() const;
  /// The title in its head; empty: none.
  [[nodiscard]] const std::string& title() const;
  /// URL or path of what it was made from, as its head says; empty: unknown.
  [[nodiscard]] const std::string& source() const;
  /// When it was written; absent: unknown.
  [[nodiscard]] std::optional<std::chrono::sys_days> date() const;
  /// Its facts, in the order of the text. They are made anew by each call.
  [[nodiscard]] std::vector<Fact> facts() const;
  /// What was odd but readable, in English: "converted from GB18030".
  [[nodiscard]] const std::vector<std::string>& notes() const;

 private:
  friend class Collection;
  friend class Engine;
  struct Data;
  explicit Document(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

/// How a fact base is opened.
enum class Access : std::uint8_t {
  Read,   ///< the file must exist, and is never changed
  Write,  ///< a missing or empty file becomes a new base
};

/// Documents that are looked at together: in memory, or in the file of a fact base, which the
/// program `assay` shares (`assay add --base FILE`).
class ASSAY_API Collection {
 public:
  /// An empty collection in memory.
  Collection();
  Collection(Collection&&) noexcept;
  Collection& operator=(Collection&&) noexcept;
  ~Collection();

  /// The fact base in the file `path`. Errors: Io when it cannot be opened in this way, is no fact
  /// base, is damaged, or was written by a newer version.
  [[nodiscard]] static Result<Collection> open(const std::string& path, Access access);

  /// Adds a document in place of one with the same id. A fact base keeps it on disk, in one
  /// transaction. Returns false when the very same document was there. Errors: Io; BadUsage when the
  /// base was opened to be read.
  Result<bool> add(const Document& document);
  /// Removes the document of this id. Returns false when there is none. Errors: as those of add.
  Result<bool> remove(const std::string& id);
  /// All documents, by id. Errors: Io.
  [[nodiscard]] Result<std::vector<Document>> documents() const;

 private:
  friend class Engine;
  class Store;
  explicit Collection(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

enum class Severity : std::uint8_t {
  Note,     ///< worth knowing
  Warning,  ///< likely wrong, or the two may measure different things
  Error,    ///< a careful reader would call it a contradiction
};
/// "note", "warning" or "error".
[[nodiscard]] ASSAY_API std::string to_string(Severity severity);

/// What a rule found.
struct Finding {
  std::string id;    ///< of the content of the evidence: holds when text moves in its document
  std::string rule;  ///< "value-conflict" …, see docs/rules.md
  Severity severity = Severity::Warning;
  std::string message;      ///< what is wrong, in one sentence with the figures in it
  std::string explanation;  ///< the arithmetic, and why the severity is no higher
  double confidence = 0;    ///< 0..1
  /// The statements in conflict, at least the smallest set that is. The first stands in the changed
  /// or the later document.
  std::vector<Fact> evidence;
};

/// What a check looks at.
struct CheckOptions {
  /// Ids of documents: only findings in which one of them takes part. Absent: all findings.
  std::optional<std::vector<std::string>> changed;
  std::vector<std::string> select;  ///< rules to run; empty: all
  std::vector<std::string> ignore;  ///< rules to leave out
};

enum class Verdict : std::uint8_t { Supported, Contradicted, Unverifiable };
/// "supported", "contradicted" or "unverifiable".
[[nodiscard]] ASSAY_API std::string to_string(Verdict verdict);

/// What became of a claim.
struct Verification {
  Verdict verdict = Verdict::Unverifiable;
  std::string explanation;     ///< may be empty
  std::vector<Fact> evidence;  ///< the facts that the verdict rests on
};

/// What an engine is made with.
struct Settings {
  std::string lexicon;  ///< folder of *.json files that add to the vocabulary; empty: none
  Language language = Language::English;  ///< of messages and explanations
};

/// What the library knows: units, numerals, words and rules. Making one takes some 50 ms; keep it.
class ASSAY_API Engine {
 public:
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Errors: BadData naming the file of the lexicon; Io when its folder cannot be read.
  [[nodiscard]] static Result<Engine> create(const Settings& settings = {});

  /// Reads a file: Markdown, HTML, plain text or a transcript, by its name and content, in UTF-8,
  /// GB18030 or Big5. Errors: Io when it cannot be read; BadInput for binary content or an unknown
  /// encoding.
  [[nodiscard]] Result<Document> read_file(const std::string& path) const;
  /// Reads text. `name` becomes the id, and its extension says the format ("a.md", "a.html", "a.txt").
  /// Errors: BadInput as above.
  [[nodiscard]] Result<Document> read_text(const std::string& name, const std::string& text) const;

  /// The findings among the documents of a collection: errors first, then by document and place.
  /// Errors: BadUsage for a rule or a changed document that does not exist; Io of the fact base.
  [[nodiscard]] Result<std::vector<Finding>> check(const Collection& collection,
                                                   const CheckOptions& options = {}) const;
  /// The findings in which `document` takes part, held against a collection that need not have it
  /// and is not changed; the collection's document of the same id counts as its older self.
  /// `options.changed` is not looked at. Errors: as above.
  [[nodiscard]] Result<std::vector<Finding>> check(const Document& document,
                                                   const Collection& collection,
                                                   const CheckOptions& options = {}) const;
  /// Judges a sentence by the facts of a collection. A value for another period, scope, metric or
  /// subject settles nothing. Errors: Io of the fact base.
  [[nodiscard]] Result<Verification> verify(const std::string& claim,
                                            const Collection& collection) const;

 private:
  struct State;
  explicit Engine(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

/// The version of the library: "0.1.0".
[[nodiscard]] ASSAY_API std::string version();

}  // namespace assay::api
