package dev.watershed.collector.follow;

import dev.watershed.workload.Issue;
import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.TransactionTable;
import dev.watershed.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Everything that windows hold, added up per time slot, as text per key. */
public final class WindowSums {

  private final Map<String, long[]> sums = new TreeMap<>();

  private WindowSums() {}

  /** The sums of windows, in any number of parts. */
  static Map<String, String> of(List<CollectedWindow> windows) {
    WindowSums all = new WindowSums();
    windows.forEach(window -> all.add(window.slotStart().toString(), window.workload()));
    return all.lines();
  }

  /** The sums of a workload. */
  public static Map<String, String> of(Workload workload) {
    WindowSums all = new WindowSums();
    all.add("all", workload);
    return all.lines();
  }

  private Map<String, String> lines() {
    Map<String, String> lines = new TreeMap<>();
    sums.forEach((key, sum) -> lines.put(key, Arrays.toString(sum)));
    return lines;
  }

  /** Where two sums differ, a line each. */
  public static List<String> differences(Map<String, String> found, Map<String, String> expected) {
    TreeMap<String, String> all = new TreeMap<>(found);
    all.putAll(expected);
    return all.keySet().stream()
        .filter(key -> !Objects.equals(found.get(key), expected.get(key)))
        .map(key -> key + ": " + found.get(key) + " instead of " + expected.get(key))
        .toList();
  }

  private void add(String slot, Workload workload) {
    statements(slot, workload);
    minutes(slot, workload);
    transactions(slot, workload);
    for (Issue issue : workload.quality().issues()) {
      sum(slot + " issue " + issue.reason(), 1)[0] += issue.count();
    }
    for (SourceFile source : workload.sources()) {
      long[] sum = sum("source " + source.path(), 2);
      sum[0] += source.bytes();
      sum[1] += source.events();
    }
  }

  private void statements(String slot, Workload workload) {
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

  private void minutes(String slot, Workload workload) {
    MinuteTable table = workload.minutes();
    for (int row = 0; row < table.size(); row++) {
      String origin = workload.origins().get(table.originIndex(row)).toString();
      long[] sum = sum(slot + " minute " + table.minute(row) + " " + origin, 2);
      sum[0] += table.value(row, Measure.CALLS);
      sum[1] += table.value(row, Measure.TIME_MICROS);
    }
  }

  private void transactions(String slot, Workload workload) {
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
