package dev.watershed.sql.lexical;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Kind and tables of a statement from its canonical fingerprint text, by its words alone. Any text
 * gives an answer, in time and memory proportional to its length; what is not understood names no
 * table. The forms are those of the MySQL 9.7 and MariaDB 10.11 manuals, "SQL Statements".
 *
 * <p>Rules where the text leaves a choice:
 *
 * <ul>
 *   <li>A common table expression is no table, nor are {@code DUAL}, table functions and derived
 *       tables. One that is not recursive does not hide a table of its name in its own body.
 *   <li>A multi-table UPDATE writes the tables whose columns it assigns; if a column stands without
 *       its table, the first table of the list counts as written (inferred). A multi-table DELETE
 *       writes the tables it lists. The other tables are read.
 *   <li>EXPLAIN reads all tables of its statement; MariaDB's ANALYZE runs the statement.
 *   <li>A definition writes the tables it names, a trigger and an index that of their ON clause; it
 *       reads those of LIKE, REFERENCES and SELECT. OPTIMIZE and REPAIR write, ANALYZE, CHECK and
 *       CHECKSUM read. SHOW and DESCRIBE of a table read it.
 *   <li>Routine bodies, alone or in CREATE, bring the tables of all their statements.
 *   <li>In a text cut by an ellipsis, a name that touches the cut is left out: it may be a part of
 *       a name, or a schema.
 * </ul>
 */
public final class LexicalPass {

  private LexicalPass() {}

  /** The facts about a canonical fingerprint text. */
  public static LexicalFacts of(String fingerprintText) {
    List<Token> tokens = Tokenizer.tokens(fingerprintText);
    return new LexicalFacts(StatementKinds.of(tokens), TableWalk.tables(tokens).references());
  }

  /**
   * What a statement does when it runs, from its canonical fingerprint text. What an EXPLAIN, a
   * SHOW or a definition names is not touched by it.
   */
  public static LexicalActions actions(String fingerprintText) {
    List<Token> tokens = Tokenizer.tokens(fingerprintText);
    return switch (StatementKinds.of(tokens)) {
      case SELECT, INSERT, REPLACE, UPDATE, DELETE, LOAD, CALL, DO, SET, TRUNCATE, HANDLER, OTHER ->
          actions(tokens, TableWalk.tables(tokens), false);
      default -> LexicalActions.NONE;
    };
  }

  /** The same for a text that may have been cut without an ellipsis. */
  public static LexicalActions actions(String fingerprintText, boolean truncated) {
    return actions(truncated ? fingerprintText + "\u2026" : fingerprintText);
  }

  /** What the body of a trigger, routine or event does when it runs, all branches of it. */
  public static LexicalActions actionsOfBody(String body) {
    List<Token> tokens = Tokenizer.tokens(body);
    boolean dynamic =
        tokens.stream()
            .map(Token::keyword)
            .anyMatch(keyword -> keyword.equals("PREPARE") || keyword.equals("EXECUTE"));
    return actions(tokens, TableWalk.tablesOfBody(tokens), dynamic);
  }

  private static LexicalActions actions(
      List<Token> tokens, TableCollector tables, boolean dynamic) {
    Set<String> temporary = TemporaryTables.of(tokens);
    List<TableAction> lasting =
        tables.actions().stream()
            .filter(action -> !temporary.contains(action.table().toLowerCase(Locale.ROOT)))
            .toList();
    return new LexicalActions(lasting, RoutineCalls.of(tokens), dynamic);
  }

  /** The facts about a canonical fingerprint text that may have been cut without an ellipsis. */
  public static LexicalFacts of(String fingerprintText, boolean truncated) {
    return of(truncated ? fingerprintText + "\u2026" : fingerprintText);
  }
}
