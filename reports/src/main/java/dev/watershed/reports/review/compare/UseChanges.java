package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.trend.Rate;
import dev.watershed.reports.review.coupling.ServiceUse;
import dev.watershed.reports.review.coupling.ServiceUses;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.PartyWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Dependencies of services on others' tables, before and now, as the matrix counts them. */
public final class UseChanges {

  /** Who uses, and whose tables; or a table, and who uses it. */
  record Names(String sender, String owner) {}

  private final Map<Names, UseChange> changes;

  private UseChanges(Map<Names, UseChange> changes) {
    this.changes = changes;
  }

  /** Nothing was compared. */
  public static UseChanges none() {
    return new UseChanges(Map.of());
  }

  /** Compares the owners as each span had them. */
  public static UseChanges of(CouplingFacts before, CouplingFacts now, PageWords words) {
    return of(
        uses(before, words),
        before.input().longestSeconds(),
        uses(now, words),
        now.input().longestSeconds());
  }

  /**
   * Compares rates; what is missing in one did not happen there.
   *
   * @param secondsBefore how long one looked then
   * @param secondsNow how long one looked now
   */
  static UseChanges of(
      Map<Names, Rate> before, double secondsBefore, Map<Names, Rate> now, double secondsNow) {
    Map<Names, UseChange> changes = new HashMap<>();
    List<Names> all = new ArrayList<>(before.keySet());
    now.keySet().stream().filter(name -> !before.containsKey(name)).forEach(all::add);
    for (Names names : all) {
      Rate old = before.getOrDefault(names, new Rate(0, secondsBefore));
      Rate recent = now.getOrDefault(names, new Rate(0, secondsNow));
      changes.put(
          names,
          new UseChange(
              names.sender(),
              names.owner(),
              ChangeWord.of(old, recent),
              old.perSecond(),
              recent.perSecond()));
    }
    return new UseChanges(changes);
  }

  private static Map<Names, Rate> uses(CouplingFacts facts, PageWords words) {
    Parties parties = facts.input().parties();
    Map<Names, Double> uses = new HashMap<>();
    for (ServiceUse use : ServiceUses.of(facts, Placement.today(facts))) {
      uses.merge(
          new Names(
              PartyWords.of(parties, use.sender(), words),
              PartyWords.of(parties, use.owner(), words)),
          use.calls() + use.transactions(),
          Double::sum);
    }
    double seconds = facts.input().longestSeconds();
    Map<Names, Rate> rates = new HashMap<>();
    uses.forEach((names, perSecond) -> rates.put(names, new Rate(perSecond, seconds)));
    return rates;
  }

  /** Whether something was compared. */
  public boolean compared() {
    return !changes.isEmpty();
  }

  /** How one changed; the same where nothing was compared. */
  public ChangeWord of(String sender, String owner) {
    UseChange change = changes.get(new Names(sender, owner));
    return change == null ? ChangeWord.SAME : change.change();
  }

  /** How often it was per second; 0 if it was not, or nothing was compared. */
  public double before(String sender, String owner) {
    UseChange change = changes.get(new Names(sender, owner));
    return change == null ? 0 : change.before();
  }

  /** Those that changed, what moved most first. */
  public List<UseChange> changed() {
    return changes.values().stream()
        .filter(each -> each.change().changed())
        .sorted(
            Comparator.comparingDouble((UseChange each) -> -Math.abs(each.now() - each.before()))
                .thenComparing(UseChange::sender)
                .thenComparing(UseChange::owner))
        .toList();
  }

  /** How many changed in each way. */
  public Map<ChangeWord, Integer> counts() {
    Map<ChangeWord, Integer> counts = new TreeMap<>();
    changed().forEach(each -> counts.merge(each.change(), 1, Integer::sum));
    return counts;
  }

  /** The table of those that changed. */
  public DataTable table(PageWords words) {
    return new DataTable(
        "changed_uses",
        words.text("changes.uses"),
        List.of(
            DataColumn.link("sender", words.text("column.service"), ColumnKind.LINK, "service"),
            DataColumn.link("owner", words.text("column.usesTablesOf"), ColumnKind.LINK, "service"),
            DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
            DataColumn.of("before", words.text("column.before"), ColumnKind.RATE),
            DataColumn.of("now", words.text("column.now"), ColumnKind.RATE)),
        changed().stream()
            .map(
                each ->
                    List.of(
                        Cell.of(each.sender()),
                        Cell.of(each.owner()),
                        each.change().cell(words),
                        Cell.of(each.before()),
                        Cell.of(each.now())))
            .toList());
  }
}
