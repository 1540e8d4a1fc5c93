package dev.watershed.analyzer.structure;

import dev.watershed.analyzer.coupling.TransactionCut;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Objects;

/**
 * Which tables belong together.
 *
 * @param input what it rests on
 * @param clusters the largest first
 * @param hubs indexes of tables that belong to all, ascending
 * @param alone indexes of tables in use that belong to no cluster, ascending
 * @param unused how many tables no statement uses
 * @param seams the most crossings first; bounded
 * @param furtherSeams how many are left out
 * @param transactions how many use tables of several clusters
 * @param disagreements with declared owners, by cluster and table
 * @param saidNotes what is not known, a sentence each
 */
public record StructureFacts(
    CouplingInput input,
    List<Cluster> clusters,
    List<Integer> hubs,
    List<Integer> alone,
    int unused,
    List<Seam> seams,
    int furtherSeams,
    TransactionCut transactions,
    List<OwnerDisagreement> disagreements,
    List<Saying> saidNotes) {

  public StructureFacts {
    Objects.requireNonNull(input, "input");
    clusters = List.copyOf(clusters);
    hubs = List.copyOf(hubs);
    alone = List.copyOf(alone);
    seams = List.copyOf(seams);
    Objects.requireNonNull(transactions, "transactions");
    disagreements = List.copyOf(disagreements);
    saidNotes = List.copyOf(saidNotes);
  }

  /** The cluster of each table by its index; {@link TransactionCut#NO_PART} for none. */
  public int[] clusterOfTable() {
    return ClusterSearch.partOfTable(input, clusters.stream().map(Cluster::tables).toList());
  }

  /** The notes in English. */
  public List<String> notes() {
    return Saying.texts(saidNotes);
  }
}
