package dev.watershed.benchmarks.corpus;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Statements of 40 to 250 bytes, as hand-written data access has them. */
final class ShortStatements implements TemplateSource {

  @Override
  public StatementTemplate next(SplittableRandom random) {
    int service = random.nextInt(Vocabulary.SERVICES.size());
    String table = Vocabulary.table(service, random.nextInt(Vocabulary.tables()));
    int micros = 40 + (int) Math.exp(random.nextDouble() * 9);
    return StatementTemplate.of(service, text(random, table), "", micros, micros / 4);
  }

  private static String text(SplittableRandom random, String table) {
    List<String> columns = Vocabulary.columns(random, 1 + random.nextInt(6));
    String list = String.join(", ", columns);
    String where = where(random);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> "SELECT " + list + " FROM " + table + " WHERE " + where;
      case 3 ->
          "SELECT id, "
              + list
              + " FROM "
              + table
              + " WHERE "
              + where
              + " ORDER BY "
              + Vocabulary.column(random)
              + " DESC LIMIT {i}";
      case 4 -> "select count(*) from `" + table + "` where " + where;
      case 5 ->
          "INSERT INTO "
              + table
              + " ("
              + list
              + ") VALUES ("
              + columns.stream().map(ShortStatements::literal).collect(Collectors.joining(", "))
              + ")";
      case 6 ->
          "UPDATE "
              + table
              + " SET "
              + columns.stream()
                  .map(column -> column + " = " + literal(column))
                  .collect(Collectors.joining(", "))
              + " WHERE id = {i}";
      default -> "DELETE FROM " + table + " WHERE " + where + " LIMIT {i}";
    };
  }

  private static String where(SplittableRandom random) {
    String first = Vocabulary.column(random);
    String second = Vocabulary.column(random);
    return switch (random.nextInt(5)) {
      case 0 -> "id = {i}";
      case 1 -> first + " = " + literal(first) + " AND " + second + " >= " + literal(second);
      case 2 -> first + " IN ({l})";
      case 3 -> first + " LIKE {s} AND status <> {i}";
      default -> first + " BETWEEN {d} AND {d} AND " + second + " = " + literal(second);
    };
  }

  /** The mark of a literal of a column's type. */
  static String literal(String column) {
    if (column.endsWith("_at")) {
      return "{d}";
    }
    if (column.equals("amount") || column.equals("tax_rate") || column.equals("score")) {
      return "{m}";
    }
    boolean text =
        column.matches("title|body|note|memo_ja|token|image_url|address_line1|phone2|area_code");
    return text ? "{s}" : "{i}";
  }
}
