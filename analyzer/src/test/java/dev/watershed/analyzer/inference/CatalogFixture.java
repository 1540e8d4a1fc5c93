package dev.watershed.analyzer.inference;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.Security;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.TriggerDefinition.RowEvent;
import dev.watershed.workload.catalog.ViewDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds catalogs of a few words. Every table has the columns {@code id}, {@code p}, {@code a}. */
public final class CatalogFixture {

  private final Map<String, List<CatalogObject>> schemas = new TreeMap<>();
  private int triggers;

  /** A table with foreign keys. */
  public CatalogFixture table(String name, ForeignKey... keys) {
    return add(
        name,
        new TableDefinition(
            own(name),
            TableKind.BASE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(column("id"), column("p"), column("a")),
            List.of(),
            List.of(keys),
            List.of()));
  }

  /** A foreign key from the column {@code p} to the column {@code id} of another table. */
  public static ForeignKey key(
      String parent, ReferentialAction onUpdate, ReferentialAction onDelete) {
    return key("p", parent, "id", onUpdate, onDelete);
  }

  /** A foreign key. */
  public static ForeignKey key(
      String column,
      String parent,
      String parentColumn,
      ReferentialAction onUpdate,
      ReferentialAction onDelete) {
    return new ForeignKey(
        "fk_" + own(parent),
        List.of(column),
        Optional.of(schema(parent)),
        own(parent),
        List.of(parentColumn),
        onUpdate,
        onDelete);
  }

  public CatalogFixture trigger(String name, String when, String table, String body) {
    String[] words = when.split(" ", -1);
    return add(
        name,
        new TriggerDefinition(
            own(name),
            table,
            words[0].equals("before"),
            RowEvent.valueOf(words[1].toUpperCase(Locale.ROOT)),
            ++triggers,
            body));
  }

  public CatalogFixture procedure(String name, String body) {
    return routine(name, Optional.empty(), body);
  }

  public CatalogFixture function(String name, String body) {
    return routine(name, Optional.of("int"), body);
  }

  private CatalogFixture routine(String name, Optional<String> returns, String body) {
    return add(
        name,
        new RoutineDefinition(
            own(name), List.of(), returns, false, "CONTAINS SQL", Security.DEFINER, body));
  }

  public CatalogFixture view(String name, String query) {
    return add(name, new ViewDefinition(own(name), List.of(), query, "MERGE", Security.DEFINER));
  }

  public CatalogFixture event(String name, boolean enabled, String body) {
    return add(name, new EventDefinition(own(name), "EVERY ? DAY", enabled, body));
  }

  /** The catalog. */
  public Catalog build() {
    return new Catalog(
        Instant.EPOCH,
        Optional.empty(),
        schemas.entrySet().stream()
            .map(
                schema ->
                    new SchemaDefinition(
                        schema.getKey(), Optional.empty(), Optional.empty(), schema.getValue()))
            .toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private CatalogFixture add(String name, CatalogObject object) {
    schemas.computeIfAbsent(schema(name), key -> new ArrayList<>()).add(object);
    return this;
  }

  private static String schema(String name) {
    return name.substring(0, name.indexOf('.'));
  }

  private static String own(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  private static ColumnDefinition column(String name) {
    return new ColumnDefinition(
        name,
        "int",
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        true,
        false);
  }
}
