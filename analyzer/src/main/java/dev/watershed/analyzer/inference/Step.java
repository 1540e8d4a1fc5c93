package dev.watershed.analyzer.inference;

import dev.watershed.sql.lexical.RowAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Something that happens when a statement runs. */
sealed interface Step {

  /** How the statement gets there; empty for what it does itself. */
  List<Link> chain();

  /** The chain to what this leads to. */
  default List<Link> chainTo(Link next) {
    return longer(chain(), next);
  }

  /** A chain with one more link. */
  static List<Link> longer(List<Link> chain, Link next) {
    List<Link> longer = new ArrayList<>(chain);
    longer.add(next);
    return List.copyOf(longer);
  }

  /** The last link in words; of a chain that has one. */
  default String text() {
    return chain().get(chain().size() - 1).text();
  }

  /**
   * Something is done to a table or view.
   *
   * @param columns those that an UPDATE assigns, in lower case
   * @param cascaded whether a foreign key does it: that fires no trigger (MySQL 9.7 Reference
   *     Manual, "FOREIGN KEY Constraints"; MariaDB Server Documentation, "Foreign Keys")
   */
  record Rows(
      String schema,
      String table,
      RowAction action,
      Set<String> columns,
      boolean cascaded,
      List<Link> chain)
      implements Step {}

  /**
   * A body runs, which the last link of the chain names.
   *
   * @param schema of its object: that of names without one
   */
  record Body(String schema, String body, List<Link> chain) implements Step {}
}
