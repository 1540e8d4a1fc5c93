package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.store.catalog.CatalogManifest.SchemaEntry;
import dev.watershed.workload.store.catalog.SchemaText.Entry;
import dev.watershed.workload.store.catalog.SchemaText.Listed;
import dev.watershed.workload.store.container.Decoding;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.text.TextLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts a catalog together again. What is missing or damaged is named and left out. */
public final class CatalogReader {

  private static final String MISSING = "it is in no file that can be read";

  private final TextLookup objects;
  private final Map<TextId, CatalogObject> decoded = new HashMap<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  private CatalogReader(TextLookup objects) {
    this.objects = objects;
  }

  /**
   * A catalog, as far as it is there.
   *
   * @param unreadable what is not
   */
  public record Read(Catalog catalog, List<Unreadable> unreadable) {

    public Read {
      unreadable = List.copyOf(unreadable);
    }

    /** Whether something is in no file: it may just have been moved to another one. */
    public boolean lacksObjects() {
      return unreadable.stream().anyMatch(one -> one.problem().isEmpty());
    }
  }

  /**
   * Something that is not in the catalog, though it should be.
   *
   * @param what such as {@code table booking.orders}
   * @param problem what is wrong with its text; empty if there is none
   */
  public record Unreadable(String what, Optional<UnreadableFileException> problem) {

    /** One line that says it. */
    public String detail() {
      return what + ": " + problem.map(Exception::getMessage).orElse(MISSING);
    }
  }

  /** Puts a catalog together. */
  public static Read read(CatalogManifest manifest, TextLookup objects) {
    CatalogReader reader = new CatalogReader(objects);
    List<SchemaDefinition> schemas = new ArrayList<>();
    for (SchemaEntry schema : manifest.schemas()) {
      reader.schema(schema).ifPresent(schemas::add);
    }
    return new Read(
        new Catalog(
            manifest.takenAt(),
            manifest.serverVersion(),
            schemas,
            manifest.statistics(),
            manifest.migrations(),
            manifest.gaps()),
        reader.unreadable);
  }

  /**
   * Names every object that a catalog refers to.
   *
   * @return whether all are known; if a schema cannot be read, what it refers to is not
   */
  public static boolean references(
      CatalogManifest manifest, TextLookup objects, Consumer<TextId> each) {
    boolean all = true;
    for (SchemaEntry schema : manifest.schemas()) {
      each.accept(schema.id());
      Optional<String> text = objects.find(schema.id());
      try {
        if (text.isPresent()) {
          SchemaText.decode(text.get()).entries().forEach(entry -> each.accept(entry.id()));
        }
        all &= text.isPresent();
      } catch (UnreadableFileException damaged) {
        all = false;
      }
    }
    return all;
  }

  private Optional<SchemaDefinition> schema(SchemaEntry schema) {
    String what = "schema " + schema.name();
    Optional<String> text = find(what, schema.id());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Listed listed = SchemaText.decode(text.get());
      List<CatalogObject> all = new ArrayList<>();
      for (Entry entry : listed.entries()) {
        String name = entry.kind().key() + " " + schema.name() + "." + entry.name();
        object(name, entry.id()).ifPresent(all::add);
      }
      return Optional.of(
          Decoding.of(
              () ->
                  new SchemaDefinition(schema.name(), listed.charset(), listed.collation(), all)));
    } catch (UnreadableFileException damaged) {
      unreadable.add(new Unreadable(what, Optional.of(damaged)));
      return Optional.empty();
    }
  }

  private Optional<CatalogObject> object(String what, TextId id) {
    CatalogObject known = decoded.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> text = find(what, id);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      CatalogObject object = ObjectText.decode(text.get());
      decoded.put(id, object);
      return Optional.of(object);
    } catch (UnreadableFileException damaged) {
      unreadable.add(new Unreadable(what, Optional.of(damaged)));
      return Optional.empty();
    }
  }

  private Optional<String> find(String what, TextId id) {
    Optional<String> text = objects.find(id);
    if (text.isEmpty()) {
      unreadable.add(new Unreadable(what, Optional.empty()));
    }
    return text;
  }
}
