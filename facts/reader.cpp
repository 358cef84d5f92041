// SPDX-License-Identifier: MIT
#include "facts/reader.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <system_error>
#include <vector>

#include "facts/encoding.h"
#include "facts/readers/byline.h"

namespace assay {
namespace {

// Offsets are kept in 32 bits.
constexpr std::size_t kMaxDocumentBytes = std::numeric_limits<std::uint32_t>::max();

constexpr std::size_t kPartBytes = 1 << 16;

Error io_error(const std::string& path, std::string message) {
  return {ErrorCode::Io, std::move(message), path};
}

Result<std::string> read_bytes(const std::string& path) {
  std::error_code failure;
  const std::filesystem::file_status status = std::filesystem::status(path, failure);
  if (!std::filesystem::exists(status)) return io_error(path, "no such file");
  if (std::filesystem::is_directory(status)) return io_error(path, "is a folder, not a file");
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return io_error(path, std::string("cannot be opened: ") + std::strerror(errno));
  std::string bytes;
  std::vector<char> part(kPartBytes);
  do {  // in parts, for a pipe has no size
    in.read(part.data(), static_cast<std::streamsize>(part.size()));
    bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
  } while (in);
  if (in.bad()) return io_error(path, std::string("cannot be read: ") + std::strerror(errno));
  return bytes;
}

// A file of records is one document when it holds one record.
Result<Document> read_single_record(const std::string& name, const std::string& raw) {
  Result<std::vector<Document>> records = read_records(name, raw);
  if (!records) return records.error();
  if (records->size() == 1) return std::move(records->front());
  return Error{ErrorCode::BadInput, "expected one record, found " + std::to_string(records->size()),
               name};
}

void read_blocks(Document& document, Format format) {
  switch (format) {
    case Format::Markdown:
      return read_markdown(document);
    case Format::Html:
      return read_html(document);
    case Format::Transcript:
      return read_transcript(document);
    case Format::Plain:
    case Format::JsonLines:
      return read_plain(document);
  }
}

}  // namespace

Result<Document> read_document(const std::string& path) {
  Result<std::string> bytes = read_bytes(path);
  if (!bytes) return bytes.error();
  return read_text(path, std::move(*bytes));
}

Result<Document> read_text(std::string name, std::string raw) {
  if (raw.size() > kMaxDocumentBytes) {
    return Error{ErrorCode::BadInput, "larger than 4 GiB", name};
  }
  Result<DecodedText> decoded = decode_text(std::move(raw), name);
  if (!decoded) return decoded.error();
  const Format format = detect_format(name, decoded->text);
  if (format == Format::JsonLines) return read_single_record(name, decoded->text);
  Document document;
  document.id = std::move(name);
  document.raw = std::move(decoded->text);
  if (!decoded->encoding.empty()) {
    document.notes.push_back("converted from " + decoded->encoding +
                             "; offsets are those of UTF-8");
  }
  read_blocks(document, format);
  if (!document.date && (format == Format::Plain || format == Format::Markdown))
    document.date = day_of_byline(document.raw);
  if (!document.date) document.date = day_of_name(document.id);
  return document;
}

Result<std::vector<Document>> read_records(const std::string& name, std::string_view raw) {
  std::vector<Document> records;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < raw.size();) {
    const std::size_t end = std::min(raw.find('\n', begin), raw.size());
    const std::string_view line = raw.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<Document> record = read_json_line(line, name, number);
    if (!record) return record.error();
    records.push_back(std::move(*record));
  }
  return records;
}

}  // namespace assay
