package dev.watershed.rules.change;

import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.cost.PlanWords;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.selection.AccessPaths;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.sql.facts.TableRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Indexes that are dropped or hidden while statements would read many more rows without them, by
 * the model that also advises indexes; and indexes that hints name, also where they get another
 * name. Does not fire where another index serves as well, nor on a hint of which an index has the
 * name in the end.
 */
public final class UsedIndexRule implements Rule {

  static final Parameter TIMES =
      new Parameter(
          "times", 2, 1, Double.MAX_VALUE, false, "how many times as many rows are too many");
  static final Parameter MIN_ROWS =
      Parameter.count("minRowsPerCall", 100, "fewer more rows per call are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "used-index",
          "an index that is taken away while statements need it",
          Severity.ERROR,
          List.of(TIMES, MIN_ROWS),
          UsedIndexRule::new);

  private final RuleSettings settings;

  UsedIndexRule(RuleSettings settings) {
    this.settings = settings;
  }

  /** A statement and its plans. */
  private record Worse(WeightedStatement statement, StatementPlan before, StatementPlan after) {}

  @Override
  public Verdict judge(FleetFacts facts) {
    UsedBy uses = UsedBy.of(facts);
    Map<String, List<Worse>> worse = new HashMap<>();
    return ChangeJudge.changes(
        KIND,
        facts,
        (definition, change, found) -> {
          Optional<String> index = taken(change);
          if (index.isPresent()) {
            List<Worse> own =
                worse.computeIfAbsent(definition.dataSet(), data -> worse(data, facts));
            judge(definition.dataSet(), change, index.get(), own, uses, facts, found);
          }
        });
  }

  private void judge(
      String dataSet,
      SchemaChange change,
      String index,
      List<Worse> worse,
      UsedBy uses,
      FleetFacts facts,
      Verdict.Collector found) {
    String table = change.at().table();
    List<FleetStatement> sent = uses.table(dataSet, change.at().schema(), table);
    Set<Long> digests = new HashSet<>();
    sent.forEach(each -> digests.add(each.digest()));
    List<Worse> concerned =
        worse.stream()
            .filter(each -> digests.contains(each.statement().digest()))
            .filter(each -> each.before().uses(change.at().schema() + "." + table, index))
            .toList();
    List<FleetStatement> hinted =
        stays(dataSet, change, index, facts)
            ? List.of()
            : sent.stream().filter(each -> hints(each, index)).toList();
    if (!hinted.isEmpty()) {
      violated(change, index, "a hint names it in " + UsedBy.words(hinted), hinted, found);
    } else if (!concerned.isEmpty()) {
      Worse first = concerned.get(0);
      List<FleetStatement> used =
          sent.stream()
              .filter(
                  each ->
                      concerned.stream().anyMatch(one -> one.statement().digest() == each.digest()))
              .toList();
      violated(
          change,
          index,
          "without it the first goes from "
              + PlanWords.of(first.before())
              + " to "
              + PlanWords.of(first.after())
              + "; used by "
              + UsedBy.words(used),
          used,
          found);
    }
  }

  /** Whether hints may name the index in the end. */
  private static boolean stays(
      String dataSet, SchemaChange change, String index, FleetFacts facts) {
    return ChangedTables.after(facts, dataSet, change).stream()
        .flatMap(table -> table.indexes().stream())
        .anyMatch(each -> each.visible() && each.name().equalsIgnoreCase(index));
  }

  private void violated(
      SchemaChange change,
      String index,
      String message,
      List<FleetStatement> used,
      Verdict.Collector found) {
    found.violated(
        ChangeJudge.violation(
            KIND,
            settings.severity(),
            change.at(),
            index,
            UsedBy.services(used),
            message,
            "Make it invisible first and watch these statements, or add what serves them before.",
            UsedBy.evidence(used)));
  }

  /** Statements that read many more rows after all definitions, those with the most time first. */
  private List<Worse> worse(String dataSet, FleetFacts facts) {
    Optional<AdvisedServer> before =
        facts.data().stream()
            .filter(data -> data.name().equals(dataSet))
            .map(DataFacts::input)
            .map(input -> input.server())
            .findFirst();
    Optional<ProposedChange.After> after = ChangedTables.data(facts, dataSet);
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    Set<String> changed = changed(dataSet, facts);
    AccessPaths today = AccessPaths.of(before.get());
    AccessPaths then = AccessPaths.of(after.get().server());
    return before.get().statements().stream()
        .filter(
            each ->
                each.facts().tables().stream()
                    .anyMatch(named -> changed.contains(lower(named.table()))))
        .flatMap(
            each -> {
              Optional<StatementPlan> one = today.plan(each);
              Optional<StatementPlan> other = then.plan(each);
              return one.isPresent() && other.isPresent()
                  ? Optional.of(new Worse(each, one.get(), other.get())).stream()
                  : Optional.<Worse>empty().stream();
            })
        .filter(this::reads)
        .toList();
  }

  private boolean reads(Worse each) {
    double before = examined(each.before());
    double after = examined(each.after());
    return after >= before * settings.value(TIMES) && after - before >= settings.whole(MIN_ROWS);
  }

  private static double examined(StatementPlan plan) {
    return plan.blocks().stream().mapToDouble(block -> block.examined()).sum();
  }

  private static Set<String> changed(String dataSet, FleetFacts facts) {
    Set<String> changed = new HashSet<>();
    facts.change().orElseThrow().definitions().stream()
        .filter(definition -> definition.dataSet().equals(dataSet))
        .flatMap(definition -> definition.changes().stream())
        .map(SchemaChange::at)
        .forEach(at -> changed.add((at.schema() + "." + at.table()).toLowerCase(Locale.ROOT)));
    return changed;
  }

  private static String lower(TableRef table) {
    return table.qualifiedName().toLowerCase(Locale.ROOT);
  }

  private static boolean hints(FleetStatement statement, String index) {
    return statement.facts().hints().stream()
        .anyMatch(
            hint ->
                (" " + hint.replaceAll("[^\\p{Alnum}_$]", " ") + " ")
                    .toLowerCase(Locale.ROOT)
                    .contains(" " + index.toLowerCase(Locale.ROOT) + " "));
  }

  private static Optional<String> taken(SchemaChange change) {
    if (change instanceof SchemaChange.IndexDropped dropped) {
      return Optional.of(dropped.index().name());
    }
    if (change instanceof SchemaChange.IndexVisibility visibility && !visibility.visible()) {
      return Optional.of(visibility.index().name());
    }
    if (change instanceof SchemaChange.IndexRenamed renamed) {
      return Optional.of(renamed.from());
    }
    return change instanceof SchemaChange.PrimaryKeyChanged changed && changed.before().isPresent()
        ? Optional.of(changed.before().get().name())
        : Optional.empty();
  }
}
