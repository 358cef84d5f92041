// SPDX-License-Identifier: MIT
#include "api/conversion.h"
#include "api/store.h"

namespace assay::api {

Collection::Collection() : store_(std::make_unique<Store>()) {}
Collection::Collection(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Collection::Collection(Collection&&) noexcept = default;
Collection& Collection::operator=(Collection&&) noexcept = default;
Collection::~Collection() = default;

Result<Collection> Collection::open(const std::string& path, Access access) {
  assay::Result<FactBase> base =
      FactBase::open(path, access == Access::Write ? FactBase::Mode::Write : FactBase::Mode::Read);
  if (!base) return to_api(base.error());
  return Collection(std::make_unique<Store>(std::move(*base), access));
}

Result<bool> Collection::add(const Document& document) {
  const assay::Result<bool> changed = store_->put(document.data_);
  if (!changed) return to_api(changed.error());
  return *changed;
}

Result<bool> Collection::remove(const std::string& id) {
  const assay::Result<bool> removed = store_->remove(id);
  if (!removed) return to_api(removed.error());
  return *removed;
}

Result<std::vector<Document>> Collection::documents() const {
  const auto kept = store_->documents();
  if (!kept) return to_api(kept.error());
  std::vector<Document> documents;
  for (const auto& data : *kept) documents.push_back(Document(data));
  return documents;
}

}  // namespace assay::api
