package dev.watershed.collector.follow;

import dev.watershed.workload.Issue;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.TransactionTable;
import dev.watershed.workload.Workload;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Everything that windows hold, added up per time slot, as text per key. */
final class WindowSums {

  private final Map<String, long[]> sums = new TreeMap<>();

  private WindowSums() {}

  /** The sums of windows, in any number of parts. */
  static Map<String, String> of(List<CollectedWindow> windows) {
    return of(windows, reason -> true);
  }

  /** The same without some issues. */
  static Map<String, String> of(List<CollectedWindow> windows, Predicate<IssueReason> counted) {
    WindowSums all = new WindowSums();
    windows.forEach(window -> all.add(window, counted));
    Map<String, String> lines = new TreeMap<>();
    all.sums.forEach((key, sum) -> lines.put(key, Arrays.toString(sum)));
    return lines;
  }

  /** Where two sums differ, a line each. */
  static List<String> differences(Map<String, String> found, Map<String, String> expected) {
    TreeMap<String, String> all = new TreeMap<>(found);
    all.putAll(expected);
    return all.keySet().stream()
        .filter(key -> !Objects.equals(found.get(key), expected.get(key)))
        .map(key -> key + ": " + found.get(key) + " instead of " + expected.get(key))
        .toList();
  }

  private void add(CollectedWindow window, Predicate<IssueReason> counted) {
    Workload workload = window.workload();
    Instant slot = window.slotStart();
    statements(slot, workload);
    minutes(slot, workload);
    transactions(slot, workload);
    for (Issue issue : workload.quality().issues()) {
      if (counted.test(issue.reason())) {
        sum(slot + " issue " + issue.reason(), 1)[0] += issue.count();
      }
    }
    for (SourceFile source : workload.sources()) {
      long[] sum = sum("source " + source.path(), 2);
      sum[0] += source.bytes();
      sum[1] += source.events();
    }
  }

  private void statements(Instant slot, Workload workload) {
    StatementTable table = workload.statements();
    for (int row = 0; row < table.size(); row++) {
      String key =
          slot
              + " statement "
              + workload.schemas().get(table.schemaIndex(row))
              + " "
              + workload.origins().get(table.originIndex(row))
              + " "
              + workload.texts().get(table.textIndex(row)).fingerprint();
      boolean added = !sums.containsKey(key);
      long[] sum = sum(key, Measure.values().length);
      for (Measure measure : Measure.values()) {
        long value = table.value(row, measure);
        long before = added ? measure.neutral() : sum[measure.ordinal()];
        sum[measure.ordinal()] =
            switch (measure.merge()) {
              case SUM -> before + value;
              case MIN -> Math.min(before, value);
              case MAX -> Math.max(before, value);
            };
      }
      buckets(table.histogram(row), key);
    }
  }

  private void minutes(Instant slot, Workload workload) {
    MinuteTable table = workload.minutes();
    for (int row = 0; row < table.size(); row++) {
      String origin = workload.origins().get(table.originIndex(row)).toString();
      long[] sum = sum(slot + " minute " + table.minute(row) + " " + origin, 2);
      sum[0] += table.value(row, Measure.CALLS);
      sum[1] += table.value(row, Measure.TIME_MICROS);
    }
  }

  private void transactions(Instant slot, Workload workload) {
    TransactionTable table = workload.transactions();
    for (int row = 0; row < table.size(); row++) {
      String key =
          slot
              + " transaction "
              + table.transactionClass(row).digests()
              + " "
              + workload.origins().get(table.originIndex(row));
      long[] sum = sum(key, TransactionMeasure.values().length);
      for (TransactionMeasure measure : TransactionMeasure.values()) {
        sum[measure.ordinal()] += table.value(row, measure);
      }
    }
  }

  private void buckets(LatencyHistogram histogram, String key) {
    for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
      if (histogram.countAt(bucket) > 0) {
        sum(key + " bucket " + bucket, 1)[0] += histogram.countAt(bucket);
      }
    }
  }

  private long[] sum(String key, int width) {
    return sums.computeIfAbsent(key, added -> new long[width]);
  }
}
