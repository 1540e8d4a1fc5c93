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

  private final String script;
  private final List<ScriptStatement> statements = new ArrayList<>();
  private String delimiter = ";";
  private int position;
  private int start;
  private boolean something;
  private int firstWord;

  private ScriptStatements(String script) {
    this.script = script;
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
      something = true;
      firstWord = position;
      if (script.regionMatches(true, position, DELIMITER, 0, DELIMITER.length())) {
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

  /** Passes over a comment; what {@code /*!} holds is executed, and is passed over as well. */
  private boolean comment(char character) {
    boolean dashes =
        script.startsWith("--", position)
            && (position + 2 == script.length()
                || Character.isWhitespace(script.charAt(position + 2)));
    if (character == '#' || dashes) {
      int end = script.indexOf('\n', position);
      position = end < 0 ? script.length() : end + 1;
      return true;
    }
    if (script.startsWith("/*", position)) {
      something |= script.startsWith("/*!", position);
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
    delimiter = given.isEmpty() ? delimiter : given;
    position = end < 0 ? script.length() : end + 1;
    start = position;
    something = false;
  }

  private void end() {
    if (something) {
      int end = Math.min(position, script.length());
      String text = script.substring(start, end).strip();
      statements.add(new ScriptStatement(text, line(firstWord), column(firstWord)));
    }
    something = false;
  }

  private int line(int at) {
    return (int) script.substring(0, at).chars().filter(each -> each == '\n').count() + 1;
  }

  private int column(int at) {
    return at - script.lastIndexOf('\n', at - 1);
  }
}
