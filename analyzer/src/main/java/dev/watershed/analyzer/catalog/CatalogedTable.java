package dev.watershed.analyzer.catalog;

import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.catalog.TriggerDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table or view in the catalog of a server.
 *
 * @param object a {@link dev.watershed.workload.catalog.TableDefinition} or {@link
 *     dev.watershed.workload.catalog.ViewDefinition}
 * @param takenAt when the server was so
 * @param referencedBy the foreign keys of tables that refer to it
 * @param triggers those that its rows fire
 * @param mentions the views, triggers, routines and events that name it
 * @param gaps what that catalog lacks, what concerns the table first
 */
public record CatalogedTable(
    String server,
    String schema,
    CatalogObject object,
    Instant takenAt,
    Optional<TableStatistics> statistics,
    List<IncomingKey> referencedBy,
    List<TriggerDefinition> triggers,
    List<Mention> mentions,
    List<CatalogGap> gaps) {

  /**
   * A foreign key of another table.
   *
   * @param table its table, {@code schema.table}
   */
  public record IncomingKey(String table, ForeignKey key) {

    public IncomingKey {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(key, "key");
    }
  }

  /**
   * An object whose text names the table.
   *
   * @param kind such as {@code trigger}
   * @param name of the object, {@code schema.name}
   * @param writes whether it writes to the table
   */
  public record Mention(String kind, String name, boolean writes) {

    public Mention {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
    }
  }

  public CatalogedTable {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(takenAt, "takenAt");
    Objects.requireNonNull(statistics, "statistics");
    referencedBy = List.copyOf(referencedBy);
    triggers = List.copyOf(triggers);
    mentions = List.copyOf(mentions);
    gaps = List.copyOf(gaps);
  }

  /** {@code schema.table}. */
  public String qualifiedName() {
    return schema + "." + object.name();
  }
}
