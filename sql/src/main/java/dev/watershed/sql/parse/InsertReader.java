package dev.watershed.sql.parse;

import dev.watershed.sql.parse.StatementFrame.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes an INSERT or REPLACE apart. */
final class InsertReader {

  private static final Set<String> OPTIONS =
      Set.of("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "IGNORE", "INTO");

  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES");

  private InsertReader() {}

  /** Reads from the verb on. */
  static StatementFrame read(TokenRow row, List<SqlToken> with) {
    row.skipVerb(OPTIONS);
    int nameEnd = row.endOfName(row.at());
    List<WrittenName> table = row.names(row.at(), nameEnd);
    row.moveTo(nameEnd);
    List<String> columns = new ArrayList<>();
    if (row.token(0).isOpen() && !beginsQuery(row)) {
      int close = row.partner(row.at());
      row.names(row.at() + 1, close).forEach(name -> columns.add(name.name()));
      row.moveTo(close + 1);
    }
    int end = row.find(Set.of("RETURNING"), row.at());
    int duplicate = duplicateKey(row, end);
    List<String> updated = new ArrayList<>();
    List<SqlToken> updates = updates(row, duplicate, end, updated);
    List<SqlToken> query = new ArrayList<>(with);
    boolean values = row.isAt("VALUES") || row.isAt("VALUE") || row.isAt("SET");
    if (row.isAt("SET")) {
      query.add(SqlToken.word("SELECT"));
      int to = row.find(Set.of("AS"), row.at());
      row.assignments(row.at() + 1, Math.min(duplicate, to), false, query);
      columns.addAll(row.assigned(row.at() + 1, Math.min(duplicate, to)));
    } else if (values) {
      query.add(SqlToken.word("SELECT"));
      query.addAll(rowValues(row, duplicate));
    } else {
      query.addAll(row.between(row.at(), duplicate));
    }
    return new StatementFrame(
        values ? Form.INSERT_VALUES : Form.INSERT_QUERY, table, columns, updated, query, updates);
  }

  private static boolean beginsQuery(TokenRow row) {
    int at = 1;
    while (row.token(at).isOpen()) {
      at++;
    }
    return QUERIES.contains(row.token(at).keyword());
  }

  /** Where ON DUPLICATE KEY UPDATE begins; the end if there is none. */
  private static int duplicateKey(TokenRow row, int end) {
    int on = row.find(Set.of("ON"), row.at());
    while (on < end && !row.tokenAt(on + 1).is("DUPLICATE")) {
      on = row.find(Set.of("ON"), on + 1);
    }
    return Math.min(on, end);
  }

  /** The values that are assigned if there is a subquery in them, as a query over no table. */
  private static List<SqlToken> updates(
      TokenRow row, int duplicate, int end, List<String> updated) {
    int from = Math.min(duplicate + 4, end);
    if (from >= end) {
      return List.of();
    }
    updated.addAll(row.assigned(from, end));
    List<SqlToken> query = new ArrayList<>();
    query.add(SqlToken.word("SELECT"));
    row.assignments(from, end, false, query);
    boolean subquery = query.stream().skip(1).anyMatch(token -> token.is("SELECT"));
    return subquery ? query.stream().map(InsertReader::asFunction).toList() : List.of();
  }

  /** VALUES is a function behind ON DUPLICATE KEY UPDATE. */
  private static SqlToken asFunction(SqlToken token) {
    return token.is("VALUES") || token.is("VALUE") ? SqlToken.name(token.keyword()) : token;
  }

  /** The values of all rows, as the elements of one list. */
  private static List<SqlToken> rowValues(TokenRow row, int end) {
    List<SqlToken> values = new ArrayList<>();
    int at = row.at() + 1;
    while (at < end && row.tokenAt(at).isOpen()) {
      int close = row.partner(at);
      if (!values.isEmpty() && close > at + 1) {
        values.add(SqlToken.COMMA);
      }
      values.addAll(row.between(at + 1, close));
      at = row.tokenAt(close + 1).isComma() ? close + 2 : end;
    }
    return values.isEmpty() ? List.of(SqlToken.PLACEHOLDER) : values;
  }
}
