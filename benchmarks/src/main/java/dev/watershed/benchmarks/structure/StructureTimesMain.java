package dev.watershed.benchmarks.structure;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.CouplingInputs;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.structure.StructureAnalysis;
import dev.watershed.analyzer.structure.StructureFacts;
import dev.watershed.analyzer.structure.StructureMethod;
import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.benchmarks.coupling.CouplingWorkload;
import dev.watershed.workload.Workload;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.observation.Observations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * {@code StructureTimesMain}: how long it takes to find clusters and seams of 2,100 tables, 60
 * services, 10,000 statements and 5,000 transaction classes, five times in one process.
 */
public final class StructureTimesMain {

  private static final int TABLES = 2_100;
  private static final int SERVICES = 60;
  private static final int STATEMENTS = 10_000;
  private static final int CLASSES = 5_000;
  private static final int RUNS = 5;
  private static final double WEEK_SECONDS = 604_800;
  private static final String DATA = "db";

  private StructureTimesMain() {}

  /** Measures. */
  public static void main(String[] arguments) {
    CouplingWorkload fleet = new CouplingWorkload(1, TABLES, SERVICES);
    Workload workload = fleet.workload(STATEMENTS, CLASSES);
    Catalog catalog = fleet.catalog();
    CoupledServer server =
        new CoupledServer(
            DATA,
            workload,
            WEEK_SECONDS,
            OptionalDouble.of(0),
            Optional.empty(),
            Observations.NONE);
    CouplingInput input =
        CouplingInputs.of(
            List.of(
                new CoupledData(
                    DATA, Optional.of(catalog), CatalogReader.PARSING, List.of(server))),
            fleet.mapping(),
            PartyLevel.SERVICE);
    CouplingFacts coupling = CouplingAnalysis.of(input, fleet.mapping(), PartyLevel.SERVICE);
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      StructureFacts facts =
          StructureAnalysis.of(
              coupling, Map.of(DATA, catalog), OptionalInt.empty(), StructureMethod.standard());
      System.out.printf(
          Locale.ROOT,
          "%.2f s: %d clusters, %d seams%n",
          (System.nanoTime() - start) / 1e9,
          facts.clusters().size(),
          facts.seams().size() + facts.furtherSeams());
    }
  }
}
