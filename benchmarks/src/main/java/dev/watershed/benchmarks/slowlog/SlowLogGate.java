package dev.watershed.benchmarks.slowlog;

import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.reference.ReferenceEvent;
import dev.watershed.collector.reference.ReferenceOptions;
import dev.watershed.collector.reference.ReferenceSlowLogReader;
import dev.watershed.collector.slowlog.ReadProgress;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.collector.slowlog.SlowLogResult;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Proves that the collector and the slow reader see the same digests with the same figures. */
public final class SlowLogGate {

  private SlowLogGate() {}

  /**
   * Compares them over a log that is long enough to be read in parts.
   *
   * @param threads how many read, once for each of these numbers
   * @return the number of digests
   * @throws IllegalStateException if a digest is missing, invented or has other figures, or if one
   *     thread read all that several were to read
   */
  public static int check(Path log, List<Integer> threads) throws IOException {
    Map<String, DigestTotals> slow = slow(Files.readAllBytes(log));
    for (int count : threads) {
      Set<Thread> reading = ConcurrentHashMap.newKeySet();
      ReadProgress progress = (bytes, totalBytes) -> reading.add(Thread.currentThread());
      compare(log, slow, fast(collect(log, count, progress).workload()));
      if (reading.size() < count) {
        throw new IllegalStateException(
            log + ": " + reading.size() + " of " + count + " threads read, the log is too short");
      }
    }
    return slow.size();
  }

  private static void compare(
      Path log, Map<String, DigestTotals> slow, Map<String, DigestTotals> fast) {
    for (Map.Entry<String, DigestTotals> entry : slow.entrySet()) {
      if (!entry.getValue().equals(fast.get(entry.getKey()))) {
        throw new IllegalStateException(
            log + ": " + entry + ", but the collector says " + fast.get(entry.getKey()));
      }
    }
    if (fast.size() != slow.size()) {
      throw new IllegalStateException(
          log + ": " + slow.size() + " digests, the collector says " + fast.size());
    }
  }

  static SlowLogResult collect(Path log, int threads) {
    return collect(log, threads, ReadProgress.NONE);
  }

  private static SlowLogResult collect(Path log, int threads, ReadProgress progress) {
    return new SlowLogCollector(SlowLogOptions.standard().withThreads(threads))
        .collect(
            List.of(new LogInput(log.toString(), Optional.of(log))),
            InputStream.nullInputStream(),
            progress);
  }

  /** How many events a workload was made of. */
  static long events(Workload workload) {
    StatementTable table = workload.statements();
    long events = 0;
    for (int row = 0; row < table.size(); row++) {
      events += table.value(row, Measure.EVENTS_READ);
    }
    return events;
  }

  private static Map<String, DigestTotals> fast(Workload workload) {
    Map<String, DigestTotals> totals = new TreeMap<>();
    StatementTable table = workload.statements();
    for (int row = 0; row < table.size(); row++) {
      totals.merge(
          Fingerprints.idOf(workload.texts().get(table.textIndex(row)).digest()),
          new DigestTotals(
              table.value(row, Measure.CALLS),
              table.value(row, Measure.TIME_MICROS),
              table.value(row, Measure.LOCK_TIME_MICROS),
              table.value(row, Measure.ROWS_SENT),
              table.value(row, Measure.ROWS_EXAMINED)),
          DigestTotals::plus);
    }
    return totals;
  }

  private static Map<String, DigestTotals> slow(byte[] log) {
    Map<String, DigestTotals> totals = new TreeMap<>();
    for (ReferenceEvent event :
        ReferenceSlowLogReader.read(log, ReferenceOptions.standard()).events()) {
      long calls = event.weight();
      totals.merge(
          Fingerprints.idOf(fingerprint(event).digest()),
          new DigestTotals(
              calls,
              calls * event.queryTimeMicros(),
              calls * event.lockTimeMicros(),
              calls * event.rowsSent(),
              calls * event.rowsExamined()),
          DigestTotals::plus);
    }
    return totals;
  }

  private static Fingerprint fingerprint(ReferenceEvent event) {
    return event
        .administratorCommand()
        .map(Fingerprints::ofAdministratorCommand)
        .orElseGet(() -> Fingerprints.of(event.statement(), SqlMode.standard()));
  }
}
