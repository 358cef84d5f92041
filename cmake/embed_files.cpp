// SPDX-License-Identifier: MIT
// Build tool: embed_files HEADER FUNCTION OUTPUT FILE...
// Writes a C++ source that defines assay::FUNCTION(), a span of the files' names and contents.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

// Bytes in one piece of a string literal; the compiler joins adjacent pieces.
constexpr std::size_t kPieceBytes = 80;

// One byte as it may stand in a string literal. Octal escapes end after three digits, so that a
// digit which follows is never taken as part of them (hexadecimal ones would go on).
std::string escaped(unsigned char byte) {
  const bool plain = byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?';
  if (plain) return std::string(1, static_cast<char>(byte));
  std::string text = "\\000";
  for (std::size_t digit = 3; digit > 0; --digit, byte >>= 3) {
    text[digit] = static_cast<char>('0' + (byte & 7));
  }
  return text;
}

void write_literal(std::ostream& out, std::string_view content) {
  out << "std::string_view(";
  for (std::size_t begin = 0; begin == 0 || begin < content.size(); begin += kPieceBytes) {
    out << "\n        \"";
    for (const char c : content.substr(begin, kPieceBytes)) {
      out << escaped(static_cast<unsigned char>(c));
    }
    out << '"';
  }
  out << ", " << content.size() << ")";
}

bool write_row(std::ostream& out, const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    std::cerr << "embed_files: cannot read " << file << "\n";
    return false;
  }
  const std::string content{std::istreambuf_iterator<char>(in), {}};
  out << "    {\"" << file << "\", ";
  write_literal(out, content);
  out << "},\n";
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: embed_files HEADER FUNCTION OUTPUT FILE...\n";
    return 2;
  }
  const std::vector<std::string> files(argv + 4, argv + argc);
  std::ofstream out(argv[3], std::ios::binary);
  out << "// Made by cmake/embed_files.cpp.\n#include <array>\n\n#include \"" << argv[1]
      << "\"\n\nnamespace assay {\n\nstd::span<const EmbeddedFile> " << argv[2]
      << "() {\n  static constexpr std::array<EmbeddedFile, " << files.size() << "> kFiles{{\n";
  for (const std::string& file : files) {
    if (!write_row(out, file)) return 1;
  }
  out << "  }};\n  return kFiles;\n}\n\n}  // namespace assay\n";
  return out.flush() ? 0 : 1;
}
