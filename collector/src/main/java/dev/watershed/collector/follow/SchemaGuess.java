package dev.watershed.collector.follow;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses the schema in force inside a log from its first bytes. A server writes {@code use} only
 * when the schema differs from the last one logged, and so a log of one schema says it at its
 * beginning and never again. A wrong guess costs time and nothing else.
 */
final class SchemaGuess {

  private static final Pattern USE = Pattern.compile("(?m)^use `?([^`;\\n]+)`?;$");

  private SchemaGuess() {}

  /** The last schema that the first bytes of a log name; empty if they name none. */
  static String of(byte[] head) {
    Matcher use = USE.matcher(new String(head, StandardCharsets.UTF_8));
    String schema = "";
    while (use.find()) {
      schema = use.group(1);
    }
    return schema;
  }
}
