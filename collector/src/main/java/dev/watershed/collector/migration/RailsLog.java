package dev.watershed.collector.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of a log of Rails: {@code TRANSACTION (0.2ms) ALTER TABLE …}. */
final class RailsLog {

  private static final Pattern LINE =
      Pattern.compile(
          "^(?:.*? -- : )?\\s*+(?:\\u001b\\[[0-9;]*+m)*+\\s*+(?:[\\w:]++ )*+\\s*+"
              + "\\(\\d++(?:\\.\\d++)?ms\\)(?:\\s|\\u001b\\[[0-9;]*+m)++(.*)$");

  private static final Pattern COLOURS = Pattern.compile("\\u001b\\[[0-9;]*m");

  /** With what a line of a statement begins that is not indented (a squiggly heredoc). */
  private static final Pattern FURTHER =
      Pattern.compile(
          "(?i)(?:[(),`]|(?:select|from|where|set|values|and|or|join|inner|left|right|cross|on|using"
              + "|order|group|having|limit|union|add|drop|modify|change|alter|rename|engine|default"
              + "|primary|unique|key|index|constraint|foreign|references|as|into|partition)\\b).*");

  private static final Pattern BINDS = Pattern.compile("(?<!\\s)\\s++\\[\\[.*]]\\s*+$");

  private RailsLog() {}

  /** The statements at their lines and columns; the text itself if it is no log. */
  static String statements(String text) {
    String[] lines = text.split("\n", -1);
    StringBuilder statements = new StringBuilder();
    boolean log = false;
    boolean open = false;
    int depth = 0;
    for (String line : lines) {
      Matcher logged = LINE.matcher(line);
      if (logged.matches()) {
        log = true;
        statements.append(open ? ";" : "").append(" ".repeat(logged.start(1)));
        statements.append(plain(logged.group(1)));
        open = true;
        depth = depth(logged.group(1));
      } else if (open && goesOn(line, depth)) {
        statements.append(plain(line));
        depth += depth(line);
      }
      statements.append('\n');
    }
    return log ? statements.toString() : text;
  }

  /** Whether a line belongs to the statement before it. */
  private static boolean goesOn(String line, int depth) {
    if (line.isBlank() || line.strip().startsWith("->")) {
      return false;
    }
    return Character.isWhitespace(line.charAt(0)) || depth > 0 || FURTHER.matcher(line).matches();
  }

  /** By how many parentheses more a line opens than it closes. */
  private static int depth(String line) {
    return (int)
        (line.chars().filter(c -> c == '(').count() - line.chars().filter(c -> c == ')').count());
  }

  private static String plain(String sql) {
    return BINDS.matcher(COLOURS.matcher(sql).replaceAll("")).replaceAll("");
  }
}
