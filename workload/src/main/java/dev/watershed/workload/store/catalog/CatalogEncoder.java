package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.store.catalog.CatalogManifest.SchemaEntry;
import dev.watershed.workload.store.text.TextId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes a catalog apart into what its window holds and the objects that this refers to. */
public final class CatalogEncoder {

  private CatalogEncoder() {}

  /**
   * A catalog in parts.
   *
   * @param objects the texts of schemas and objects by their ids
   */
  public record Encoded(CatalogManifest manifest, Map<TextId, String> objects) {}

  /** Takes a catalog apart. */
  public static Encoded encode(Catalog catalog) {
    Map<TextId, String> objects = new TreeMap<>();
    List<SchemaEntry> schemas = new ArrayList<>();
    for (SchemaDefinition schema : catalog.schemas()) {
      String text = SchemaText.encode(schema, object -> keep(objects, object));
      schemas.add(new SchemaEntry(schema.name(), keep(objects, text)));
    }
    return new Encoded(
        new CatalogManifest(
            catalog.takenAt(),
            catalog.serverVersion(),
            schemas,
            catalog.statistics(),
            catalog.migrations(),
            catalog.gaps()),
        objects);
  }

  private static TextId keep(Map<TextId, String> objects, String text) {
    TextId id = TextId.of(text);
    objects.put(id, text);
    return id;
  }
}
