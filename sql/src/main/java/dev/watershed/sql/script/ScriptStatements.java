package dev.watershed.sql.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a script apart at its semicolons, or at what DELIMITER says, as the clients of the server
 * do it: not inside quotes and comments (MySQL 9.7 Reference Manual, "mysql Client Commands",
 * "Comments"). Comments before a statement belong to it. It never fails, whatever the text.
 */
public final class ScriptStatements {

  private static final String DELIMITER = "delimiter";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String script;
  private final List<ScriptStatement> statements = new ArrayList<>();
  private String delimiter = ";";
  private int position;
  private int start;
  private boolean something;
  private int firstWord;

  // The place up to which lines were counted.
  private int counted;
  private int line = 1;
  private int lineStart;

  private ScriptStatements(String script) {
    this.script = script;
    position = script.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    start = position;
    counted = position;
    lineStart = position;
  }

  /** The statements of a script, in order; those that are comments only are left out. */
  public static List<ScriptStatement> of(String script) {
    return new ScriptStatements(script).split();
  }

  private List<ScriptStatement> split() {
    while (position < script.length()) {
      if (script.startsWith(delimiter, position)) {
        end();
        position += delimiter.length();
        start = position;
      } else {
        step();
      }
    }
    end();
    return statements;
  }

  private void step() {
    char character = script.charAt(position);
    if (comment(character)) {
      return;
    }
    if (!Character.isWhitespace(character) && !something) {
      begin();
      if (atDelimiterCommand()) {
        changeDelimiter();
        return;
      }
    }
    if (character == '\'' || character == '"' || character == '`') {
      quoted(character);
    } else {
      position++;
    }
  }

  private void begin() {
    if (!something) {
      something = true;
      firstWord = position;
    }
  }

  private boolean atDelimiterCommand() {
    return script.regionMatches(true, position, DELIMITER, 0, DELIMITER.length())
        && endsWord(position + DELIMITER.length());
  }

  private boolean endsWord(int at) {
    return at == script.length() || Character.isWhitespace(script.charAt(at));
  }

  /**
   * Passes over a comment; what {@code /*!} and {@code /*M!} hold is executed, and is passed over
   * as well.
   */
  private boolean comment(char character) {
    boolean dashes = script.startsWith("--", position) && endsWord(position + 2);
    if (character == '#' || dashes) {
      int end = script.indexOf('\n', position);
      position = end < 0 ? script.length() : end + 1;
      return true;
    }
    if (script.startsWith("/*", position)) {
      if (script.startsWith("!", position + 2) || script.startsWith("M!", position + 2)) {
        begin();
      }
      int end = script.indexOf("*/", position + 2);
      position = end < 0 ? script.length() : end + 2;
      return true;
    }
    return false;
  }

  private void quoted(char quote) {
    position++;
    while (position < script.length()) {
      char character = script.charAt(position++);
      if (character == '\\' && quote != '`') {
        position++;
      } else if (character == quote) {
        return;
      }
    }
  }

  private void changeDelimiter() {
    int end = script.indexOf('\n', position);
    String line = script.substring(position, end < 0 ? script.length() : end);
    String given = line.substring(DELIMITER.length()).strip();
    delimiter = given.isEmpty() ? delimiter : given.split("\\s", 2)[0];
    position = end < 0 ? script.length() : end + 1;
    start = position;
    something = false;
  }

  private void end() {
    if (something) {
      int end = Math.min(position, script.length());
      String text = script.substring(start, end).strip();
      countLines();
      statements.add(new ScriptStatement(text, line, firstWord - lineStart + 1));
    }
    something = false;
  }

  /** Goes on to the first word of the statement. */
  private void countLines() {
    for (; counted < firstWord; counted++) {
      if (script.charAt(counted) == '\n') {
        line++;
        lineStart = counted + 1;
      }
    }
  }
}
