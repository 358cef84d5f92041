// SPDX-License-Identifier: MIT
#include "facts/readers/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/utf8.h"
#include "facts/readers/character_reference.h"
#include "facts/readers/lines.h"

namespace assay {
namespace {

constexpr std::size_t kMaxHeadBytes = 64 * 1024;

/// What a field of a head is for.
enum class Field { Title, Summary, Date, Source, Transcript, Speaker, Text, Speech, Other };

struct FieldName {
  std::string_view name;
  Field field;
};

constexpr auto kYamlFields = std::to_array<FieldName>({
    {"title", Field::Title},
    {"summary", Field::Summary},
    {"description", Field::Summary},
    {"date", Field::Date},
    {"published", Field::Date},
    {"created", Field::Date},
    {"source", Field::Source},
    {"url", Field::Source},
    {"link", Field::Source},
    {"speaker", Field::Speaker},
    {"transcript", Field::Transcript},
});

constexpr auto kClippedFields = std::to_array<FieldName>({
    {"title", Field::Title},
    {"timestamp", Field::Date},
    {"date", Field::Date},
    {"url", Field::Source},
    {"source", Field::Source},
    {"speaker", Field::Speaker},
    {"description", Field::Text},
    {"content", Field::Speech},
    {"transcript", Field::Speech},
    {"duration", Field::Other},
    {"status", Field::Other},
    {"author", Field::Other},
    {"channel", Field::Other},
    {"tags", Field::Other},
    {"views", Field::Other},
});

// A line `key: value`, its key known to the table.
struct FieldLine {
  Field field;
  Span value;
};

template <std::size_t n>
std::optional<FieldLine> parse_field(std::string_view raw, const Line& line,
                                     const std::array<FieldName, n>& names) {
  if (line.blank() || line.indent() > 0) return std::nullopt;
  const std::string_view text = line.text.of(raw);
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string key = to_ascii_lower(text.substr(0, colon));
  for (const FieldName& name : names) {
    if (name.name != key) continue;
    return FieldLine{name.field, trim(raw, {line.text.begin + colon + 1, line.text.end})};
  }
  return std::nullopt;
}

std::size_t start_of_text(std::string_view raw) { return raw.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const CharacterReference reference =
        text[at] == '&' ? decode_reference(text.substr(at)) : CharacterReference{};
    for (const char32_t c : reference.characters) append_utf8(result, c);
    if (reference.length == 0) result += text[at];
    at += std::max<std::size_t>(reference.length, 1);
  }
  return result;
}

// Puts a single value where it belongs. Values of fields that are text become blocks elsewhere.
void store(Document& document, Head& head, Field field, const std::string& value) {
  if (value.empty()) return;
  if (field == Field::Title && document.title.empty()) document.title = value;
  if (field == Field::Source && document.source.empty()) document.source = decoded(value);
  // What it was made from says more than where that can be seen.
  if (field == Field::Transcript) document.source = decoded(value);
  if (field == Field::Date && !document.date) document.date = parse_day(value);
  if (field == Field::Speaker && head.speaker.empty()) head.speaker = value;
}

// --- YAML

// The span between the `---` lines, and where the body starts.
struct YamlHead {
  Span content;
  std::size_t body = 0;
};

std::optional<YamlHead> find_yaml_head(std::string_view raw) {
  const std::size_t start = start_of_text(raw);
  const Line first = line_at(raw, start);
  if (first.text.of(raw) != "---" || first.indent() > 0) return std::nullopt;
  const std::size_t begin = next_line(raw, start);
  const std::size_t reach = std::min(raw.size(), start + kMaxHeadBytes);
  for (std::size_t at = begin; at < reach; at = next_line(raw, at)) {
    const Line line = line_at(raw, at);
    const std::string_view text = line.text.of(raw);
    if (line.indent() > 0 || (text != "---" && text != "...")) continue;
    return YamlHead{{begin, at}, next_line(raw, at)};
  }
  return std::nullopt;
}

// Adds the value of a quoted scalar: quotes at the ends go, doubled and escaped ones count once.
void add_quoted(BlockBuilder& builder, std::string_view raw, Span span) {
  const char quote = raw[span.begin];
  std::size_t visible = span.begin + 1;
  for (std::size_t at = visible; at < span.end; ++at) {
    const bool doubled = quote == '\'' && raw[at] == quote && at + 1 < span.end;
    const bool escaped = quote == '"' && raw[at] == '\\' && at + 1 < span.end;
    if (!doubled && !escaped && raw[at] != quote) continue;
    builder.add(visible, at);
    visible = at + 1;
    if (raw[at] == quote && !doubled) return;
    if (escaped && raw[at + 1] == 'n') visible = at + 2;
    ++at;
  }
  builder.add(visible, span.end);
}

// Adds the lines of a scalar, which may be plain, quoted, folded (>) or literal (|).
void add_scalar(BlockBuilder& builder, std::string_view raw, Span span) {
  if (span.empty()) return;
  const char first = raw[span.begin];
  if (first == '\'' || first == '"') {
    add_quoted(builder, raw, span);
  } else if (first == '>' || first == '|') {
    const std::size_t body = raw.find('\n', span.begin);
    if (body < span.end) builder.add(body, span.end);
  } else {
    const std::size_t comment = raw.substr(0, span.end).find(" #", span.begin);
    builder.add(span.begin, std::min(comment, span.end));
  }
}

void add_yaml_blocks(BlockBuilder& builder, std::string_view raw, Span content) {
  const std::vector<Line> lines = split_lines(raw, content);
  for (std::size_t i = 0; i < lines.size();) {
    const std::optional<FieldLine> field = parse_field(raw, lines[i], kYamlFields);
    std::size_t end = lines[i].all.end;
    for (++i; i < lines.size() && (lines[i].blank() || lines[i].indent() > 0); ++i) {
      end = lines[i].all.end;
    }
    if (!field || (field->field != Field::Title && field->field != Field::Summary)) continue;
    add_scalar(builder, raw, trim(raw, {field->value.begin, end}));
    builder.finish(BlockKind::FrontMatter);
  }
}

void read_yaml(Document& document, Head& head, BlockBuilder& builder, Span content) {
  try {
    const YAML::Node fields = YAML::Load(std::string(content.of(document.raw)));
    if (!fields.IsMap()) {
      if (!fields.IsNull()) document.notes.push_back("front matter has no fields");
      return;
    }
    for (const auto& [name, field] : kYamlFields) {
      const YAML::Node value = fields[std::string(name)];
      if (value.IsDefined() && value.IsScalar()) store(document, head, field, value.Scalar());
    }
  } catch (const YAML::Exception& error) {
    const std::size_t line =
        error.mark.line < 0 ? 1 : static_cast<std::size_t>(error.mark.line) + 2;
    document.notes.push_back("front matter is not YAML at line " + std::to_string(line) + ": " +
                             error.msg);
    return;
  }
  add_yaml_blocks(builder, document.raw, content);
}

// --- Clipped notes

bool is_clipped(std::string_view raw) {
  std::size_t fields = 0;
  for (std::size_t at = start_of_text(raw); at < raw.size(); at = next_line(raw, at)) {
    const Line line = line_at(raw, at);
    const bool known = parse_field(raw, line, kClippedFields).has_value();
    if (!known && !(line.blank() && fields == 0)) break;
    fields += known ? 1 : 0;
  }
  return fields >= 2;
}

// The sections of a clipped note while it is read from its first line to its last.
class ClippedReader {
 public:
  ClippedReader(Document& document, Head& head, BlockBuilder& builder)
      : document_(document), head_(head), builder_(builder) {}

  void read() {
    const std::string_view raw = document_.raw;
    for (std::size_t at = start_of_text(raw); at < raw.size(); at = next_line(raw, at)) {
      const Line line = line_at(raw, at);
      const std::optional<FieldLine> field = parse_field(raw, line, kClippedFields);
      if (field && field->field == Field::Text) {
        open(SectionKind::Text, line.all.begin, field->value.begin);
      } else if (field && field->field == Field::Speech) {
        open(SectionKind::Speech, line.all.begin, field->value.begin);
        return;  // speech is last: what looks like a field in it is somebody talking
      } else if (head_.sections.empty() && field) {
        read_field(*field);
      } else if (head_.sections.empty() && !line.blank()) {
        open(SectionKind::Text, line.all.begin, line.all.begin);
      }
    }
  }

 private:
  void open(SectionKind kind, std::size_t end_of_last, std::size_t begin) {
    if (!head_.sections.empty()) head_.sections.back().span.end = end_of_last;
    head_.sections.push_back({kind, {begin, document_.raw.size()}});
  }

  void read_field(const FieldLine& field) {
    store(document_, head_, field.field, std::string(field.value.of(document_.raw)));
    if (field.field != Field::Title) return;
    builder_.add(field.value.begin, field.value.end);
    builder_.finish(BlockKind::FrontMatter);
  }

  Document& document_;
  Head& head_;
  BlockBuilder& builder_;
};

}  // namespace

bool has_head(std::string_view raw) { return find_yaml_head(raw).has_value() || is_clipped(raw); }

Head read_head(Document& document, BlockBuilder& builder) {
  Head head;
  if (const std::optional<YamlHead> yaml = find_yaml_head(document.raw)) {
    head.found = true;
    read_yaml(document, head, builder, yaml->content);
    head.sections.push_back({SectionKind::Text, {yaml->body, document.raw.size()}});
  } else if (is_clipped(document.raw)) {
    head.found = true;
    ClippedReader(document, head, builder).read();
  } else {
    const std::size_t begin = start_of_text(document.raw);
    head.sections.push_back({SectionKind::Text, {begin, document.raw.size()}});
  }
  return head;
}

}  // namespace assay
