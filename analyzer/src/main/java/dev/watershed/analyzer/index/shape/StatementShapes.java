package dev.watershed.analyzer.index.shape;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.statistics.ServerTables;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.StatementFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says what statements ask. One that is understood in part, or that names a table or a column that
 * is not known, is no ground for advice and has no blocks here; nor has one whose text tells the
 * server which index to take.
 */
public final class StatementShapes {

  /** More sources than the server joins (MySQL 9.7 Reference Manual, "JOIN Clause"). */
  static final int MAXIMUM_SOURCES = 61;

  private static final Pattern INDEX_HINT = Pattern.compile("(USE|FORCE|IGNORE) KEY\\b");

  private final ServerTables tables;

  public StatementShapes(ServerTables tables) {
    this.tables = tables;
  }

  /** Of one statement; where it reads derived tables that the server merges, of the merged one. */
  public StatementShape of(WeightedStatement statement) {
    StatementFacts facts = statement.facts();
    if (!understood(facts) || forced(facts)) {
      return none(statement);
    }
    return DerivedMerge.of(facts.blocks(), (table, column) -> has(table, column, statement))
        .map(blocks -> shape(with(statement, blocks)))
        .orElseGet(() -> none(statement));
  }

  private static StatementShape none(WeightedStatement statement) {
    return new StatementShape(statement, List.of(), false);
  }

  private boolean has(RowSource.Table table, String column, WeightedStatement statement) {
    return table(table, statement).filter(found -> found.has(column)).isPresent();
  }

  private static WeightedStatement with(WeightedStatement statement, List<QueryBlock> blocks) {
    StatementFacts facts = statement.facts();
    return new WeightedStatement(
        statement.digest(),
        statement.schema(),
        new StatementFacts(
            facts.kind(),
            facts.parsed(),
            facts.tables(),
            blocks,
            facts.writes(),
            facts.hints(),
            facts.issues()),
        statement.calls(),
        statement.seconds(),
        statement.rowsExaminedPerCall(),
        statement.rowsSentPerCall(),
        statement.rowsAffectedPerCall());
  }

  private StatementShape shape(WeightedStatement statement) {
    List<BlockShape> blocks = new ArrayList<>();
    List<List<ColumnRef>> references =
        statement.facts().blocks().stream().map(block -> references(block).toList()).toList();
    for (QueryBlock block : statement.facts().blocks()) {
      List<Optional<TableFigures>> found =
          block.sources().stream().map(source -> table(source, statement)).toList();
      if (!complete(block, found, references.get(blocks.size()))) {
        return none(statement);
      }
      blocks.add(new BlockShapeMaker(statement, block, found, references).make());
    }
    return new StatementShape(statement, blocks, statement.facts().issues().isEmpty());
  }

  private static boolean understood(StatementFacts facts) {
    return facts.parsed()
        && facts.issues().stream().allMatch(issue -> issue.reason() == FactIssue.Reason.OPAQUE)
        && facts.blocks().stream().allMatch(block -> block.sources().size() <= MAXIMUM_SOURCES);
  }

  private static boolean forced(StatementFacts facts) {
    return facts.hints().stream()
        .map(hint -> hint.toUpperCase(Locale.ROOT))
        .anyMatch(hint -> hint.contains("INDEX") || INDEX_HINT.matcher(hint).lookingAt());
  }

  private Optional<TableFigures> table(RowSource source, WeightedStatement statement) {
    if (!(source instanceof RowSource.Table table)) {
      return Optional.empty();
    }
    Optional<String> schema = table.table().schema().or(statement::schema);
    return schema.flatMap(name -> tables.find(name, table.table().table()));
  }

  /** Whether every table is known, and every column of it that the block uses. */
  private static boolean complete(
      QueryBlock block, List<Optional<TableFigures>> tables, List<ColumnRef> references) {
    for (int source = 0; source < tables.size(); source++) {
      if (tables.get(source).isEmpty() && block.sources().get(source) instanceof RowSource.Table) {
        return false;
      }
    }
    for (ColumnRef column : references) {
      if (column.block() == block.number()) {
        Optional<TableFigures> table = tables.get(column.source());
        if (table.isPresent() && !table.get().has(column.column())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Every reference to a column in a block, with repetitions. */
  private static Stream<ColumnRef> references(QueryBlock block) {
    return Stream.of(
            block.conditions().flatMap(condition -> condition.references()),
            block.having().references(),
            block.groupBy().stream().flatMap(key -> key.columns().stream()),
            block.orderBy().stream().flatMap(key -> key.columns().stream()),
            block.selected().stream())
        .flatMap(columns -> columns);
  }
}
