package dev.watershed.benchmarks.report;

import dev.watershed.benchmarks.report.MappedTables.MappedTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * SELECTs of 2 to 5 KB as an object-relational mapper writes them: each column of each joined table
 * under an alias that the mapping gives it, always the same for a table at its place in the join.
 * One of ten joins the tables of another service. No two are the same.
 */
final class MappedStatements {

  private static final int SHORTEST = 2_000;
  private static final int LONGEST = 5_000;
  private static final int FOREIGN = 10;

  private record Joined(MappedTable table, String alias) {}

  private final MappedTables tables;
  private final Random random;
  private final Set<String> made = new HashSet<>();

  MappedStatements(MappedTables tables, Random random) {
    this.tables = tables;
    this.random = random;
  }

  /** The next one of a service. */
  String next(int service) {
    while (true) {
      String text = text(service);
      if (made.add(text)) {
        return text;
      }
    }
  }

  private String text(int service) {
    int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
    int other = random.nextInt(FOREIGN) == 0 ? tables.any(random).service() : service;
    List<Joined> joined = new ArrayList<>();
    StringBuilder select = new StringBuilder("SELECT ");
    StringBuilder from = new StringBuilder();
    while (select.length() + from.length() < length) {
      MappedTable table = tables.of(joined.isEmpty() ? service : other, random);
      Joined next = new Joined(table, table.name() + joined.size() + "_");
      columns(next, joined.size(), select);
      join(next, joined, from);
      joined.add(next);
    }
    return select
        + from.toString()
        + " WHERE "
        + compared(joined.get(0))
        + " AND "
        + compared(joined.get(random.nextInt(joined.size())))
        + " ORDER BY "
        + column(joined.get(0))
        + " LIMIT 50";
  }

  private static void columns(Joined joined, int place, StringBuilder select) {
    int at = 0;
    for (String column : joined.table().columns()) {
      at++;
      select.append(select.length() > "SELECT ".length() ? ", " : "");
      select.append(joined.alias()).append('.').append(column).append(" AS ");
      select.append(column, 0, Math.min(column.length(), 8)).append(at).append('_');
      select.append(joined.table().number()).append('_').append(place).append('_');
    }
  }

  private void join(Joined next, List<Joined> joined, StringBuilder from) {
    String name = MappedTables.schema(next.table().service()) + "." + next.table().name();
    if (joined.isEmpty()) {
      from.append(" FROM ").append(name).append(' ').append(next.alias());
    } else {
      from.append(" LEFT OUTER JOIN ").append(name).append(' ').append(next.alias());
      from.append(" ON ").append(column(joined.get(joined.size() - 1)));
      from.append(" = ").append(next.alias()).append(".id");
    }
  }

  private String compared(Joined joined) {
    return column(joined) + " = " + random.nextInt(1_000);
  }

  private String column(Joined joined) {
    List<String> columns = joined.table().columns();
    return joined.alias() + "." + columns.get(random.nextInt(columns.size()));
  }
}
