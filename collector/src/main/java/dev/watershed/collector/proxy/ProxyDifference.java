package dev.watershed.collector.proxy;

import dev.watershed.collector.proxy.ProxyRow.Counters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a proxy counted between two exports.
 *
 * @param moved the rows that moved
 * @param resets rows that were set back in between
 * @param unseen rows that began long before the export before, which lacked them: what they counted
 *     since then is not known
 * @param restarted whether the proxy began anew in between
 */
record ProxyDifference(List<Moved> moved, long resets, long unseen, boolean restarted) {

  /** Uptimes are whole seconds. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  /** The time of a file may be a little later than what it shows. */
  private static final Duration LATE = Duration.ofMinutes(1);

  /**
   * A row that moved.
   *
   * @param added what was added to its counters
   * @param fresh whether all that it counted is of the span, its extremes as well
   * @param higher whether its maximum grew, so that it is of the span
   */
  record Moved(ProxyRow row, Counters added, boolean fresh, boolean higher) {}

  ProxyDifference {
    moved = List.copyOf(moved);
  }

  /** What happened from one export to the next one. */
  static ProxyDifference of(ProxyCounters before, ProxyExport now) {
    boolean restarted = restarted(before, now);
    List<Moved> moved = new ArrayList<>();
    long resets = 0;
    long unseen = 0;
    long known = before.sampledAt().minus(LATE).getEpochSecond();
    for (ProxyRow row : now.rows()) {
      ProxyCounters.Row earlier = before.rows().get(row.key());
      if (earlier == null && !restarted && row.firstSeen() < known) {
        unseen++;
        continue;
      }
      boolean reset = earlier != null && (restarted || wasReset(earlier, row));
      boolean fresh = earlier == null || reset;
      resets += reset && !restarted ? 1 : 0;
      Counters added = fresh ? row.counters() : row.counters().minus(earlier.counters());
      if (added.calls() > 0) {
        moved.add(new Moved(row, added, fresh, fresh || row.maxMicros() > earlier.maxMicros()));
      }
    }
    return new ProxyDifference(moved, resets, unseen, restarted);
  }

  /**
   * A start lies between two exports. One that seems later and is before the first of them is that
   * of a host whose clock was set, or of a file that took longer to write.
   */
  private static boolean restarted(ProxyCounters before, ProxyExport now) {
    return before.startedAt().isPresent()
        && now.startedAt().isPresent()
        && now.startedAt().get().isAfter(before.startedAt().get().plus(TOLERANCE))
        && !now.startedAt().get().isBefore(before.sampledAt().minus(TOLERANCE));
  }

  private static boolean wasReset(ProxyCounters.Row before, ProxyRow now) {
    return now.counters().calls() < before.counters().calls()
        || now.firstSeen() > before.firstSeen();
  }

  /** How many executions it tells of. */
  long calls() {
    return moved.stream().mapToLong(row -> row.added().calls()).sum();
  }
}
