// SPDX-License-Identifier: MIT
#pragma once
/// From the pieces of the input to documents that have been read, on several threads and in order.

#include <functional>
#include <string>
#include <vector>

#include "cli/inputs.h"
#include "cli/options.h"
#include "core/result.h"
#include "facts/document.h"
#include "facts/fact.h"
#include "facts/knowledge.h"
#include "reports/format.h"

namespace assay {

/// A document and what was read from it.
struct Reading {
  std::string path;      ///< the file it stands in
  std::size_t line = 0;  ///< of a record in its file, 1-based; 0: the file is the document
  Document document;     ///< without its blocks
  ReadDocument read;     ///< empty when its facts were not wanted
};

/// What came of one piece.
struct PieceReadings {
  std::string path;      ///< of the piece
  std::size_t line = 0;  ///< the first of its lines; 0: the piece is a whole file
  std::vector<Reading> readings;
  std::vector<Error> errors;  ///< of what could not be read
};

/// Reads the documents of a piece and hands each to `take`, a record with its 1-based line in its
/// file, a whole file with 0. Returns what could not be read.
[[nodiscard]] std::vector<Error> for_each_document(
    Piece piece, const std::function<void(Document, std::size_t line)>& take);

/// Says whether the facts of a document are wanted. It is called from several threads.
using Wanted = std::function<bool(const Document&)>;

/// Reads the documents of a piece.
[[nodiscard]] PieceReadings read_piece(Piece piece, const Knowledge& knowledge,
                                       const Wanted& wanted = {});

/// Reads all that the paths hold and hands each document to `take`, in order and on this thread.
/// Shows the progress of long runs, and says what could not be read.
/// What could not be read, and what a walk left out, is added to `unread` when there is one. `staged`:
/// as for Inputs.
/// Returns whether everything could be read.
bool read_all(const std::vector<std::string>& paths, const Options& options,
              const Knowledge& knowledge, const std::function<void(Reading)>& take,
              const Wanted& wanted = {}, std::vector<UnreadInput>* unread = nullptr,
              const StagedFiles* staged = nullptr);

/// The knowledge that the options ask for; absent, and said, when a vocabulary file is wrong.
[[nodiscard]] std::optional<Knowledge> load_knowledge(const Options& options);

}  // namespace assay
