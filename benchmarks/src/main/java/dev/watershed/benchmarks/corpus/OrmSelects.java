package dev.watershed.benchmarks.corpus;

import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Selects of 0.5 to 5 KB as object-relational mappers write them: every column has an alias. */
final class OrmSelects implements TemplateSource {

  @Override
  public StatementTemplate next(SplittableRandom random) {
    int service = random.nextInt(Vocabulary.SERVICES.size());
    int tables = 1 + random.nextInt(6);
    int micros = 200 + (int) Math.exp(random.nextDouble() * 10);
    return StatementTemplate.of(service, text(random, service, tables), "", micros, micros / 3);
  }

  private static String text(SplittableRandom random, int service, int tables) {
    StringJoiner list = new StringJoiner(", ", "SELECT ", "");
    int alias = 0;
    for (int table = 0; table < tables; table++) {
      int columns = 14 + random.nextInt(12);
      list.add("t" + table + "_.id AS id_" + alias++);
      for (String column : Vocabulary.columns(random, columns)) {
        list.add("t" + table + "_." + column + " AS " + column + "_" + alias++);
      }
    }
    StringBuilder text = new StringBuilder(list.toString());
    text.append(" FROM ").append(table(random, service)).append(" t0_");
    for (int table = 1; table < tables; table++) {
      text.append(random.nextInt(3) == 0 ? " LEFT JOIN " : " INNER JOIN ")
          .append(table(random, service))
          .append(" t" + table + "_ ON t" + random.nextInt(table) + "_.id = t" + table + "_.")
          .append(Vocabulary.column(random));
    }
    String column = Vocabulary.column(random);
    text.append(" WHERE t0_.").append(column).append(" = ").append(ShortStatements.literal(column));
    text.append(" AND t0_.").append(Vocabulary.column(random)).append(" IN ({l})");
    if (random.nextBoolean()) {
      text.append(" AND (t0_.title LIKE {s} OR t0_.note LIKE {s})");
    }
    text.append(" ORDER BY t0_.").append(Vocabulary.column(random)).append(" ASC LIMIT {i}{c}");
    return text.toString();
  }

  private static String table(SplittableRandom random, int service) {
    return Vocabulary.table(service, random.nextInt(Vocabulary.tables()));
  }
}
