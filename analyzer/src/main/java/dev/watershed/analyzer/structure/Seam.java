package dev.watershed.analyzer.structure;

import java.util.List;
import java.util.Objects;

/**
 * What crosses between two clusters. Hubs do not count.
 *
 * @param first the position of the one cluster
 * @param second the position of the other, greater
 * @param statementsPerSecond calls of statements that use tables of both, also by a trigger or
 *     routine
 * @param joinsPerSecond those of them that name tables of both
 * @param transactionsPerSecond transactions that use tables of both, each counted once
 * @param conductance φ = cut / min(volume): the weight of use together across the seam, by calls
 *     and transactions per second, of all such weight of the tables of the lesser cluster
 * @param statements those that cross, the most calls first; where none does, those of the
 *     transactions that do
 * @param furtherStatements how many are left out
 */
public record Seam(
    int first,
    int second,
    double statementsPerSecond,
    double joinsPerSecond,
    double transactionsPerSecond,
    double conductance,
    List<SeamStatement> statements,
    int furtherStatements) {

  /**
   * A statement at a seam.
   *
   * @param digest the 64-bit id of its text
   * @param joined whether it uses tables of both clusters itself
   */
  public record SeamStatement(
      long digest, String fingerprint, String dataSet, double callsPerSecond, boolean joined) {

    public SeamStatement {
      Objects.requireNonNull(fingerprint, "fingerprint");
      Objects.requireNonNull(dataSet, "dataSet");
    }
  }

  public Seam {
    statements = List.copyOf(statements);
    if (first >= second) {
      throw new IllegalArgumentException("seam of clusters " + first + " and " + second);
    }
  }
}
