package dev.watershed.collector.generallog;

import dev.watershed.sql.script.ScriptStatement;
import dev.watershed.sql.script.ScriptStatements;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes apart what a client sent as one: MySQL logs each statement of it on its own, MariaDB the
 * whole. What defines a routine, a trigger or an event goes on to the end.
 */
final class PacketStatements {

  /** Never looks twice at what it matched, however many comments stand in front. */
  private static final Pattern COMPOUND =
      Pattern.compile(
          "\\s*+(?:/\\*.*?\\*/\\s*+)*+(?:(?:CREATE|ALTER)\\s++(?:OR\\s++REPLACE\\s++)?+"
              + "(?:DEFINER\\s*+=\\s*+(?:`[^`]*+`|'[^']*+'|\"[^\"]*+\"|[^\\s@]++)"
              + "(?:\\s*+@\\s*+\\S++)?+\\s++)?+(?:AGGREGATE\\s++)?+"
              + "(?:PROCEDURE|FUNCTION|TRIGGER|EVENT|PACKAGE)\\b|BEGIN\\s++NOT\\b).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private PacketStatements() {}

  /** Whether a text may hold several. */
  static boolean several(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == ';') {
        return true;
      }
    }
    return false;
  }

  /** The statements, in order, without the semicolons between them. */
  static List<byte[]> of(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    List<byte[]> statements = new ArrayList<>();
    List<String> compound = new ArrayList<>();
    for (ScriptStatement statement : ScriptStatements.of(text)) {
      if (!compound.isEmpty() || COMPOUND.matcher(statement.text()).matches()) {
        compound.add(statement.text());
      } else {
        statements.add(bytes(statement.text()));
      }
    }
    if (!compound.isEmpty()) {
      statements.add(bytes(String.join("; ", compound)));
    }
    return statements;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
