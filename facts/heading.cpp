// SPDX-License-Identifier: MIT
#include "facts/heading.h"

#include "facts/clauses.h"
#include "facts/fact_period.h"
#include "facts/names.h"
#include "facts/scopes.h"

namespace assay {

Carried read_heading(std::string_view text, const Scan& scan, const Knowledge& knowledge) {
  Carried carried;
  const Lexicon& lexicon = knowledge.lexicon();
  const Clause whole{0, scan.tokens.size(), {0, text.size()}, 0, false};
  for (const NameChain& chain : find_names(text, scan, whole, lexicon)) {
    // "Prismark PCB Report": whoever publishes figures has them of others.
    const Entity* entity = lexicon.find_entity(chain.subject);
    if (entity != nullptr && entity->reports) continue;
    if (carried.subject.empty() && !chain.subject.empty())
      carried.subject = {chain.subject, SlotSource::Heading, chain.known};
    else if (!chain.subject.empty() && chain.place_only)
      add_unique(carried.scope, chain.subject);
    for (const std::string& item : chain.scope) add_unique(carried.scope, item);
  }
  for (const Token& token : scan.tokens) {
    if (token.kind == TokenKind::Time) {
      const FactPeriod time = placed(scan.times[token.index], carried);
      if (time.period && !is_one_day(*time.period)) carried.period = time.period;
      if (time.period) carried.year = year_of(time.period->from);
      carried.partial_time = time.partial;
    }
    if (token.kind != TokenKind::Word || token.lexeme->metric < 0) continue;
    const Metric& metric = lexicon.metrics()[static_cast<std::size_t>(token.lexeme->metric)];
    carried.metric = {metric.name, SlotSource::Heading, true};
    carried.metric_dimensions = metric.dimensions;
  }
  return carried;
}

void fill_from(Carried& inner, const Carried& outer) {
  if (inner.subject.empty()) inner.subject = outer.subject;
  if (inner.metric.empty()) {
    inner.metric = outer.metric;
    inner.metric_dimensions = outer.metric_dimensions;
  }
  if (inner.scope.empty()) inner.scope = outer.scope;
  if (!inner.period && !inner.partial_time) {
    inner.period = outer.period;
    inner.partial_time = outer.partial_time;
  }
  if (!inner.year) inner.year = outer.year;
}

Carried without_scope(Carried heading) {
  heading.scope.clear();
  return heading;
}

}  // namespace assay
