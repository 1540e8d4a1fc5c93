package dev.watershed.workload.catalog;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the objects of a catalog differ from those of the one before: tables, views, triggers,
 * routines and events. Figures about them change all the time and do not count.
 *
 * @param first whether there was none before; then everything is added
 */
public record CatalogChange(boolean first, int added, int changed, int removed)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Nothing differs. */
  public static final CatalogChange NONE = new CatalogChange(false, 0, 0, 0);

  private record Key(String schema, ObjectKind kind, String name) {}

  /**
   * Compares two catalogs of a server.
   *
   * @param before the earlier one, if there is one
   */
  public static CatalogChange between(Optional<Catalog> before, Catalog after) {
    Map<Key, CatalogObject> old = before.map(CatalogChange::objects).orElse(Map.of());
    Map<Key, CatalogObject> current = objects(after);
    int added = 0;
    int changed = 0;
    for (Map.Entry<Key, CatalogObject> object : current.entrySet()) {
      CatalogObject was = old.get(object.getKey());
      added += was == null ? 1 : 0;
      changed += was != null && !was.equals(object.getValue()) ? 1 : 0;
    }
    int kept = current.size() - added;
    return new CatalogChange(before.isEmpty(), added, changed, old.size() - kept);
  }

  private static Map<Key, CatalogObject> objects(Catalog catalog) {
    Map<Key, CatalogObject> objects = new HashMap<>();
    for (SchemaDefinition schema : catalog.schemas()) {
      for (CatalogObject object : schema.objects()) {
        objects.put(new Key(schema.name(), object.kind(), object.name()), object);
      }
    }
    return objects;
  }

  /** This and a later change, one after the other: what changed twice counts twice. */
  public CatalogChange then(CatalogChange later) {
    Objects.requireNonNull(later, "later");
    return new CatalogChange(
        first || later.first,
        added + later.added,
        changed + later.changed,
        removed + later.removed);
  }

  /** Whether anything differs. */
  public boolean any() {
    return first || added + changed + removed > 0;
  }
}
