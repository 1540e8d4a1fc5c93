package dev.watershed.analyzer.consolidation.distance;

import java.util.List;
import java.util.Objects;

/**
 * How far what one owner should have is from the target.
 *
 * @param foreignReads statements per second of others that read its tables, by name, and write none
 *     of them; each counts once
 * @param foreignWrites statements per second of others that write its tables, by name
 * @param writers the stray ones among its tables, the most writes first
 * @param statements of whoever sends them, over its tables, that cross any border of the target:
 *     those with the most calls per second first, at most ten
 * @param furtherStatements how many more there are
 */
public record OwnerDistance(
    String owner,
    PlacementCounts placement,
    double foreignReads,
    double foreignWrites,
    List<StrayWriter> writers,
    List<CrossingStatement> statements,
    int furtherStatements) {

  public OwnerDistance {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(placement, "placement");
    writers = List.copyOf(writers);
    statements = List.copyOf(statements);
  }
}
