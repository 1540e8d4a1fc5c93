package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.ObjectKind;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import dev.watershed.workload.store.text.TextLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of schemas with their indexes, each text read once. What cannot be read is absent. */
public final class TableDefinitions {

  /** A table. */
  public record Table(String name, List<IndexDefinition> indexes) {

    public Table {
      indexes = List.copyOf(indexes);
    }
  }

  private final TextLookup objects;
  private final Map<TextId, Optional<Table>> known = new HashMap<>();

  public TableDefinitions(TextLookup objects) {
    this.objects = objects;
  }

  /** The tables of a schema, by the id of its text. */
  public List<Table> of(TextId schema) {
    List<Table> tables = new ArrayList<>();
    for (SchemaText.Entry entry : entries(schema)) {
      if (entry.kind() == ObjectKind.TABLE) {
        known.computeIfAbsent(entry.id(), this::table).ifPresent(tables::add);
      }
    }
    return tables;
  }

  private List<SchemaText.Entry> entries(TextId schema) {
    Optional<String> text = objects.find(schema);
    try {
      return text.isPresent() ? SchemaText.decode(text.get()).entries() : List.of();
    } catch (UnreadableFileException damaged) {
      // Whoever reads the catalog itself names it.
      return List.of();
    }
  }

  private Optional<Table> table(TextId id) {
    Optional<String> text = objects.find(id);
    try {
      return text.isPresent() && ObjectText.decode(text.get()) instanceof TableDefinition table
          ? Optional.of(new Table(table.name(), table.indexes()))
          : Optional.empty();
    } catch (UnreadableFileException damaged) {
      return Optional.empty();
    }
  }
}
