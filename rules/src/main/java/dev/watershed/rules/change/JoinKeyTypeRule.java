package dev.watershed.rules.change;

import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ColumnDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns that get another type, character set or collation while statements join them with columns
 * that keep theirs: one side is then converted for every row. Does not fire where both sides change
 * together, nor between integer types.
 */
public final class JoinKeyTypeRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "join-key-type",
          "a column that joins get by, of which the other side keeps another type or collation",
          Severity.ERROR,
          List.of(),
          JoinKeyTypeRule::new);

  private final RuleSettings settings;

  JoinKeyTypeRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    UsedBy uses = UsedBy.of(facts);
    return ChangeJudge.changes(
        KIND,
        facts,
        (definition, change, found) -> {
          Optional<ProposedChange.After> data = ChangedTables.data(facts, definition.dataSet());
          if (data.isPresent() && retypes(change)) {
            for (FleetStatement statement :
                uses.table(definition.dataSet(), change.at().schema(), change.at().table())) {
              judge(statement, change, data.get(), found);
            }
          }
        });
  }

  private void judge(
      FleetStatement statement,
      SchemaChange change,
      ProposedChange.After data,
      Verdict.Collector found) {
    statement.facts().blocks().stream()
        .flatMap(QueryBlock::conditions)
        .flatMap(Condition::predicates)
        .forEach(predicate -> judge(statement, predicate, change, data, found));
  }

  private void judge(
      FleetStatement statement,
      Predicate predicate,
      SchemaChange change,
      ProposedChange.After data,
      Verdict.Collector found) {
    if (!(predicate.operand() instanceof Operand.Column operand)) {
      return;
    }
    ColumnRef one = predicate.side().column();
    ColumnRef other = operand.side().column();
    Optional<ColumnRef> retyped =
        Stream.of(one, other).filter(each -> retypes(change, statement, each, data)).findFirst();
    Optional<ColumnDefinition> oneBefore = column(statement, one, data.before());
    Optional<ColumnDefinition> otherBefore = column(statement, other, data.before());
    Optional<ColumnDefinition> oneAfter = column(statement, one, data.after());
    Optional<ColumnDefinition> otherAfter = column(statement, other, data.after());
    boolean known =
        retyped.isPresent()
            && oneBefore.isPresent()
            && otherBefore.isPresent()
            && oneAfter.isPresent()
            && otherAfter.isPresent();
    if (known
        && !converted(oneBefore.get(), otherBefore.get())
        && converted(oneAfter.get(), otherAfter.get())) {
      List<FleetStatement> used = List.of(statement);
      found.violated(
          ChangeJudge.violation(
              KIND,
              settings.severity(),
              change.at(),
              retyped.get().column(),
              UsedBy.services(used),
              one.column()
                  + " "
                  + words(oneAfter.get())
                  + " is joined with "
                  + other.column()
                  + " "
                  + words(otherAfter.get())
                  + " by "
                  + UsedBy.words(used),
              "Change both columns in one step, or neither.",
              UsedBy.evidence(used)));
    }
  }

  /** Whether a change gives a column another type. */
  private static boolean retypes(
      SchemaChange change, FleetStatement statement, ColumnRef column, ProposedChange.After data) {
    boolean at =
        statement.facts().source(column) instanceof RowSource.Table table
            && table.table().table().equalsIgnoreCase(change.at().table())
            && table.table().schema().filter(change.at().schema()::equalsIgnoreCase).isPresent();
    boolean itself =
        change instanceof SchemaChange.ColumnRetyped retyped
            ? retyped.before().name().equalsIgnoreCase(column.column())
            : !column(statement, column, data.before())
                .equals(column(statement, column, data.after()));
    return at && itself;
  }

  private static boolean retypes(SchemaChange change) {
    return change instanceof SchemaChange.ColumnRetyped
        || change instanceof SchemaChange.CharsetConverted;
  }

  private static boolean converted(ColumnDefinition one, ColumnDefinition other) {
    boolean differ = !one.collation().equals(other.collation());
    return differ || number(one) != number(other);
  }

  private static boolean number(ColumnDefinition column) {
    String type = column.type().toLowerCase(Locale.ROOT);
    return type.contains("int") || type.startsWith("decimal");
  }

  private static String words(ColumnDefinition column) {
    return column.type() + column.collation().map(" "::concat).orElse("");
  }

  private static Optional<ColumnDefinition> column(
      FleetStatement statement, ColumnRef column, Catalog catalog) {
    RowSource source = statement.facts().source(column);
    return source instanceof RowSource.Table table
        ? table
            .table()
            .schema()
            .flatMap(schema -> ChangedTables.table(catalog, schema, table.table().table()))
            .flatMap(found -> found.column(column.column()))
        : Optional.empty();
  }
}
