package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.AllOf;
import dev.watershed.sql.facts.Condition.AnyOf;
import dev.watershed.sql.facts.Condition.Opaque;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.Operand.Constant;
import dev.watershed.sql.facts.Operand.LiteralType;
import dev.watershed.sql.facts.Operand.PatternStart;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowLimit;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.RowSource.Derived;
import dev.watershed.sql.facts.RowSource.JoinKind;
import dev.watershed.sql.facts.RowSource.Table;
import dev.watershed.sql.facts.SortKey;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableWrite;
import dev.watershed.sql.lexical.TableUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Facts in a short form that people read: for tests. */
final class FactsText {

  private final StatementFacts facts;

  private FactsText(StatementFacts facts) {
    this.facts = facts;
  }

  /** Tables in their order, written ones with {@code !}, those behind views in parentheses. */
  static String tables(StatementFacts facts) {
    return facts.tables().stream().map(FactsText::table).collect(Collectors.joining(" "));
  }

  private static String table(NamedTable named) {
    String text = named.table().qualifiedName() + (named.use() == TableUse.WRITE ? "!" : "");
    return named.throughView() ? "(" + text + ")" : text;
  }

  /** Blocks, writes, issues. */
  static String of(StatementFacts facts) {
    FactsText text = new FactsText(facts);
    List<String> parts = new ArrayList<>();
    if (!facts.parsed()) {
      parts.add("partial");
    }
    facts.blocks().forEach(block -> parts.add(text.block(block)));
    facts.writes().forEach(write -> parts.add(write(write)));
    facts
        .issues()
        .forEach(issue -> parts.add((issue.reason().key() + " " + issue.subject()).strip()));
    return String.join("; ", parts);
  }

  private String block(QueryBlock block) {
    StringBuilder text = new StringBuilder("#" + block.number());
    block.parent().ifPresent(parent -> text.append("<").append(parent));
    block.unionOf().ifPresent(first -> text.append(" union ").append(first));
    text.append(block.distinct() ? " distinct" : "")
        .append(block.aggregated() ? " aggregated" : "");
    text.append(block.windowed() ? " windowed" : "").append(block.locking() ? " locking" : "");
    for (RowSource source : block.sources()) {
      text.append(source.join().kind() == JoinKind.FIRST ? " from " : ", ").append(source(source));
    }
    text.append(conditions(" where ", block.where()));
    text.append(keys(" group ", block.groupBy()));
    text.append(conditions(" having ", block.having()));
    text.append(keys(" order ", block.orderBy()));
    block.limit().ifPresent(limit -> text.append(limit(limit)));
    if (!block.selected().isEmpty()) {
      text.append(" select ").append(columns(block.selected()));
    }
    if (!block.wholeSources().isEmpty()) {
      text.append(" whole ");
      text.append(
          block.wholeSources().stream()
              .sorted()
              .map(source -> block.sources().get(source).alias())
              .collect(Collectors.joining(" ")));
    }
    return text.toString();
  }

  private String source(RowSource source) {
    String name =
        source instanceof Table table
            ? table.table().table()
            : source instanceof Derived derived
                ? derived.origin().name().charAt(0) + "#" + derived.block()
                : "computed";
    String alias = name.equals(source.alias()) ? name : name + " " + source.alias();
    JoinKind kind = source.join().kind();
    String join = kind == JoinKind.FIRST || kind == JoinKind.INNER ? "" : kind + " ";
    return join + alias + conditions(" on ", source.join().on());
  }

  private String conditions(String word, Condition condition) {
    return condition.equals(Condition.always()) ? "" : word + condition(condition);
  }

  private String condition(Condition condition) {
    if (condition instanceof AllOf all) {
      return all.conditions().stream().map(this::condition).collect(Collectors.joining(" and "));
    }
    if (condition instanceof AnyOf any) {
      return any.branches().stream()
          .map(this::condition)
          .collect(Collectors.joining(" or ", "(", ")"));
    }
    if (condition instanceof Opaque opaque) {
      String columns = columns(opaque.columns());
      String blocks = opaque.blocks().stream().map(b -> "#" + b).collect(Collectors.joining(" "));
      String inside = (columns + " " + blocks).strip();
      return (opaque.semiJoin() ? "exists(" : "opaque(") + inside + ")";
    }
    Predicate predicate = (Predicate) condition;
    return side(predicate.side())
        + " "
        + predicate.comparison()
        + " "
        + operand(predicate.operand());
  }

  private String operand(Operand operand) {
    if (operand instanceof Operand.Column column) {
      return side(column.side());
    }
    if (operand instanceof Operand.Subquery subquery) {
      return "#" + subquery.block();
    }
    if (operand instanceof Operand.Expression expression) {
      return "{" + columns(expression.references()) + "}";
    }
    Constant constant = (Constant) operand;
    String count = constant.count().isPresent() ? "*" + constant.count().getAsInt() : "";
    String type = constant.type() == LiteralType.UNKNOWN ? "" : ":" + constant.type();
    String pattern = constant.pattern() == PatternStart.UNKNOWN ? "" : ":" + constant.pattern();
    return "?" + count + type + pattern;
  }

  private String side(ColumnSide side) {
    String text =
        side.wrapping()
            .map(
                wrapping ->
                    wrapping.kind()
                        + "["
                        + wrapping.text()
                        + " of "
                        + columns(wrapping.columns())
                        + "]")
            .orElseGet(() -> column(side.column()));
    return text + side.conversion().map(conversion -> "!" + conversion).orElse("");
  }

  private String columns(List<ColumnRef> columns) {
    return columns.stream().map(this::column).collect(Collectors.joining(" "));
  }

  private String column(ColumnRef column) {
    RowSource source = facts.blocks().get(column.block()).sources().get(column.source());
    return (source.alias().isEmpty() ? source(source) : source.alias()) + "." + column.column();
  }

  private String keys(String word, List<SortKey> keys) {
    return keys.isEmpty()
        ? ""
        : word
            + keys.stream()
                .map(
                    key ->
                        key.column().map(this::column).orElse("{" + key.text() + "}")
                            + (key.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
  }

  private static String limit(RowLimit limit) {
    String rows = limit.rows().isPresent() ? String.valueOf(limit.rows().getAsLong()) : "?";
    String skipped = limit.offset().isPresent() ? String.valueOf(limit.offset().getAsLong()) : "?";
    return " limit " + rows + (limit.skips() ? " offset " + skipped : "");
  }

  private static String write(TableWrite write) {
    return write.kind()
        + " "
        + write.table().table()
        + (write.columns().isEmpty() ? "" : " " + String.join(" ", write.columns()))
        + (write.rowsFrom().isPresent() ? " from #" + write.rowsFrom().getAsInt() : "");
  }
}
