// SPDX-License-Identifier: MIT
// Reads two notes, says which of their numbers cannot all be true, and what they say of a claim.
//
//   check_two_notes NOTE NOTE [CLAIM]
//
// Exit status: 0 nothing found, 1 findings or a contradicted claim, 2 something went wrong.

#include <assay/assay.h>

#include <iostream>

namespace api = assay::api;

namespace {

int complain(const api::Error& error) {
  std::cerr << "check_two_notes: " << error.to_string() << "\n";
  return 2;
}

void print_evidence(const std::vector<api::Fact>& evidence) {
  for (const api::Fact& fact : evidence) {
    std::cout << "  " << fact.document << ":" << fact.line << ":" << fact.column << ": "
              << fact.sentence << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::cerr << "usage: check_two_notes NOTE NOTE [CLAIM]\n";
    return 2;
  }
  const api::Result<api::Engine> engine = api::Engine::create();
  if (!engine) return complain(engine.error());

  api::Collection notes;
  for (const char* path : {argv[1], argv[2]}) {
    const api::Result<api::Document> note = engine->read_file(path);
    if (!note) return complain(note.error());
    if (const api::Result<bool> added = notes.add(*note); !added) return complain(added.error());
  }

  const api::Result<std::vector<api::Finding>> findings = engine->check(notes);
  if (!findings) return complain(findings.error());
  for (const api::Finding& finding : *findings) {
    std::cout << to_string(finding.severity) << " (" << finding.rule << "): " << finding.message
              << "\n";
    print_evidence(finding.evidence);
  }
  bool wrong = !findings->empty();

  if (argc == 4) {
    const api::Result<api::Verification> verification = engine->verify(argv[3], notes);
    if (!verification) return complain(verification.error());
    std::cout << "the claim is " << to_string(verification->verdict) << "\n";
    print_evidence(verification->evidence);
    wrong = wrong || verification->verdict == api::Verdict::Contradicted;
  }
  return wrong ? 1 : 0;
}
