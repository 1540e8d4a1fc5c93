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
 * count that use tables.
 */
final class Appearances {

  /** What is in use, by name. */
  private record Use(Map<String, Rate> services, Map<String, Rate> tables) {

    static Use of(CouplingFacts facts) {
      return new Use(Appearances.services(facts.input()), Appearances.tables(facts));
    }
  }

  private Appearances() {}

  /** Services, then tables; each by calls, the most first, then by name. */
  static List<Appearance> of(CouplingFacts base, CouplingFacts head) {
    Use then = Use.of(base);
    Use now = Use.of(head);
    double seconds = base.input().longestSeconds();
    double headSeconds = head.input().longestSeconds();
    List<Appearance> all = new ArrayList<>();
    only(true, now.services(), then.services(), seconds, TrendKind.NEW, all);
    only(true, then.services(), now.services(), headSeconds, TrendKind.GONE, all);
    only(false, now.tables(), then.tables(), seconds, TrendKind.NEW, all);
    only(false, then.tables(), now.tables(), headSeconds, TrendKind.GONE, all);
    all.sort(
        Comparator.comparing((Appearance each) -> !each.service())
            .thenComparing(each -> -each.callsPerSecond())
            .thenComparing(Appearance::name));
    return all;
  }

  private static void only(
      boolean service,
      Map<String, Rate> own,
      Map<String, Rate> other,
      double otherSeconds,
      TrendKind kind,
      List<Appearance> all) {
    own.forEach(
        (name, rate) -> {
          if (!other.containsKey(name)) {
            TrendKind seen = rate.wouldShowIn(otherSeconds) ? kind : TrendKind.NOT_COMPARABLE;
            all.add(new Appearance(service, name, seen, rate.perSecond()));
          }
        });
  }

  private static Map<String, Rate> services(CouplingInput input) {
    Map<String, Rate> services = new TreeMap<>();
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      int statement = touches.statement(row);
      boolean uses = input.uses().end(statement) > input.uses().start(statement);
      if (uses && touches.calls(row) > 0 && input.parties().isService(touches.party(row))) {
        double seconds = input.seconds(statement);
        services.merge(
            input.parties().name(touches.party(row)),
            new Rate(touches.calls(row) / seconds, seconds),
            Appearances::sum);
      }
    }
    return services;
  }

  private static Map<String, Rate> tables(CouplingFacts facts) {
    Map<String, Rate> tables = new TreeMap<>();
    CouplingInput input = facts.input();
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      int statement = touches.statement(row);
      double seconds = input.seconds(statement);
      Rate rate = new Rate(touches.calls(row) / seconds, seconds);
      for (int use = input.uses().start(statement); use < input.uses().end(statement); use++) {
        if (input.uses().named(use) && touches.calls(row) > 0) {
          tables.merge(input.tables().label(input.uses().table(use)), rate, Appearances::sum);
        }
      }
    }
    return tables;
  }

  private static Rate sum(Rate one, Rate other) {
    return new Rate(one.perSecond() + other.perSecond(), Math.max(one.seconds(), other.seconds()));
  }
}
