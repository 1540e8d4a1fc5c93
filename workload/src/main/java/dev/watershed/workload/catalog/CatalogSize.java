package dev.watershed.workload.catalog;

import java.io.Serializable;

/** How many objects a catalog holds. */
public record CatalogSize(
    int schemas, int tables, int indexes, int views, int triggers, int routines, int events)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Counts them. */
  public static CatalogSize of(Catalog catalog) {
    int tables = 0;
    int indexes = 0;
    int views = 0;
    int triggers = 0;
    int routines = 0;
    int events = 0;
    for (SchemaDefinition schema : catalog.schemas()) {
      tables += schema.tables().size();
      indexes += schema.tables().stream().mapToInt(table -> table.indexes().size()).sum();
      views += schema.views().size();
      triggers += schema.triggers().size();
      routines += schema.routines().size();
      events += schema.events().size();
    }
    return new CatalogSize(
        catalog.schemas().size(), tables, indexes, views, triggers, routines, events);
  }
}
