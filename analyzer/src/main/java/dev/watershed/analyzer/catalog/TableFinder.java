package dev.watershed.analyzer.catalog;

import dev.watershed.analyzer.catalog.CatalogedTable.IncomingKey;
import dev.watershed.analyzer.catalog.CatalogedTable.Mention;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.TableReference;
import dev.watershed.sql.lexical.TableUse;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import dev.watershed.workload.store.StoredCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds a table by its name; letter case does not count, because it does not on some servers. */
public final class TableFinder {

  private final List<StoredCatalog> catalogs;

  public TableFinder(List<StoredCatalog> catalogs) {
    this.catalogs = List.copyOf(catalogs);
  }

  /** The tables and views called {@code schema.table}, in the order of their servers. */
  public List<CatalogedTable> find(String qualifiedName) {
    List<CatalogedTable> found = new ArrayList<>();
    for (StoredCatalog stored : catalogs) {
      for (SchemaDefinition schema : stored.catalog().schemas()) {
        for (CatalogObject object : schema.objects()) {
          if (isTable(object) && isCalled(schema.name(), object.name(), qualifiedName)) {
            found.add(table(stored, schema.name(), object));
          }
        }
      }
    }
    return found;
  }

  /**
   * What catalogs lack that do not have {@code schema.table}, so that it may exist all the same.
   */
  public List<CatalogGaps> hiding(String qualifiedName) {
    Set<String> having =
        find(qualifiedName).stream().map(CatalogedTable::server).collect(Collectors.toSet());
    List<CatalogGaps> all = new ArrayList<>();
    for (StoredCatalog stored : catalogs) {
      List<CatalogGap> gaps = CatalogGaps.hiding(stored.catalog(), qualifiedName);
      if (!having.contains(stored.server()) && !gaps.isEmpty()) {
        all.add(new CatalogGaps(stored.server(), gaps));
      }
    }
    return all;
  }

  /** The names of all tables and views, {@code schema.table}, each once, in order. */
  public List<String> names() {
    return catalogs.stream()
        .flatMap(stored -> stored.catalog().schemas().stream())
        .flatMap(
            schema ->
                schema.objects().stream()
                    .filter(TableFinder::isTable)
                    .map(object -> schema.name() + "." + object.name()))
        .distinct()
        .sorted()
        .toList();
  }

  private static CatalogedTable table(StoredCatalog stored, String schema, CatalogObject object) {
    Catalog catalog = stored.catalog();
    return new CatalogedTable(
        stored.server(),
        schema,
        object,
        catalog.takenAt(),
        catalog.statistics(schema, object.name()),
        referencedBy(catalog, schema, object.name()),
        triggers(catalog, schema, object.name()),
        mentions(catalog, schema + "." + object.name()),
        CatalogGaps.ordered(catalog.gaps(), schema + "." + object.name()));
  }

  private static List<IncomingKey> referencedBy(Catalog catalog, String schema, String table) {
    List<IncomingKey> keys = new ArrayList<>();
    for (SchemaDefinition other : catalog.schemas()) {
      for (TableDefinition definition : other.tables()) {
        for (ForeignKey key : definition.foreignKeys()) {
          String target = key.referencedSchema().orElse(other.name());
          if (isCalled(target, key.referencedTable(), schema + "." + table)) {
            keys.add(new IncomingKey(other.name() + "." + definition.name(), key));
          }
        }
      }
    }
    return keys;
  }

  private static List<TriggerDefinition> triggers(Catalog catalog, String schema, String table) {
    return catalog.schema(schema).stream()
        .flatMap(definition -> definition.triggers().stream())
        .filter(trigger -> trigger.table().equalsIgnoreCase(table))
        .toList();
  }

  private static List<Mention> mentions(Catalog catalog, String qualifiedName) {
    List<Mention> mentions = new ArrayList<>();
    for (SchemaDefinition schema : catalog.schemas()) {
      for (CatalogObject object : schema.objects()) {
        text(object)
            .ifPresent(
                text -> {
                  List<TableReference> references =
                      LexicalPass.of(text).tables().stream()
                          .filter(
                              reference ->
                                  isCalled(
                                      reference.schema().orElse(schema.name()),
                                      reference.table(),
                                      qualifiedName))
                          .toList();
                  if (!references.isEmpty()) {
                    mentions.add(
                        new Mention(
                            object.kind().key(),
                            schema.name() + "." + object.name(),
                            references.stream()
                                .anyMatch(reference -> reference.use() == TableUse.WRITE)));
                  }
                });
      }
    }
    return mentions;
  }

  private static Optional<String> text(CatalogObject object) {
    if (object instanceof ViewDefinition view) {
      return Optional.of(view.query());
    }
    if (object instanceof TriggerDefinition trigger) {
      return Optional.of(body(trigger.body()));
    }
    if (object instanceof RoutineDefinition routine) {
      return Optional.of(body(routine.body()));
    }
    if (object instanceof EventDefinition event) {
      return Optional.of(body(event.body()));
    }
    return Optional.empty();
  }

  /** Statements inside a body are found where the words before it say that it is one. */
  private static String body(String body) {
    return "CREATE PROCEDURE p() " + body;
  }

  private static boolean isTable(CatalogObject object) {
    return object instanceof TableDefinition || object instanceof ViewDefinition;
  }

  private static boolean isCalled(String schema, String table, String qualifiedName) {
    return (schema + "." + table).equalsIgnoreCase(qualifiedName);
  }
}
