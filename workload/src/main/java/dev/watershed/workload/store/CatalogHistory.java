package dev.watershed.workload.store;

import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.store.catalog.CatalogManifest;
import dev.watershed.workload.store.catalog.TableDefinitions;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.text.TextLookup;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes from the newest catalog of a server back, and notes where indexes are not yet there, or not
 * as they are now. What cannot be read counts as not there.
 */
final class CatalogHistory {

  private final TableDefinitions definitions;
  private final Map<String, TextId> schemas = new HashMap<>();

  /** Of each schema, the indexes that every catalog so far shows as they are now. */
  private final Map<String, Map<IndexAges.Name, IndexDefinition>> open = new HashMap<>();

  private final Map<IndexAges.Name, Instant> later = new HashMap<>();
  private Optional<Instant> oldest = Optional.empty();

  CatalogHistory(TextLookup objects) {
    this.definitions = new TableDefinitions(objects);
  }

  /** The next older catalog; the newest one first. */
  void add(CatalogManifest manifest) {
    Map<String, TextId> shown = new HashMap<>();
    manifest.schemas().forEach(schema -> shown.put(schema.name(), schema.id()));
    if (oldest.isEmpty()) {
      schemas.putAll(shown);
      shown.forEach((schema, id) -> open.put(schema, indexes(schema, id)));
    } else {
      Instant newer = oldest.get();
      for (String schema : Set.copyOf(schemas.keySet())) {
        Optional<TextId> id = Optional.ofNullable(shown.get(schema));
        if (!id.equals(Optional.of(schemas.get(schema)))) {
          close(schema, id.map(known -> indexes(schema, known)).orElse(Map.of()), newer);
          id.ifPresentOrElse(known -> schemas.put(schema, known), () -> schemas.remove(schema));
        }
      }
    }
    oldest = Optional.of(manifest.takenAt());
  }

  /** What the catalogs so far tell. */
  IndexAges ages() {
    return new IndexAges(oldest, later);
  }

  private void close(String schema, Map<IndexAges.Name, IndexDefinition> shown, Instant newer) {
    Iterator<Map.Entry<IndexAges.Name, IndexDefinition>> indexes =
        open.get(schema).entrySet().iterator();
    while (indexes.hasNext()) {
      Map.Entry<IndexAges.Name, IndexDefinition> index = indexes.next();
      if (!index.getValue().equals(shown.get(index.getKey()))) {
        indexes.remove();
        later.put(index.getKey(), newer);
      }
    }
  }

  private Map<IndexAges.Name, IndexDefinition> indexes(String schema, TextId id) {
    Map<IndexAges.Name, IndexDefinition> indexes = new HashMap<>();
    for (TableDefinitions.Table table : definitions.of(id)) {
      List<IndexDefinition> own = table.indexes();
      own.forEach(
          index -> indexes.put(new IndexAges.Name(schema, table.name(), index.name()), index));
    }
    return indexes;
  }
}
