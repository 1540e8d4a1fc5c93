package dev.watershed.analyzer.index.value;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableWrite;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables that may be read by a statement whose plan is not known: one that was understood in part,
 * that tells the server which index to take, or whose tables are not all known. Of a text that was
 * cut, and of a view that is not understood, every table of the schemas concerned.
 */
final class OpaqueUses {

  private static final Set<FactIssue.Reason> HIDING_TABLES =
      EnumSet.of(
          FactIssue.Reason.TRUNCATED, FactIssue.Reason.TOO_LONG, FactIssue.Reason.OPAQUE_VIEW);

  private record Key(long digest, Optional<String> schema) {

    static Key of(WeightedStatement statement) {
      return new Key(statement.digest(), statement.schema());
    }
  }

  private final Set<String> tables = new HashSet<>();
  private final Set<String> anySchema = new HashSet<>();
  private final Set<String> schemas = new HashSet<>();
  private boolean everything;

  /**
   * Of a server.
   *
   * @param planned those of its statements whose plans are known
   */
  OpaqueUses(List<WeightedStatement> statements, List<CostedStatement> planned) {
    Set<Key> known =
        planned.stream()
            .map(each -> Key.of(each.shape().statement()))
            .collect(Collectors.toUnmodifiableSet());
    statements.stream()
        .filter(statement -> !known.contains(Key.of(statement)) && reads(statement.facts()))
        .forEach(this::add);
  }

  /** Statements without a block, such as INSERT … VALUES, find no rows by an index. */
  private static boolean reads(StatementFacts facts) {
    return !facts.parsed() || !facts.blocks().isEmpty();
  }

  private void add(WeightedStatement statement) {
    List<TableRef> named = named(statement.facts()).toList();
    for (TableRef table : named) {
      Optional<String> schema = table.schema().or(statement::schema);
      schema.ifPresentOrElse(
          name -> tables.add(folded(name + "." + table.table())),
          () -> anySchema.add(folded(table.table())));
    }
    if (statement.facts().issues().stream()
        .anyMatch(issue -> HIDING_TABLES.contains(issue.reason()))) {
      named.stream().flatMap(table -> table.schema().stream()).forEach(this::addSchema);
      statement.schema().ifPresentOrElse(this::addSchema, () -> everything = true);
    }
  }

  private void addSchema(String name) {
    schemas.add(folded(name));
  }

  private static Stream<TableRef> named(StatementFacts facts) {
    return Stream.of(
            facts.tables().stream().map(NamedTable::table),
            facts.writes().stream().map(TableWrite::table),
            facts.blocks().stream()
                .flatMap(block -> block.sources().stream())
                .filter(RowSource.Table.class::isInstance)
                .map(source -> ((RowSource.Table) source).table()))
        .flatMap(each -> each);
  }

  /** Whether one of them may read the table. */
  boolean mayRead(TableFigures table) {
    return everything
        || tables.contains(folded(table.name()))
        || anySchema.contains(folded(table.definition().name()))
        || schemas.contains(folded(table.schema()));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
