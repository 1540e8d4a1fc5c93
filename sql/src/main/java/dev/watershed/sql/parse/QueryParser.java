package dev.watershed.sql.parse;

import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.FactIssue.Reason;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;

/** The library's parser, bounded. */
final class QueryParser {

  private QueryParser() {}

  /**
   * Parses a query.
   *
   * @throws RejectedException if the parser does not take it
   */
  static Select parse(List<SqlToken> query) throws RejectedException {
    Optional<SimpleElements> simple = SimpleElements.of(query);
    if (simple.isPresent()) {
      Optional<Select> tree = tree(simple.get().rest());
      if (tree.isPresent() && simple.get().putBack(tree.get())) {
        return tree.get();
      }
    }
    return parseWhole(query);
  }

  private static Optional<Select> tree(List<SqlToken> rest) {
    try {
      return Optional.of(parseWhole(rest));
    } catch (RejectedException e) {
      // Parsed as a whole, the query names the word at which the parser gives up.
      return Optional.empty();
    }
  }

  /** The same, all of it by the library. */
  static Select parseWhole(List<SqlToken> query) throws RejectedException {
    CCJSqlParser parser =
        new CCJSqlParser(new StringProvider(QueryText.of(query))).withAllowComplexParsing(true);
    try {
      Statement statement = parser.Statement();
      if (statement instanceof Select select) {
        return select;
      }
      throw new RejectedException(new FactIssue(Reason.UNPARSED, "no query"));
    } catch (ParseException e) {
      throw new RejectedException(new FactIssue(Reason.UNPARSED, place(e)));
    } catch (TokenMgrException e) {
      throw new RejectedException(new FactIssue(Reason.UNPARSED, "characters"));
    } catch (RuntimeException e) {
      // The library checks some of what it has read as it builds its tree.
      throw new RejectedException(new FactIssue(Reason.UNPARSED, "tree"));
    }
  }

  /** The word at which the parser gave up. */
  private static String place(ParseException e) {
    return e.currentToken == null || e.currentToken.next == null
        ? ""
        : e.currentToken.next.image.replace("`", "");
  }
}
