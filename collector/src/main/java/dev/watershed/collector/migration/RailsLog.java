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
  private static final Pattern BINDS = Pattern.compile("(?<!\\s)\\s++\\[\\[.*]]\\s*+$");

  private RailsLog() {}

  /** The statements at their lines and columns; the text itself if it is no log. */
  static String statements(String text) {
    String[] lines = text.split("\n", -1);
    StringBuilder statements = new StringBuilder();
    boolean log = false;
    boolean open = false;
    for (String line : lines) {
      Matcher logged = LINE.matcher(line);
      if (logged.matches()) {
        log = true;
        statements.append(open ? ";" : "").append(" ".repeat(logged.start(1)));
        statements.append(plain(logged.group(1)));
        open = true;
      } else if (open
          && !line.isBlank()
          && Character.isWhitespace(line.charAt(0))
          && !line.strip().startsWith("->")) {
        statements.append(plain(line));
      }
      statements.append('\n');
    }
    return log ? statements.toString() : text;
  }

  private static String plain(String sql) {
    return BINDS.matcher(COLOURS.matcher(sql).replaceAll("")).replaceAll("");
  }
}
