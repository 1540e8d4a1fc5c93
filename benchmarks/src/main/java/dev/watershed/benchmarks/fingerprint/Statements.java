package dev.watershed.benchmarks.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Statements one behind another in one array, as in a log.
 *
 * @param bytes all of them, and some bytes more
 * @param ends where each ends
 */
record Statements(byte[] bytes, int[] ends) {
  private static final int MARGIN = 64;
  private static final String[] COLUMNS = {
    "id",
    "name",
    "created_at",
    "updated_at",
    "status",
    "price",
    "member_id",
    "description",
    "is_active",
    "quantity",
    "currency",
    "external_reference",
    "title",
    "slug"
  };

  /** Selects as object-relational mappers write them, hardly two with the same columns. */
  static Statements ormSelects(int count, long seed) {
    Random random = new Random(seed);
    return of(count, text -> ormSelect(text, random));
  }

  /** Inserts of 20 to 220 rows. */
  static Statements bulkInserts(int count, long seed) {
    Random random = new Random(seed);
    return of(count, text -> bulkInsert(text, random));
  }

  /** Statements of some 50 bytes. */
  static Statements shortOnes(int count, long seed) {
    Random random = new Random(seed);
    return of(count, text -> shortOne(text, random));
  }

  int count() {
    return ends.length;
  }

  /** All bytes but the margin. */
  int size() {
    return bytes.length - MARGIN;
  }

  private interface Writer {
    void write(StringBuilder text);
  }

  private static Statements of(int count, Writer writer) {
    StringBuilder text = new StringBuilder();
    int[] ends = new int[count];
    for (int i = 0; i < count; i++) {
      writer.write(text);
      text.append('\n');
      ends[i] = text.length();
    }
    text.append(" ".repeat(MARGIN));
    return new Statements(text.toString().getBytes(StandardCharsets.US_ASCII), ends);
  }

  private static void ormSelect(StringBuilder text, Random random) {
    int columns = 8 + random.nextInt(20);
    for (int i = 0; i < columns; i++) {
      String column = COLUMNS[random.nextInt(COLUMNS.length)];
      text.append(i == 0 ? "select " : ", ");
      text.append('t').append(random.nextInt(3)).append("_.").append(column);
      text.append(" as ").append(column).append('_').append(i).append('_');
    }
    text.append(" from orders_").append(random.nextInt(300));
    text.append(" t0_ left join members t1_ on t0_.member_id = t1_.id inner join items_");
    text.append(random.nextInt(50)).append(" t2_ on t2_.order_id = t0_.id where t0_.member_id = ");
    text.append(random.nextInt(1_000_000)).append(" and t1_.status = 'active' and t2_.price > ");
    text.append(random.nextInt(1000)).append(" order by t0_.created_at desc limit 20");
  }

  private static void bulkInsert(StringBuilder text, Random random) {
    text.append("INSERT INTO events_").append(random.nextInt(400));
    text.append(" (id, member_id, kind, payload, amount, created_at, deleted_at) VALUES ");
    int rows = 20 + random.nextInt(200);
    for (int i = 0; i < rows; i++) {
      text.append(i == 0 ? "(" : ",(").append(random.nextInt(100_000_000)).append(',');
      text.append(random.nextInt(1_000_000)).append(",'kind_").append(random.nextInt(20));
      text.append("','").append("lorem ipsum dolor sit amet ".repeat(1 + random.nextInt(9)));
      text.append("',").append(random.nextInt(1000)).append(".25,'2026-11-23 22:31:50',NULL)");
    }
  }

  private static void shortOne(StringBuilder text, Random random) {
    int id = random.nextInt(100_000);
    switch (random.nextInt(4)) {
      case 0 -> text.append("SELECT * FROM orders WHERE id = ").append(id);
      case 1 ->
          text.append("UPDATE members SET seen = '2026-11-23', visits = visits + 1 WHERE id = ")
              .append(id);
      case 2 -> text.append("INSERT INTO log (a, b, c) VALUES (1, 'x', ").append(id).append(')');
      default -> text.append("COMMIT");
    }
  }
}
