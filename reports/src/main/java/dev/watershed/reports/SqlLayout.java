package dev.watershed.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A fingerprint on several lines: one per clause, and one per condition, of the outermost level.
 * Only blanks are changed.
 */
public final class SqlLayout {

  private static final Set<String> CLAUSES =
      Set.of("FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "VALUES", "SET", "UNION");

  private static final Set<String> JOINS =
      Set.of("JOIN", "LEFT", "RIGHT", "INNER", "CROSS", "NATURAL", "STRAIGHT_JOIN");

  private static final Set<String> CONDITIONS = Set.of("AND", "OR", "XOR");

  private SqlLayout() {}

  /** The lines, at least one. */
  public static List<String> lines(String fingerprint) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    String previous = "";
    int depth = 0;
    boolean between = false;
    for (String word : words(fingerprint)) {
      boolean condition = depth == 0 && CONDITIONS.contains(word) && !between;
      if (line.length() > 0 && depth == 0 && (condition || startsClause(word, previous))) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(condition ? "  " : "");
      } else if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
      between = word.equals("BETWEEN") || between && !word.equals("AND");
      depth += depthOf(word);
      previous = word;
    }
    lines.add(line.toString());
    return lines;
  }

  private static boolean startsClause(String word, String previous) {
    if (JOINS.contains(word)) {
      return !JOINS.contains(previous) && !previous.equals("OUTER");
    }
    return CLAUSES.contains(word) && !previous.equals("DELETE") && !previous.equals("CHARACTER");
  }

  private static int depthOf(String word) {
    int depth = 0;
    boolean quoted = false;
    for (int at = 0; at < word.length(); at++) {
      char character = word.charAt(at);
      quoted ^= character == '`';
      if (!quoted) {
        depth += character == '(' ? 1 : character == ')' ? -1 : 0;
      }
    }
    return depth;
  }

  /** Splits at blanks outside back-ticks. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int at = 0; at <= text.length(); at++) {
      boolean end = at == text.length();
      quoted ^= !end && text.charAt(at) == '`';
      if (end || text.charAt(at) == ' ' && !quoted) {
        if (at > start) {
          words.add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
    return words;
  }
}
