package dev.watershed.benchmarks.structure;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.CouplingInputs;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.structure.StructureAnalysis;
import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.analyzer.structure.StructureMethod;
import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.workload.Workload;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.observation.Observations;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What one workload shows, and how well clusters of it agree with the applications. */
final class Recovery {

  private static final String DATA = "db";
  private static final double DAY_SECONDS = 86_400;

  private final SharedSchema schema;
  private final Map<String, Catalog> catalogs;
  private final CouplingFacts facts;

  private Recovery(SharedSchema schema, Catalog catalog, CouplingFacts facts) {
    this.schema = schema;
    this.catalogs = Map.of(DATA, catalog);
    this.facts = facts;
  }

  /** Reads a workload; nothing says whose its one account is. */
  static Recovery of(SharedSchema schema, Catalog catalog, Workload workload) {
    CouplingInput input =
        CouplingInputs.of(
            List.of(
                new CoupledData(
                    DATA,
                    Optional.of(catalog),
                    CatalogReader.PARSING,
                    List.of(
                        new CoupledServer(
                            DATA,
                            workload,
                            DAY_SECONDS,
                            OptionalDouble.of(0),
                            Optional.empty(),
                            Observations.NONE)))),
            ServiceMapping.of(List.of()),
            PartyLevel.SERVICE);
    return new Recovery(
        schema,
        catalog,
        CouplingAnalysis.of(input, ServiceMapping.of(List.of()), PartyLevel.SERVICE));
  }

  /** The clusters. */
  StructureFacts structure(StructureMethod method) {
    return StructureAnalysis.of(facts, catalogs, OptionalInt.empty(), method);
  }

  /** How well clusters agree with the applications. */
  PartitionAgreement agreement(StructureFacts structure) {
    return agreement(structure.clusterOfTable());
  }

  /** How well Louvain's algorithm does with the use together alone, as it is. */
  PartitionAgreement louvainTogether(int seeds) {
    return louvain(Ties.together(facts.input()), seeds);
  }

  /** How well it does with all that a method reads. */
  PartitionAgreement louvainAll(StructureMethod method) {
    return louvain(
        Ties.all(facts.input(), DATA, catalogs.get(DATA), method.names(), method.foreignKeys()),
        method.seeds());
  }

  private PartitionAgreement louvain(Ties ties, int seeds) {
    return agreement(Arrays.copyOf(Louvain.of(ties, seeds), facts.input().tables().size()));
  }

  /** Over all tables but the hubs; a table without a part is a part of its own. */
  private PartitionAgreement agreement(int[] parts) {
    Map<String, String> applications = schema.applicationOfTable();
    Map<String, Integer> numbers = new TreeMap<>();
    applications.values().forEach(name -> numbers.putIfAbsent(name, numbers.size()));
    int[] truth = new int[applications.size()];
    int[] found = new int[applications.size()];
    int next = 0;
    for (int table = 0; table < parts.length; table++) {
      String application = applications.get(facts.input().tables().get(table).name());
      if (application != null) {
        truth[next] = numbers.get(application);
        found[next] = parts[table] < 0 ? parts.length + table : parts[table];
        next++;
      }
    }
    if (next != truth.length) {
      throw new IllegalStateException(next + " of " + truth.length + " tables in the catalog");
    }
    return PartitionAgreement.of(truth, found);
  }
}
