package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.Select;

/** Looks up the columns of a block's expressions, and reads the subqueries in them. */
final class ExpressionReader {

  /** Where names of selected expressions may stand for them. */
  enum Aliases {
    /** In WHERE, ON and the list itself. */
    NONE,
    /** In ORDER BY and HAVING: before columns of that name. */
    FIRST,
    /** In GROUP BY: where no column has that name. */
    LAST
  }

  private static final Set<String> AGGREGATES =
      Set.of(
          "AVG",
          "BIT_AND",
          "BIT_OR",
          "BIT_XOR",
          "COUNT",
          "GROUP_CONCAT",
          "JSON_ARRAYAGG",
          "JSON_OBJECTAGG",
          "MAX",
          "MIN",
          "STD",
          "STDDEV",
          "STDDEV_POP",
          "STDDEV_SAMP",
          "SUM",
          "VAR_POP",
          "VAR_SAMP",
          "VARIANCE");

  private final Scope scope;
  private final BlockNotes notes;
  private final Consumer<FactIssue> issues;
  private final Map<String, Expression> selected;
  private final Aliases aliases;

  ExpressionReader(Scope scope, BlockNotes notes, Consumer<FactIssue> issues) {
    this(scope, notes, issues, Map.of(), Aliases.NONE);
  }

  private ExpressionReader(
      Scope scope,
      BlockNotes notes,
      Consumer<FactIssue> issues,
      Map<String, Expression> selected,
      Aliases aliases) {
    this.scope = scope;
    this.notes = notes;
    this.issues = issues;
    this.selected = selected;
    this.aliases = aliases;
  }

  /**
   * The same where aliases may stand.
   *
   * @param selected the selected expressions by the keys of their aliases
   */
  ExpressionReader with(Map<String, Expression> selected, Aliases aliases) {
    return new ExpressionReader(scope, notes, issues, selected, aliases);
  }

  Scope scope() {
    return scope;
  }

  /** The expression with its columns and subqueries. */
  Value read(Expression expression) {
    Expression bare = ExpressionTree.bare(expression);
    if (bare instanceof Column column && !Constants.isTruth(bare)) {
      Optional<Expression> meant = meant(column);
      if (meant.isPresent()) {
        return with(Map.of(), Aliases.NONE).read(meant.get());
      }
    }
    return new Walk().read(bare);
  }

  /** What a name stands for if it is an alias. */
  private Optional<Expression> meant(Column column) {
    if (aliases == Aliases.NONE || Names.qualifier(column).isPresent()) {
      return Optional.empty();
    }
    String name = Names.column(column);
    boolean hidden = aliases == Aliases.LAST && scope.has(name);
    return hidden ? Optional.empty() : Optional.ofNullable(selected.get(Names.key(name)));
  }

  /** One walk over an expression. */
  private final class Walk {
    private final List<ResolvedColumn> columns = new ArrayList<>();
    private final List<Integer> inner = new ArrayList<>();
    private boolean aggregated;
    private boolean windowed;
    private boolean complete = true;

    private Value read(Expression root) {
      Deque<Expression> open = new ArrayDeque<>();
      open.push(root);
      while (!open.isEmpty()) {
        Expression expression = open.pop();
        visit(expression);
        List<Expression> parts = parts(expression);
        for (int i = parts.size() - 1; i >= 0; i--) {
          open.push(parts.get(i));
        }
      }
      if (aggregated) {
        notes.noticeAggregate();
      }
      if (windowed) {
        notes.noticeWindow();
      }
      return new Value(root, columns, inner, aggregated, windowed, complete);
    }

    private void visit(Expression expression) {
      if (expression instanceof Select select) {
        inner.add(notes.subquery(select));
      } else if (expression instanceof Function function) {
        aggregated |= AGGREGATES.contains(Names.function(function));
      } else if (expression instanceof AnalyticExpression) {
        windowed = true;
      } else if (expression instanceof Column column && !Constants.isTruth(column)) {
        column(column);
      }
    }

    private void column(Column column) {
      Optional<Expression> meant = meant(column);
      if (meant.isPresent()) {
        Value value = with(Map.of(), Aliases.NONE).read(meant.get());
        columns.addAll(value.columns());
        inner.addAll(value.blocks());
        aggregated |= value.aggregated();
        windowed |= value.windowed();
        complete &= value.complete();
        return;
      }
      Optional<ResolvedColumn> resolved = lookUp(column);
      resolved.ifPresent(columns::add);
      complete &= resolved.isPresent();
    }

    private List<Expression> parts(Expression expression) {
      Optional<List<Expression>> parts = ExpressionTree.parts(expression);
      if (parts.isEmpty()) {
        complete = false;
        issues.accept(new FactIssue(Reason.OPAQUE, expression.getClass().getSimpleName()));
      }
      return parts.orElse(List.of());
    }
  }

  /** The column that a name means; empty, with an issue, if none or several. */
  Optional<ResolvedColumn> lookUp(Column column) {
    Optional<Table> qualifier = Names.qualifier(column);
    String name = Names.column(column);
    return qualifier.isPresent()
        ? scope.qualified(Names.schema(qualifier.get()), Names.table(qualifier.get()), name)
        : scope.unqualified(name);
  }
}
