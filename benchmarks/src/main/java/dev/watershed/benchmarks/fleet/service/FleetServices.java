package dev.watershed.benchmarks.fleet.service;

import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.Paragraphs;
import dev.watershed.benchmarks.fleet.schema.Table;
import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;

/**
 * All services with all their actions: those that are written out, those on the small tables, and
 * those that everybody takes.
 */
public final class FleetServices {

  private static final List<String> FILES =
      List.of(
          "booking",
          "plan",
          "member",
          "payment",
          "coupon",
          "market",
          "discovery",
          "content",
          "partner",
          "office",
          "strangers");
  private static final int TAIL_TABLES = 24;
  private static final double HUB_SHARE = 0.12;

  private final List<Service> all;
  private final FleetCatalog catalog;
  private final Owners owners;

  private FleetServices(List<Service> all, FleetCatalog catalog, Owners owners) {
    this.all = List.copyOf(all);
    this.catalog = catalog;
    this.owners = owners;
  }

  /** The services of a seed on a catalog after its moves. */
  public static FleetServices of(long seed, FleetCatalog catalog, Moves moves) {
    ServiceReader reader = new ServiceReader(new StepReader(catalog, moves, new Random(seed)));
    List<Service> written = new ArrayList<>();
    for (String file : FILES) {
      written.addAll(reader.read(Paragraphs.resource("services/" + file + ".txt")));
    }
    List<List<String>> hubs = Paragraphs.of(Paragraphs.resource("services/everybody.txt"));
    Owners owners = new Owners(written, catalog);
    List<Service> all = new ArrayList<>();
    for (Service service : written) {
      double weight = service.actions().stream().mapToDouble(Action::weight).sum();
      List<Action> more = new ArrayList<>();
      if (service.tail() > 0) {
        Random random = new Random(seed ^ service.name().hashCode());
        more.addAll(
            TailActions.of(
                tail(service, catalog, owners, random),
                weight * service.tail() / (1 - service.tail())));
      }
      if (service.attributed()) {
        more.addAll(hubs(service, catalog, weight, hubs, reader));
      }
      all.add(service.withMore(more));
    }
    return new FleetServices(all, catalog, owners);
  }

  private static List<Action> hubs(
      Service service,
      FleetCatalog catalog,
      double weight,
      List<List<String>> hubs,
      ServiceReader reader) {
    List<Action> actions = new ArrayList<>();
    for (List<String> hub : hubs) {
      if (hub.get(0).equals("action " + catalog.server(service.schema()))) {
        List<String> lines = new ArrayList<>(hub);
        lines.set(0, "action hub weight=" + weight * HUB_SHARE);
        reader.action(lines, service.name()).ifPresent(actions::add);
      }
    }
    return actions;
  }

  /** Some of a service's small tables, those with rows first. */
  private static List<Table> tail(
      Service service, FleetCatalog catalog, Owners owners, Random random) {
    List<Table> owned = new ArrayList<>();
    for (Table table : catalog.tables()) {
      boolean own = owners.owner(table.name()).filter(service.name()::equals).isPresent();
      if (own && catalog.isSmall(table.name())) {
        owned.add(table);
      }
    }
    Collections.shuffle(owned, random);
    owned.sort(Comparator.comparing((Table table) -> table.rows() == 0));
    return owned.subList(0, Math.min(TAIL_TABLES, owned.size()));
  }

  /** The services. */
  public List<Service> all() {
    return all;
  }

  /** The tables they work on. */
  public FleetCatalog catalog() {
    return catalog;
  }

  /** The service that owns a table by the longest pattern. */
  public Optional<String> owner(TableName table) {
    return owners.owner(table);
  }

  /** The service of a name. */
  public Service service(String name) {
    return all.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("there is no service " + name));
  }
}
