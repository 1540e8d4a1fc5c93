package dev.watershed.rules.index;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Tables that are written often and have many indexes, each of which every write has to keep. Does
 * not fire on tables that are only read, however many indexes they have.
 */
public final class CrowdedTableRule implements Rule {

  static final Parameter MAX_INDEXES =
      Parameter.count("maxIndexes", 8, "the secondary indexes that such a table may have");
  static final Parameter MIN_WRITES =
      Parameter.number(
          "minWritesPerSecond", 1, "tables with fewer rows written per second are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "crowded-table",
          "a table that is written often and has many indexes",
          Severity.WARNING,
          List.of(MAX_INDEXES, MIN_WRITES),
          CrowdedTableRule::new);

  private final RuleSettings settings;

  CrowdedTableRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (DataFacts data : facts.data()) {
      if (!data.input().usage().known()) {
        found.unknown(
            data.name(),
            Saying.of("unjudged.use", "the use of tables was not watched: writes are not known"));
      } else {
        data.input().server().tables().forEach(table -> judge(table, data, facts, found));
      }
    }
    return found.verdict();
  }

  private void judge(
      StatisticTable table, DataFacts data, FleetFacts facts, Verdict.Collector found) {
    String name = table.definition().name();
    OptionalDouble writes = data.input().usage().writesPerSecond(table.schema(), name);
    long indexes = table.definition().indexes().stream().filter(index -> !index.primary()).count();
    ViolationKey key = new ViolationKey(KIND.name(), "", table.qualifiedName(), "");
    found.inspected();
    if (indexes > settings.whole(MAX_INDEXES)
        && facts.past().reaches(writes.orElse(0), settings.value(MIN_WRITES), key)) {
      found.violated(
          Violation.seen(
              settings.severity(),
              key,
              table.qualifiedName(),
              List.of(),
              Saying.of(
                  "crowded-table.message",
                  "{0} secondary indexes, and {1} rows written per second",
                  indexes,
                  Saying.number(writes.orElse(0), 1)),
              Saying.of(
                  "crowded-table.remedy", "'advise' names those that are unused or redundant."),
              List.of(
                  Evidence.of("indexes", indexes),
                  Evidence.of("writesPerSecond", writes.orElse(0)))));
    }
  }
}
