package dev.watershed.analyzer.ranking;

import dev.watershed.sql.StatementKind;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a group has in common. */
public sealed interface GroupKey {

  /** A name that tells groups of the same ranking apart, and the last word where figures tie. */
  String name();

  /**
   * Statements with the same fingerprint.
   *
   * @param digest the 64-bit id; 0 for the statements lumped beyond the bounds
   * @param fingerprint the canonical text
   * @param truncated whether that text was cut
   * @param kind by the statement's verb
   * @param tables the tables named, each once, qualified where the schema is known
   * @param sample a real statement, the slowest one seen
   */
  record Digest(
      long digest,
      String fingerprint,
      boolean truncated,
      StatementKind kind,
      List<TouchedTable> tables,
      Optional<String> sample)
      implements GroupKey {

    public Digest {
      Objects.requireNonNull(fingerprint, "fingerprint");
      Objects.requireNonNull(kind, "kind");
      tables = List.copyOf(tables);
      Objects.requireNonNull(sample, "sample");
    }

    @Override
    public String name() {
      return Fingerprints.idOf(digest);
    }
  }

  /**
   * A service, module, schema, table or account.
   *
   * @param name what people call it; for an unknown one, a description in parentheses
   * @param known false for the group of everything that has none
   */
  record Named(String name, boolean known) implements GroupKey {

    public Named {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * A time slot.
   *
   * @param from its inclusive start
   * @param width its length
   */
  record Slot(Instant from, Duration width) implements GroupKey {

    public Slot {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(width, "width");
    }

    @Override
    public String name() {
      return from.toString();
    }
  }
}
