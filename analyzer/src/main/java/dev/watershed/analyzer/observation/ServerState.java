package dev.watershed.analyzer.observation;

import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a server is and did.
 *
 * @param server its name in the configuration
 * @param facts what it says of itself, by name; of several values the one seen last
 * @param figures what it did, over all minutes; only those that it tells
 */
public record ServerState(String server, List<Fact> facts, Map<Figure, Long> figures) {

  /** A fact, in the server's own words. */
  public record Fact(String name, String value) {

    public Fact {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }
  }

  public ServerState {
    Objects.requireNonNull(server, "server");
    facts = List.copyOf(facts);
    figures = figures.isEmpty() ? Map.of() : new EnumMap<>(figures);
  }

  /** A figure; empty where the server does not tell it. */
  public OptionalLong figure(Figure figure) {
    Long value = figures.get(figure);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** For how long it was watched; the other figures are of this time. */
  public long watchedMicros() {
    return figures.getOrDefault(Figure.SPAN_MICROS, 0L);
  }

  /** The share of page reads that the buffer pool served; empty without reads. */
  public OptionalDouble bufferPoolHitShare() {
    long requests = figures.getOrDefault(Figure.BUFFER_POOL_READ_REQUESTS, 0L);
    long misses = figures.getOrDefault(Figure.BUFFER_POOL_READS, 0L);
    return requests == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - Math.min(1, (double) misses / requests));
  }

  /** A gauge on average: its sum by the number of samples; empty without samples. */
  public OptionalDouble average(Figure sum) {
    long samples = figures.getOrDefault(Figure.SAMPLES, 0L);
    return samples == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) figures.getOrDefault(sum, 0L) / samples);
  }
}
