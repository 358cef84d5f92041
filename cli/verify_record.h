// SPDX-License-Identifier: MIT
#pragma once
/// Claims with the texts to hold them against, one record a line.

#include <string>
#include <string_view>
#include <vector>

#include "checks/verify.h"
#include "cli/inputs.h"
#include "core/result.h"

namespace assay {

/// {"id","claim","against"}
struct ClaimRecord {
  std::string id;
  std::string claim;
  std::string against;  ///< Markdown
};

/// Reads a line. Errors: BadInput with the file and the line for anything else than an object with
/// these three texts (further fields are left alone; an id may be a number).
[[nodiscard]] Result<ClaimRecord> read_claim_record(std::string_view line, const std::string& file,
                                                    std::size_t line_number);

/// Judges the claim of a record by its text. Errors: BadInput when the text cannot be read.
[[nodiscard]] Result<Verification> verify_record(const ClaimRecord& record,
                                                 const Knowledge& knowledge);

/// {"id","verdict","evidence","explanation"} on one line, without a line break.
[[nodiscard]] std::string verification_json(std::string_view id, const Verification& verification,
                                            Language language);

/// The answers to the records of a piece.
struct VerifiedPiece {
  std::string text;  ///< a line each
  std::vector<Error> errors;
};
[[nodiscard]] VerifiedPiece verify_piece(const Piece& piece, const Knowledge& knowledge,
                                         Language language);

}  // namespace assay
