package dev.watershed.benchmarks.advice;

import dev.watershed.analyzer.understanding.CatalogSchemaView;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.resolve.Understanding;
import dev.watershed.workload.catalog.Catalog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times the understanding of many long statements, without a store: {@code DIGESTS ROUNDS DUMP...}.
 * The first round is what a run of {@code advise} pays.
 */
public final class UnderstandingMain {

  private static final double NANOS_PER_SECOND = 1e9;

  private record Statement(String fingerprint, Optional<String> schema) {}

  private UnderstandingMain() {}

  /** Times; exits with 2 if the arguments are wrong. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      System.err.println(
          "DIGESTS ROUNDS DUMP...; dumps such as examples/marketplace/booking-1.sql.gz");
      System.exit(2);
      return;
    }
    int digests = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Catalog catalog = Dumps.read(List.of(arguments).subList(2, arguments.length)).catalog();
    LongStatements source = new LongStatements(catalog, 1);
    List<Statement> statements = new ArrayList<>();
    for (int number = 0; number < digests; number++) {
      LongStatements.Sent sent = source.next(number);
      statements.add(
          new Statement(
              Fingerprints.of(sent.sql(), SqlMode.standard()).text(), Optional.of(sent.schema())));
    }
    for (int round = 1; round <= rounds; round++) {
      round(round, statements, new CatalogSchemaView(catalog));
    }
  }

  private static void round(int round, List<Statement> statements, SchemaView tables) {
    long wall = System.nanoTime();
    long processor = processorNanos();
    List<StatementFacts> facts =
        statements.parallelStream()
            .map(one -> Understanding.of(one.fingerprint(), false, one.schema(), tables))
            .toList();
    System.out.printf(
        Locale.ROOT,
        "round %d: %.2f s, %.2f s of processor time, %d of %d parsed%n",
        round,
        (System.nanoTime() - wall) / NANOS_PER_SECOND,
        (processorNanos() - processor) / NANOS_PER_SECOND,
        facts.stream().filter(StatementFacts::parsed).count(),
        facts.size());
  }

  /** Of the whole process, its compiler and collector included. */
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
