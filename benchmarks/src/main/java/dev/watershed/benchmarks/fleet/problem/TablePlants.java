package dev.watershed.benchmarks.fleet.problem;

import dev.watershed.benchmarks.fleet.schema.Column;
import dev.watershed.benchmarks.fleet.schema.ColumnKind;
import dev.watershed.benchmarks.fleet.schema.SchemaObject;
import dev.watershed.benchmarks.fleet.schema.Table;
import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.List;

/** How one tells that a problem of tables is there. */
final class TablePlants {

  private static final long LARGEST_INT = 4_294_967_295L;
  private static final double NEAR_END = 0.95;
  private static final int SMALL = 1_000;

  private TablePlants() {}

  static boolean noPrimaryKey(PlantedCase planted, PlantFacts facts) {
    return tables(planted, facts).stream().allMatch(table -> table.primaryKey().isEmpty());
  }

  static boolean randomPrimaryKey(PlantedCase planted, PlantFacts facts) {
    return tables(planted, facts).stream()
        .allMatch(table -> table.column(table.primaryKey().get(0)).kind() == ColumnKind.UUID);
  }

  static boolean autoIncrementNearEnd(PlantedCase planted, PlantFacts facts) {
    return tables(planted, facts).stream()
        .allMatch(
            table ->
                table.autoIncrement().orElse(0L) > NEAR_END * LARGEST_INT
                    && table.column("id").type().equals("INT UNSIGNED"));
  }

  static boolean joinedTypesDiffer(PlantedCase planted, PlantFacts facts) {
    Column left = facts.catalog().table(planted.tables().get(0)).column(planted.columns().get(0));
    Column right = facts.catalog().table(planted.tables().get(1)).column(planted.columns().get(1));
    return !left.type().equals(right.type())
        && facts.templates(planted).anyMatch(template -> template.sql().contains("JOIN"));
  }

  /** Large, or small for a trap. */
  static boolean scannedTablesAreLarge(PlantedCase planted, PlantFacts facts) {
    return tables(planted, facts).stream()
        .allMatch(table -> planted.trap() ? table.rows() < SMALL : table.rows() > 10 * SMALL);
  }

  static boolean nothingTouches(PlantedCase planted, PlantFacts facts) {
    return planted.tables().stream()
        .allMatch(table -> facts.untouched(table) && objectsOn(table, facts).isEmpty());
  }

  /** The same columns, and for a trap the same but for what they are about. */
  static boolean sameColumns(PlantedCase planted, PlantFacts facts) {
    List<Table> tables = tables(planted, facts);
    List<List<String>> types =
        tables.stream().map(table -> table.columns().stream().map(Column::type).toList()).toList();
    List<List<String>> names =
        tables.stream().map(table -> table.columns().stream().map(Column::name).toList()).toList();
    return types.get(0).equals(types.get(1)) && names.get(0).equals(names.get(1)) != planted.trap();
  }

  static boolean onlyTriggersTouch(PlantedCase planted, PlantFacts facts) {
    return planted.tables().stream()
        .allMatch(
            table ->
                facts.untouched(table)
                    && objectsOn(table, facts).stream()
                        .anyMatch(each -> each.type() == SchemaObject.Type.TRIGGER));
  }

  static boolean onlyCascadesTouch(PlantedCase planted, PlantFacts facts) {
    return tables(planted, facts).stream()
        .allMatch(
            table ->
                facts.untouched(table.name())
                    && table.foreignKeys().stream().anyMatch(key -> key.cascade()));
  }

  static boolean routineTouches(PlantedCase planted, PlantFacts facts) {
    return planted.tables().stream()
            .allMatch(
                table ->
                    objectsOn(table, facts).stream()
                        .anyMatch(each -> each.type() == SchemaObject.Type.PROCEDURE))
        && facts.templates(planted).allMatch(template -> template.sql().startsWith("CALL"));
  }

  private static List<SchemaObject> objectsOn(TableName table, PlantFacts facts) {
    return facts.catalog().objects().stream()
        .filter(object -> object.sql().matches("(?s).*\\b" + table + "\\b.*"))
        .toList();
  }

  private static List<Table> tables(PlantedCase planted, PlantFacts facts) {
    return planted.tables().stream().map(facts.catalog()::table).toList();
  }
}
