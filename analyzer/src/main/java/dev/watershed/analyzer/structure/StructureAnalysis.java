package dev.watershed.analyzer.structure;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.TransactionCut;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Finds which tables belong together. */
public final class StructureAnalysis {

  private static final double UNSTABLE = 0.75;

  private StructureAnalysis() {}

  /**
   * Finds it. The same input gives the same facts.
   *
   * @param catalogs by set of data; without one no foreign key is known
   * @param party whose use counts, such as a service that is to be split; empty for all. Who the
   *     others are says nothing then
   */
  public static StructureFacts of(
      CouplingFacts coupling,
      Map<String, Catalog> catalogs,
      OptionalInt party,
      StructureMethod method) {
    CouplingInput input = coupling.input();
    ClusterSearch.Found found = ClusterSearch.of(input, coupling.matrix(), catalogs, party, method);
    List<ClusterSearch.Part> several =
        found.parts().stream().filter(part -> part.tables().size() > 1).toList();
    int[] parts =
        ClusterSearch.partOfTable(input, several.stream().map(ClusterSearch.Part::tables).toList());
    CoAccess together = new CoAccess(input, found.hubs(), party);
    List<Cluster> clusters = clusters(coupling, together, several, parts);
    List<Integer> alone = new ArrayList<>();
    found.inUse().stream()
        .filter(table -> parts[table] == TransactionCut.NO_PART && !found.hubs().get(table))
        .forEach(alone::add);
    found.hubs().and(found.inUse());
    Seams.Found seams = Seams.of(input, together, parts);
    return new StructureFacts(
        input,
        clusters,
        found.hubs().stream().boxed().toList(),
        alone,
        input.tables().size() - found.inUse().cardinality(),
        seams.seams(),
        seams.further(),
        TransactionCut.of(input, parts),
        OwnerDisagreements.of(input, coupling.ownership(), clusters),
        notes(input, clusters, party));
  }

  private static List<Cluster> clusters(
      CouplingFacts coupling, CoAccess together, List<ClusterSearch.Part> several, int[] parts) {
    CouplingInput input = coupling.input();
    double[] ofTable = new double[input.tables().size()];
    double[] ofCluster = new double[several.size()];
    TableUses uses = input.uses();
    int[] counted = new int[several.size()];
    for (int statement = 0; statement < input.statements().size(); statement++) {
      double calls = together.callsPerSecond(statement);
      for (int use = uses.start(statement); use < uses.end(statement); use++) {
        int part = parts[uses.table(use)];
        ofTable[uses.table(use)] += calls;
        if (part != TransactionCut.NO_PART && counted[part] != statement + 1) {
          counted[part] = statement + 1;
          ofCluster[part] += calls;
        }
      }
    }
    ClusterNames names = new ClusterNames(input, coupling.ownership(), ofTable);
    List<Cluster> clusters = new ArrayList<>();
    for (int position = 0; position < several.size(); position++) {
      clusters.add(names.of(several.get(position), ofCluster[position]));
    }
    return clusters;
  }

  private static List<Saying> notes(
      CouplingInput input, List<Cluster> clusters, OptionalInt party) {
    List<Saying> notes = new ArrayList<>();
    notes.add(
        Saying.of(
            "structure-note.clusters",
            "clusters change with the load and, where their stability is low, with the seed: they"
                + " guide a person, and no gate may rest on them"));
    if (party.isPresent()) {
      notes.add(
          Saying.of(
              "structure-note.only",
              "only what {0} sends counts; transactions of several clusters are those of all",
              input.parties().name(party.getAsInt())));
    } else if (input.parties().services() < 2) {
      notes.add(
          Saying.of(
              "structure-note.few",
              "fewer than two services are known: tables that are used alone are placed by their"
                  + " names and foreign keys only"));
    }
    if (!input.quality().transactions().known()) {
      notes.add(
          Saying.of(
              "structure-note.transactions",
              "no transactions were observed: what is used together is told by statements alone"));
    }
    long unstable = clusters.stream().filter(each -> each.stability() < UNSTABLE).count();
    if (unstable > 0) {
      notes.add(
          Saying.of(
              "structure-note.unstable",
              "{0} of {1} clusters fall apart with other seeds (stability below 75%)",
              unstable,
              clusters.size()));
    }
    return notes;
  }
}
