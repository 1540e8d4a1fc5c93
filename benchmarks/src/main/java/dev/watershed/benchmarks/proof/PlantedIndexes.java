package dev.watershed.benchmarks.proof;

import dev.watershed.benchmarks.fleet.truth.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Holds advice against the cases that are planted in the fleet: those that concern indexes, and
 * statements that no index can mend. Of the others it says nothing.
 */
final class PlantedIndexes {

  private final Proposals proposals;
  private final boolean watched;

  /**
   * @param watched whether the use of indexes was counted, so that unused ones can be found
   */
  PlantedIndexes(Proposals proposals, boolean watched) {
    this.proposals = proposals;
    this.watched = watched;
  }

  /**
   * Whether a case is found, or a trap is left alone.
   *
   * @return empty if the case is about something else, or cannot be seen in such a run
   */
  Optional<Boolean> holds(Truth.Case planted) {
    return switch (planted.kind()) {
      case MISSING_INDEX, UNINDEXED_JOIN, MISSING_COMPOSITE_INDEX ->
          Optional.of(any(this::adds, begins(planted)) != planted.trap());
      case INDEX_MERGE -> Optional.of(!any(this::adds, isFor(planted)));
      case HOT_FULL_SCAN ->
          Optional.of(
              planted.trap()
                  ? !any(this::adds, on(planted)) && !rewritten(planted, Optional.empty())
                  : any(this::adds, isFor(planted)) || rewritten(planted, Optional.empty()));
      case REDUNDANT_INDEX, DUPLICATE_INDEX -> Optional.of(dropped(planted) != planted.trap());
      case UNUSED_INDEX ->
          watched || planted.trap()
              ? Optional.of(dropped(planted) != planted.trap())
              : Optional.empty();
      case TOO_MANY_INDEXES ->
          watched ? Optional.of(any(Proposal::drops, on(planted))) : Optional.empty();
      case LEADING_WILDCARD -> rewrite(planted, "leading-wildcard");
      case FUNCTION_OVER_COLUMN -> rewrite(planted, "function-over-column");
      case IMPLICIT_CONVERSION, JOIN_TYPE_MISMATCH -> rewrite(planted, "implicit-conversion");
      case JOIN_COLLATION_MISMATCH -> Optional.of(rewritten(planted, Optional.empty()));
      case DEEP_OFFSET -> rewrite(planted, "deep-offset");
      case ORDER_BY_RAND -> rewrite(planted, "order-by-random");
      default -> Optional.empty();
    };
  }

  private boolean adds(Proposal proposal) {
    return !proposal.drops();
  }

  private boolean any(Predicate<Proposal> what, Predicate<Proposal> where) {
    return proposals.indexes().stream().filter(what).anyMatch(where);
  }

  private static Predicate<Proposal> on(Truth.Case planted) {
    return proposal -> planted.tables().contains(proposal.table());
  }

  private static Predicate<Proposal> isFor(Truth.Case planted) {
    return on(planted)
        .and(proposal -> proposal.digests().stream().anyMatch(planted.digests()::contains));
  }

  /** The case's columns first, in any order but for the last one, by which is sorted. */
  private static Predicate<Proposal> begins(Truth.Case planted) {
    List<String> wanted = planted.columns();
    return on(planted)
        .and(
            proposal -> {
              List<String> columns = proposal.columns();
              return columns.size() >= wanted.size()
                  && Set.copyOf(columns.subList(0, wanted.size())).equals(Set.copyOf(wanted))
                  && columns.get(wanted.size() - 1).equals(wanted.get(wanted.size() - 1));
            });
  }

  private boolean dropped(Truth.Case planted) {
    return any(
        Proposal::drops,
        on(planted).and(proposal -> proposal.index().equals(planted.index().orElseThrow())));
  }

  private Optional<Boolean> rewrite(Truth.Case planted, String reason) {
    return Optional.of(rewritten(planted, Optional.of(reason)));
  }

  private boolean rewritten(Truth.Case planted, Optional<String> reason) {
    return proposals.rewrites().stream()
        .filter(rewrite -> reason.stream().allMatch(rewrite.reason()::equals))
        .anyMatch(rewrite -> planted.digests().contains(rewrite.digest()));
  }
}
