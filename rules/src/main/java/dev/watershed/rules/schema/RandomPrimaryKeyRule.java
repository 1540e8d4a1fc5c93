package dev.watershed.rules.schema;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.schema.TableJudge.Fault;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.workload.catalog.ColumnDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Large tables whose primary key begins with a column that holds identifiers without an order: each
 * insert goes to another page, pages stay half empty, and every secondary index carries the long
 * key. Does not fire on small tables, on tables that nobody writes, nor where the form of the
 * column does not tell.
 */
public final class RandomPrimaryKeyRule implements Rule {

  static final Parameter MIN_ROWS =
      Parameter.count("minRows", 100_000, "tables with fewer rows are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "random-primary-key",
          "a large table that is ordered by identifiers without an order",
          Severity.WARNING,
          List.of(MIN_ROWS),
          RandomPrimaryKeyRule::new);

  /** The forms in which UUIDs and hashes are kept. */
  private static final Set<String> FORMS =
      Set.of(
          "char(36)",
          "varchar(36)",
          "char(32)",
          "varchar(32)",
          "binary(16)",
          "varbinary(16)",
          "char(40)",
          "char(64)",
          "binary(32)",
          "uuid");

  private final RuleSettings settings;

  RandomPrimaryKeyRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return TableJudge.judge(KIND, settings, facts, this::fault);
  }

  private Optional<Fault> fault(StatisticTable table, DataFacts data) {
    Optional<ColumnDefinition> first =
        table
            .definition()
            .primaryKey()
            .flatMap(key -> key.parts().get(0).column())
            .flatMap(table.definition()::column)
            .filter(column -> FORMS.contains(column.type().toLowerCase(Locale.ROOT)));
    long rows = FleetTables.rows(table).orElse(0);
    OptionalDouble writes =
        data.input().usage().writesPerSecond(table.schema(), table.definition().name());
    return first.isPresent() && rows >= settings.whole(MIN_ROWS) && writes.orElse(1) > 0
        ? Optional.of(
            new Fault(
                first.get().name(),
                Saying.of(
                    "random-primary-key.message",
                    "about {0} rows are ordered by {1} {2}, which looks like identifiers without an"
                        + " order",
                    Saying.grouped(rows),
                    first.get().name(),
                    first.get().type()),
                Saying.of(
                    "random-primary-key.remedy",
                    "Use identifiers that grow with time (UUID_TO_BIN(…, 1), UUIDv7), or an"
                        + " AUTO_INCREMENT key and a unique index over the identifier."),
                List.of(
                    Evidence.of("tableRows", rows),
                    Evidence.of("writesPerSecond", writes.orElse(0)))))
        : Optional.empty();
  }
}
