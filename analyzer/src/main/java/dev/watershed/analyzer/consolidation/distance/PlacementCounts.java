package dev.watershed.analyzer.consolidation.distance;

import java.util.List;
import java.util.function.Predicate;

/**
 * How many tables are not yet as a target wants them. A table counts once in {@code toPlace},
 * whatever is wrong with it.
 *
 * @param tables that the target names and that are there
 * @param toPlace those with another owner, schema or server than they should have
 * @param ownedOtherwise those that another party owns, declared or by its writes
 * @param ownerUnknown those that nobody is known to own: not in {@code toPlace} for that alone
 * @param inOtherSchema those in another schema
 * @param onOtherServer those on another server or cluster
 * @param occupied those whose place is taken by another table of their name
 */
public record PlacementCounts(
    int tables,
    int toPlace,
    int ownedOtherwise,
    int ownerUnknown,
    int inOtherSchema,
    int onOtherServer,
    int occupied) {

  /** Counts them. */
  static PlacementCounts of(List<TableGap> gaps) {
    return new PlacementCounts(
        gaps.size(),
        count(gaps, TableGap::toPlace),
        count(gaps, TableGap::ownedOtherwise),
        count(gaps, gap -> gap.ownerToday().isEmpty()),
        count(gaps, TableGap::schema),
        count(gaps, TableGap::dataSet),
        count(gaps, TableGap::occupied));
  }

  private static int count(List<TableGap> gaps, Predicate<TableGap> which) {
    return (int) gaps.stream().filter(which).count();
  }
}
