// SPDX-License-Identifier: MIT
#pragma once
/// Documents, facts and links as rows of the fact base (schema.sql). No function here begins or ends
/// a transaction: that is the business of FactBase.

#include <optional>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "facts/fact.h"
#include "facts/sqlite.h"

namespace assay {

/// Writes a document with its facts and links. Errors: Io, also when its id is taken.
[[nodiscard]] Result<Done> insert_document(const Database& database, const ReadDocument& document,
                                           std::string_view content_hash);

/// Deletes a document with its facts and links. False: there is none of this id. Errors: Io.
[[nodiscard]] Result<bool> delete_document(const Database& database, std::string_view id);

/// The document of this id, or all of them by id. Errors: Io, also for a row that makes no sense.
[[nodiscard]] Result<std::vector<ReadDocument>> select_documents(
    const Database& database, std::optional<std::string_view> id);

/// The facts of this subject and metric; an empty name stands for all. By document, then in its
/// order. Errors: Io, also for a row that makes no sense.
[[nodiscard]] Result<std::vector<Fact>> select_facts(const Database& database,
                                                     std::string_view subject,
                                                     std::string_view metric);

}  // namespace assay
