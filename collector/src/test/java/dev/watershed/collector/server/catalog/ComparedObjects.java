package dev.watershed.collector.server.catalog;

import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Definitions as lines that are the same whether a server or its dump says them. */
public final class ComparedObjects {

  private ComparedObjects() {}

  public static List<String> names(SchemaDefinition schema) {
    return schema.objects().stream().map(one -> one.kind().key() + " " + one.name()).toList();
  }

  /** The lines that only one of them has. */
  public static List<String> differences(String schema, CatalogObject live, CatalogObject dumped) {
    List<String> lives = lines(schema, live, dumped);
    List<String> dumps = lines(schema, dumped, live);
    List<String> differences = new ArrayList<>();
    lives.stream()
        .filter(line -> !dumps.contains(line))
        .forEach(line -> differences.add("live " + line));
    dumps.stream()
        .filter(line -> !lives.contains(line))
        .forEach(line -> differences.add("dump " + line));
    return differences;
  }

  /**
   * The lines of an object. A dump tells the format of rows only where a definition has it, and a
   * server the order of indexes not at all; a dump has the types of parameters as their author
   * wrote them, where MariaDB's server adds the width of numbers; a dump qualifies the columns of
   * views by tables only.
   */
  private static List<String> lines(String schema, CatalogObject object, CatalogObject other) {
    List<String> lines = new ArrayList<>();
    if (object instanceof TableDefinition table) {
      TableDefinition same = (TableDefinition) other;
      boolean bothFormats = table.rowFormat().isPresent() && same.rowFormat().isPresent();
      lines.add(table.name() + " " + table.tableKind() + " " + table.engine());
      lines.add("format " + (bothFormats ? table.rowFormat() : "") + table.collation());
      lines.add("commented " + table.commented() + " " + table.partitioning());
      table.columns().forEach(column -> lines.add(column.toString()));
      table.indexes().stream().map(Object::toString).sorted().forEach(lines::add);
      table.foreignKeys().stream().map(Object::toString).sorted().forEach(lines::add);
      table.checks().stream().map(Object::toString).sorted().forEach(lines::add);
    } else if (object instanceof ViewDefinition view) {
      lines.add(view.name() + view.columns() + view.algorithm() + view.security());
      lines.add(view.query().replace("`" + schema + "`.", ""));
    } else if (object instanceof RoutineDefinition routine) {
      lines.add(
          withoutWidths(routine.name() + routine.parameters() + routine.returns())
              + routine.security());
      lines.add(routine.dataAccess() + routine.deterministic() + routine.body());
    } else {
      lines.add(object.toString());
    }
    return lines.stream().map(line -> line.toLowerCase(Locale.ROOT)).toList();
  }

  private static String withoutWidths(String types) {
    return types.replaceAll("int\\(\\d+\\)", "int");
  }
}
