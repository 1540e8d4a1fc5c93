package dev.watershed.workload.store;

import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.TransactionTable;
import dev.watershed.workload.Workload;
import java.util.TreeSet;

/** Everything that a workload says, as lines in an order of their own: two are equal or not. */
final class WorkloadText {

  private WorkloadText() {}

  static String of(Workload workload) {
    TreeSet<String> lines = new TreeSet<>();
    statements(workload, lines);
    minutes(workload, lines);
    transactions(workload, lines);
    for (StatementText text : workload.texts()) {
      lines.add(
          "text %016x %s %s %s"
              .formatted(text.digest(), text.fingerprint(), text.truncated(), text.sample()));
    }
    workload.quality().issues().forEach(issue -> lines.add(issue.toString()));
    workload.sources().forEach(source -> lines.add(source.toString()));
    lines.add(
        "quality "
            + workload.quality().longQueryTimeSeconds()
            + workload.quality().sampled()
            + workload.quality().slotMinutes());
    return String.join("\n", lines);
  }

  private static void statements(Workload workload, TreeSet<String> lines) {
    StatementTable table = workload.statements();
    for (int row = 0; row < table.size(); row++) {
      StringBuilder line = new StringBuilder("statement ");
      line.append(workload.texts().get(table.textIndex(row)).digest()).append(' ');
      line.append(workload.schemas().get(table.schemaIndex(row))).append(' ');
      line.append(workload.origins().get(table.originIndex(row))).append(' ');
      for (Measure measure : Measure.values()) {
        if (measure != Measure.CPU_TIME_MICROS) {
          line.append(table.value(row, measure)).append(' ');
        }
      }
      // The oldest windows do not hold it: it is named where there is some.
      long cpuTimeMicros = table.value(row, Measure.CPU_TIME_MICROS);
      line.append(cpuTimeMicros == 0 ? "" : "cpu=" + cpuTimeMicros + " ");
      lines.add(line + latencies(table.histogram(row)));
    }
  }

  private static void minutes(Workload workload, TreeSet<String> lines) {
    MinuteTable table = workload.minutes();
    for (int row = 0; row < table.size(); row++) {
      StringBuilder line = new StringBuilder("minute ").append(table.minute(row)).append(' ');
      line.append(workload.origins().get(table.originIndex(row))).append(' ');
      for (Measure measure : Measure.values()) {
        if (measure.perMinute()) {
          line.append(table.value(row, measure)).append(' ');
        }
      }
      lines.add(line + latencies(table.histogram(row)));
    }
  }

  private static void transactions(Workload workload, TreeSet<String> lines) {
    TransactionTable table = workload.transactions();
    for (int row = 0; row < table.size(); row++) {
      StringBuilder line = new StringBuilder("transaction ");
      line.append(table.transactionClass(row).digests()).append(' ');
      line.append(workload.origins().get(table.originIndex(row))).append(' ');
      for (TransactionMeasure measure : TransactionMeasure.values()) {
        line.append(table.value(row, measure)).append(' ');
      }
      lines.add(line.toString());
    }
  }

  private static String latencies(LatencyHistogram histogram) {
    StringBuilder text = new StringBuilder();
    histogram.forEachBucket(
        (bucket, count) -> text.append(bucket).append('=').append(count).append(' '));
    return text.toString();
  }
}
