package dev.watershed.analyzer.index;

import dev.watershed.sql.facts.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small servers with random tables and statements, the same for the same seed. */
public final class RandomServers {

  private static final String[] COLUMNS = {"a", "b", "c", "d"};

  private RandomServers() {}

  /** One or two tables, and a few statements that search, sort, join and write. */
  public static AdvisedServer of(long seed) {
    return of(seed, 1 + (int) (seed % 2), 2 + (int) (seed % 3));
  }

  public static AdvisedServer of(long seed, int tables, int statementsPerTable) {
    Random random = new Random(seed);
    List<StatisticTable> made = new ArrayList<>();
    List<WeightedStatement> statements = new ArrayList<>();
    for (int table = 0; table < tables; table++) {
      String name = "t" + table;
      long rows = (long) Math.pow(10, 3 + 3 * random.nextDouble());
      TableMaker maker = TableMaker.table(name).numbers(COLUMNS).rows(rows, Math.max(1, rows / 80));
      if (random.nextInt(4) == 0) {
        maker.key("idx_d", false, "d").distinct("idx_d", Math.max(1, rows / 50), rows);
      }
      made.add(maker.make());
      for (int each = 0; each < statementsPerTable; each++) {
        statements.add(statement(random, name, table));
      }
      statements.add(
          FactMaker.weighted(FactMaker.insert(name), Math.pow(10, 5 * random.nextDouble())));
    }
    return Servers.server(
        Servers.MYSQL,
        made,
        // The same time for each, so that each is a ground for advice.
        statements.stream().map(statement -> FactMaker.lasting(1, statement)).toList());
  }

  private static WeightedStatement statement(Random random, String name, int table) {
    double calls = Math.pow(10, 1 + 4 * random.nextDouble());
    FactMaker maker = FactMaker.reading(name);
    boolean joins = table > 0 && random.nextInt(3) == 0;
    if (joins) {
      maker.join("t" + (table - 1), Conditions.join("1.a", "0.id"));
    }
    List<Condition> conditions = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int each = 0; each < count; each++) {
      conditions.add(condition(random, COLUMNS[random.nextInt(COLUMNS.length)]));
    }
    maker.where(conditions.toArray(Condition[]::new)).selectAll();
    if (random.nextInt(4) == 0) {
      maker.orderBy(COLUMNS[random.nextInt(COLUMNS.length)]).limit(10);
    }
    return maker.called(calls);
  }

  private static Condition condition(Random random, String column) {
    return switch (random.nextInt(5)) {
      case 0 -> Conditions.between(column);
      case 1 -> Conditions.in(column, 3);
      case 2 -> Conditions.not(column);
      default -> Conditions.is(column);
    };
  }
}
