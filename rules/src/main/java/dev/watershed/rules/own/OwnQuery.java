package dev.watershed.rules.own;

import dev.watershed.analyzer.query.QueryException;
import dev.watershed.analyzer.query.QueryLimits;
import dev.watershed.analyzer.query.QuerySession;
import dev.watershed.analyzer.query.QuerySink;
import dev.watershed.analyzer.query.QueryValue;
import dev.watershed.analyzer.query.RowTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Runs the query of a rule of one's own. */
final class OwnQuery {

  /** Whether the rows of a rule with conditions meet them. */
  static final String ERROR = "watershed_error";

  static final String WARNING = "watershed_warning";

  /** More are not looked at. */
  static final int MOST_ROWS = 10_000;

  private static final int MEMORY_MEBIBYTES = 256;

  /** Functions that give another answer each time: the same facts must give the same verdict. */
  private static final Set<String> UNSTEADY =
      Set.of(
          "random",
          "setseed",
          "uuid",
          "uuidv4",
          "uuidv7",
          "gen_random_uuid",
          "now",
          "today",
          "localtime",
          "localtimestamp",
          "current_date",
          "current_time",
          "current_timestamp",
          "current_localtime",
          "current_localtimestamp",
          "get_current_time",
          "get_current_timestamp",
          "transaction_timestamp",
          "nextval",
          "currval");

  /** The line that the engine shows again, with a caret below it. */
  private static final Pattern EXCERPT = Pattern.compile("\n+LINE [0-9]+: [^\n]*\n *\\^[~^]*");

  private final OwnRuleDefinition rule;

  OwnQuery(OwnRuleDefinition rule) {
    this.rule = rule;
  }

  /** What a query returned. */
  record Rows(List<OwnRow> all, boolean more) {}

  /** A query that returned nothing, because it is wrong or takes too much. */
  static final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    private final QueryException.Reason reason;

    Failure(QueryException.Reason reason, String message) {
      super(message);
      this.reason = reason;
    }

    /** Why there is no answer. */
    QueryException.Reason reason() {
      return reason;
    }
  }

  /**
   * Asks the tables.
   *
   * @throws Failure if there is no answer; the message names the place
   */
  Rows rows(List<RowTable<?>> tables) throws Failure {
    QueryLimits limits = new QueryLimits(MOST_ROWS, rule.timeLimit(), MEMORY_MEBIBYTES, 1);
    try (QuerySession session = QuerySession.over(tables, limits)) {
      check(session, rule.query(), rule.query().text(), true);
      if (rule.warnIf().isPresent()) {
        check(session, rule.warnIf().get(), with(rule.warnIf(), Optional.empty()), false);
      }
      if (rule.errorIf().isPresent()) {
        check(session, rule.errorIf().get(), with(Optional.empty(), rule.errorIf()), false);
      }
      Sink sink = new Sink();
      QuerySession.Answer answer =
          session.answer(with(rule.warnIf(), rule.errorIf()), rule.parameters(), sink);
      return new Rows(sink.rows, answer.more());
    } catch (QueryException failed) {
      throw failure(rule.query(), failed.line().orElse(1), failed);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * @param written what the text stands for
   * @param lines whether its lines are those of the text
   */
  private static void check(QuerySession session, SqlText written, String sql, boolean lines)
      throws Failure {
    try {
      Optional<String> unsteady =
          session.check(sql).stream().filter(UNSTEADY::contains).sorted().findFirst();
      if (unsteady.isPresent()) {
        throw new Failure(
            QueryException.Reason.WRONG,
            written.place(1)
                + ": "
                + unsteady.get()
                + " gives another answer each time; give what it stands for as a parameter");
      }
    } catch (QueryException failed) {
      throw failure(written, lines ? failed.line().orElse(1) : 1, failed);
    }
  }

  private static Failure failure(SqlText written, int line, QueryException failed) {
    String message = EXCERPT.matcher(failed.getMessage()).replaceFirst("").strip();
    return new Failure(failed.reason(), written.place(line) + ": " + message.replace("\n", "; "));
  }

  /** The query with its conditions behind it, so that its lines stay what they are. */
  private String with(Optional<SqlText> warnIf, Optional<SqlText> errorIf) {
    if (warnIf.isEmpty() && errorIf.isEmpty()) {
      return rule.query().text();
    }
    StringBuilder sql = new StringBuilder("FROM (FROM (");
    sql.append(rule.query().open());
    sql.append("\n) SELECT *, count(*) OVER () AS violations) SELECT * EXCLUDE (violations)");
    warnIf.ifPresent(text -> condition(sql, text, WARNING));
    errorIf.ifPresent(text -> condition(sql, text, ERROR));
    return sql.toString();
  }

  private static void condition(StringBuilder sql, SqlText text, String column) {
    sql.append(", coalesce((").append(text.text()).append("\n)::BOOLEAN, false) AS ");
    sql.append(column);
  }

  /** Keeps rows. */
  private static final class Sink implements QuerySink {

    private final List<String> names = new ArrayList<>();
    private final List<OwnRow> rows = new ArrayList<>();

    @Override
    public void columns(List<String> columns) {
      columns.forEach(column -> names.add(column.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void row(List<QueryValue> values) {
      Map<String, QueryValue> row = new LinkedHashMap<>();
      for (int column = 0; column < names.size(); column++) {
        row.putIfAbsent(names.get(column), values.get(column));
      }
      rows.add(new OwnRow(row));
    }
  }
}
