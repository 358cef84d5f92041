// SPDX-License-Identifier: MIT
#pragma once
/// From bytes to blocks. One file in readers/ for each format; this header chooses among them.

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "facts/document.h"

namespace assay {

/// Reads a file. The format follows the extension and, where that says little (.txt), the content.
/// UTF-8 is taken as it is; GB18030 and Big5 are converted when the bytes are not UTF-8 but decode
/// cleanly as one of them (the raw text is then the converted one, and a note says so).
/// Errors: Io when it cannot be opened or read; BadInput for binary content or text in no known
/// encoding, with the line of the first bad byte.
[[nodiscard]] Result<Document> read_document(const std::string& path);

/// Reads text that is already in memory. `name` becomes the id and, by its extension, a hint at
/// the format. Errors: BadInput as above.
[[nodiscard]] Result<Document> read_text(std::string name, std::string raw);

/// Reads the records of JSON Lines text, a document each; blank lines are skipped.
/// Errors: BadInput for the first line that is no record.
[[nodiscard]] Result<std::vector<Document>> read_records(const std::string& name,
                                                         std::string_view raw);

/// What the format of a document is, judged by name and content.
enum class Format : std::uint8_t { Markdown, Html, Plain, Transcript, JsonLines };
[[nodiscard]] Format detect_format(std::string_view name, std::string_view raw);

// One reader each (facts/readers/*.cpp). Each fills blocks, title, date, source and kind of a
// document whose id and raw are set. Odd input never fails: it is described in Document::notes.

/// CommonMark with tables and a YAML head: headings, paragraphs, list items, table cells, quotes.
void read_markdown(Document& document);
/// The content of a web page; navigation, link lists, spam and related articles are left out.
void read_html(Document& document);
/// Paragraphs separated by line breaks; a head of `Key: value` lines is taken as front matter.
void read_plain(Document& document);
/// Speech: long runs of text with little punctuation, with or without `Speaker:` turns.
void read_transcript(Document& document);

/// One line of a JSON Lines file: {"id","text"[,"date","source","kind","title"]}. The document's
/// raw text is the value of "text" and spans refer to it. `text` is read as Markdown.
/// Errors: BadInput with file and line.
[[nodiscard]] Result<Document> read_json_line(std::string_view line, const std::string& file,
                                              std::size_t line_number);

}  // namespace assay
