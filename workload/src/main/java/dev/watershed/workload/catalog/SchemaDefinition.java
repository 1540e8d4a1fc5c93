package dev.watershed.workload.catalog;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A schema and what is in it.
 *
 * @param charset of tables that name none; empty if unknown
 * @param collation likewise
 * @param objects ordered by kind and name, each kind and name once
 */
public record SchemaDefinition(
    String name,
    Optional<String> charset,
    Optional<String> collation,
    List<CatalogObject> objects) {

  public SchemaDefinition {
    Names.require(name, "schema");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(collation, "collation");
    objects =
        objects.stream()
            .sorted(Comparator.comparing(CatalogObject::kind).thenComparing(CatalogObject::name))
            .toList();
    Set<List<String>> names = new HashSet<>();
    for (CatalogObject object : objects) {
      if (!names.add(List.of(object.kind().key(), object.name()))) {
        throw new IllegalArgumentException(
            "two of " + object.kind().key() + " " + name + "." + object.name());
      }
    }
  }

  /** The tables, ordered by name. */
  public List<TableDefinition> tables() {
    return only(TableDefinition.class).toList();
  }

  /** The views, ordered by name. */
  public List<ViewDefinition> views() {
    return only(ViewDefinition.class).toList();
  }

  /** The triggers, ordered by name. */
  public List<TriggerDefinition> triggers() {
    return only(TriggerDefinition.class).toList();
  }

  /** The procedures, then the functions, ordered by name. */
  public List<RoutineDefinition> routines() {
    return only(RoutineDefinition.class).toList();
  }

  /** The events, ordered by name. */
  public List<EventDefinition> events() {
    return only(EventDefinition.class).toList();
  }

  /** The table of this name, in exactly this spelling. */
  public Optional<TableDefinition> table(String table) {
    return only(TableDefinition.class).filter(found -> found.name().equals(table)).findFirst();
  }

  private <T extends CatalogObject> Stream<T> only(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast);
  }
}
