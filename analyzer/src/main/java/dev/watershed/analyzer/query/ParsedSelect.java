package dev.watershed.analyzer.query;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What DuckDB's own parser, which writes down nothing but SELECT, says of a text.
 *
 * @param parameters their names, in order
 * @param names of the functions that it calls and the columns that it names, in lower case
 */
record ParsedSelect(SortedSet<String> parameters, Set<String> names) {

  private static final String PARSE =
      "SELECT p->>'error_type', p->>'error_message', (p->>'position')::BIGINT,"
          + " json_array_length(p, '$.statements'),"
          + " p->>'$.statements[0].named_param_map[*].key',"
          + " p->>'$..function_name', p->>'$..column_names[*]' FROM (SELECT json_serialize_sql(?) AS p)";

  ParsedSelect {
    parameters = Collections.unmodifiableSortedSet(new TreeSet<>(parameters));
    names = Set.copyOf(names);
  }

  /**
   * Parses a text.
   *
   * @throws QueryException if it is not one SELECT
   */
  static ParsedSelect of(Connection connection, String sql) throws SQLException, QueryException {
    try (PreparedStatement statement = connection.prepareStatement(PARSE)) {
      statement.setString(1, sql);
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        if ("parser".equals(answer.getString(1))) {
          throw wrong(sql, answer.getString(2), (int) answer.getLong(3));
        }
        if (answer.getString(1) != null || answer.getLong(4) != 1) {
          throw new QueryException("expected one SELECT; nothing else is answered");
        }
        Set<String> names =
            Stream.concat(texts(answer, 6).stream(), texts(answer, 7).stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new ParsedSelect(new TreeSet<>(texts(answer, 5)), names);
      }
    }
  }

  /** The engine counts bytes; people count characters. */
  private static QueryException wrong(String sql, String message, int position) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    String before =
        new String(bytes, 0, Math.min(Math.max(position, 0), bytes.length), StandardCharsets.UTF_8);
    int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new QueryException(
        QueryException.Reason.WRONG,
        message + ", line " + line + ", column " + column,
        OptionalInt.of(line));
  }

  private static List<String> texts(ResultSet answer, int column) throws SQLException {
    List<String> texts = new ArrayList<>();
    if (answer.getArray(column) != null) {
      for (Object text : (Object[]) answer.getArray(column).getArray()) {
        texts.add(String.valueOf(text));
      }
    }
    return texts;
  }
}
