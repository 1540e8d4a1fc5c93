package dev.watershed.sql.facts;

import dev.watershed.sql.StatementKind;
import java.util.List;
import java.util.Objects;

/**
 * What a statement does.
 *
 * @param parsed whether the whole text was understood; otherwise kind and tables are those of its
 *     words, and there is no block
 * @param tables each once per use, in order of first appearance; those behind views too
 * @param blocks in the order of their numbers
 * @param hints optimizer hints and index hints, in the statement's words
 * @param issues what was not understood
 */
public record StatementFacts(
    StatementKind kind,
    boolean parsed,
    List<NamedTable> tables,
    List<QueryBlock> blocks,
    List<TableWrite> writes,
    List<String> hints,
    List<FactIssue> issues) {

  public StatementFacts {
    Objects.requireNonNull(kind, "kind");
    tables = List.copyOf(tables);
    blocks = List.copyOf(blocks);
    writes = List.copyOf(writes);
    hints = List.copyOf(hints);
    issues = List.copyOf(issues);
    for (int number = 0; number < blocks.size(); number++) {
      if (blocks.get(number).number() != number) {
        throw new IllegalArgumentException(
            "block " + blocks.get(number).number() + " at place " + number);
      }
    }
    if (!parsed && (!blocks.isEmpty() || issues.isEmpty())) {
      throw new IllegalArgumentException("a statement is partial for a reason, and has no blocks");
    }
  }

  /** The source that a column is of. */
  public RowSource source(ColumnRef column) {
    return blocks.get(column.block()).sources().get(column.source());
  }
}
