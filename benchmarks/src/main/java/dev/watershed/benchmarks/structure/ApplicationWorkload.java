package dev.watershed.benchmarks.structure;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Execution;
import dev.watershed.workload.Origin;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * What applications send to the schema that they share, by one account. Each has eight statements
 * per table on average, six of ten on one table, the others on two or three that a walk along
 * foreign keys and name stems meets; tables are as popular as Zipf's law says, and each has at
 * least one statement. One statement of twenty also reads a hub. A transaction runs two to six
 * statements of neighbouring tables. Rates are log-normal: one in a thousand is heavier than the
 * median by a factor of a thousand. Noise are statements on tables of two applications, drawn
 * evenly.
 *
 * <p>Frozen: figures in docs/coupling.md rest on it. The same seed gives the same workload on every
 * machine.
 */
final class ApplicationWorkload {

  private static final int STATEMENTS_PER_TABLE = 8;
  private static final double ONE_TABLE = 0.6;
  private static final double TWO_TABLES = 0.75;
  private static final double WITH_HUB = 0.05;
  private static final double RATE_SIGMA = 2.2;
  private static final double MEDIAN_CALLS = 50;
  private static final int MOST_CALLS = 10_000_000;
  private static final int MOST_IN_TRANSACTION = 6;
  private static final int MOST_TRANSACTIONS = 200;
  private static final double TRANSACTION_SCALE = 0.05;
  private static final int HUB_STATEMENTS = 3;
  private static final Origin ACCOUNT = new Origin("everything", "10.0.0.0/24", List.of());

  private final SharedSchema schema;
  private final SplittableRandom random;
  private final WorkloadBuilder builder = new WorkloadBuilder(WorkloadBounds.standard());
  private int statements;

  private ApplicationWorkload(SharedSchema schema, long seed) {
    this.schema = schema;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Draws it.
   *
   * @param noise the share of random statements in all, below 1
   */
  static Workload of(SharedSchema schema, long seed, double noise) {
    return new ApplicationWorkload(schema, seed).draw(noise);
  }

  private Workload draw(double noise) {
    for (Application application : schema.applications()) {
      new Drawing(application).draw();
    }
    int own = statements;
    while (statements - own < Math.round(own * noise / (1 - noise))) {
      int first = random.nextInt(schema.applications().size());
      int second = random.nextInt(schema.applications().size() - 1);
      second += second >= first ? 1 : 0;
      join(List.of(anyOf(first), anyOf(second)));
    }
    return builder.build(
        List.of(), OptionalDouble.of(0), bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private String anyOf(int application) {
    List<Application.Table> tables = schema.applications().get(application).tables();
    return tables.get(random.nextInt(tables.size())).name();
  }

  /** One application. */
  private final class Drawing {

    private final TableWalk walk;
    private final int tables;
    private final List<List<Long>> digestsOfTable = new ArrayList<>();

    Drawing(Application application) {
      this.walk = new TableWalk(application, random);
      this.tables = application.tables().size();
    }

    void draw() {
      for (int table = 0; table < tables; table++) {
        digestsOfTable.add(new ArrayList<>());
        digestsOfTable.get(table).add(single(walk.name(table)));
      }
      for (int i = tables; i < tables * STATEMENTS_PER_TABLE; i++) {
        statement();
      }
      for (String hub : schema.hubs()) {
        for (int i = 0; i < HUB_STATEMENTS; i++) {
          single(hub);
        }
      }
      for (int i = 0; i < tables; i++) {
        transaction();
      }
    }

    private void statement() {
      int start = walk.popular();
      if (random.nextDouble() < ONE_TABLE) {
        digestsOfTable.get(start).add(single(walk.name(start)));
        return;
      }
      List<Integer> met = walk.from(start, random.nextDouble() < TWO_TABLES ? 2 : 3);
      List<String> names = new ArrayList<>(met.stream().map(walk::name).toList());
      if (random.nextDouble() < WITH_HUB) {
        names.add(schema.hubs().get(random.nextInt(schema.hubs().size())));
      }
      digestsOfTable.get(start).add(join(names));
    }

    private void transaction() {
      long[] digests =
          walk.from(walk.popular(), 2 + random.nextInt(MOST_IN_TRANSACTION - 1)).stream()
              .mapToLong(this::digestOn)
              .sorted()
              .distinct()
              .toArray();
      int times = (int) Math.min(MOST_TRANSACTIONS, 1 + calls() * TRANSACTION_SCALE);
      for (int i = 0; i < times; i++) {
        builder.addTransaction(
            TransactionClass.of(digests, false),
            builder.originIndex(ACCOUNT),
            TransactionOutcome.COMMITTED,
            digests.length,
            digests.length,
            digests.length);
      }
    }

    private long digestOn(int table) {
      List<Long> digests = digestsOfTable.get(table);
      return digests.get(random.nextInt(digests.size()));
    }
  }

  private long single(String table) {
    return switch (random.nextInt(4)) {
      case 0 -> add("UPDATE `" + table + "` SET a = 1 WHERE c" + statements + " = 2");
      case 1 -> add("INSERT INTO `" + table + "` (a, c" + statements + ") VALUES (1, 2)");
      default -> add("SELECT a AS c" + statements + " FROM `" + table + "` WHERE id = 1");
    };
  }

  private long join(List<String> tables) {
    StringBuilder sql = new StringBuilder("SELECT t0.a AS c" + statements + " FROM ");
    for (int i = 0; i < tables.size(); i++) {
      sql.append(i == 0 ? "`" : " JOIN `").append(tables.get(i)).append("` t").append(i);
      sql.append(i == 0 ? "" : " ON t0.id = t" + i + ".id");
    }
    return add(sql.append(" WHERE t0.b = 1").toString());
  }

  private long add(String sql) {
    Fingerprint fingerprint = Fingerprints.of(sql, SqlMode.standard());
    Execution execution = new Execution();
    execution.clear();
    execution.weight(calls());
    execution.timeMicros(1_000);
    execution.keys(
        builder.defineText(fingerprint.digest(), fingerprint.text(), fingerprint.truncated()),
        builder.schemaIndex(SharedSchema.NAME),
        builder.originIndex(ACCOUNT));
    builder.add(execution);
    statements++;
    return fingerprint.digest();
  }

  private int calls() {
    return (int) Math.min(MOST_CALLS, 1 + MEDIAN_CALLS * StrictMath.exp(RATE_SIGMA * normal()));
  }

  /** By Box and Muller; StrictMath gives the same bits everywhere. */
  private double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
