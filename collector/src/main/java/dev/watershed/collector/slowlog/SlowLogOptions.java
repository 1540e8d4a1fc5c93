package dev.watershed.collector.slowlog;

import dev.watershed.sql.SqlMode;
import dev.watershed.workload.WorkloadBounds;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How slow logs are read.
 *
 * @param sqlMode the {@code sql_mode} of the server
 * @param timeZone the server's zone, for logs with local times
 * @param sampleRate how many executions an event stands for, where the log does not say it
 * @param longQueryTimeSeconds the server's threshold, where it is known
 * @param since only events that ended then or later
 * @param until only events that ended before
 * @param rawSamples whether samples keep their literals
 * @param tagKeys the comment tags that origins keep
 * @param ipv4NetworkBits clients' addresses count by their network of so many bits
 * @param threads how many threads read
 * @param bounds how much is kept
 */
public record SlowLogOptions(
    SqlMode sqlMode,
    Optional<ZoneId> timeZone,
    OptionalLong sampleRate,
    OptionalDouble longQueryTimeSeconds,
    Optional<Instant> since,
    Optional<Instant> until,
    boolean rawSamples,
    List<String> tagKeys,
    int ipv4NetworkBits,
    int threads,
    WorkloadBounds bounds) {

  /** The tags by which programs usually name themselves. */
  public static final List<String> USUAL_TAGS =
      List.of("application", "app", "service", "service_name", "module", "controller");

  public SlowLogOptions {
    Objects.requireNonNull(sqlMode, "sqlMode");
    Objects.requireNonNull(timeZone, "timeZone");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(bounds, "bounds");
    tagKeys = List.copyOf(tagKeys);
    if (sampleRate.isPresent() && sampleRate.getAsLong() < 1) {
      throw new IllegalArgumentException("sample rate must be 1 or more: " + sampleRate);
    }
    if (longQueryTimeSeconds.isPresent() && !(longQueryTimeSeconds.getAsDouble() >= 0)) {
      throw new IllegalArgumentException("long query time must be 0 or more seconds");
    }
    if (ipv4NetworkBits < 0 || ipv4NetworkBits > 32) {
      throw new IllegalArgumentException("network bits must be 0 to 32: " + ipv4NetworkBits);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more: " + threads);
    }
  }

  /** The defaults: standard sql_mode, redacted samples, /24 networks, a thread per processor. */
  public static SlowLogOptions standard() {
    return new SlowLogOptions(
        SqlMode.standard(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        USUAL_TAGS,
        24,
        Runtime.getRuntime().availableProcessors(),
        WorkloadBounds.standard());
  }

  public SlowLogOptions withSqlMode(SqlMode mode) {
    return new SlowLogOptions(
        mode,
        timeZone,
        sampleRate,
        longQueryTimeSeconds,
        since,
        until,
        rawSamples,
        tagKeys,
        ipv4NetworkBits,
        threads,
        bounds);
  }

  public SlowLogOptions withTimeZone(ZoneId zone) {
    return new SlowLogOptions(
        sqlMode,
        Optional.of(zone),
        sampleRate,
        longQueryTimeSeconds,
        since,
        until,
        rawSamples,
        tagKeys,
        ipv4NetworkBits,
        threads,
        bounds);
  }

  public SlowLogOptions withThreads(int count) {
    return new SlowLogOptions(
        sqlMode,
        timeZone,
        sampleRate,
        longQueryTimeSeconds,
        since,
        until,
        rawSamples,
        tagKeys,
        ipv4NetworkBits,
        count,
        bounds);
  }

  public SlowLogOptions withLongQueryTimeSeconds(OptionalDouble seconds) {
    return new SlowLogOptions(
        sqlMode,
        timeZone,
        sampleRate,
        seconds,
        since,
        until,
        rawSamples,
        tagKeys,
        ipv4NetworkBits,
        threads,
        bounds);
  }

  public SlowLogOptions withTagKeys(List<String> keys) {
    return new SlowLogOptions(
        sqlMode,
        timeZone,
        sampleRate,
        longQueryTimeSeconds,
        since,
        until,
        rawSamples,
        keys,
        ipv4NetworkBits,
        threads,
        bounds);
  }

  public SlowLogOptions withSampleRate(long rate) {
    return new SlowLogOptions(
        sqlMode,
        timeZone,
        OptionalLong.of(rate),
        longQueryTimeSeconds,
        since,
        until,
        rawSamples,
        tagKeys,
        ipv4NetworkBits,
        threads,
        bounds);
  }
}
