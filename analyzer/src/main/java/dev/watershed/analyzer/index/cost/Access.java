package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.statistics.IndexFigures;
import java.util.List;
import java.util.Objects;

/**
 * A way to read the rows of a source.
 *
 * @param indexes that it reads: none for a scan of the table, several for a union
 * @param parts of the index by which rows are found
 * @param rows that are read each time
 * @param choice the cost of one time, as the server reckons it when it chooses
 * @param work the cost of one time
 * @param covering whether the index alone is read
 * @param joined whether the rows that are read depend on those of other sources
 */
public record Access(
    Kind kind,
    List<IndexFigures> indexes,
    int parts,
    double rows,
    double choice,
    double work,
    boolean covering,
    boolean joined) {

  /** Kinds, as EXPLAIN names them. */
  public enum Kind {
    CONST("const"),
    EQ_REF("eq_ref"),
    REF("ref"),
    RANGE("range"),
    INDEX_MERGE("index_merge"),
    INDEX("index"),
    ALL("ALL");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The name in EXPLAIN. */
    public String key() {
      return key;
    }

    /** Whether it reads everything, in the table or in an index, instead of searching. */
    public boolean scans() {
      return this == ALL || this == INDEX;
    }

    /** Whether it is made once for each row of the sources before. */
    boolean lookup() {
      return this == CONST || this == EQ_REF || this == REF;
    }
  }

  public Access {
    Objects.requireNonNull(kind, "kind");
    indexes = List.copyOf(indexes);
  }

  /** The same, ended after a part of its rows. */
  Access part(double share) {
    return new Access(
        kind, indexes, parts, rows * share, choice * share, work * share, covering, joined);
  }
}
