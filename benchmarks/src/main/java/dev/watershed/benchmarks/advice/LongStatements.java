package dev.watershed.benchmarks.advice;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * SELECTs as an object-relational mapper writes them: a table and those that its foreign keys refer
 * to, every column with an alias of its own, 2 to 5 KB. No two have the same digest.
 */
final class LongStatements {

  private static final int SHORTEST = 2_000;
  private static final int LONGEST = 5_000;
  private static final int MOST_TABLES = 6;

  /** A statement and the schema that it runs in. */
  record Sent(String schema, String sql) {}

  private record Joined(TableDefinition table, String alias) {}

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
    int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
    List<Joined> joined = new ArrayList<>();
    StringBuilder from = new StringBuilder();
    TableDefinition first = schema.tables().get(random.nextInt(schema.tables().size()));
    joined.add(new Joined(first, first.name() + "0_"));
    from.append(" FROM ").append(first.name()).append(" AS ").append(first.name()).append("0_");
    for (int at = 0; at < joined.size(); at++) {
      parents(schema, joined, at, from);
    }
    StringBuilder select = new StringBuilder("SELECT ");
    joined.forEach(table -> columns(table, number, select));
    pad(select, length, number);
    Joined base = joined.get(0);
    StringBuilder where = new StringBuilder(" WHERE ").append(compared(base));
    if (random.nextBoolean()) {
      where.append(" AND ").append(compared(joined.get(random.nextInt(joined.size()))));
    }
    String order = base.alias() + "." + any(base.table()).name();
    return new Sent(
        schema.name(),
        select + from.toString() + where + " ORDER BY " + order + " LIMIT " + random.nextInt(50));
  }

  private void parents(SchemaDefinition schema, List<Joined> joined, int at, StringBuilder from) {
    Joined child = joined.get(at);
    for (ForeignKey key : child.table().foreignKeys()) {
      Optional<TableDefinition> parent = schema.table(key.referencedTable());
      if (joined.size() == MOST_TABLES || key.referencedSchema().isPresent() || parent.isEmpty()) {
        continue;
      }
      Joined next = new Joined(parent.get(), parent.get().name() + joined.size() + "_");
      joined.add(next);
      from.append(" LEFT OUTER JOIN ").append(parent.get().name()).append(" AS ");
      from.append(next.alias()).append(" ON ").append(child.alias()).append('.');
      from.append(key.columns().get(0)).append(" = ").append(next.alias()).append('.');
      from.append(key.referencedColumns().get(0));
    }
  }

  private String compared(Joined table) {
    return table.alias() + "." + any(table.table()).name() + " = " + random.nextInt(1_000);
  }

  private ColumnDefinition any(TableDefinition table) {
    return table.columns().get(random.nextInt(table.columns().size()));
  }

  private static void columns(Joined table, int number, StringBuilder select) {
    for (ColumnDefinition column : table.table().columns()) {
      select.append(select.length() > "SELECT ".length() ? ", " : "");
      select.append(table.alias()).append('.').append(column.name());
      select.append(" AS col_").append(select.length()).append('_').append(number);
    }
  }

  private static void pad(StringBuilder select, int length, int number) {
    while (select.length() < length) {
      select.append(", 1 AS padding_").append(select.length()).append('_').append(number);
    }
  }
}
