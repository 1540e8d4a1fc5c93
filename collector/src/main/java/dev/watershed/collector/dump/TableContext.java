package dev.watershed.collector.dump;

import dev.watershed.collector.dump.Collations.Choice;
import dev.watershed.sql.definition.QualifiedName;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.List;
import java.util.Optional;

/**
 * What is around a table that is made or altered.
 *
 * @param schema of the table
 * @param around the character set of the schema
 * @param foreignKeyChecks whether the server checks foreign keys
 */
record TableContext(
    String schema,
    Choice around,
    ServerVersion server,
    boolean foreignKeyChecks,
    Surroundings tables) {

  /** The other tables. */
  interface Surroundings {

    Optional<TableDefinition> table(String schema, String name);

    /** The foreign keys that refer to a table, those of itself among them. */
    List<Referring> referringTo(String schema, String name);
  }

  /** A foreign key and where it is. */
  record Referring(String schema, String table, ForeignKey key) {

    /** Whether it is one of this table. */
    boolean isOf(QualifiedName name) {
      return name.schema().equals(Optional.of(schema)) && name.name().equals(table);
    }
  }

  /** Makes the definition of a draft. */
  TableDefinition resolve(TableDraft draft) {
    TableRules.requireNames(draft);
    ForeignKeyResolver keys = new ForeignKeyResolver(draft, schema, this::primaryKey, server);
    return new TableResolver(draft, server, around, keys).resolve();
  }

  private List<String> primaryKey(String other, String table) {
    return tables.table(other, table).flatMap(TableDefinition::primaryKey).stream()
        .map(IndexDefinition::parts)
        .flatMap(List::stream)
        .flatMap(part -> part.column().stream())
        .toList();
  }
}
