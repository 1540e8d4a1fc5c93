package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.EventQuery;
import dev.watershed.collector.server.catalog.query.RoutineQuery;
import dev.watershed.collector.server.catalog.query.SchemaQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.collector.server.catalog.query.TableQuery;
import dev.watershed.collector.server.catalog.query.TriggerQuery;
import dev.watershed.collector.server.catalog.query.ViewQuery;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts the objects into their schemas. */
final class Schemas {

  private final ServerTexts texts;
  private final CatalogRows rows;
  private final Map<TableKey, TableDefinition> tables;
  private final TableDefinitions definitions;

  Schemas(
      ServerTexts texts,
      CatalogRows rows,
      Map<TableKey, TableDefinition> tables,
      TableDefinitions definitions) {
    this.texts = texts;
    this.rows = rows;
    this.tables = tables;
    this.definitions = definitions;
  }

  /** All schemas, also those that have nothing in them. */
  List<SchemaDefinition> with(CodeRows code, Gaps gaps) {
    Map<String, List<CatalogObject>> objects = new TreeMap<>();
    rows.schemas().forEach(schema -> objects.put(schema.name(), new ArrayList<>()));
    tables.forEach((key, table) -> add(objects, key.schema(), table));
    addViews(objects, code, gaps);
    Triggers triggers = new Triggers(texts);
    for (TriggerQuery.Row row : code.triggers()) {
      triggers.of(row, gaps).ifPresent(trigger -> add(objects, row.table().schema(), trigger));
    }
    Routines routines = new Routines(texts, code.parameters());
    for (RoutineQuery.Row row : code.routines()) {
      routines.of(row, gaps).ifPresent(routine -> add(objects, row.schema(), routine));
    }
    Events events = new Events(texts);
    for (EventQuery.Row row : code.events()) {
      add(objects, row.schema(), events.of(row));
    }
    Map<String, SchemaQuery.Row> known =
        rows.schemas().stream().collect(Collectors.toMap(SchemaQuery.Row::name, row -> row));
    return objects.entrySet().stream()
        .map(schema -> schema(schema.getKey(), schema.getValue(), known))
        .toList();
  }

  private void addViews(Map<String, List<CatalogObject>> objects, CodeRows code, Gaps gaps) {
    Views views = new Views(texts);
    Set<TableKey> seen = new HashSet<>();
    for (ViewQuery.Row row : code.views()) {
      seen.add(row.key());
      add(objects, row.key().schema(), views.of(row, definitions.columns(row.key()), gaps));
    }
    for (TableQuery.Row row : rows.tables()) {
      if (row.type().equalsIgnoreCase("VIEW") && !seen.contains(row.key())) {
        gaps.add(row.key().toString(), "the view was dropped while it was read");
      }
    }
  }

  private static SchemaDefinition schema(
      String name, List<CatalogObject> objects, Map<String, SchemaQuery.Row> known) {
    Optional<SchemaQuery.Row> row = Optional.ofNullable(known.get(name));
    return new SchemaDefinition(
        name,
        row.flatMap(SchemaQuery.Row::charset),
        row.flatMap(SchemaQuery.Row::collation),
        objects);
  }

  private static void add(
      Map<String, List<CatalogObject>> objects, String schema, CatalogObject object) {
    objects.computeIfAbsent(schema, name -> new ArrayList<>()).add(object);
  }
}
