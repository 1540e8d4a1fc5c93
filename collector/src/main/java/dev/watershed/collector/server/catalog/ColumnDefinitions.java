package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.catalog.query.ColumnQuery;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.GeneratedValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes columns of rows. */
final class ColumnDefinitions {

  private static final String NOW = "CURRENT_TIMESTAMP";
  private static final Pattern TIME_TYPE = Pattern.compile("(timestamp|datetime).*");

  /**
   * MariaDB adds what older versions do not know, such as compression, behind a type. Members of
   * ENUM and SET, which stand in quotes, may look like the beginning of one.
   */
  private static final Pattern COMMENT = Pattern.compile(" */[*][^']*[*]/ *$");

  private final ServerProduct product;
  private final ServerTexts texts;

  ColumnDefinitions(ServerProduct product, ServerTexts texts) {
    this.product = product;
    this.texts = texts;
  }

  /** The columns of one table, in the order of their positions. */
  List<ColumnDefinition> of(List<ColumnQuery.Row> rows) {
    return rows.stream()
        .sorted(Comparator.comparingInt(ColumnQuery.Row::position))
        .map(this::column)
        .toList();
  }

  private ColumnDefinition column(ColumnQuery.Row row) {
    String extra = row.extra().toUpperCase(Locale.ROOT);
    return new ColumnDefinition(
        row.name(),
        COMMENT.matcher(row.type()).replaceAll(""),
        row.nullable(),
        row.charset(),
        row.collation(),
        row.defaultText().flatMap(text -> defaultValue(text, row.type(), extra)),
        extra.contains("ON UPDATE CURRENT_TIMESTAMP"),
        extra.contains("AUTO_INCREMENT"),
        generated(row.generation(), extra),
        !extra.contains("INVISIBLE"),
        row.commented());
  }

  private Optional<String> defaultValue(String text, String type, String extra) {
    return switch (product) {
      case MYSQL ->
          Optional.of(
              isExpression(text, type, extra)
                  ? texts.defaultExpression(parenthesized(text))
                  : texts.literal(text, type));
      case MARIADB ->
          text.equals("NULL") ? Optional.empty() : Optional.of(texts.defaultExpression(text));
    };
  }

  /** As a definition has it, where everything but the time of now stands in parentheses. */
  private static String parenthesized(String expression) {
    return expression.startsWith(NOW) ? expression : "(" + expression + ")";
  }

  /** MySQL 5.7 does not mark the only expression that it has. */
  private static boolean isExpression(String text, String type, String extra) {
    return extra.contains("DEFAULT_GENERATED")
        || (TIME_TYPE.matcher(type).matches() && text.startsWith(NOW));
  }

  private Optional<GeneratedValue> generated(String expression, String extra) {
    boolean stored = extra.contains("STORED GENERATED") || extra.contains("PERSISTENT");
    return stored || extra.contains("VIRTUAL")
        ? Optional.of(new GeneratedValue(texts.expression(expression), stored))
        : Optional.empty();
  }
}
