package dev.watershed.benchmarks.fleet.problem;

import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.TableName;
import dev.watershed.benchmarks.fleet.service.Action;
import dev.watershed.benchmarks.fleet.service.FleetServices;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.service.SqlTemplate;
import dev.watershed.benchmarks.fleet.service.Step;
import dev.watershed.benchmarks.fleet.service.Touched;
import dev.watershed.sql.lexical.TableUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The plan of the fleet as checks look at it: who sends what to which tables. */
public final class PlantFacts {

  private final FleetServices services;
  private final SortedMap<String, List<LabelledQuery>> labelled = new TreeMap<>();
  private final SortedMap<TableName, Set<SqlTemplate>> templates = new TreeMap<>();
  private final SortedMap<TableName, Set<String>> readers = new TreeMap<>();
  private final SortedMap<TableName, Set<String>> writers = new TreeMap<>();

  /** Looks through all statements. */
  public PlantFacts(FleetServices services) {
    this.services = services;
    for (Service service : services.all()) {
      for (Action action : service.actions()) {
        action.queries().forEach(query -> add(service, action, query));
      }
    }
  }

  private void add(Service service, Action action, Step.Query query) {
    Service sender = query.via().map(services::service).orElse(service);
    for (String label : query.labels()) {
      labelled
          .computeIfAbsent(label, key -> new ArrayList<>())
          .add(new LabelledQuery(service, action, query));
    }
    for (SqlTemplate template : query.templates()) {
      touched(template, sender, TableUse.READ, readers);
      touched(template, sender, TableUse.WRITE, writers);
    }
  }

  private void touched(
      SqlTemplate template, Service sender, TableUse use, SortedMap<TableName, Set<String>> into) {
    for (TableName table : Touched.by(template, sender.schema(), use, services.catalog())) {
      into.computeIfAbsent(table, key -> new TreeSet<>()).add(sender.name());
      templates.computeIfAbsent(table, key -> new LinkedHashSet<>()).add(template);
    }
  }

  /** All services. */
  public FleetServices services() {
    return services;
  }

  /** All tables. */
  public FleetCatalog catalog() {
    return services.catalog();
  }

  /** The labels that statements carry. */
  public Set<String> labels() {
    return labelled.keySet();
  }

  /** The statements that show a case. */
  public List<LabelledQuery> queries(PlantedCase planted) {
    return labelled.getOrDefault(planted.id(), List.of());
  }

  /** Who shows a case. */
  public List<String> services(PlantedCase planted) {
    return queries(planted).stream().map(query -> query.service().name()).distinct().toList();
  }

  /** The forms of the statements that show a case. */
  Stream<SqlTemplate> templates(PlantedCase planted) {
    return queries(planted).stream().flatMap(query -> query.query().templates().stream());
  }

  /** Who reads a table by statements that name it. */
  public Set<String> readers(TableName table) {
    return readers.getOrDefault(table, Set.of());
  }

  /** Who writes a table by statements that name it. */
  public Set<String> writers(TableName table) {
    return writers.getOrDefault(table, Set.of());
  }

  /** Whether no statement names a table. */
  public boolean untouched(TableName table) {
    return readers(table).isEmpty() && writers(table).isEmpty();
  }

  /** Whether a table is neither a service's own nor in its contract. */
  public boolean readsOutside(Service service, TableName table) {
    boolean own = services.owner(table).filter(service.name()::equals).isPresent();
    return !own
        && service.reads().stream()
            .noneMatch(
                pattern -> TablePattern.parse(pattern).matches(table.schema(), table.table()));
  }

  /** Whether every service of its server reads a table. */
  public boolean isHub(TableName table) {
    String server = services.catalog().server(table.schema());
    return services.all().stream()
        .filter(Service::attributed)
        .filter(service -> services.catalog().server(service.schema()).equals(server))
        .allMatch(service -> readers(table).contains(service.name()));
  }

  /** All statements of all services that name a table. */
  Stream<SqlTemplate> templatesOn(TableName table) {
    return templates.getOrDefault(table, Set.of()).stream();
  }
}
