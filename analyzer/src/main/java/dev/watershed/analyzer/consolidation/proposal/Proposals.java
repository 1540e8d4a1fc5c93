package dev.watershed.analyzer.consolidation.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Finds what one could do. */
public final class Proposals {

  /** The kinds, each by one class. */
  private static final List<Function<ProposalInput, List<Proposal>>> MAKERS =
      List.of(
          RetireTables::of,
          MergeTables::of,
          PutTogether::of,
          MoveAway::of,
          MergeSchemas::of,
          MergeServices::of,
          MoveTables::of,
          CutTables::of);

  private Proposals() {}

  /** All of them, by kind, then what spares most, then by id. The same input gives the same. */
  public static List<Proposal> of(ProposalInput given) {
    return MAKERS.stream()
        .flatMap(maker -> maker.apply(given).stream())
        .sorted(
            Comparator.comparing(Proposal::kind)
                .thenComparing(Comparator.comparingDouble(Proposal::benefit).reversed())
                .thenComparing(Proposal::id))
        .toList();
  }
}
