package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement and its tables.
 *
 * @param uses in order of first appearance, named ones first
 * @param settings columns that it sets in rows that are there
 * @param truncated whether its text was cut
 * @param unknownSchema whether it names a table whose schema is not known
 * @param missingTable whether it names a table that the catalog does not have
 * @param unfollowed what could not be followed from it, a clause each
 */
record ResolvedStatement(
    CoupledStatement statement,
    List<Use> uses,
    List<Setting> settings,
    boolean truncated,
    boolean unknownSchema,
    boolean missingTable,
    List<String> unfollowed) {

  /**
   * A use of a table.
   *
   * @param how constants of {@link TableUses}
   * @param chain how the statement gets there without naming it
   */
  record Use(CoupledTable table, int how, Optional<Saying> chain) {

    Use {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(chain, "chain");
    }
  }

  /** Columns of a table that a statement sets. */
  record Setting(CoupledTable table, List<String> columns) {

    Setting {
      Objects.requireNonNull(table, "table");
      columns = List.copyOf(columns);
    }
  }

  ResolvedStatement {
    Objects.requireNonNull(statement, "statement");
    uses = List.copyOf(uses);
    settings = List.copyOf(settings);
    unfollowed = List.copyOf(unfollowed);
  }
}
