package dev.watershed.benchmarks.fleet.effect;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.benchmarks.fleet.month.LogEvent;
import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.slowlog.ReadProgress;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.collector.slowlog.SlowLogResult;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a server executed in a part of a run.
 *
 * @param sums per service and digest
 * @param workload everything that the collector made of these events
 */
record SpanLoad(Map<Key, CallSums> sums, Workload workload) {

  /**
   * Who sent what.
   *
   * @param service its name; empty for nobody's
   */
  record Key(String service, long digest) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byService = service.compareTo(other.service);
      return byService != 0 ? byService : Long.compare(digest, other.digest);
    }
  }

  /** Reads the events by the collector, which takes them from a file. */
  static SpanLoad of(List<LogEvent> events, ServiceMapping mapping) throws IOException {
    Path log = Files.createTempFile("watershed-span", ".log");
    try {
      try (Writer out = Files.newBufferedWriter(log)) {
        boolean first = true;
        for (LogEvent event : events) {
          out.write(event.shifted(Duration.ZERO, first));
          first = false;
        }
      }
      SlowLogOptions options =
          SlowLogOptions.standard().withTimeZone(ZoneOffset.UTC).withTagKeys(mapping.tagKeys());
      SlowLogResult result =
          new SlowLogCollector(options)
              .collect(
                  List.of(new LogInput("span", Optional.of(log))),
                  InputStream.nullInputStream(),
                  ReadProgress.NONE);
      if (!result.failed().isEmpty()) {
        throw new IOException("unreadable: " + result.failed());
      }
      return new SpanLoad(sums(result.workload(), mapping), result.workload());
    } finally {
      Files.delete(log);
    }
  }

  private static Map<Key, CallSums> sums(Workload workload, ServiceMapping mapping) {
    Map<Key, CallSums> sums = new TreeMap<>();
    StatementTable table = workload.statements();
    for (int row = 0; row < table.size(); row++) {
      String service =
          mapping.attribute(workload.origins().get(table.originIndex(row))).service().orElse("");
      sums.merge(
          new Key(service, workload.texts().get(table.textIndex(row)).digest()),
          new CallSums(
              table.value(row, Measure.CALLS),
              table.value(row, Measure.ERRORS),
              table.value(row, Measure.TIME_MICROS),
              table.value(row, Measure.LOCK_TIME_MICROS),
              table.value(row, Measure.ROWS_EXAMINED)),
          CallSums::plus);
    }
    return sums;
  }

  /** The sum over some keys. */
  CallSums sum(Predicate<Key> keys) {
    return sums.entrySet().stream()
        .filter(entry -> keys.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(CallSums.NONE, CallSums::plus);
  }
}
