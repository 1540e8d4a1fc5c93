package dev.watershed.workload.store.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A line of an object's text: a word, then {@code key=value} behind a tab each. A backslash stands
 * before what would end the value: {@code \t}, {@code \n}, {@code \r}, {@code \\}. A field that is
 * not there reads as empty, false or none.
 */
final class ObjectLine {

  private static final String TRUE = "1";

  private final String word;
  private final Map<String, String> fields = new LinkedHashMap<>();

  /** A line without fields yet. */
  ObjectLine(String word) {
    this.word = word;
  }

  /** Reads a line; what is no field is passed over. */
  static ObjectLine parse(String text) {
    int end = endOfField(text, 0);
    ObjectLine line = new ObjectLine(text.substring(0, end));
    while (end < text.length()) {
      int from = end + 1;
      end = endOfField(text, from);
      int equals = text.indexOf('=', from);
      if (equals >= 0 && equals < end) {
        line.fields.put(text.substring(from, equals), unescaped(text, equals + 1, end));
      }
    }
    return line;
  }

  String word() {
    return word;
  }

  ObjectLine with(String key, String value) {
    if (!value.isEmpty()) {
      fields.put(key, value);
    }
    return this;
  }

  /** Adds a value that may be there and empty. */
  ObjectLine with(String key, Optional<String> value) {
    value.ifPresent(present -> fields.put(key, present));
    return this;
  }

  ObjectLine with(String key, boolean value) {
    return with(key, value ? TRUE : "");
  }

  ObjectLine with(String key, OptionalInt value) {
    return with(key, value.isPresent() ? Integer.toString(value.getAsInt()) : "");
  }

  String text(String key) {
    return fields.getOrDefault(key, "");
  }

  Optional<String> optional(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  boolean flag(String key) {
    return text(key).equals(TRUE);
  }

  /** A number; {@link NumberFormatException} if it is none. */
  OptionalInt number(String key) {
    String value = text(key);
    return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  /** Appends the line with its end. */
  void appendTo(StringBuilder text) {
    text.append(word);
    fields.forEach(
        (key, value) -> {
          text.append('\t').append(key).append('=');
          escape(value, text);
        });
    text.append('\n');
  }

  private static int endOfField(String text, int from) {
    int tab = text.indexOf('\t', from);
    return tab < 0 ? text.length() : tab;
  }

  private static void escape(String value, StringBuilder text) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  private static String unescaped(String text, int from, int to) {
    StringBuilder value = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < to) {
        i++;
        value.append(
            switch (text.charAt(i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> text.charAt(i);
            });
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }
}
