// SPDX-License-Identifier: MIT
#include "checks/make_finding.h"
#include "checks/period_totals.h"
#include "checks/rule.h"
#include "checks/wording.h"
#include "checks/wrong_totals.h"

namespace assay::rules {
namespace {

Finding sum_finding(const StatedTotal& total, const Lexicon& lexicon) {
  std::vector<const Fact*> evidence = {total.whole};
  evidence.insert(evidence.end(), total.parts.begin(), total.parts.end());
  Finding finding = make_finding("period-sum", Severity::Warning, 0.8, evidence);
  const Message of = heading(*total.whole, lexicon);
  finding.message = {
      of.zh + "各时段之和与全期的 " + total.whole->text + " 不符",
      of.en + "the parts of the time do not add up to " + total.whole->text + " for all of it"};
  finding.explanation = sum_words(total, {"，文中写 ", ", stated "});
  return finding;
}

std::vector<Finding> run(const FactIndex& index) {
  const Lexicon& lexicon = index.knowledge().lexicon();
  const auto tell = [&](const StatedTotal& total) { return sum_finding(total, lexicon); };
  std::vector<Finding> findings;
  for (const ReadDocument& document : index.documents())
    for (Finding& finding : find_wrong_totals(period_totals(document, lexicon), tell, lexicon))
      findings.push_back(std::move(finding));
  return findings;
}

}  // namespace

extern const Rule period_sum{
    .summary = "quarters or halves do not add up to the time that they make up",
    .run = run,
    .highest = Severity::Warning};

}  // namespace assay::rules
