package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.SortKey;
import dev.watershed.sql.resolve.ExpressionReader.Aliases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;

/** Reads one block. */
final class BlockReader {

  /** What a block is there for. */
  enum Mode {
    QUERY,
    /** Of its list, every second element is a column that is assigned, not read. */
    UPDATE,
    DELETE,
    /** Values of an INSERT: columns in them are those of the row to be inserted. */
    VALUES
  }

  private final QueryReader queries;
  private final CommonTables common;
  private final QueryReader.Place place;
  private final Tail tail;
  private final Mode mode;
  private final int number;
  private final ExpressionReader expressions;
  private final BlockNotes notes = new BlockNotes(this::subquery);

  BlockReader(
      QueryReader queries, CommonTables common, QueryReader.Place place, Tail tail, Mode mode) {
    this.queries = queries;
    this.common = common;
    this.place = place;
    this.tail = tail;
    this.mode = mode;
    this.number = queries.facts().reserveBlock();
    Consumer<FactIssue> issues =
        mode == Mode.VALUES ? issue -> {} : issue -> queries.facts().issue(issue);
    Scope scope = new Scope(number, place.outer(), issues);
    this.expressions = new ExpressionReader(scope, notes, issues);
  }

  private int subquery(Select select) {
    return queries.read(select, Optional.of(expressions.scope()), common, number).block();
  }

  /** Reads VALUES, which joins nothing. */
  ResolvedQuery read(Values values) {
    Value all = expressions.read(values.getExpressions());
    QueryBlock block =
        new QueryBlock(
            number,
            place.parent(),
            List.of(),
            Condition.always(),
            Condition.always(),
            List.of(),
            List.of(),
            false,
            false,
            false,
            all.references(),
            Set.of(),
            notes.subqueries(),
            place.unionOf(),
            tail.limit(),
            false);
    queries.facts().add(block);
    return new ResolvedQuery(number, Optional.empty(), expressions.scope());
  }

  /** Reads a SELECT. */
  ResolvedQuery read(PlainSelect select) {
    List<ResolvedColumn> used =
        new SourceReader(queries, common, place.outer(), expressions).read(select);
    SelectList list = SelectList.read(select, expressions, mode == Mode.UPDATE);
    Condition where = new ConditionReader(expressions).read(Optional.ofNullable(select.getWhere()));
    List<SortKey> groupBy = groupBy(select, list);
    ExpressionReader behind = expressions.with(list.aliases(), Aliases.FIRST);
    Condition having = new ConditionReader(behind).read(Optional.ofNullable(select.getHaving()));
    List<SortKey> orderBy = new SortKeys(behind, list).orderBy(tail.orderBy());
    List<ColumnRef> selected = new ArrayList<>(list.columns());
    used.forEach(column -> selected.add(column.ref()));
    windows(select).forEach(window -> selected.addAll(window.references()));
    QueryBlock block =
        new QueryBlock(
            number,
            place.parent(),
            expressions.scope().sources().stream().map(Source::toRowSource).toList(),
            where,
            having,
            groupBy,
            orderBy,
            select.getDistinct() != null,
            notes.aggregated() || !groupBy.isEmpty(),
            notes.windowed(),
            selected,
            list.wholeSources(),
            notes.subqueries(),
            place.unionOf(),
            tail.limit(),
            tail.locking() || mode == Mode.UPDATE || mode == Mode.DELETE);
    queries.facts().add(block);
    return new ResolvedQuery(number, list.output(), expressions.scope());
  }

  /** The expressions of the WINDOW clause. */
  private List<Value> windows(PlainSelect select) {
    List<WindowDefinition> windows = select.getWindowDefinitions();
    return windows == null
        ? List.of()
        : windows.stream()
            .flatMap(window -> window.getAllExpressions().stream())
            .map(expressions::read)
            .toList();
  }

  private List<SortKey> groupBy(PlainSelect select, SelectList list) {
    GroupByElement groupBy = select.getGroupBy();
    if (groupBy == null || groupBy.getGroupByExpressionList() == null) {
      return List.of();
    }
    ExpressionReader reader = expressions.with(list.aliases(), Aliases.LAST);
    return new SortKeys(reader, list).groupBy(groupBy);
  }
}
