package dev.watershed.rules.change;

import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.analyzer.inference.Link;
import dev.watershed.analyzer.inference.TouchInference;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the statements that use a table by a trigger or a routine. What foreign keys alone do to it
 * does not count: it goes well without the table.
 */
final class ProgramUses {

  /** A trigger, a procedure and a function may have one name, {@code schema.name}. */
  private record Program(Link.Kind kind, String name) {}

  private final Map<Program, String> bodies = new HashMap<>();
  private final TouchInference inference;

  ProgramUses(Catalog catalog) {
    this.inference = new TouchInference(catalog);
    catalog
        .schemas()
        .forEach(schema -> schema.objects().forEach(object -> add(schema.name(), object)));
  }

  private void add(String schema, CatalogObject object) {
    String name = schema + "." + object.name();
    if (object instanceof TriggerDefinition trigger) {
      bodies.put(new Program(Link.Kind.TRIGGER, name), trigger.body());
    } else if (object instanceof RoutineDefinition routine) {
      boolean function = routine.returns().isPresent();
      Link.Kind kind = function ? Link.Kind.FUNCTION : Link.Kind.PROCEDURE;
      bodies.put(new Program(kind, name), routine.body());
    }
  }

  /** Whether any body has the name of a table. */
  boolean concern(String table) {
    return bodies.values().stream().anyMatch(body -> names(body, table));
  }

  /** Whether a statement makes a body run that uses a table. */
  boolean reaches(FleetStatement statement, String schema, String table) {
    return touches(statement, schema, table).stream().anyMatch(ProgramUses::byProgram);
  }

  /** Whether a statement makes a body run that uses a table and has the name of a column. */
  boolean reaches(FleetStatement statement, String schema, String table, String column) {
    return touches(statement, schema, table).stream()
        .filter(ProgramUses::byProgram)
        .map(touch -> bodies.getOrDefault(program(touch), ""))
        .anyMatch(body -> names(body, column));
  }

  private List<InferredTouch> touches(FleetStatement statement, String schema, String table) {
    return inference
        .ofStatement(
            LexicalPass.actions(statement.fingerprint(), false),
            statement.schema().or(() -> schema(statement)))
        .touches()
        .stream()
        .filter(touch -> touch.table().equalsIgnoreCase(schema + "." + table))
        .toList();
  }

  /**
   * Where nobody saw the schema of its sessions, that of its tables, if they have one in common.
   */
  private static Optional<String> schema(FleetStatement statement) {
    List<String> schemas =
        statement.facts().tables().stream()
            .map(NamedTable::table)
            .flatMap(table -> table.schema().stream())
            .distinct()
            .toList();
    return schemas.size() == 1 ? Optional.of(schemas.get(0)) : Optional.empty();
  }

  private static boolean byProgram(InferredTouch touch) {
    return switch (last(touch).kind()) {
      case TRIGGER, PROCEDURE, FUNCTION -> true;
      case CASCADE, VIEW, EVENT -> false;
    };
  }

  private static Program program(InferredTouch touch) {
    return new Program(last(touch).kind(), last(touch).name());
  }

  private static Link last(InferredTouch touch) {
    return touch.chain().get(touch.chain().size() - 1);
  }

  private static boolean names(String body, String word) {
    return Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
        .matcher(body)
        .find();
  }
}
