package dev.watershed.benchmarks.advice;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * SELECTs as an object-relational mapper writes them: two to six tables, every column with an alias
 * of its own, 2 to 5 KB. No two have the same digest.
 */
final class LongStatements {

  private static final int SHORTEST = 2_000;
  private static final int LONGEST = 5_000;

  /** A statement and the schema that it runs in. */
  record Sent(String schema, String sql) {}

  private final Random random;
  private final List<SchemaDefinition> schemas;

  LongStatements(Catalog catalog, long seed) {
    this.random = new Random(seed);
    this.schemas =
        catalog.schemas().stream().filter(schema -> schema.tables().size() > 10).toList();
  }

  /** The next one; its number makes it different from all others. */
  Sent next(int number) {
    SchemaDefinition schema = schemas.get(random.nextInt(schemas.size()));
    List<TableDefinition> tables = schema.tables();
    int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
    StringBuilder select = new StringBuilder("SELECT ");
    StringBuilder from = new StringBuilder();
    List<String> wheres = new ArrayList<>();
    for (int table = 0; table < 6 && (table < 2 || select.length() < length); table++) {
      TableDefinition definition = tables.get(random.nextInt(tables.size()));
      String alias = definition.name() + table + "_";
      from.append(table == 0 ? " FROM " : " LEFT OUTER JOIN ").append(definition.name());
      from.append(" AS ").append(alias);
      if (table > 0) {
        from.append(" ON ").append(alias).append('.').append(any(definition).name());
        from.append(" = ").append(first(tables, from)).append(".id");
      }
      columns(definition, alias, number, select);
      wheres.add(alias + "." + any(definition).name() + " = " + random.nextInt(1_000));
    }
    pad(select, length, number);
    return new Sent(
        schema.name(),
        select
            + from.toString()
            + " WHERE "
            + String.join(" AND ", wheres.subList(0, 1 + random.nextInt(2)))
            + " ORDER BY "
            + "col_0_"
            + number
            + " LIMIT "
            + (1 + random.nextInt(50)));
  }

  /** The alias of the first table. */
  private static String first(List<TableDefinition> tables, StringBuilder from) {
    int start = from.indexOf(" AS ") + 4;
    int end = from.indexOf(" ", start);
    return end < 0 ? tables.get(0).name() : from.substring(start, end);
  }

  private ColumnDefinition any(TableDefinition table) {
    return table.columns().get(random.nextInt(table.columns().size()));
  }

  private static void columns(
      TableDefinition table, String alias, int number, StringBuilder select) {
    for (ColumnDefinition column : table.columns()) {
      select.append(select.length() > 7 ? ", " : "");
      select.append(alias).append('.').append(column.name());
      select.append(" AS col_").append(count(select)).append('_').append(number);
    }
  }

  private static void pad(StringBuilder select, int length, int number) {
    while (select.length() < length) {
      select.append(", 1 AS padding_").append(select.length()).append('_').append(number);
    }
  }

  private static long count(StringBuilder select) {
    return select.chars().filter(c -> c == ',').count();
  }
}
