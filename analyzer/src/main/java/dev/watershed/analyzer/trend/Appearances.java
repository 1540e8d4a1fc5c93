package dev.watershed.analyzer.trend;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.Touches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds services and tables that are in use in one span only. Of services only those statements
 * count that use tables. A span could have shown what its servers would have seen five times in
 * their time.
 */
final class Appearances {

  /**
   * A use in one span.
   *
   * @param perSecond calls
   * @param expected how many calls the other span would have seen, had they been as frequent there
   */
  private record Use(double perSecond, double expected) {

    Use plus(Use other) {
      return new Use(perSecond + other.perSecond, expected + other.expected);
    }
  }

  /** What is in use in one span, by name. */
  private record Uses(Map<String, Use> services, Map<String, Use> tables) {

    static Uses of(CouplingInput input, CouplingInput other) {
      return new Uses(Appearances.services(input, other), Appearances.tables(input, other));
    }
  }

  private Appearances() {}

  /** Services, then tables; each by calls, the most first, then by name. */
  static List<Appearance> of(CouplingFacts base, CouplingFacts head) {
    Uses then = Uses.of(base.input(), head.input());
    Uses now = Uses.of(head.input(), base.input());
    List<Appearance> all = new ArrayList<>();
    only(true, now.services(), then.services(), TrendKind.NEW, all);
    only(true, then.services(), now.services(), TrendKind.GONE, all);
    only(false, now.tables(), then.tables(), TrendKind.NEW, all);
    only(false, then.tables(), now.tables(), TrendKind.GONE, all);
    all.sort(
        Comparator.comparing((Appearance each) -> !each.service())
            .thenComparing(each -> -each.callsPerSecond())
            .thenComparing(Appearance::name));
    return all;
  }

  private static void only(
      boolean service,
      Map<String, Use> own,
      Map<String, Use> other,
      TrendKind kind,
      List<Appearance> all) {
    own.forEach(
        (name, use) -> {
          if (!other.containsKey(name)) {
            TrendKind seen = Rate.wouldShow(use.expected()) ? kind : TrendKind.NOT_COMPARABLE;
            all.add(new Appearance(service, name, seen, use.perSecond()));
          }
        });
  }

  private static Map<String, Use> services(CouplingInput input, CouplingInput other) {
    Map<String, Use> services = new TreeMap<>();
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      int statement = touches.statement(row);
      boolean uses = input.uses().end(statement) > input.uses().start(statement);
      if (uses && touches.calls(row) > 0 && input.parties().isService(touches.party(row))) {
        services.merge(input.parties().name(touches.party(row)), use(input, row, other), Use::plus);
      }
    }
    return services;
  }

  private static Map<String, Use> tables(CouplingInput input, CouplingInput other) {
    Map<String, Use> tables = new TreeMap<>();
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      int statement = touches.statement(row);
      Use use = use(input, row, other);
      for (int each = input.uses().start(statement); each < input.uses().end(statement); each++) {
        if (input.uses().named(each) && touches.calls(row) > 0) {
          tables.merge(input.tables().label(input.uses().table(each)), use, Use::plus);
        }
      }
    }
    return tables;
  }

  private static Use use(CouplingInput input, int row, CouplingInput other) {
    int statement = input.touches().statement(row);
    double perSecond = input.touches().calls(row) / input.seconds(statement);
    String dataSet = input.statements().get(statement).dataSet();
    return new Use(perSecond, perSecond * other.secondsByData().getOrDefault(dataSet, 0.0));
  }
}
