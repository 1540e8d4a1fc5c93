package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import dev.watershed.sql.facts.KnownRelation.KnownTable;
import dev.watershed.sql.facts.KnownRelation.KnownView;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableWrite;
import dev.watershed.sql.facts.TableWrite.WriteKind;
import dev.watershed.sql.lexical.TableUse;
import dev.watershed.sql.parse.ParsedStatement.Delete;
import dev.watershed.sql.parse.ParsedStatement.Insert;
import dev.watershed.sql.parse.ParsedStatement.Update;
import dev.watershed.sql.parse.WrittenName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;

/** Reads the statements that write. */
final class Writes {

  private final QueryReader queries;
  private final FactsBuilder facts;

  Writes(QueryReader queries) {
    this.queries = queries;
    this.facts = queries.facts();
  }

  /**
   * Reads an INSERT or REPLACE.
   *
   * @param kind which of both
   */
  void read(Insert insert, WriteKind kind) {
    WrittenName name = insert.table();
    ResolvedTable table = queries.tables().resolver().resolve(name.qualifier(), name.name());
    facts.mention(table.ref(), TableUse.WRITE, false);
    ResolvedQuery rows =
        queries.readOutermost(
            insert.rows(), insert.fromQuery() ? BlockReader.Mode.QUERY : BlockReader.Mode.VALUES);
    insert.updates().ifPresent(updates -> queries.readOutermost(updates, BlockReader.Mode.VALUES));
    if (table.relation().filter(KnownView.class::isInstance).isPresent()) {
      queries.tables().source(name.qualifier(), name.name(), name.name(), rows.block()).isWritten();
    }
    List<String> inserted = spelled(table, insert.columns());
    boolean upsert = !insert.updated().isEmpty();
    facts.write(
        new TableWrite(
            table.ref(),
            upsert ? WriteKind.UPSERT : kind,
            upsert ? spelled(table, insert.updated()) : inserted,
            insert.fromQuery() ? OptionalInt.of(rows.block()) : OptionalInt.empty()));
  }

  /** Names as the catalog spells them. */
  private List<String> spelled(ResolvedTable table, List<String> columns) {
    if (!(table.relation().orElse(null) instanceof KnownTable known)) {
      return columns.stream().distinct().toList();
    }
    Map<String, String> names = new TreeMap<>();
    known.columns().forEach(column -> names.put(Names.key(column.name()), column.name()));
    List<String> spelled = new ArrayList<>();
    for (String column : columns) {
      String name = names.get(Names.key(column));
      if (name == null) {
        facts.issue(new FactIssue(Reason.MISSING_COLUMN, table.ref().table() + "." + column));
      }
      spelled.add(name == null ? column : name);
    }
    return spelled.stream().distinct().toList();
  }

  /** Reads an UPDATE. A column that no table is known for counts as one of the first. */
  void read(Update update) {
    ResolvedQuery rows = queries.readOutermost(update.rows(), BlockReader.Mode.UPDATE);
    Map<Integer, List<String>> columns = new TreeMap<>();
    for (Column column : assigned(update.rows())) {
      Optional<ResolvedColumn> target = lookUp(rows.scope(), column);
      int source = target.map(known -> known.ref().source()).orElseGet(() -> first(rows, column));
      String name = target.map(known -> known.ref().column()).orElse(Names.column(column));
      columns.computeIfAbsent(source, key -> new ArrayList<>()).add(name);
    }
    columns.forEach(
        (source, names) ->
            write(rows, source, WriteKind.UPDATE, names.stream().distinct().toList()));
  }

  private static int first(ResolvedQuery rows, Column column) {
    return Names.qualifier(column)
        .flatMap(table -> rows.scope().source(Names.schema(table), Names.table(table)))
        .orElse(0);
  }

  private static Optional<ResolvedColumn> lookUp(Scope scope, Column column) {
    return Names.qualifier(column)
        .map(
            table -> scope.qualified(Names.schema(table), Names.table(table), Names.column(column)))
        .orElseGet(() -> scope.unqualified(Names.column(column)));
  }

  private static List<Column> assigned(Select rows) {
    List<Column> columns = new ArrayList<>();
    List<SelectItem<?>> items =
        rows instanceof PlainSelect plain ? plain.getSelectItems() : List.of();
    for (int i = 0; i < items.size(); i += 2) {
      Expression target = items.get(i).getExpression();
      if (target instanceof Column column) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** Reads a DELETE. */
  void read(Delete delete) {
    ResolvedQuery rows = queries.readOutermost(delete.rows(), BlockReader.Mode.DELETE);
    if (delete.targets().isEmpty()) {
      write(rows, 0, WriteKind.DELETE, List.of());
      return;
    }
    for (WrittenName target : delete.targets()) {
      Optional<Integer> source = rows.scope().source(target.qualifier(), target.name());
      if (source.isPresent()) {
        write(rows, source.get(), WriteKind.DELETE, List.of());
      } else {
        facts.issue(new FactIssue(Reason.MISSING_TABLE, target.name()));
      }
    }
  }

  private void write(ResolvedQuery rows, int index, WriteKind kind, List<String> columns) {
    List<Source> sources = rows.scope().sources();
    if (index >= sources.size() || sources.get(index).mention().isEmpty()) {
      facts.issue(new FactIssue(Reason.OPAQUE, "target"));
      return;
    }
    sources.get(index).isWritten();
    TableRef table = sources.get(index).mention().get().table();
    facts.write(new TableWrite(table, kind, columns, OptionalInt.of(rows.block())));
  }
}
