package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledData;
import java.util.List;
import java.util.Objects;

/**
 * What proposals are made of.
 *
 * @param judged what moves are judged by
 * @param activity what servers counted of tables
 * @param sizes how large tables are
 */
public record ProposalInput(WhatIfInput judged, TableActivity activity, TableSizes sizes) {

  public ProposalInput {
    Objects.requireNonNull(judged, "judged");
    Objects.requireNonNull(activity, "activity");
    Objects.requireNonNull(sizes, "sizes");
  }

  /** Of sets of data, whose facts are those of {@code judged}. */
  public static ProposalInput of(WhatIfInput judged, List<CoupledData> data) {
    return new ProposalInput(judged, TableActivity.of(data), TableSizes.of(judged.catalogs()));
  }

  CouplingFacts facts() {
    return judged.facts();
  }
}
