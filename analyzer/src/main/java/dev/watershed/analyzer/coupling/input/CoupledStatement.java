package dev.watershed.analyzer.coupling.input;

import dev.watershed.sql.StatementKind;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement on one set of data.
 *
 * @param digest the 64-bit id of its text
 * @param schema in which it runs; empty if unknown
 * @param fingerprint its canonical text
 * @param understood whether the whole text was read; otherwise its tables are those of its words
 */
public record CoupledStatement(
    String dataSet,
    long digest,
    Optional<String> schema,
    String fingerprint,
    StatementKind kind,
    boolean understood)
    implements Comparable<CoupledStatement> {

  private static final Comparator<CoupledStatement> ORDER =
      Comparator.comparing(CoupledStatement::dataSet)
          .thenComparing(CoupledStatement::digest, Long::compareUnsigned)
          .thenComparing(statement -> statement.schema().orElse(""));

  public CoupledStatement {
    Objects.requireNonNull(dataSet, "dataSet");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(kind, "kind");
  }

  @Override
  public int compareTo(CoupledStatement other) {
    return ORDER.compare(this, other);
  }
}
