// SPDX-License-Identifier: MIT
#pragma once
/// Where a collection of the library keeps its documents: in memory, or in a fact base.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "api/document_data.h"
#include "core/result.h"
#include "facts/fact_base.h"

namespace assay::api {

class [[gnu::visibility("hidden")]] Collection::Store {
 public:
  /// In memory.
  Store() = default;
  /// In a fact base that was opened for `access`.
  Store(FactBase base, Access access) : base_(std::move(base)), access_(access) {}

  /// Errors: those of Collection::add.
  [[nodiscard]] assay::Result<bool> put(const std::shared_ptr<const Document::Data>& document);
  /// Errors: those of Collection::remove.
  [[nodiscard]] assay::Result<bool> remove(const std::string& id);
  /// All documents, by id. Errors: Io.
  [[nodiscard]] assay::Result<std::vector<std::shared_ptr<const Document::Data>>> documents() const;
  /// What was read from them, by id, for a check that takes it over. Errors: Io.
  [[nodiscard]] assay::Result<std::vector<ReadDocument>> read_documents() const;

 private:
  /// Errors: BadUsage when nothing may be changed.
  [[nodiscard]] assay::Result<Done> may_change() const;

  std::optional<FactBase> base_;  ///< absent: in memory
  Access access_ = Access::Write;
  std::map<std::string, std::shared_ptr<const Document::Data>> in_memory_;
};

}  // namespace assay::api
