package dev.watershed.collector.reference;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a log does not say itself.
 *
 * @param ansiQuotes whether double quotes quote identifiers
 * @param noBackslashEscapes whether a backslash in a string is an ordinary character
 * @param timeZone the zone of old local times
 * @param sampleRate how many executions an event stands for, where the log does not say
 */
public record ReferenceOptions(
    boolean ansiQuotes,
    boolean noBackslashEscapes,
    Optional<ZoneId> timeZone,
    OptionalLong sampleRate) {

  public ReferenceOptions {
    Objects.requireNonNull(timeZone, "timeZone");
    if (sampleRate.isPresent() && sampleRate.getAsLong() < 1) {
      throw new IllegalArgumentException("sample rate " + sampleRate.getAsLong());
    }
  }

  /** The server's default lexing, no zone, every event stands for itself. */
  public static ReferenceOptions standard() {
    return new ReferenceOptions(false, false, Optional.empty(), OptionalLong.empty());
  }

  /** These options, under the SQL mode NO_BACKSLASH_ESCAPES. */
  public ReferenceOptions withNoBackslashEscapes() {
    return new ReferenceOptions(ansiQuotes, true, timeZone, sampleRate);
  }

  /** These options, under the SQL mode ANSI_QUOTES. */
  public ReferenceOptions withAnsiQuotes() {
    return new ReferenceOptions(true, noBackslashEscapes, timeZone, sampleRate);
  }

  /** These options, with local times in a zone. */
  public ReferenceOptions withTimeZone(ZoneId zone) {
    return new ReferenceOptions(ansiQuotes, noBackslashEscapes, Optional.of(zone), sampleRate);
  }

  /** These options, with unmarked events that stand for several executions. */
  public ReferenceOptions withSampleRate(long rate) {
    return new ReferenceOptions(ansiQuotes, noBackslashEscapes, timeZone, OptionalLong.of(rate));
  }
}
