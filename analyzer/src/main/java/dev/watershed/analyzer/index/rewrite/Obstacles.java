package dev.watershed.analyzer.index.rewrite;

import dev.watershed.analyzer.index.RewriteAdvice.Reason;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.candidate.IndexFeatures;
import dev.watershed.analyzer.index.candidate.ServableExpression;
import dev.watershed.analyzer.index.cost.PlanStep;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.AnyOf;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What in a block keeps indexes from serving one table, of which it reads many rows. */
final class Obstacles {

  private static final long DEEP = 1_000;
  private static final double READ_FOR_EACH_SENT = 10;

  /** A statement that reads as large a part of a table searches no index of it. */
  private static final double MOST_OF_A_TABLE = 0.5;

  private final WeightedStatement statement;
  private final QueryBlock block;
  private final PlanStep step;
  private final TableFigures table;
  private final IndexFeatures features;
  private final List<Obstacle> found = new ArrayList<>();

  Obstacles(WeightedStatement statement, QueryBlock block, PlanStep step, IndexFeatures features) {
    this.statement = statement;
    this.block = block;
    this.step = step;
    this.table = step.source().table().orElseThrow();
    this.features = features;
  }

  List<Obstacle> find() {
    block
        .conditions()
        .flatMap(condition -> condition.conjuncts().stream())
        .forEach(this::condition);
    order();
    offset();
    negation();
    noCondition();
    return found;
  }

  private void condition(Condition condition) {
    if (condition instanceof Predicate predicate) {
      sides(predicate).forEach(turned -> predicate(turned));
    } else if (condition instanceof AnyOf any && sources(any) > 1 && touches(any)) {
      add(
          Reason.OR_ACROSS_TABLES,
          table.name(),
          Saying.of(
              "rewrite.union",
              "Write one SELECT for each branch of the OR and join them with UNION: each can use"
                  + " the index of its own table then."));
    }
  }

  /** The predicate, and turned round if it compares two columns. */
  private Stream<Predicate> sides(Predicate predicate) {
    Stream<Predicate> both = Stream.of(predicate);
    if (predicate.operand() instanceof Operand.Column column) {
      both =
          Stream.of(
              predicate,
              new Predicate(
                  column.side(), predicate.comparison(), new Operand.Column(predicate.side())));
    }
    return both.filter(
        each ->
            each.side().column().block() == block.number()
                && each.side().column().source() == step.source().number());
  }

  private void predicate(Predicate predicate) {
    ColumnSide side = predicate.side();
    String column = table.name() + "." + side.column().column();
    if (predicate.comparison() == Comparison.LIKE
        && predicate.operand() instanceof Operand.Constant constant) {
      like(column, constant.pattern());
    }
    if (predicate.comparison().access() == Comparison.Access.NONE) {
      return;
    }
    side.wrapping().ifPresent(wrapping -> wrapped(column, wrapping));
    side.conversion().ifPresent(conversion -> converted(column, conversion));
  }

  private void like(String column, Operand.PatternStart start) {
    if (start == Operand.PatternStart.WILDCARD) {
      add(
          Reason.LEADING_WILDCARD,
          column,
          Saying.of(
              "rewrite.fulltext",
              "Search for the beginning of the text, or make a FULLTEXT index and search it with"
                  + " MATCH … AGAINST: no ordered index finds a pattern that begins with a"
                  + " wildcard."));
    } else if (start == Operand.PatternStart.UNKNOWN && readsMostOfIt()) {
      add(
          Reason.LEADING_WILDCARD,
          column,
          Saying.of(
              "rewrite.pattern",
              "Look at the pattern, which a fingerprint does not show: if it begins with a"
                  + " wildcard, no ordered index finds it, but a FULLTEXT index does (MATCH …"
                  + " AGAINST); otherwise an index on the column does."));
    }
  }

  private boolean readsMostOfIt() {
    double examined = statement.rowsExaminedPerCall().orElse(0);
    return table.counted()
        ? examined >= table.rows() * MOST_OF_A_TABLE
        : examined >= Rewrites.LEAST_ROWS
            && block.sources().size() == 1
            && step.access().kind().scans();
  }

  private void wrapped(String column, ColumnSide.Wrapping wrapping) {
    String key = ColumnKey.ofExpression(wrapping.text());
    boolean indexed = table.indexes().stream().anyMatch(index -> index.keys().get(0).equals(key));
    boolean candidate =
        features.functional() && ServableExpression.of(wrapping.text(), table).isPresent();
    if (!indexed && !candidate) {
      boolean functional =
          features.functional()
              && wrapping.columns().stream().allMatch(each -> table.holdsWhole(each.column()));
      add(Reason.FUNCTION_OVER_COLUMN, column, WayOut.of(wrapping, functional));
    }
  }

  private void converted(String column, ColumnSide.Conversion conversion) {
    switch (conversion) {
      case TEXT_TO_NUMBER ->
          add(
              Reason.IMPLICIT_CONVERSION,
              column,
              Saying.of(
                  "rewrite.as-text",
                  "Pass the value as a text: compared with a number, the text of every row is"
                      + " converted and no index is used."));
      case TYPE ->
          add(
              Reason.IMPLICIT_CONVERSION,
              column,
              Saying.of(
                  "rewrite.type",
                  "Give both sides of the comparison the same type: one that is converted for every"
                      + " row cannot be found in an index."));
      case COLLATION ->
          add(
              Reason.COLLATION_MISMATCH,
              column,
              Saying.of(
                  "rewrite.collation",
                  "Give both columns the same character set and collation: the one that is"
                      + " converted cannot be found in an index."));
    }
  }

  private static int sources(AnyOf any) {
    return (int) any.references().map(column -> column.source()).distinct().count();
  }

  private boolean touches(Condition condition) {
    return condition
        .references()
        .anyMatch(
            column ->
                column.block() == block.number() && column.source() == step.source().number());
  }

  private void order() {
    boolean random =
        block.orderBy().stream()
            .anyMatch(
                key ->
                    key.column().isEmpty()
                        && key.text().toLowerCase(Locale.ROOT).startsWith("rand("));
    if (random) {
      add(
          Reason.ORDER_BY_RANDOM,
          table.name(),
          Saying.of(
              "rewrite.random",
              "Draw random values of the primary key in the application and look their rows up:"
                  + " ORDER BY RAND() reads and sorts every row."));
    }
  }

  private void offset() {
    Optional<RowLimit> limit = block.limit().filter(RowLimit::skips);
    if (limit.isEmpty()) {
      return;
    }
    boolean measured =
        statement.rowsExaminedPerCall().isPresent()
            && statement.rowsSentPerCall().isPresent()
            && statement.rowsExaminedPerCall().getAsDouble()
                > DEEP + READ_FOR_EACH_SENT * statement.rowsSentPerCall().getAsDouble();
    boolean deep =
        limit.get().offset().isPresent() ? limit.get().offset().getAsLong() >= DEEP : measured;
    if (deep && !block.orderBy().isEmpty()) {
      add(
          Reason.DEEP_OFFSET,
          table.name(),
          Saying.of(
              "rewrite.offset",
              "Remember the last row of a page and ask for those behind it (WHERE key > ? ORDER BY"
                  + " key LIMIT ?): OFFSET reads every row that it leaves out."));
    }
  }

  private void negation() {
    List<Predicate> own =
        block
            .conditions()
            .flatMap(Condition::predicates)
            .filter(
                predicate ->
                    predicate.side().column().block() == block.number()
                        && predicate.side().column().source() == step.source().number())
            .toList();
    boolean negated =
        !own.isEmpty()
            && own.stream()
                .allMatch(
                    predicate ->
                        switch (predicate.comparison()) {
                          case NOT_EQUAL, NOT_IN, NOT_BETWEEN, NOT_LIKE -> true;
                          default -> false;
                        });
    if (negated && step.access().kind().scans() && block.limit().isEmpty()) {
      add(
          Reason.NEGATION,
          table.name() + "." + own.get(0).side().column().column(),
          Saying.of(
              "rewrite.negation",
              "Ask for the values that are wanted (= or IN) instead of excluding some: what is not"
                  + " excluded is nearly everything."));
    }
  }

  private void noCondition() {
    boolean all =
        block.sources().size() == 1
            && block.where().conjuncts().isEmpty()
            && block.limit().isEmpty()
            && block.having().conjuncts().isEmpty()
            && !block.aggregated();
    if (all && step.access().kind().scans()) {
      add(
          Reason.NO_CONDITION,
          table.name(),
          Saying.of(
              "rewrite.all",
              "Add a condition or a LIMIT: the statement reads the whole table each time."));
    }
  }

  private void add(Reason reason, String subject, Saying rewrite) {
    found.add(new Obstacle(reason, subject, rewrite));
  }
}
