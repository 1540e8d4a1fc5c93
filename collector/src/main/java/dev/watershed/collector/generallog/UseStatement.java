package dev.watershed.collector.generallog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the schema of a {@code USE} statement. */
final class UseStatement {

  private static final int LONGEST = 4 << 10;
  private static final String FIRST = "uU/#- \t\r\n";
  private static final String GAP = "(?:\\s|/\\*[^!].*?\\*/|(?:#|-- )[^\n]*\n)";
  private static final Pattern USE =
      Pattern.compile(
          GAP
              + "*+use(?:"
              + GAP
              + "++|(?=`))(?:`(?<quoted>(?:[^`]++|``)++)`|(?<bare>[^\\s;`]++)).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private UseStatement() {}

  /** The schema that a statement makes the default one; empty for any other statement. */
  static Optional<String> schema(byte[] bytes, int from, int to) {
    if (to - from > LONGEST || from >= to || FIRST.indexOf(bytes[from]) < 0) {
      return Optional.empty();
    }
    Matcher matcher = USE.matcher(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String quoted = matcher.group("quoted");
    return Optional.of(quoted == null ? matcher.group("bare") : quoted.replace("``", "`"));
  }
}
