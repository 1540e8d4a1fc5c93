package dev.watershed.reports.text;

import dev.watershed.reports.VisibleText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Arguments as one would type them into a POSIX shell. */
final class ShellWords {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
  private static final int MOST = 3;

  private ShellWords() {}

  /** The first arguments, quoted where needed; an ellipsis for the rest. */
  static String join(List<String> arguments) {
    String words =
        arguments.stream().limit(MOST).map(ShellWords::quote).collect(Collectors.joining(" "));
    return arguments.size() > MOST ? words + " …" : words;
  }

  private static String quote(String argument) {
    String visible = VisibleText.of(argument);
    return PLAIN.matcher(visible).matches() ? visible : "'" + visible.replace("'", "'\\''") + "'";
  }
}
