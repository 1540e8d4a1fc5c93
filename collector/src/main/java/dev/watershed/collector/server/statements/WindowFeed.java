package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.ClockDifference;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.statements.StatementDifference.Executions;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.WorkloadBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Adds a difference to a window. */
final class WindowFeed {

  /** The only origin: the table knows no accounts. */
  private static final Origin UNKNOWN = new Origin("", "", List.of());

  private static final int SOURCE = 0;
  private static final int[] MINUTE_WIDTHS = {1, 5, 15};

  /** Samples come a little late; a width holds for spans of up to a quarter more. */
  private static final double LATE = 1.25;

  private static final int SECONDS_PER_MINUTE = 60;

  private final WorkloadBuilder window;
  private final SampleSpan span;
  private final ClockDifference clock;
  private final long[] minute = new long[minuteMeasures()];
  private final LatencyHistogram minuteTimes = new LatencyHistogram();
  private long lumped;

  /**
   * @param serverTime what the server's clock showed at the end of the span
   */
  WindowFeed(WorkloadBuilder window, SampleSpan span, Instant serverTime) {
    this.window = window;
    this.span = span;
    this.clock = ClockDifference.of(span.until(), serverTime);
  }

  void add(StatementDifference difference) {
    int origin = window.originIndex(UNKNOWN);
    for (Executions executions : difference.executions()) {
      add(executions, origin);
    }
    minutes(origin);
    issue(IssueReason.COUNTERS_RESET, difference.resets());
    issue(IssueReason.LUMPED_BY_SERVER, Math.max(lumped, difference.digestsLost()));
    issue(IssueReason.HIDDEN_BY_SERVER, difference.hiddenExecutions());
    issue(IssueReason.OWN_STATEMENTS, difference.ownExecutions());
    issue(IssueReason.HISTOGRAMS_MISSING, difference.untimedExecutions());
    issue(IssueReason.CLOCK_DIFFERS, clock.matters() ? 1 : 0);
    window.relieve();
  }

  private void add(Executions executions, int origin) {
    long[] figures = executions.figures();
    instants(figures);
    int text = executions.fingerprint().map(this::text).orElseGet(this::lumpedText);
    if (executions.fingerprint().isEmpty()) {
      lumped += figures[Measure.CALLS.ordinal()];
    }
    int schema =
        executions.schema().isEmpty()
            ? WorkloadBuilder.NO_SCHEMA
            : window.schemaIndex(executions.schema());
    window.addStatements(text, schema, origin, figures, executions.histogram());
    for (int i = 0; i < minute.length; i++) {
      minute[i] += figures[i];
    }
    minuteTimes.merge(executions.histogram());
  }

  /** By the collector's clock; the first one is never later than it was. */
  private void instants(long[] figures) {
    int first = Measure.FIRST_SEEN_MICROS.ordinal();
    int last = Measure.LAST_SEEN_MICROS.ordinal();
    if (figures[Measure.CALLS.ordinal()] == 0) {
      return;
    }
    long from = micros(span.from());
    long until = micros(span.until());
    boolean unknown = figures[first] == Measure.FIRST_SEEN_MICROS.neutral();
    figures[first] = unknown ? from : within(corrected(figures[first]), from, until);
    boolean lastUnknown = figures[last] == Measure.LAST_SEEN_MICROS.neutral();
    figures[last] = lastUnknown ? until : within(corrected(figures[last]), from, until);
    figures[first] = Math.min(figures[first], figures[last]);
  }

  private long corrected(long serverMicros) {
    return clock.matters() ? serverMicros - clock.ahead().toNanos() / 1_000 : serverMicros;
  }

  private static long within(long value, long from, long until) {
    return Math.max(from, Math.min(until, value));
  }

  private int text(Fingerprint fingerprint) {
    int text = window.textIndex(fingerprint.digest());
    return text >= 0
        ? text
        : window.defineText(fingerprint.digest(), fingerprint.text(), fingerprint.truncated());
  }

  private int lumpedText() {
    return window.textIndex(StatementText.LUMPED.digest());
  }

  /** In the minute in which the sample was taken; spans that are too long are in none. */
  private void minutes(int origin) {
    double spanMinutes = span.length().toMillis() / 1e3 / SECONDS_PER_MINUTE;
    for (int width : MINUTE_WIDTHS) {
      if (spanMinutes <= width * LATE) {
        window.widenMinutes(width);
        window.addMinutes(span.minute(), origin, minute, minuteTimes);
        return;
      }
    }
    issue(IssueReason.UNKNOWN_TIME, minute[Measure.CALLS.ordinal()]);
  }

  private void issue(IssueReason reason, long count) {
    if (count > 0) {
      window.issue(reason, count, SOURCE, 0);
    }
  }

  private static int minuteMeasures() {
    int count = 0;
    for (Measure measure : Measure.values()) {
      count += measure.perMinute() ? 1 : 0;
    }
    return count;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
