package dev.watershed.benchmarks.advice;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.advice.Advice;
import dev.watershed.analyzer.index.advice.IndexAdvisor;
import dev.watershed.analyzer.index.redundancy.HintedIndexes;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.analyzer.index.redundancy.SuperfluousIndexes;
import dev.watershed.analyzer.index.selection.Extend;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.understanding.CatalogSchemaView;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.resolve.Understanding;
import dev.watershed.workload.catalog.Catalog;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Times what {@code advise} does once the statements are understood, phase by phase and round by
 * round, and says a hash of all that is advised: {@code DIGESTS ROUNDS DUMP...}. The first round is
 * what a run of the command pays, compilation included.
 */
public final class AdviceTimesMain {

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;
  private static final double MEGABYTE = 1 << 20;

  private AdviceTimesMain() {}

  /** Times; exits with 2 if the arguments are wrong. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      System.err.println(
          "DIGESTS ROUNDS DUMP...; dumps such as examples/marketplace/booking-1.sql.gz");
      System.exit(2);
      return;
    }
    int digests = Integer.parseInt(arguments[0]);
    Catalog catalog = Dumps.read(List.of(arguments).subList(2, arguments.length)).catalog();
    AdvisedServer server = timed("understanding", () -> server(catalog, digests));
    for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
      System.out.println("round " + round);
      round(server);
    }
  }

  private static void round(AdvisedServer server) {
    AdvisorOptions options = AdvisorOptions.DEFAULTS;
    Advice advice = timed("  advice", () -> new IndexAdvisor(options).advise(server));
    HintedIndexes hinted = new HintedIndexes(server.statements(), List.of());
    Object drops =
        timed("  drops", () -> SuperfluousIndexes.of(server, IndexUsage.UNKNOWN, hinted));
    System.out.printf(
        "  %d indexes, %d rewrites, hash %08x%n",
        advice.indexes().size(), advice.rewrites().size(), (advice + "" + drops).hashCode());
    Workbench workbench = timed("  of it workbench", () -> Workbench.of(server));
    timed(
        "  of it choice", () -> new Extend().choose(workbench, options, server.observedSeconds()));
    System.out.printf("  %d candidates%n", workbench.candidates().size());
  }

  private static <T> T timed(String phase, Supplier<T> work) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long own = Thread.currentThread().getId();
    long start = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    long ownCpu = threads.getThreadCpuTime(own);
    long ownBytes = threads.getThreadAllocatedBytes(own);
    long collecting = collectingMillis();
    long compiling = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    T done = work.get();
    System.out.printf(
        Locale.ROOT,
        "%-18s wall %6.2f s, processor %6.2f s; own thread %5.2f s and %,6.0f MB;"
            + " elapsed in collection %5.2f s, in compilation %5.2f s%n",
        phase,
        (System.nanoTime() - start) / NANOS,
        (system.getProcessCpuTime() - cpu) / NANOS,
        (threads.getThreadCpuTime(own) - ownCpu) / NANOS,
        (threads.getThreadAllocatedBytes(own) - ownBytes) / MEGABYTE,
        (collectingMillis() - collecting) / MILLIS,
        (ManagementFactory.getCompilationMXBean().getTotalCompilationTime() - compiling) / MILLIS);
    return done;
  }

  private static long collectingMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static AdvisedServer server(Catalog catalog, int digests) {
    LongStatements statements = new LongStatements(catalog, 1);
    List<LongStatements.Sent> sent = new ArrayList<>();
    for (int number = 0; number < digests; number++) {
      sent.add(statements.next(number));
    }
    SchemaView tables = new CatalogSchemaView(catalog);
    List<StatisticTable> all =
        catalog.schemas().stream()
            .flatMap(
                schema ->
                    schema.tables().stream()
                        .map(table -> new StatisticTable(schema.name(), table, Optional.empty())))
            .toList();
    List<WeightedStatement> weighted =
        IntStream.range(0, digests)
            .parallel()
            .mapToObj(number -> weighted(sent.get(number), number, tables))
            .toList();
    return new AdvisedServer(
        "all", catalog.serverVersion().orElse(""), 100, OptionalLong.empty(), all, weighted);
  }

  private static WeightedStatement weighted(
      LongStatements.Sent sent, int number, SchemaView tables) {
    Fingerprint print = Fingerprints.of(sent.sql(), SqlMode.standard());
    Optional<String> schema = Optional.of(sent.schema());
    return new WeightedStatement(
        print.digest(),
        schema,
        Understanding.of(print.text(), print.truncated(), schema, tables),
        1,
        0.05,
        OptionalDouble.of(20_000 + number),
        OptionalDouble.of(5));
  }
}
