// SPDX-License-Identifier: MIT
#include "api/store.h"

namespace assay::api {

assay::Result<Done> Collection::Store::may_change() const {
  if (access_ == Access::Write) return Done{};
  return assay::Error{assay::ErrorCode::BadUsage, "the fact base was opened to be read"};
}

assay::Result<bool> Collection::Store::put(const std::shared_ptr<const Document::Data>& document) {
  if (base_) {
    if (const auto allowed = may_change(); !allowed) return allowed.error();
    return base_->put(document->read, document->content_hash);
  }
  std::shared_ptr<const Document::Data>& kept = in_memory_[document->read.id];
  if (kept != nullptr && kept->content_hash == document->content_hash) return false;
  kept = document;
  return true;
}

assay::Result<bool> Collection::Store::remove(const std::string& id) {
  if (!base_) return in_memory_.erase(id) > 0;
  if (const auto allowed = may_change(); !allowed) return allowed.error();
  return base_->remove(id);
}

assay::Result<std::vector<std::shared_ptr<const Document::Data>>> Collection::Store::documents()
    const {
  std::vector<std::shared_ptr<const Document::Data>> documents;
  if (!base_) {
    for (const auto& [id, document] : in_memory_) documents.push_back(document);
    return documents;
  }
  // The hashes first: should another process put a newer document meanwhile, then its facts go with
  // an old hash and are read again in time, never old facts with the hash of the new text.
  assay::Result<std::vector<DocumentRow>> rows = base_->documents();
  if (!rows) return rows.error();
  std::map<std::string, std::string> hashes;
  for (DocumentRow& row : *rows) hashes[row.id] = std::move(row.content_hash);
  assay::Result<std::vector<ReadDocument>> read = base_->load_all();
  if (!read) return read.error();
  for (ReadDocument& document : *read) {
    std::string hash = hashes[document.id];
    documents.push_back(std::make_shared<const Document::Data>(
        Document::Data{.read = std::move(document), .content_hash = std::move(hash)}));
  }
  return documents;
}

assay::Result<std::vector<ReadDocument>> Collection::Store::read_documents() const {
  if (base_) return base_->load_all();
  std::vector<ReadDocument> documents;
  for (const auto& [id, document] : in_memory_) documents.push_back(document->read);
  return documents;
}

}  // namespace assay::api
