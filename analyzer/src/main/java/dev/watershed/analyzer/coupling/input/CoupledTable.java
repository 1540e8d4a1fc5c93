package dev.watershed.analyzer.coupling.input;

import java.util.Comparator;
import java.util.Objects;

/**
 * A table or view of a set of data.
 *
 * @param dataSet the cluster or server that has it
 * @param schema as the catalog spells it
 * @param name as the catalog spells it
 */
public record CoupledTable(String dataSet, String schema, String name, Kind kind)
    implements Comparable<CoupledTable> {

  private static final Comparator<CoupledTable> ORDER =
      Comparator.comparing(CoupledTable::schema)
          .thenComparing(CoupledTable::name)
          .thenComparing(CoupledTable::dataSet)
          .thenComparing(CoupledTable::kind);

  /** What is known of it. */
  public enum Kind {
    TABLE("table"),
    VIEW("view"),
    /** Statements name it, and the catalog does not have it. */
    MISSING("missing"),
    /** Statements name it, and there is no catalog to ask. */
    UNCHECKED("unchecked");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  public CoupledTable {
    Objects.requireNonNull(dataSet, "dataSet");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }

  /** {@code schema.table}. */
  public String qualifiedName() {
    return schema + "." + name;
  }

  @Override
  public int compareTo(CoupledTable other) {
    return ORDER.compare(this, other);
  }
}
