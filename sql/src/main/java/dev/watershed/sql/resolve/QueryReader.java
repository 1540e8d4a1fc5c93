package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;

/** Reads queries: common table expressions, UNION, and the blocks, which are BlockReader's. */
final class QueryReader {

  /**
   * Where a query stands.
   *
   * @param parent the block around it
   * @param outer the scope around it
   * @param unionOf the block with which it is united
   * @param first called once the first block of a UNION has been read
   */
  record Place(
      OptionalInt parent,
      Optional<Scope> outer,
      OptionalInt unionOf,
      Consumer<ResolvedQuery> first) {

    private Place unitedWith(int block) {
      return new Place(parent, outer, OptionalInt.of(block), query -> {});
    }
  }

  private final TableReader tables;

  QueryReader(TableReader tables) {
    this.tables = tables;
  }

  TableReader tables() {
    return tables;
  }

  FactsBuilder facts() {
    return tables.facts();
  }

  /** Reads the outermost query of a statement. */
  ResolvedQuery readOutermost(Select select, BlockReader.Mode mode) {
    Place place =
        new Place(OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), query -> {});
    return read(select, place, CommonTables.none(), Tail.NONE, mode);
  }

  /** Reads a query inside another block. */
  ResolvedQuery read(Select select, Optional<Scope> outer, CommonTables common, int parent) {
    Place place = new Place(OptionalInt.of(parent), outer, OptionalInt.empty(), query -> {});
    return read(select, place, common, Tail.NONE, BlockReader.Mode.QUERY);
  }

  private ResolvedQuery read(
      Select select, Place place, CommonTables outer, Tail around, BlockReader.Mode mode) {
    CommonTables common = outer;
    List<WithItem<?>> with = select.getWithItemsList();
    if (with != null && !with.isEmpty()) {
      common = new CommonTables(Optional.of(outer));
      withItems(with, place, common);
    }
    Tail tail = Tail.of(select).or(around);
    if (select instanceof ParenthesedSelect nested) {
      return read(nested.getSelect(), place, common, tail, mode);
    }
    if (select instanceof SetOperationList union) {
      return union(union, place, common, tail);
    }
    BlockReader block = new BlockReader(this, common, place, tail, mode);
    if (select instanceof PlainSelect plain) {
      return block.read(plain);
    }
    if (select instanceof Values values) {
      return block.read(values);
    }
    facts().issue(new FactIssue(Reason.OPAQUE, select.getClass().getSimpleName()));
    return block.read(new PlainSelect());
  }

  private ResolvedQuery union(SetOperationList union, Place place, CommonTables common, Tail tail) {
    List<Select> selects = union.getSelects();
    ResolvedQuery first = read(selects.get(0), place, common, tail, BlockReader.Mode.QUERY);
    place.first().accept(first);
    Place others = place.unitedWith(first.block());
    for (Select select : selects.subList(1, selects.size())) {
      read(select, others, common, Tail.NONE, BlockReader.Mode.QUERY);
    }
    return new ResolvedQuery(
        first.block(), first.columns().map(OutputColumns::withoutTypes), first.scope());
  }

  /** Blocks of common table expressions come before those of the query that uses them. */
  private void withItems(List<WithItem<?>> items, Place place, CommonTables common) {
    boolean recursive = items.stream().anyMatch(WithItem::isRecursive);
    for (WithItem<?> item : items) {
      String name = Names.unquoted(item.getAliasName());
      List<String> names = columnNames(item);
      CommonTables.Expression expression = new CommonTables.Expression();
      Consumer<ResolvedQuery> first = query -> {};
      if (recursive) {
        common.add(name, expression);
        expression.setColumns(OutputColumns.renamed(Optional.empty(), names));
        first = query -> expression.setColumns(OutputColumns.renamed(query.columns(), names));
      }
      Place inside = new Place(place.parent(), place.outer(), OptionalInt.empty(), first);
      ResolvedQuery query =
          read(item.getSelect(), inside, common, Tail.NONE, BlockReader.Mode.QUERY);
      expression.complete(query, OutputColumns.renamed(query.columns(), names));
      common.add(name, expression);
    }
  }

  private static List<String> columnNames(WithItem<?> item) {
    return item.getWithItemList() == null
        ? List.of()
        : item.getWithItemList().stream()
            .map(column -> Names.unquoted(column.getExpression().toString()))
            .toList();
  }
}
