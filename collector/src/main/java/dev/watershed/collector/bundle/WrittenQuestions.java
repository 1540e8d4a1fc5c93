package dev.watershed.collector.bundle;

import dev.watershed.collector.bundle.RecordedQuestions.Known;
import dev.watershed.collector.bundle.RecordedQuestions.Value;
import dev.watershed.collector.server.Question.Timing;
import dev.watershed.collector.server.catalog.MigrationHistory;
import dev.watershed.collector.server.catalog.query.MigrationQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.collector.server.catalog.query.ViewAlgorithmQuery;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions that a server wrote for the script, since they name tables of the users. The names
 * of their answers say which: {@code migrations/flyway/73686F70/…}, schema and table in
 * hexadecimal.
 */
final class WrittenQuestions {

  private static final String MIGRATIONS = "migrations";
  private static final String ALGORITHM = "algorithm";

  private WrittenQuestions() {}

  /**
   * Those that a part answers, by the text that asks a server.
   *
   * @throws SQLException if an answer names a table in another way than the script does
   */
  static Map<String, Known> of(RecordedPart part) throws SQLException {
    Map<String, Known> byText = new HashMap<>();
    for (RecordedAnswer answer : part.answers()) {
      String[] words = answer.name().split("/", -1);
      if (words[0].equals(MIGRATIONS) && words.length == 4) {
        Known known = known(answer, "VERSION", "DESCRIPTION", "APPLIED_AT", "SUCCEEDED", "KIND");
        migrations(words[1], key(words[2], words[3])).ifPresent(sql -> byText.put(sql, known));
      } else if (words[0].equals(ALGORITHM) && words.length == 3) {
        String sql = ViewAlgorithmQuery.of(key(words[1], words[2])).sql();
        byText.put(sql, known(answer, "View", "Create View"));
      }
    }
    return byText;
  }

  private static Optional<String> migrations(String tool, TableKey table) {
    return MigrationHistory.all().stream()
        .filter(history -> history.tool().equals(tool))
        .filter(history -> history.table().equalsIgnoreCase(table.table()))
        .map(history -> MigrationQuery.of(table, history.columns()).sql())
        .findFirst();
  }

  private static Known known(RecordedAnswer answer, String... labels) {
    return new Known(
        answer.name(),
        Timing.ONCE,
        List.of(labels).stream().map(label -> new Value(label, Optional.empty())).toList());
  }

  private static TableKey key(String schema, String table) throws SQLException {
    return new TableKey(text(schema), text(table));
  }

  private static String text(String hexadecimal) throws SQLException {
    try {
      return new String(HexFormat.of().parseHex(hexadecimal), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new SQLException(
          "the bundle names a table by '" + hexadecimal + "'; expected hexadecimal digits", e);
    }
  }
}
