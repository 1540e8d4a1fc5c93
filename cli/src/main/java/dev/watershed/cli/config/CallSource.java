package dev.watershed.cli.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Files that say which service calls which.
 *
 * @param kind what sort of files they are
 * @param files one, or of a service graph two: an earlier and a later state of its counters
 * @param seconds the span of what was counted, where the files do not say it
 * @param values what the values of a service graph are; empty where their name says it
 */
public record CallSource(
    Kind kind, List<NamedFile> files, OptionalDouble seconds, Optional<Values> values) {

  /** What sort of files. */
  public enum Kind {
    CSV,
    SERVICE_GRAPH
  }

  /** What a value of a service graph is. */
  public enum Values {
    /** A counter, since its process began. */
    TOTAL("total"),
    /** Calls within the span. */
    INCREASE("increase"),
    /** Calls per second. */
    RATE("rate");

    private final String key;

    Values(String key) {
      this.key = key;
    }

    /** The name in the configuration. */
    public String key() {
      return key;
    }
  }

  public CallSource {
    Objects.requireNonNull(kind, "kind");
    files = List.copyOf(files);
    Objects.requireNonNull(seconds, "seconds");
    Objects.requireNonNull(values, "values");
    if (seconds.isPresent() && seconds.getAsDouble() <= 0) {
      throw new IllegalArgumentException("expected a span of more than 0 seconds");
    }
  }
}
