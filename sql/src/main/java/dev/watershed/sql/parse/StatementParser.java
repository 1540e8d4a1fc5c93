package dev.watershed.sql.parse;

import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import dev.watershed.sql.parse.ParsedStatement.Delete;
import dev.watershed.sql.parse.ParsedStatement.Insert;
import dev.watershed.sql.parse.ParsedStatement.Query;
import dev.watershed.sql.parse.ParsedStatement.Update;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Parses SELECT, INSERT, REPLACE, UPDATE and DELETE, from their canonical fingerprint texts or with
 * literals. Any text gets an answer, in bounded time and stack.
 */
public final class StatementParser {

  /** Longer texts are not parsed, in characters. */
  public static final int MAX_LENGTH = 1_000_000;

  /** Nested deeper, a text is not parsed, in parentheses that are not redundant. */
  public static final int MAX_DEPTH = 60;

  private static final Set<String> WRITING = Set.of("INSERT", "REPLACE", "UPDATE", "DELETE");

  private StatementParser() {}

  /** Parses a statement. */
  public static Reading parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return rejected(List.of(), new FactIssue(Reason.TOO_LONG, ""));
    }
    Passes passes = new Passes();
    List<SqlToken> tokens = passes.apply(SqlLexer.tokens(text));
    Parentheses parentheses = Parentheses.of(tokens);
    if (isSeveral(tokens)) {
      return rejected(passes.hints(), new FactIssue(Reason.UNPARSED, ";"));
    }
    if (tokens.stream().anyMatch(SqlToken::isNameless)) {
      return rejected(passes.hints(), new FactIssue(Reason.UNPARSED, "name"));
    }
    if (!parentheses.balanced()) {
      return rejected(passes.hints(), new FactIssue(Reason.UNPARSED, "parentheses"));
    }
    if (writesInside(tokens)) {
      return rejected(passes.hints(), new FactIssue(Reason.UNPARSED, "WITH"));
    }
    if (parentheses.depth() > MAX_DEPTH || nestedCases(tokens) > MAX_DEPTH) {
      return rejected(passes.hints(), new FactIssue(Reason.UNPARSED, "nesting"));
    }
    try {
      return new Reading(Optional.of(statement(tokens)), passes.hints(), Optional.empty());
    } catch (RejectedException e) {
      return rejected(passes.hints(), e.issue());
    }
  }

  /**
   * {@code ||} joins texts or conditions, by the session's mode: where no text can stand, these.
   */
  private static ParsedStatement statement(List<SqlToken> tokens) throws RejectedException {
    try {
      return statement(FrameReader.read(tokens));
    } catch (RejectedException e) {
      if (tokens.stream().noneMatch(token -> token.isSymbol("||"))) {
        throw e;
      }
      SqlToken or = SqlToken.word("OR");
      return statement(
          FrameReader.read(
              tokens.stream().map(token -> token.isSymbol("||") ? or : token).toList()));
    }
  }

  /** Whether another statement follows the first one. */
  private static boolean isSeveral(List<SqlToken> tokens) {
    return tokens.stream()
        .dropWhile(token -> !token.isSymbol(";"))
        .anyMatch(token -> !token.isSymbol(";"));
  }

  /** Whether a statement that writes stands in parentheses, as other servers allow behind WITH. */
  private static boolean writesInside(List<SqlToken> tokens) {
    for (int at = 1; at + 1 < tokens.size(); at++) {
      boolean call = tokens.get(at + 1).isOpen();
      if (tokens.get(at - 1).isOpen() && WRITING.contains(tokens.get(at).keyword()) && !call) {
        return true;
      }
    }
    return false;
  }

  private static Reading rejected(List<String> hints, FactIssue issue) {
    return new Reading(Optional.empty(), hints, Optional.of(issue));
  }

  private static ParsedStatement statement(StatementFrame frame) throws RejectedException {
    Select rows = QueryParser.parse(frame.query());
    return switch (frame.form()) {
      case QUERY -> new Query(rows);
      case UPDATE -> new Update(rows);
      case DELETE -> new Delete(frame.names(), rows);
      case INSERT_VALUES, INSERT_QUERY -> insert(frame, rows);
    };
  }

  private static Insert insert(StatementFrame frame, Select rows) throws RejectedException {
    if (frame.names().size() != 1) {
      throw new RejectedException(new FactIssue(Reason.UNPARSED, "INTO"));
    }
    Optional<Select> updates =
        frame.updates().isEmpty()
            ? Optional.empty()
            : Optional.of(QueryParser.parse(frame.updates()));
    return new Insert(
        frame.names().get(0),
        frame.columns(),
        frame.updated(),
        rows,
        frame.form() == StatementFrame.Form.INSERT_QUERY,
        updates);
  }

  /** How deep CASE and NOT, which need no parentheses, stand in each other. */
  private static int nestedCases(List<SqlToken> tokens) {
    int depth = 0;
    int deepest = 0;
    int signs = 0;
    for (SqlToken token : tokens) {
      depth += token.is("CASE") ? 1 : token.is("END") && depth > 0 ? -1 : 0;
      boolean sign = token.is("NOT") || token.isSymbol("-") || token.isSymbol("~");
      signs = sign ? signs + 1 : 0;
      deepest = Math.max(deepest, Math.max(depth, signs));
    }
    return deepest;
  }
}
