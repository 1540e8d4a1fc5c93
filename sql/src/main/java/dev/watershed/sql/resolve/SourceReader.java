package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.AllOf;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.RowSource.Derived.Origin;
import dev.watershed.sql.facts.RowSource.Join;
import dev.watershed.sql.facts.RowSource.JoinKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;

/** Reads FROM: puts what a block joins into its scope, and the conditions of the joins. */
final class SourceReader {

  /** Without quotes, in which all other names stand. */
  private static final String DUAL = "DUAL";

  private final QueryReader queries;
  private final CommonTables common;
  private final Optional<Scope> outer;
  private final ExpressionReader expressions;
  private final ConditionReader conditions;
  private final Scope scope;
  private final List<ResolvedColumn> used = new ArrayList<>();

  /**
   * @param outer the scope around the block
   */
  SourceReader(
      QueryReader queries,
      CommonTables common,
      Optional<Scope> outer,
      ExpressionReader expressions) {
    this.queries = queries;
    this.common = common;
    this.outer = outer;
    this.expressions = expressions;
    this.conditions = new ConditionReader(expressions);
    this.scope = expressions.scope();
  }

  /** Reads the FROM of a block; the columns that functions in it use. */
  List<ResolvedColumn> read(PlainSelect select) {
    if (select.getFromItem() != null) {
      item(select.getFromItem(), JoinKind.FIRST, false);
      joins(select.getJoins(), false);
    }
    return used;
  }

  private void joins(List<net.sf.jsqlparser.statement.select.Join> joins, boolean mayBeAbsent) {
    if (joins == null) {
      return;
    }
    for (net.sf.jsqlparser.statement.select.Join join : joins) {
      JoinKind kind = kind(join);
      JoinKind inner = mayBeAbsent && kind != JoinKind.RIGHT ? JoinKind.LEFT : kind;
      int first = scope.sources().size();
      item(join.getFromItem(), inner, inner == JoinKind.LEFT);
      if (first < scope.sources().size()) {
        scope.sources().get(first).setJoin(new Join(inner, on(join, first)));
      }
    }
  }

  private static JoinKind kind(net.sf.jsqlparser.statement.select.Join join) {
    if (join.isLeft()) {
      return JoinKind.LEFT;
    }
    if (join.isRight()) {
      return JoinKind.RIGHT;
    }
    return join.isStraight() ? JoinKind.STRAIGHT : JoinKind.INNER;
  }

  private Condition on(net.sf.jsqlparser.statement.select.Join join, int first) {
    List<Condition> all = new ArrayList<>();
    Collection<Expression> written = join.getOnExpressions();
    if (written != null) {
      written.forEach(
          expression -> all.addAll(conditions.read(Optional.ofNullable(expression)).conjuncts()));
    }
    List<Column> using = join.getUsingColumns();
    if (using != null) {
      using.forEach(column -> common(Names.column(column), first).ifPresent(all::add));
    }
    if (join.isNatural()) {
      natural(first).forEach(name -> common(name, first).ifPresent(all::add));
    }
    return all.size() == 1 ? all.get(0) : new AllOf(all);
  }

  /** The columns that the sources before an index have in common with that at it. */
  private List<String> natural(int index) {
    List<Source> sources = scope.sources();
    List<Source> joined = sources.subList(0, index + 1);
    if (joined.stream().anyMatch(source -> source.columns().isEmpty())) {
      queries.facts().issue(new FactIssue(Reason.OPAQUE, "NATURAL JOIN"));
      return List.of();
    }
    return sources.get(index).columns().orElse(List.of()).stream()
        .map(OutputColumn::name)
        .filter(
            name ->
                sources.subList(0, index).stream()
                    .anyMatch(source -> source.column(name).isPresent()))
        .toList();
  }

  /** The condition of a column in USING. */
  private Optional<Condition> common(String name, int index) {
    List<Integer> before = new ArrayList<>();
    List<Integer> possible = new ArrayList<>();
    for (int i = 0; i < index; i++) {
      Source source = scope.sources().get(i);
      if (source.column(name).isPresent()) {
        before.add(i);
      } else if (source.columns().isEmpty()) {
        possible.add(i);
      }
    }
    List<Integer> candidates = before.isEmpty() ? possible : before;
    if (before.isEmpty() && possible.size() > 1 || candidates.isEmpty()) {
      queries.facts().issue(new FactIssue(Reason.AMBIGUOUS_COLUMN, name));
      return Optional.empty();
    }
    Optional<ResolvedColumn> left = scope.of(candidates.get(0), name);
    Optional<ResolvedColumn> right = scope.of(index, name);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    boolean outerRight = scope.sources().get(index).joinKind() == JoinKind.RIGHT;
    scope.merge(name, outerRight ? index : candidates.get(0));
    return Optional.of(equal(left.get(), right.get()));
  }

  private static Condition equal(ResolvedColumn left, ResolvedColumn right) {
    Optional<KnownColumn> type = left.known();
    Optional<KnownColumn> other = right.known();
    boolean known = type.isPresent() && other.isPresent();
    return new Condition.Predicate(
        new ColumnSide(
            left.ref(),
            Optional.empty(),
            known ? Conversions.ofColumn(type.get(), other.get()) : Optional.empty()),
        Comparison.EQUAL,
        new Operand.Column(
            new ColumnSide(
                right.ref(),
                Optional.empty(),
                known ? Conversions.ofColumn(other.get(), type.get()) : Optional.empty())));
  }

  private void item(FromItem item, JoinKind kind, boolean mayBeAbsent) {
    if (item instanceof ParenthesedFromItem nested) {
      item(nested.getFromItem(), kind, mayBeAbsent);
      joins(nested.getJoins(), mayBeAbsent);
      return;
    }
    Source source = source(item);
    source.setJoin(kind == JoinKind.FIRST ? Join.FIRST : new Join(kind, Condition.always()));
    scope.add(source);
  }

  private Source source(FromItem item) {
    Optional<String> alias = Names.alias(item.getAlias());
    if (item instanceof Table table) {
      return table(table, alias);
    }
    if (item instanceof Select select) {
      boolean lateral = item instanceof LateralSubSelect;
      ResolvedQuery query =
          queries.read(inner(select), lateral ? Optional.of(scope) : outer, common, scope.block());
      return Source.derived(
          alias.orElse(""),
          query.block(),
          Origin.SUBQUERY,
          renamed(query.columns(), item.getAlias()));
    }
    if (item instanceof TableFunction function) {
      function.getFunctions().forEach(call -> used.addAll(expressions.read(call).columns()));
    } else {
      queries.facts().issue(new FactIssue(Reason.OPAQUE, item.getClass().getSimpleName()));
    }
    return Source.computed(alias.orElse(""), Optional.empty());
  }

  /** A derived table without the parentheses that hold nothing but it. */
  private static Select inner(Select select) {
    return select instanceof ParenthesedSelect outer && outer.getSelect() != null
        ? outer.getSelect()
        : select;
  }

  private Source table(Table table, Optional<String> alias) {
    if (table.getName().equals(DUAL)) {
      return Source.computed(DUAL, Optional.of(List.of()));
    }
    String name = Names.table(table);
    Optional<String> schema = Names.schema(table);
    Optional<CommonTables.Expression> expression =
        schema.isEmpty() ? common.find(name) : Optional.empty();
    if (expression.isPresent()) {
      CommonTables.Expression found = expression.get();
      return found.block().isPresent()
          ? Source.derived(
              alias.orElse(name),
              found.block().getAsInt(),
              Origin.COMMON_TABLE_EXPRESSION,
              found.columns())
          : Source.computed(alias.orElse(name), found.columns());
    }
    return queries.tables().source(schema, name, alias.orElse(name), scope.block());
  }

  /** The columns of a derived table under the names that its alias gives them. */
  private static Optional<List<OutputColumn>> renamed(
      Optional<List<OutputColumn>> columns, Alias alias) {
    if (alias == null || alias.getAliasColumns() == null) {
      return columns;
    }
    List<String> names =
        alias.getAliasColumns().stream().map(column -> Names.unquoted(column.name)).toList();
    return OutputColumns.renamed(columns, names);
  }
}
