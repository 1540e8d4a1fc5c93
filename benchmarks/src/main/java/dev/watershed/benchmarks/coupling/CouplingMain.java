package dev.watershed.benchmarks.coupling;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.CouplingInputs;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.analyzer.understanding.DefinitionHash;
import dev.watershed.analyzer.understanding.RememberedFacts;
import dev.watershed.benchmarks.command.Options;
import dev.watershed.sql.facts.binary.FactsOrigin;
import dev.watershed.sql.resolve.Understanding;
import dev.watershed.workload.Workload;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.observation.Observations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * {@code CouplingMain --tables 2100 --services 60 --statements 10000 --classes 5000}: how long it
 * takes to tell what couples services, when statements are parsed and when facts are remembered.
 */
public final class CouplingMain {

  private static final double WEEK_SECONDS = 604_800;

  private CouplingMain() {}

  /** Tells it several times. */
  public static void main(String[] arguments) {
    Options options =
        Options.read(
            arguments,
            "[--tables 2100] [--services 60] [--statements 10000] [--classes 5000]",
            Set.of(),
            Set.of("--tables", "--services", "--statements", "--classes"));
    CouplingWorkload fleet =
        new CouplingWorkload(
            1, options.number("--tables", 2_100), options.number("--services", 60));
    Workload workload =
        fleet.workload(options.number("--statements", 10_000), options.number("--classes", 5_000));
    Catalog catalog = fleet.catalog();
    FactsOrigin origin =
        new FactsOrigin(Understanding.VERSION, DefinitionHash.of(Optional.of(catalog)));
    RememberedFacts parsing = new RememberedFacts(origin, Optional.empty(), CatalogReader.PARSING);
    say("parsing", workload, catalog, parsing, fleet.mapping());
    Optional<byte[]> facts = parsing.forNextRun();
    for (int run = 0; run < 3; run++) {
      say(
          "remembered",
          workload,
          catalog,
          new RememberedFacts(origin, facts, CatalogReader.PARSING),
          fleet.mapping());
    }
  }

  private static void say(
      String name,
      Workload workload,
      Catalog catalog,
      CatalogReader reader,
      ServiceMapping mapping) {
    long start = System.nanoTime();
    CouplingInput input =
        CouplingInputs.of(
            List.of(
                new CoupledData(
                    "db",
                    Optional.of(catalog),
                    reader,
                    List.of(
                        new CoupledServer(
                            "db",
                            workload,
                            WEEK_SECONDS,
                            OptionalDouble.of(0),
                            Optional.empty(),
                            Observations.NONE)))),
            mapping,
            PartyLevel.SERVICE);
    long between = System.nanoTime();
    CouplingFacts facts = CouplingAnalysis.of(input, mapping, PartyLevel.SERVICE);
    System.out.printf(
        Locale.ROOT,
        "%-10s columns %.2f s (%d touches, %d classes), analysis %.2f s (%d findings)%n",
        name,
        (between - start) / 1e9,
        input.touches().size(),
        input.transactions().size(),
        (System.nanoTime() - between) / 1e9,
        facts.findings().size());
  }
}
