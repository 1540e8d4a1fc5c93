package dev.watershed.analyzer.coverage;

import dev.watershed.workload.store.window.WindowSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** Sums the windows of one source of a server. */
final class ServerSums {

  private static final long SECONDS_PER_HOUR = 3_600;

  private long calls;
  private long eventsRead;
  private long timeMicros;
  private long firstSeenMicros = Long.MAX_VALUE;
  private long lastSeenMicros = Long.MIN_VALUE;
  private final TreeSet<Long> hours = new TreeSet<>();
  private double highestThreshold;
  private boolean thresholdUnknown;
  private boolean sampled;
  private long possibleGaps;

  void add(WindowSummary window) {
    calls += window.calls();
    eventsRead += window.eventsRead();
    timeMicros += window.timeMicros();
    firstSeenMicros = Math.min(firstSeenMicros, window.firstSeenMicros());
    lastSeenMicros = Math.max(lastSeenMicros, window.lastSeenMicros());
    window.hours().forEach(hours::add);
    highestThreshold = Math.max(highestThreshold, window.longQueryTimeSeconds().orElse(0));
    thresholdUnknown |= window.longQueryTimeSeconds().isEmpty();
    sampled |= window.sampled();
    possibleGaps += window.possibleGaps();
  }

  ServerCoverage of(String server, String source) {
    return new ServerCoverage(
        server,
        source,
        calls,
        eventsRead,
        timeMicros,
        instant(firstSeenMicros, Long.MAX_VALUE),
        instant(lastSeenMicros, Long.MIN_VALUE),
        silent(),
        thresholdUnknown && highestThreshold == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(highestThreshold),
        sampled,
        possibleGaps);
  }

  private List<SilentSpan> silent() {
    List<SilentSpan> silent = new ArrayList<>();
    long next = hours.isEmpty() ? 0 : hours.first();
    for (long hour : hours) {
      if (hour > next) {
        silent.add(new SilentSpan(startOf(next), startOf(hour)));
      }
      next = hour + 1;
    }
    return silent;
  }

  private static Instant startOf(long hour) {
    return Instant.ofEpochSecond(hour * SECONDS_PER_HOUR);
  }

  private static Optional<Instant> instant(long micros, long unknown) {
    return micros == unknown
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }
}
