package dev.watershed.reports.review.form;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param name the same in every language
 * @param label its head
 * @param target what kind of page a value leads to: a link to that of its own name, another one to
 *     that of its row; empty for values that lead nowhere
 * @param listed whether tables show it; pages of things show every column
 */
public record DataColumn(
    String name, String label, ColumnKind kind, String target, boolean listed) {

  public DataColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(kind, "kind");
    boolean link = kind == ColumnKind.LINK || kind == ColumnKind.LINKS;
    if (link && target.isEmpty()) {
      throw new IllegalArgumentException(name + ": a link to nowhere");
    }
  }

  /** One that tables show. */
  public static DataColumn of(String name, String label, ColumnKind kind) {
    return new DataColumn(name, label, kind, "", true);
  }

  /** One of links that tables show. */
  public static DataColumn link(String name, String label, ColumnKind kind, String target) {
    return new DataColumn(name, label, kind, target, true);
  }

  /** Whether its values are names of things that have pages of a kind. */
  public boolean leadsTo(String kind) {
    return (this.kind == ColumnKind.LINK || this.kind == ColumnKind.LINKS) && target.equals(kind);
  }

  /** The same, which only pages of things show. */
  public DataColumn hidden() {
    return new DataColumn(name, label, kind, target, false);
  }
}
