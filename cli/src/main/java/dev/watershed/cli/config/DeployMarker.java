package dev.watershed.cli.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * When a service, or a module of it, was deployed last, as somebody wrote it.
 *
 * @param module empty for the service as a whole
 * @param place where it stands, {@code file:line}
 */
public record DeployMarker(String service, Optional<String> module, Instant at, String place) {

  public DeployMarker {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(place, "place");
  }

  /**
   * The moment of a text.
   *
   * @throws IllegalArgumentException if it is no date and time with an offset from UTC
   */
  public static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no time; expected one such as 2026-11-20T10:00:00Z or"
              + " 2026-11-20T19:00:00+09:00",
          e);
    }
  }
}
