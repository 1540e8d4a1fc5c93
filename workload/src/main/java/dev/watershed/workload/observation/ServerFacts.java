package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.Measure.Merge;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a server says of itself: version, topology, settings. A fact that changes is there with each
 * of its values and when they were seen; the one that was seen last holds.
 */
public final class ServerFacts {

  /** What it is made of. */
  public static final ObservationKind<Key, Figure> KIND =
      new ObservationKind<>(
          new Key("", "(other facts)", ""),
          List.of(Figure.values()),
          Comparator.comparing(Key::server).thenComparing(Key::name).thenComparing(Key::value),
          Key::stableHash);

  private ServerFacts() {}

  /**
   * A value that a fact had.
   *
   * @param server the identity of the server process: facts of two servers behind one address stay
   *     apart
   * @param name what it is, as {@link ServerFact#key()}
   * @param value in the server's own words
   */
  public record Key(String server, String name, String value) {

    public Key {
      Objects.requireNonNull(server, "server");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }

    long stableHash() {
      long hash = 0;
      hash = hash * 31 + LowestHashes.hashOf(server);
      hash = hash * 31 + LowestHashes.hashOf(name);
      hash = hash * 31 + LowestHashes.hashOf(value);
      return LowestHashes.hashOf(hash);
    }
  }

  /** The figures of a row. Times are microseconds. */
  public enum Figure implements ObservationFigure {
    /** When the value was first seen, since 1970. */
    FIRST_SEEN_MICROS(Merge.MIN),
    /** When the value was last seen, since 1970. */
    LAST_SEEN_MICROS(Merge.MAX);

    private final Merge merge;

    Figure(Merge merge) {
      this.merge = merge;
    }

    @Override
    public Merge merge() {
      return merge;
    }
  }

  /** The value of a fact that was seen last; of two seen at once, the later in order. */
  public static Optional<String> latest(
      ObservationTable<Key, Figure> facts, String server, ServerFact fact) {
    return latest(facts, fact, key -> key.server().equals(server));
  }

  /** The same of whichever server process it was seen at last, as after a fail-over. */
  public static Optional<String> latest(ObservationTable<Key, Figure> facts, ServerFact fact) {
    return latest(facts, fact, key -> true);
  }

  private static Optional<String> latest(
      ObservationTable<Key, Figure> facts, ServerFact fact, Predicate<Key> wanted) {
    Optional<String> latest = Optional.empty();
    long lastSeen = Long.MIN_VALUE;
    for (int row = 0; row < facts.size(); row++) {
      Key key = facts.key(row);
      long seen = facts.value(row, Figure.LAST_SEEN_MICROS);
      if (wanted.test(key) && key.name().equals(fact.key()) && seen >= lastSeen) {
        latest = Optional.of(key.value());
        lastSeen = seen;
      }
    }
    return latest;
  }
}
