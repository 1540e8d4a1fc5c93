package dev.watershed.sql.parse;

import java.util.List;

/**
 * A statement taken apart and not yet parsed.
 *
 * @param form which kind of statement
 * @param names of the table that is inserted into, or of the targets of a DELETE
 * @param columns inserted
 * @param updated columns that ON DUPLICATE KEY UPDATE sets
 * @param query the tokens of the query that says which rows
 * @param updates the tokens of a query for the values of ON DUPLICATE KEY UPDATE; often empty
 */
record StatementFrame(
    Form form,
    List<WrittenName> names,
    List<String> columns,
    List<String> updated,
    List<SqlToken> query,
    List<SqlToken> updates) {

  enum Form {
    QUERY,
    INSERT_VALUES,
    INSERT_QUERY,
    UPDATE,
    DELETE
  }

  StatementFrame {
    names = List.copyOf(names);
    columns = List.copyOf(columns);
    updated = List.copyOf(updated);
    query = List.copyOf(query);
    updates = List.copyOf(updates);
  }

  static StatementFrame of(Form form, List<WrittenName> names, List<SqlToken> query) {
    return new StatementFrame(form, names, List.of(), List.of(), query, List.of());
  }
}
