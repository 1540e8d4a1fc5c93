package dev.watershed.analyzer.understanding;

import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.resolve.Understanding;

/** Says what a statement does, as it is read with a catalog, on any number of threads. */
@FunctionalInterface
public interface CatalogReader {

  /** Reads its text; see {@link Understanding}. */
  CatalogReader PARSING =
      (statement, tables) ->
          Understanding.of(
              statement.fingerprint(), statement.truncated(), statement.schema(), tables);

  /**
   * What a statement does.
   *
   * @param tables those that it may mean
   */
  StatementFacts read(AskedStatement statement, SchemaView tables);
}
