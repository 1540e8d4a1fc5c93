package dev.watershed.rules.table;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.workload.catalog.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of all sets of data, as they are or as they will be after a change. */
final class JudgedCatalog {

  private final List<Place> places;
  private final FleetFacts facts;

  private JudgedCatalog(List<Place> places, FleetFacts facts) {
    this.places = places;
    this.facts = facts;
  }

  /** A table and the set of data that it is in. */
  record Place(String dataSet, StatisticTable table) {

    String schema() {
      return table.schema();
    }

    String name() {
      return table.definition().name();
    }
  }

  /** The tables in the end: after the change, where there is one. */
  static JudgedCatalog of(FleetFacts facts) {
    List<Place> places = new ArrayList<>();
    for (DataFacts data : facts.data()) {
      List<StatisticTable> tables =
          facts
              .change()
              .map(ProposedChange::after)
              .flatMap(after -> Optional.ofNullable(after.get(data.name())))
              .map(after -> after.server().tables())
              .orElse(data.input().server().tables());
      tables.stream()
          .filter(table -> table.definition().tableKind() != TableKind.SEQUENCE)
          .forEach(table -> places.add(new Place(data.name(), table)));
    }
    return new JudgedCatalog(places, facts);
  }

  /** Some rows of each table. */
  <T> List<T> rows(Function<Place, Stream<T>> rowsOf) {
    return places.stream().flatMap(rowsOf).toList();
  }

  /** The service that owns a table by declaration. */
  Optional<String> owner(Place place) {
    return facts.claims().owner(place.schema(), place.name());
  }
}
