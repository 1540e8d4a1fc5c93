package dev.watershed.collector.slowlog;

import dev.watershed.collector.reference.ReferenceEvent;
import dev.watershed.collector.reference.ReferenceIssue;
import dev.watershed.collector.reference.ReferenceLog;
import dev.watershed.collector.reference.ReferenceOptions;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Issue;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a log says, as text per key, from the fast reader and from the slow reference. */
final class LogFacts {

  private static final long NONE = Long.MIN_VALUE;

  private static final class Sums {
    private long calls;
    private long events;
    private long time;
    private long lock;
    private long sent;
    private long examined;
    private long errors;
    private long affected;
    private long inherited;
    private long last = NONE;

    @Override
    public String toString() {
      return "calls %d events %d time %d lock %d sent %d examined %d errors %d affected %d"
              .formatted(calls, events, time, lock, sent, examined, errors, affected)
          + " inherited "
          + inherited
          + " last "
          + last;
    }
  }

  private LogFacts() {}

  static SqlMode mode(ReferenceOptions options) {
    return new SqlMode(options.ansiQuotes(), options.noBackslashEscapes(), false, false, false);
  }

  /** The facts of a workload. */
  static Map<String, String> of(Workload workload) {
    return of(List.of(workload));
  }

  /** The facts of several workloads together, stretches of one log in its order. */
  static Map<String, String> of(List<Workload> workloads) {
    Map<String, Sums> sums = new TreeMap<>();
    Map<String, long[]> issues = new TreeMap<>();
    for (Workload workload : workloads) {
      add(workload, sums);
      for (Issue issue : told(workload)) {
        issues
                .computeIfAbsent(
                    "issue " + issue.reason(), key -> new long[] {0, issue.firstOffset()})[0] +=
            issue.count();
      }
    }
    Map<String, String> facts = new TreeMap<>();
    sums.forEach((key, sum) -> facts.put(key, sum.toString()));
    issues.forEach((key, issue) -> facts.put(key, issue[0] + " from " + issue[1]));
    return facts;
  }

  /** All but which texts were cut, which stands with each of them. */
  private static List<Issue> told(Workload workload) {
    return workload.quality().issues().stream()
        .filter(issue -> issue.reason() != IssueReason.LONG_STATEMENT)
        .toList();
  }

  private static String text(StatementText text) {
    return text.fingerprint() + (text.truncated() ? " (cut)" : "");
  }

  private static String text(Fingerprint text) {
    return text.text() + (text.truncated() ? " (cut)" : "");
  }

  private static void add(Workload workload, Map<String, Sums> sums) {
    StatementTable table = workload.statements();
    for (int row = 0; row < table.size(); row++) {
      String key =
          workload.schemas().get(table.schemaIndex(row))
              + " | "
              + workload.origins().get(table.originIndex(row)).user()
              + " | "
              + text(workload.texts().get(table.textIndex(row)));
      Sums sum = sums.computeIfAbsent(key, k -> new Sums());
      sum.calls += table.value(row, Measure.CALLS);
      sum.events += table.value(row, Measure.EVENTS_READ);
      sum.time += table.value(row, Measure.TIME_MICROS);
      sum.lock += table.value(row, Measure.LOCK_TIME_MICROS);
      sum.sent += table.value(row, Measure.ROWS_SENT);
      sum.examined += table.value(row, Measure.ROWS_EXAMINED);
      sum.errors += table.value(row, Measure.ERRORS);
      sum.affected += table.value(row, Measure.ROWS_AFFECTED);
      sum.last = Math.max(sum.last, table.value(row, Measure.LAST_SEEN_MICROS));
      sum.inherited += table.value(row, Measure.INHERITED_SCHEMA);
    }
  }

  /** The facts of a log that the reference read. */
  static Map<String, String> of(ReferenceLog log, ReferenceOptions options) {
    Map<String, Sums> sums = new TreeMap<>();
    for (ReferenceEvent event : log.events()) {
      Fingerprint fingerprint =
          event
              .administratorCommand()
              .map(LogFacts::utf8)
              .map(Fingerprints::ofAdministratorCommand)
              .orElseGet(() -> Fingerprints.of(event.statement(), mode(options)));
      String key = utf8(event.schema()) + " | " + utf8(event.user()) + " | " + text(fingerprint);
      Sums sum = sums.computeIfAbsent(key, k -> new Sums());
      sum.calls += event.weight();
      sum.events++;
      sum.time += event.queryTimeMicros() * event.weight();
      sum.lock += event.lockTimeMicros() * event.weight();
      sum.sent += event.rowsSent() * event.weight();
      sum.examined += event.rowsExamined() * event.weight();
      sum.errors += event.metrics().errorNumber() != 0 ? event.weight() : 0;
      sum.affected += event.metrics().rowsAffected() * event.weight();
      sum.inherited += event.schemaInherited() || event.schema().isEmpty() ? event.weight() : 0;
      sum.last = Math.max(sum.last, event.endedAt().map(Micros::of).orElse(NONE));
    }
    Map<String, String> facts = new TreeMap<>();
    sums.forEach((key, sum) -> facts.put(key, sum.toString()));
    for (IssueReason reason : IssueReason.values()) {
      if (log.count(reason) > 0) {
        long first =
            log.issues().stream()
                .filter(issue -> issue.reason() == reason)
                .mapToLong(ReferenceIssue::offset)
                .min()
                .orElseThrow();
        facts.put("issue " + reason, log.count(reason) + " from " + first);
      }
    }
    return facts;
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
