package dev.watershed.sql.lexical;

import dev.watershed.sql.StatementKind;
import java.util.List;
import java.util.Objects;

/**
 * What the lexical pass tells about a statement.
 *
 * @param kind by the statement's verb
 * @param tables each table once per use, in order of first appearance
 */
public record LexicalFacts(StatementKind kind, List<TableReference> tables) {

  public LexicalFacts {
    Objects.requireNonNull(kind, "kind");
    tables = List.copyOf(tables);
  }
}
