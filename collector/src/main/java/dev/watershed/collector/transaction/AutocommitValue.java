package dev.watershed.collector.transaction;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which way a {@code SET} statement switches the session's autocommit. A fingerprint does not tell,
 * since the value is a literal.
 */
final class AutocommitValue {

  private static final int LONGEST = 4 << 10;

  /** Strings, comments, words with their dots and at signs, and single symbols. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^'\\\\]++|\\\\.|'')*+'|\"(?:[^\"\\\\]++|\\\\.|\"\")*+\"|/\\*.*?\\*/"
              + "|(?:#|-- )[^\\n]*+|[\\w$@.`]++|:=|\\S",
          Pattern.DOTALL);

  private AutocommitValue() {}

  /** The effect of the statement in {@code [from, to)}. */
  static StatementEffect of(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, LONGEST);
    return of(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
  }

  private static StatementEffect of(String statement) {
    Matcher tokens = TOKEN.matcher(statement);
    StatementEffect effect = StatementEffect.NONE;
    boolean session = true;
    boolean named = false;
    boolean assigned = false;
    while (tokens.find()) {
      String token = tokens.group().replace("`", "").toLowerCase(Locale.ROOT);
      if (token.startsWith("/*") || token.startsWith("#") || token.startsWith("-- ")) {
        continue;
      }
      if (assigned) {
        effect = value(token);
        assigned = false;
        named = false;
        continue;
      }
      switch (token) {
        case "global", "persist", "persist_only" -> session = false;
        case "session", "local" -> session = true;
        case "=", ":=" -> assigned = named;
        case "autocommit" -> named = session;
        case "@@autocommit", "@@session.autocommit", "@@local.autocommit" -> named = true;
        default -> named = false;
      }
    }
    return effect;
  }

  private static StatementEffect value(String token) {
    return switch (token) {
      case "1", "on", "true", "'1'", "'on'", "\"on\"", "\"1\"" -> StatementEffect.AUTOCOMMIT_ON;
      case "0", "off", "false", "'0'", "'off'", "\"off\"", "\"0\"" ->
          StatementEffect.AUTOCOMMIT_OFF;
      default -> StatementEffect.AUTOCOMMIT_UNKNOWN;
    };
  }
}
