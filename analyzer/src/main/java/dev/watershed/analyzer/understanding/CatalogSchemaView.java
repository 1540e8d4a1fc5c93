package dev.watershed.analyzer.understanding;

import dev.watershed.sql.facts.KnownRelation;
import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import dev.watershed.sql.facts.KnownRelation.KnownTable;
import dev.watershed.sql.facts.KnownRelation.KnownView;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tables and views of a catalog. A name in exactly the catalog's spelling comes first; in
 * another letter case it is found where only one relation has it, as on servers where letter case
 * does not count.
 */
public final class CatalogSchemaView implements SchemaView {

  private record Key(String schema, String name) {

    Key folded() {
      return new Key(schema.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
  }

  private final Map<Key, KnownRelation> exact = new HashMap<>();
  private final Map<Key, List<KnownRelation>> folded = new HashMap<>();
  private final Map<String, List<String>> schemasOfName = new HashMap<>();

  public CatalogSchemaView(Catalog catalog) {
    for (SchemaDefinition schema : catalog.schemas()) {
      schema.tables().forEach(table -> add(table(schema.name(), table)));
      schema.views().forEach(view -> add(view(schema.name(), view)));
    }
  }

  private void add(KnownRelation relation) {
    Key key = new Key(relation.schema(), relation.name());
    exact.put(key, relation);
    folded.computeIfAbsent(key.folded(), unused -> new ArrayList<>()).add(relation);
    schemasOfName
        .computeIfAbsent(key.folded().name(), unused -> new ArrayList<>())
        .add(relation.schema());
  }

  private static KnownTable table(String schema, TableDefinition table) {
    return new KnownTable(
        schema,
        table.name(),
        table.columns().stream()
            .map(
                column ->
                    new KnownColumn(
                        column.name(), column.type(), column.collation(), column.visible()))
            .toList());
  }

  private static KnownView view(String schema, ViewDefinition view) {
    return new KnownView(schema, view.name(), view.columns(), view.query());
  }

  @Override
  public boolean known() {
    return true;
  }

  @Override
  public Optional<KnownRelation> find(String schema, String name) {
    Key key = new Key(schema, name);
    KnownRelation same = exact.get(key);
    if (same != null) {
      return Optional.of(same);
    }
    List<KnownRelation> alike = folded.getOrDefault(key.folded(), List.of());
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  @Override
  public List<String> schemasWith(String name) {
    return schemasOfName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
        .distinct()
        .sorted()
        .toList();
  }
}
