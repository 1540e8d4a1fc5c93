package dev.watershed.reports.review.consolidation;

import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tables that a proposal retires: all of one set of data. */
public final class RetiredTables {

  private RetiredTables() {}

  /** The set of data. */
  public static String dataSet(Proposal proposal) {
    return proposal.subject().get(0);
  }

  /** Their indexes, in order. */
  public static List<Integer> of(CoupledTables all, Proposal proposal) {
    Set<String> labels = proposal.touches();
    List<Integer> found = new ArrayList<>();
    for (int table = 0; table < all.size(); table++) {
      if (labels.contains(all.label(table))) {
        found.add(table);
      }
    }
    return found;
  }
}
