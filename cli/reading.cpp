// SPDX-License-Identifier: MIT
#include "cli/reading.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <utility>

#include "cli/configured_options.h"
#include "cli/diagnostics.h"
#include "cli/progress.h"
#include "core/in_order.h"
#include "facts/extract.h"
#include "facts/reader.h"

namespace assay {
namespace {

Result<Document> read_file(const Piece& file) {
  if (!file.name_in_index.empty()) {
    Result<std::string> text = staged_text(file.name_in_index);
    if (!text) return text.error();
    return read_text(file.path, std::move(*text));
  }
  if (file.path != "-") return read_document(file.path);
  return read_text(file.path, std::string(std::istreambuf_iterator<char>(std::cin), {}));
}

UnreadInput unread_input(const Error& error, const std::string& path) {
  const std::string& file = error.file.empty() ? path : error.file;
  return {error.line == 0 ? file : file + ":" + std::to_string(error.line), error.message};
}

}  // namespace

std::vector<Error> for_each_document(Piece piece,
                                     const std::function<void(Document, std::size_t line)>& take) {
  if (piece.error) return {std::move(*piece.error)};
  std::vector<Error> errors;
  const auto take_or_note = [&](Result<Document> document, std::size_t line) {
    if (document) {
      take(std::move(*document), line);
    } else {
      errors.push_back(document.error());
    }
  };
  if (piece.lines) {
    for_each_line(*piece.lines, [&](std::string_view line, std::size_t number) {
      take_or_note(read_json_line(line, piece.path, number), number);
    });
  } else {
    take_or_note(read_file(piece), 0);
  }
  return errors;
}

PieceReadings read_piece(Piece piece, const Knowledge& knowledge, const Wanted& wanted) {
  PieceReadings result{.path = piece.path, .line = piece.lines ? piece.lines->first_line : 0};
  result.errors = for_each_document(std::move(piece), [&](Document document, std::size_t line) {
    Reading reading{.path = result.path, .line = line, .document = std::move(document), .read = {}};
    if (!wanted || wanted(reading.document)) reading.read = extract(reading.document, knowledge);
    reading.document.blocks.clear();
    result.readings.push_back(std::move(reading));
  });
  return result;
}

bool read_all(const std::vector<std::string>& paths, const Options& options,
              const Knowledge& knowledge, const std::function<void(Reading)>& take,
              const Wanted& wanted, std::vector<UnreadInput>* unread, const StagedFiles* staged) {
  Inputs inputs(paths, options.from.empty() ? InputForm::Documents : InputForm::Records,
                exclusions_of(options), staged);
  std::vector<UnreadInput> missing;
  for (const std::string& path : inputs.left_out()) missing.push_back({path, "unread_kind"});
  Progress progress(inputs.file_count(), options);
  bool complete = true;
  in_order(
      options.jobs, [&] { return inputs.next(); },
      [&](Piece piece) { return read_piece(std::move(piece), knowledge, wanted); },
      [&](PieceReadings piece, bool) {
        progress.reach(piece.path, piece.line);
        if (!piece.errors.empty()) progress.hide();
        for (const Error& error : piece.errors) {
          say_error(error);
          missing.push_back(unread_input(error, piece.path));
        }
        complete = complete && piece.errors.empty();
        for (Reading& reading : piece.readings) {
          for (const std::string& note : reading.document.notes) {
            say_detail(reading.document.id + ": " + note);
          }
          take(std::move(reading));
        }
        return true;
      });
  if (unread != nullptr) *unread = std::move(missing);
  return complete;
}

std::optional<Knowledge> load_knowledge(const Options& options) {
  Result<Knowledge> knowledge =
      Knowledge::load(options.lexicon, ExchangeRates(options.configuration.rates));
  if (knowledge) return std::move(*knowledge);
  say_error(knowledge.error());
  return std::nullopt;
}

}  // namespace assay
