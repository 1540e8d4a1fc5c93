package dev.watershed.sql.parse;

import dev.watershed.sql.parse.StatementFrame.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a statement apart, after the passes. An UPDATE of tables becomes the query of the columns
 * that it assigns and of their values, a DELETE one of nothing in particular, over the same tables:
 * so that the parser meets queries only.
 */
final class FrameReader {

  private static final Set<String> VERBS =
      Set.of("SELECT", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE");

  private static final Set<String> TAIL = Set.of("WHERE", "ORDER", "LIMIT", "RETURNING");

  private static final Set<String> OPTIONS =
      Set.of("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK", "IGNORE");

  private final TokenRow row;

  private FrameReader(TokenRow row) {
    this.row = row;
  }

  /** The frame of a SELECT, INSERT, REPLACE, UPDATE or DELETE. */
  static StatementFrame read(List<SqlToken> tokens) {
    return new FrameReader(new TokenRow(tokens)).statement();
  }

  private StatementFrame statement() {
    if (row.isAt("SET") && row.token(1).is("STATEMENT")) {
      row.moveTo(row.find(Set.of("FOR"), row.at()) + 1);
    }
    int start = row.at();
    int verb = row.isAt("WITH") ? row.find(VERBS, start) : start;
    List<SqlToken> with = row.between(start, verb);
    row.moveTo(verb);
    return switch (row.token(0).keyword()) {
      case "INSERT", "REPLACE" -> InsertReader.read(row, with);
      case "UPDATE" -> update(with);
      case "DELETE" -> delete(with);
      default -> StatementFrame.of(Form.QUERY, List.of(), row.between(start, row.end()));
    };
  }

  private StatementFrame update(List<SqlToken> with) {
    row.skipVerb(OPTIONS);
    int set = row.find(Set.of("SET"), row.at());
    int tail = row.find(TAIL, set);
    List<SqlToken> query = new ArrayList<>(with);
    query.add(SqlToken.word("SELECT"));
    row.assignments(set + 1, tail, true, query);
    query.add(SqlToken.word("FROM"));
    query.addAll(row.between(row.at(), set));
    query.addAll(row.between(tail, row.find(Set.of("RETURNING"), tail)));
    return StatementFrame.of(Form.UPDATE, List.of(), query);
  }

  private StatementFrame delete(List<SqlToken> with) {
    row.skipVerb(OPTIONS);
    List<WrittenName> targets = new ArrayList<>();
    boolean fromFirst = row.isAt("FROM");
    int listAt = row.at() + (fromFirst ? 1 : 0);
    int list = row.find(fromFirst ? Set.of("USING", "WHERE") : Set.of("FROM"), listAt);
    int from = listAt;
    if (!fromFirst || row.tokenAt(list).is("USING") && !row.hasJoin(listAt, list)) {
      targets.addAll(row.names(listAt, list));
      from = list + 1;
    }
    int tail = row.find(TAIL, from);
    int returning = row.find(Set.of("RETURNING"), tail);
    List<SqlToken> query = new ArrayList<>(with);
    query.add(SqlToken.word("SELECT"));
    query.addAll(
        returning + 1 < row.end()
            ? row.between(returning + 1, row.end())
            : List.of(SqlToken.PLACEHOLDER));
    query.add(SqlToken.word("FROM"));
    query.addAll(row.between(from, returning));
    return StatementFrame.of(Form.DELETE, targets, query);
  }
}
