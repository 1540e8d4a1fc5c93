package dev.watershed.collector.proxy;

import dev.watershed.collector.origin.ClientNetwork;
import dev.watershed.collector.proxy.ProxyDifference.Moved;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.WorkloadBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Adds what a proxy counted in a span to the statements of a window. */
final class ProxyFeed {

  /** {@code mysql-query_digests_max_digest_length}, as it ships. */
  private static final int MOST_CHARACTERS = 2_048;

  /** How the proxy writes the rest of a long list. */
  private static final Pattern REST_OF_LIST = Pattern.compile("(?<!\\s)\\s*+,\\s*+\\.\\.\\.");

  private static final int[] MINUTE_WIDTHS = {1, 5, 15};
  private static final double LATE = 1.25;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final LatencyHistogram UNKNOWN = new LatencyHistogram();

  private final WorkloadBuilder window;
  private final SampleSpan span;
  private final SqlMode mode;
  private final int ipv4NetworkBits;
  private final Map<Origin, long[]> minutes = new LinkedHashMap<>();

  ProxyFeed(WorkloadBuilder window, SampleSpan span, SqlMode mode, int ipv4NetworkBits) {
    this.window = window;
    this.span = span;
    this.mode = mode;
    this.ipv4NetworkBits = ipv4NetworkBits;
  }

  void add(ProxyDifference difference) {
    difference.moved().forEach(this::add);
    minutes();
    issue(IssueReason.COUNTERS_RESET, difference.resets());
    issue(IssueReason.RESTART, difference.restarted() ? 1 : 0);
    window.relieve();
  }

  private void add(Moved moved) {
    ProxyRow row = moved.row();
    Origin origin =
        new Origin(row.user(), ClientNetwork.of(row.client(), ipv4NetworkBits), List.of());
    int schema =
        row.schema().isEmpty() ? WorkloadBuilder.NO_SCHEMA : window.schemaIndex(row.schema());
    long[] figures = figures(moved);
    window.addStatements(text(row.text()), schema, window.originIndex(origin), figures, UNKNOWN);
    long[] minute = minutes.computeIfAbsent(origin, added -> new long[minuteMeasures()]);
    for (int i = 0; i < minute.length; i++) {
      minute[i] += figures[i];
    }
  }

  private long[] figures(Moved moved) {
    long[] figures = new long[Measure.values().length];
    for (Measure measure : Measure.values()) {
      figures[measure.ordinal()] = measure.neutral();
    }
    long calls = moved.added().calls();
    long time = moved.added().timeMicros();
    figures[Measure.CALLS.ordinal()] = calls;
    figures[Measure.EVENTS_READ.ordinal()] = calls;
    figures[Measure.TIME_MICROS.ordinal()] = time;
    figures[Measure.ROWS_AFFECTED.ordinal()] = moved.added().rowsAffected();
    figures[Measure.ROWS_SENT.ordinal()] = moved.added().rowsSent();
    if (moved.fresh() || calls == 1) {
      figures[Measure.TIME_MICROS_MIN.ordinal()] = calls == 1 ? time : moved.row().minMicros();
    }
    if (moved.higher() || calls == 1) {
      figures[Measure.TIME_MICROS_MAX.ordinal()] = calls == 1 ? time : moved.row().maxMicros();
    }
    long from = micros(span.from());
    long until = micros(span.until());
    long first = moved.fresh() ? moved.row().firstSeen() * MICROS_PER_SECOND : from;
    long last = moved.row().lastSeen() * MICROS_PER_SECOND;
    figures[Measure.LAST_SEEN_MICROS.ordinal()] = within(last, from, until);
    figures[Measure.FIRST_SEEN_MICROS.ordinal()] =
        Math.min(within(first, from, until), figures[Measure.LAST_SEEN_MICROS.ordinal()]);
    return figures;
  }

  private int text(String digestText) {
    String text = REST_OF_LIST.matcher(digestText).replaceAll("");
    Fingerprint fingerprint = Fingerprints.of(text, mode);
    int known = window.textIndex(fingerprint.digest());
    boolean cut = fingerprint.truncated() || digestText.length() >= MOST_CHARACTERS;
    return known >= 0 ? known : window.defineText(fingerprint.digest(), fingerprint.text(), cut);
  }

  /** In the minute of the export; spans that are too long are in none. */
  private void minutes() {
    double spanMinutes = span.length().toMillis() / 1e3 / SECONDS_PER_MINUTE;
    for (int width : MINUTE_WIDTHS) {
      if (spanMinutes <= width * LATE) {
        window.widenMinutes(width);
        long at = span.minute();
        minutes.forEach(
            (origin, figures) ->
                window.addMinutes(at, window.originIndex(origin), figures, UNKNOWN));
        return;
      }
    }
    issue(
        IssueReason.UNKNOWN_TIME,
        minutes.values().stream().mapToLong(figures -> figures[Measure.CALLS.ordinal()]).sum());
  }

  private void issue(IssueReason reason, long count) {
    if (count > 0) {
      window.issue(reason, count, 0, 0);
    }
  }

  private static int minuteMeasures() {
    int count = 0;
    for (Measure measure : Measure.values()) {
      count += measure.perMinute() ? 1 : 0;
    }
    return count;
  }

  private static long within(long value, long from, long until) {
    return Math.max(from, Math.min(until, value));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
