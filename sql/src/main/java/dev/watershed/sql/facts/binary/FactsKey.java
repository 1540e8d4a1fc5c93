package dev.watershed.sql.facts.binary;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A text that facts are about.
 *
 * @param digest its 64-bit id
 * @param schema the default schema; empty if unknown
 * @param truncated whether it is the beginning of a statement only
 * @param length of the text, in characters: of a statement that was cut, there may be several
 */
public record FactsKey(long digest, Optional<String> schema, boolean truncated, int length)
    implements Comparable<FactsKey> {

  private static final Comparator<FactsKey> ORDER =
      Comparator.comparing(FactsKey::digest, Long::compareUnsigned)
          .thenComparing(key -> key.schema().orElse(""))
          .thenComparing(key -> key.schema().isPresent())
          .thenComparing(FactsKey::truncated)
          .thenComparingInt(FactsKey::length);

  public FactsKey {
    Objects.requireNonNull(schema, "schema");
  }

  @Override
  public int compareTo(FactsKey other) {
    return ORDER.compare(this, other);
  }
}
