package dev.watershed.benchmarks.fleet.service;

import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.TableName;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.sql.lexical.TableReference;
import dev.watershed.sql.lexical.TableUse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables that statements name, found by their words; views and unknown names are left out. The
 * canonical text spells names that are keywords in upper case; all of the fleet's are in lower
 * case.
 */
public final class Touched {

  private Touched() {}

  /** All tables of an action. */
  public static Set<TableName> by(Service service, Action action, FleetCatalog catalog) {
    Set<TableName> tables = new TreeSet<>();
    action
        .queries()
        .flatMap(query -> query.templates().stream())
        .forEach(
            template -> {
              tables.addAll(by(template, service.schema(), TableUse.READ, catalog));
              tables.addAll(by(template, service.schema(), TableUse.WRITE, catalog));
            });
    return tables;
  }

  /** The tables that a statement uses in one way. */
  public static Set<TableName> by(
      SqlTemplate template, String defaultSchema, TableUse use, FleetCatalog catalog) {
    Set<TableName> tables = new TreeSet<>();
    for (TableReference reference : LexicalPass.of(template.fingerprint().text()).tables()) {
      String schema = reference.schema().orElse(defaultSchema).toLowerCase(Locale.ROOT);
      TableName name = new TableName(schema, reference.table().toLowerCase(Locale.ROOT));
      if (reference.use() == use && catalog.find(name).isPresent()) {
        tables.add(name);
      }
    }
    return tables;
  }
}
