package dev.watershed.analyzer.consolidation.distance;

import java.util.List;
import java.util.Objects;

/**
 * Transactions that have to be taken apart: in the target they write for several owners or on
 * several servers. Those of one party that write the same tables are one.
 *
 * @param party who runs them
 * @param tables that they write, by inference too, in order; without those that everybody reads
 * @param owners who should own these, in order
 * @param dataSets where they should lie, in order
 * @param perSecond how many there are
 * @param digests their statements, in order
 * @param partial whether some of them do more than is known
 */
public record PartedTransaction(
    String party,
    List<String> tables,
    List<String> owners,
    List<String> dataSets,
    double perSecond,
    List<Long> digests,
    boolean partial) {

  public PartedTransaction {
    Objects.requireNonNull(party, "party");
    tables = List.copyOf(tables);
    owners = List.copyOf(owners);
    dataSets = List.copyOf(dataSets);
    digests = List.copyOf(digests);
  }
}
