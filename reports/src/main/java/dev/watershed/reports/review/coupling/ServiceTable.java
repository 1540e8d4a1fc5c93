package dev.watershed.reports.review.coupling;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.cost.ServiceCost;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.ServiceMeasures;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.ranking.Effort;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.reports.MoneyText;
import dev.watershed.reports.ServiceNames;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.FleetStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Services, those that take the most time first, with what they own, use and cost. Where samples
 * tell whose time it is, nobody knows whose calls.
 */
public final class ServiceTable {

  /** Of a service that sent nothing. */
  private static final List<Cell> NO_LOAD = Collections.nCopies(5, Cell.unknown());

  private ServiceTable() {}

  /** The table; its rows have pages. Services that own tables and sent nothing come last. */
  public static DataTable of(ReviewFacts facts, PageWords words) {
    Map<String, Ties> ties = ties(facts.fleet().coupling());
    Map<String, Integer> digests = digests(facts.fleet().statements());
    Map<String, List<Cell>> loads = loads(facts.span());
    List<String> names = new ArrayList<>(loads.keySet());
    ties.keySet().stream().filter(name -> !loads.containsKey(name)).sorted().forEach(names::add);
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : names) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(name));
      row.add(Cell.of(Optional.ofNullable(facts.teams().get(name))));
      row.addAll(loads.getOrDefault(name, NO_LOAD));
      row.add(Cell.of(digests.getOrDefault(name, 0)));
      row.addAll(ties.getOrDefault(name, new Ties()).cells());
      row.add(Cell.of(cost(facts.fleet().use(), name)));
      rows.add(row);
    }
    return new DataTable("services", words.text("services.title"), "service", columns(words), rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.link("service", words.text("column.service"), ColumnKind.LINK, "service"),
        DataColumn.of("team", words.text("column.team"), ColumnKind.TEXT),
        DataColumn.of("time_share", words.text("column.timeShare"), ColumnKind.SHARE),
        DataColumn.of("time", words.text("column.time"), ColumnKind.MICROS),
        DataColumn.of("calls", words.text("column.calls"), ColumnKind.COUNT),
        DataColumn.of("p95", words.text("column.p95"), ColumnKind.MICROS),
        DataColumn.of("errors", words.text("column.errors"), ColumnKind.COUNT),
        DataColumn.of("digests", words.text("column.digests"), ColumnKind.COUNT),
        DataColumn.of("owned", words.text("column.ownedTables"), ColumnKind.COUNT),
        DataColumn.of("foreign", words.text("column.foreignTables"), ColumnKind.COUNT),
        DataColumn.link("uses", words.text("column.usesTablesOf"), ColumnKind.LINKS, "service")
            .hidden(),
        DataColumn.link("used_by", words.text("column.usedBy"), ColumnKind.LINKS, "service")
            .hidden(),
        DataColumn.of("instability", words.text("column.instability"), ColumnKind.SHARE).hidden(),
        DataColumn.of("cost", words.text("column.costPerMonth"), ColumnKind.TEXT).hidden());
  }

  /** The load of each service by its name, the most first. */
  private static Map<String, List<Cell>> loads(SpanFacts span) {
    Map<String, List<Cell>> loads = new LinkedHashMap<>();
    FleetLoad sampled = span.services();
    if (sampled.estimated()) {
      sampled.services().stream()
          .filter(part -> part.micros().estimate() > 0)
          .forEach(
              part ->
                  ServiceNames.of(part.service())
                      .ifPresent(name -> loads.put(name, load(part, sampled.totalMicros()))));
      return loads;
    }
    for (ServiceLoad load : span.ranking().services()) {
      if (load.service().known()) {
        loads.put(load.service().name(), load(load));
      }
    }
    return loads;
  }

  private static List<Cell> load(FleetLoad.Part part, double totalMicros) {
    return List.of(
        Cell.of(part.micros().estimate() / totalMicros),
        Cell.of(part.micros().estimate()),
        Cell.unknown(),
        Cell.unknown(),
        Cell.unknown());
  }

  private static List<Cell> load(ServiceLoad load) {
    return List.of(
        Cell.of(load.share()),
        Cell.of(load.figures().timeMicros()),
        Cell.of(load.figures().loggedCalls()),
        load.figures()
            .percentiles()
            .map(times -> Cell.of(times.p95Micros()))
            .orElseGet(Cell::unknown),
        load.figures().effort().map(Effort::errors).map(Cell::of).orElseGet(Cell::unknown));
  }

  private static Map<String, Integer> digests(List<FleetStatement> statements) {
    Map<String, Integer> digests = new HashMap<>();
    statements.forEach(
        each -> each.senders().forEach(name -> digests.merge(name, 1, Integer::sum)));
    return digests;
  }

  /** By currency; empty where no cost is configured. */
  private static Optional<String> cost(Optional<FleetUse> use, String service) {
    String costs =
        use.stream()
            .flatMap(each -> each.costs().stream())
            .filter(cost -> cost.service().filter(service::equals).isPresent())
            .map(ServiceCost::perMonth)
            .map(MoneyText::of)
            .collect(Collectors.joining(" + "));
    return costs.isEmpty() ? Optional.empty() : Optional.of(costs);
  }

  /** How a service hangs together with others. */
  private static final class Ties {
    private int owned;
    private int foreign;
    private double instability;
    private final Set<String> uses = new TreeSet<>();
    private final Set<String> usedBy = new TreeSet<>();

    List<Cell> cells() {
      return List.of(
          Cell.of(owned),
          Cell.of(foreign),
          Cell.of(List.copyOf(uses)),
          Cell.of(List.copyOf(usedBy)),
          Cell.of(instability));
    }
  }

  private static Map<String, Ties> ties(CouplingFacts facts) {
    CouplingInput input = facts.input();
    Map<String, Ties> ties = new HashMap<>();
    for (ServiceMeasures measures : facts.services()) {
      Ties own = new Ties();
      own.owned = measures.ownedTables();
      own.instability = measures.instability();
      ties.put(input.parties().name(measures.party()), own);
    }
    UseMatrix matrix = facts.matrix();
    for (int table = 0; table < input.tables().size(); table++) {
      OptionalInt owner = facts.ownership().owner(table);
      for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
        int user = matrix.party(cell);
        if (owner.isPresent()
            && user != owner.getAsInt()
            && input.parties().isService(user)
            && !facts.hubs().get(table)) {
          Ties one = ties.computeIfAbsent(input.parties().name(user), name -> new Ties());
          Ties other =
              ties.computeIfAbsent(input.parties().name(owner.getAsInt()), name -> new Ties());
          one.foreign++;
          one.uses.add(input.parties().name(owner.getAsInt()));
          other.usedBy.add(input.parties().name(user));
        }
      }
    }
    return ties;
  }
}
