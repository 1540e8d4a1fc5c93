package dev.watershed.rules.schema;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.schema.TableJudge.Fault;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.ViolationKey;
import dev.watershed.workload.catalog.AutoIncrementLimit;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * AUTO_INCREMENT columns whose next value is near the largest one of their type: then no row can be
 * inserted any more. Does not fire where the next value is not known.
 */
public final class AutoIncrementEndRule implements Rule {

  static final Parameter MAX_SHARE =
      Parameter.share("maxShare", 0.7, "the part of the values of its type that may be used");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "auto-increment-end",
          "an AUTO_INCREMENT column near the end of its type",
          Severity.ERROR,
          List.of(MAX_SHARE),
          AutoIncrementEndRule::new);

  private final RuleSettings settings;

  AutoIncrementEndRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return TableJudge.judge(KIND, settings, facts, (table, data) -> fault(table, facts));
  }

  private Optional<Fault> fault(StatisticTable table, FleetFacts facts) {
    Optional<ColumnDefinition> column =
        table.definition().columns().stream().filter(ColumnDefinition::autoIncrement).findFirst();
    Optional<BigInteger> next = table.statistics().flatMap(TableStatistics::autoIncrement);
    Optional<BigInteger> limit = column.flatMap(each -> AutoIncrementLimit.of(each.type()));
    if (next.isEmpty() || limit.isEmpty()) {
      return Optional.empty();
    }
    double share = next.get().doubleValue() / limit.get().doubleValue();
    ViolationKey key =
        new ViolationKey(KIND.name(), "", table.qualifiedName(), column.orElseThrow().name());
    return facts.past().reaches(share, settings.value(MAX_SHARE), key)
        ? Optional.of(
            new Fault(
                column.orElseThrow().name(),
                Saying.of(
                    "auto-increment-end.message",
                    "{0} {1} has used {2} % of its values; the next is {3}",
                    column.orElseThrow().name(),
                    column.orElseThrow().type(),
                    Saying.number(100 * share, 1),
                    String.format(Locale.ROOT, "%,d", next.get())),
                Saying.of(
                    "auto-increment-end.remedy",
                    "Change it to BIGINT UNSIGNED, and the columns that refer to it, before it is"
                        + " full."),
                List.of(
                    Evidence.of("usedShare", share),
                    Evidence.of("autoIncrement", next.get().doubleValue()))))
        : Optional.empty();
  }
}
