package dev.watershed.sql.resolve;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.CreateTable;
import dev.watershed.sql.definition.CreateView;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.definition.TableElement.Column;
import dev.watershed.sql.facts.KnownRelation;
import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import dev.watershed.sql.facts.KnownRelation.KnownTable;
import dev.watershed.sql.facts.KnownRelation.KnownView;
import dev.watershed.sql.facts.SchemaView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables and views that a script of definitions makes. */
final class ScriptSchemas implements SchemaView {

  private static final String DEFAULT_COLLATION = "utf8mb4_0900_ai_ci";

  private final Map<String, KnownRelation> relations = new LinkedHashMap<>();

  /**
   * Reads a script.
   *
   * @param schema where it names none
   */
  static ScriptSchemas of(String script, String schema) {
    ScriptSchemas schemas = new ScriptSchemas();
    DefinitionReader.read(script, SqlMode.standard(), LiteralPolicy.KEEP)
        .definitions()
        .forEach(definition -> schemas.add(definition, schema));
    return schemas;
  }

  private void add(LocatedDefinition located, String fallback) {
    if (located.definition() instanceof CreateTable table) {
      String schema = table.name().schema().or(located::schema).orElse(fallback);
      List<KnownColumn> columns = new ArrayList<>();
      table.elements().stream()
          .filter(Column.class::isInstance)
          .map(Column.class::cast)
          .forEach(column -> columns.add(column(column)));
      put(new KnownTable(schema, table.name().name(), columns));
    } else if (located.definition() instanceof CreateView view) {
      String schema = view.name().schema().or(located::schema).orElse(fallback);
      put(new KnownView(schema, view.name().name(), view.columns(), view.query()));
    }
  }

  private static KnownColumn column(Column column) {
    Optional<String> collation =
        column.type().textual()
            ? column
                .collation()
                .or(() -> column.type().charset().map(charset -> charset + "_general_ci"))
                .or(() -> Optional.of(DEFAULT_COLLATION))
            : Optional.empty();
    return new KnownColumn(column.name(), column.type().text(), collation, column.visible());
  }

  private void put(KnownRelation relation) {
    relations.put(key(relation.schema(), relation.name()), relation);
  }

  /** The schemas that have a table or view. */
  Set<String> names() {
    return relations.values().stream()
        .map(KnownRelation::schema)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String key(String schema, String name) {
    return schema + "\n" + name.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean known() {
    return true;
  }

  @Override
  public Optional<KnownRelation> find(String schema, String name) {
    return Optional.ofNullable(relations.get(key(schema, name)));
  }

  @Override
  public List<String> schemasWith(String name) {
    return relations.values().stream()
        .filter(relation -> relation.name().equalsIgnoreCase(name))
        .map(KnownRelation::schema)
        .toList();
  }
}
