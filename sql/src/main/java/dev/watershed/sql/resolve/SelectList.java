package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;

/** The list of a SELECT: what it needs, and the names that it gives. */
final class SelectList {

  private final ExpressionReader expressions;
  private final List<Expression> items = new ArrayList<>();
  private final Map<String, Expression> aliases = new HashMap<>();
  private final List<ColumnRef> columns = new ArrayList<>();
  private final Set<Integer> wholeSources = new TreeSet<>();
  private final List<OutputColumn> output = new ArrayList<>();
  private boolean outputKnown = true;

  private SelectList(ExpressionReader expressions) {
    this.expressions = expressions;
  }

  /**
   * Reads a list.
   *
   * @param assignments whether every second element, from the first on, is assigned and not read
   */
  static SelectList read(PlainSelect select, ExpressionReader expressions, boolean assignments) {
    SelectList list = new SelectList(expressions);
    List<SelectItem<?>> items = select.getSelectItems();
    for (int i = 0; items != null && i < items.size(); i++) {
      if (!assignments || i % 2 == 1) {
        list.item(items.get(i));
      }
    }
    // A column with an alias is found by its own name where nothing else is called so.
    list.items.forEach(
        item -> nameOf(item).ifPresent(name -> list.aliases.putIfAbsent(Names.key(name), item)));
    return list;
  }

  /** The name of a column. */
  private static Optional<String> nameOf(Expression item) {
    return item instanceof Column column && !Constants.isTruth(item)
        ? Optional.of(Names.column(column))
        : Optional.empty();
  }

  private void item(SelectItem<?> item) {
    Expression expression = item.getExpression();
    items.add(ExpressionTree.bare(expression));
    if (expression instanceof AllTableColumns all) {
      Optional<Integer> source =
          expressions.scope().source(Names.schema(all.getTable()), Names.table(all.getTable()));
      source.ifPresent(this::whole);
      outputKnown &= source.isPresent();
    } else if (expression instanceof AllColumns) {
      for (int source = 0; source < expressions.scope().sources().size(); source++) {
        whole(source);
      }
    } else {
      value(expression, Names.alias(item.getAlias()));
    }
  }

  private void whole(int source) {
    wholeSources.add(source);
    Optional<List<OutputColumn>> known = expressions.scope().sources().get(source).columns();
    known.ifPresent(all -> all.stream().filter(OutputColumn::visible).forEach(output::add));
    outputKnown &= known.isPresent();
  }

  private void value(Expression expression, Optional<String> alias) {
    Value value = expressions.read(expression);
    columns.addAll(value.references());
    alias
        .or(() -> nameOf(value.expression()))
        .ifPresent(name -> aliases.putIfAbsent(Names.key(name), value.expression()));
    String name = alias.orElseGet(() -> ExpressionText.of(value.expression()));
    output.add(
        new OutputColumn(
            name, value.isBareColumn() ? value.columns().get(0).known() : Optional.empty(), true));
  }

  /**
   * The element that a number in ORDER BY or GROUP BY means, from 1; empty at and behind {@code *},
   * which takes as many numbers as it has columns.
   */
  Optional<Expression> item(long position) {
    boolean known =
        position >= 1
            && position <= items.size()
            && items.stream().limit(position).noneMatch(AllColumns.class::isInstance);
    return known ? Optional.of(items.get((int) position - 1)) : Optional.empty();
  }

  /** Selected expressions by the keys of their names. */
  Map<String, Expression> aliases() {
    return aliases;
  }

  /** The columns in it, {@code *} aside. */
  List<ColumnRef> columns() {
    return columns;
  }

  /** The sources of which {@code *} takes all columns. */
  Set<Integer> wholeSources() {
    return wholeSources;
  }

  /** The columns of the result; empty if they are unknown. */
  Optional<List<OutputColumn>> output() {
    return outputKnown ? Optional.of(List.copyOf(output)) : Optional.empty();
  }
}
