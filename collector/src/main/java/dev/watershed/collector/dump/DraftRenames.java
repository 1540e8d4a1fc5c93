package dev.watershed.collector.dump;

import dev.watershed.sql.definition.QualifiedName;
import dev.watershed.sql.definition.TableElement;
import dev.watershed.sql.definition.TableElement.Check;
import dev.watershed.sql.definition.TableElement.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Gives tables and views of a script other names: foreign keys that refer to a table follow it, and
 * so do its triggers and the names that a server made of its name.
 */
final class DraftRenames {

  private final Map<String, SchemaDraft> schemas;

  /** Renames in the schemas of a script, by name. */
  DraftRenames(Map<String, SchemaDraft> schemas) {
    this.schemas = schemas;
  }

  /**
   * Renames one table or view; both schemas have to be there.
   *
   * @throws IllegalArgumentException if the server refuses it
   */
  void rename(String schema, String from, String toSchema, String to) {
    SchemaDraft source = schemas.get(schema);
    SchemaDraft target = schemas.get(toSchema);
    if (target.tables().containsKey(to) || target.views().containsKey(to)) {
      throw new IllegalArgumentException(
          "there is a table or view '" + toSchema + "." + to + "' already");
    }
    if (source == target && source.views().containsKey(from)) {
      renameView(source, from, to);
      return;
    }
    TableDraft table = source.tables().get(from);
    if (table == null) {
      throw new IllegalArgumentException("there is no table '" + from + "' before it");
    }
    if (source != target && source.triggers().has(from)) {
      throw new IllegalArgumentException(
          "table '" + from + "' has triggers, which cannot move to another schema");
    }
    source.triggers().renameTable(from, to);
    source.tables().remove(from);
    target.tables().put(to, moved(table, schema, to));
    schemas.forEach(
        (home, draft) ->
            draft
                .tables()
                .replaceAll((name, other) -> following(other, home, schema, from, toSchema, to)));
  }

  private static void renameView(SchemaDraft schema, String from, String to) {
    schema.views().put(to, References.renamed(schema.views().remove(from), to));
    Optional.ofNullable(schema.viewColumns().remove(from))
        .ifPresent(columns -> schema.viewColumns().put(to, columns));
  }

  /** The table that is renamed, its keys with the schema that they meant. */
  private static TableDraft moved(TableDraft table, String schema, String to) {
    TableDraft renamed = new TableDraft(to, table.sequence(), table.elements(), table.options());
    return with(
        renamed,
        element -> {
          if (element instanceof Check check) {
            return new Check(
                check.name().map(name -> References.followed(name, table.name(), "_chk_", to)),
                check.expression(),
                check.enforced(),
                check.ofColumn());
          }
          return element instanceof Reference key
              ? with(
                  key,
                  key.name().map(name -> References.followed(name, table.name(), "_ibfk_", to)),
                  new QualifiedName(
                      Optional.of(key.referenced().schema().orElse(schema)),
                      key.referenced().name()))
              : element;
        });
  }

  /** Any table, its keys with the new name of the one that they refer to. */
  private static TableDraft following(
      TableDraft table, String home, String schema, String from, String toSchema, String to) {
    boolean refers = table.references().stream().anyMatch(key -> refers(key, home, schema, from));
    return refers
        ? with(
            table,
            element ->
                element instanceof Reference key && refers(key, home, schema, from)
                    ? with(key, key.name(), new QualifiedName(Optional.of(toSchema), to))
                    : element)
        : table;
  }

  private static boolean refers(Reference key, String home, String schema, String table) {
    return key.referenced().name().equals(table)
        && key.referenced().schema().orElse(home).equals(schema);
  }

  private static TableDraft with(TableDraft table, UnaryOperator<TableElement> change) {
    List<TableElement> elements = table.elements().stream().map(change).toList();
    return new TableDraft(table.name(), table.sequence(), elements, table.options());
  }

  private static Reference with(Reference key, Optional<String> name, QualifiedName referenced) {
    return new Reference(
        name,
        key.index(),
        key.columns(),
        referenced,
        key.referencedColumns(),
        key.onUpdate(),
        key.onDelete(),
        key.ofColumn());
  }
}
