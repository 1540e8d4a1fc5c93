package dev.watershed.benchmarks.fleet.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an action does next. */
public sealed interface Step {

  /**
   * Sends a statement.
   *
   * @param templates the forms it has; each execution takes one of them
   * @param each whether it is sent once per row of the last SELECT
   * @param via the service that sends it on behalf of this one, if another one does
   * @param labels the planted cases that it shows
   */
  record Query(List<SqlTemplate> templates, boolean each, Optional<String> via, Set<String> labels)
      implements Step {
    public Query {
      templates = List.copyOf(templates);
      labels = Set.copyOf(labels);
      if (templates.isEmpty()) {
        throw new IllegalArgumentException("a query has a statement");
      }
    }

    /** Whether it needs a row of an earlier SELECT. */
    public boolean needsRow() {
      return templates.get(0).needsRow();
    }
  }

  /** Starts, commits or rolls back a transaction. */
  record Transaction(SqlTemplate template) implements Step {

    public static final SqlTemplate BEGIN = SqlTemplate.of("START TRANSACTION", List.of());
    public static final SqlTemplate COMMIT = SqlTemplate.of("COMMIT", List.of());
    public static final SqlTemplate ROLLBACK = SqlTemplate.of("ROLLBACK", List.of());
  }

  /**
   * Waits, as a client does that computes something or asks somebody else.
   *
   * @param milliseconds how long
   */
  record Think(int milliseconds) implements Step {}

  /**
   * Draws a value that later statements share.
   *
   * @param name its name
   * @param argument what is drawn
   */
  record Let(String name, Argument argument) implements Step {}
}
