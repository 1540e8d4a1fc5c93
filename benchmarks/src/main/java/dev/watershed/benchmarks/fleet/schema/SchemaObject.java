package dev.watershed.benchmarks.fleet.schema;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A view, a trigger or a routine.
 *
 * @param type what it is
 * @param name where it is
 * @param sql the statement that makes it; all names in it have their schema
 */
public record SchemaObject(Type type, TableName name, String sql) {

  private static final Pattern HEAD =
      Pattern.compile("CREATE (VIEW|TRIGGER|PROCEDURE|FUNCTION) ([a-z_0-9]+\\.[a-z_0-9]+)");

  /** The kinds of objects. */
  public enum Type {
    VIEW,
    TRIGGER,
    PROCEDURE,
    FUNCTION
  }

  /** Reads statements, a paragraph each. */
  public static List<SchemaObject> read(String text) {
    return Paragraphs.of(text).stream().map(lines -> of(String.join("\n", lines))).toList();
  }

  private static SchemaObject of(String sql) {
    Matcher head = HEAD.matcher(sql);
    if (!head.lookingAt()) {
      throw new IllegalArgumentException("no view, trigger or routine: " + sql);
    }
    Type type = Type.valueOf(head.group(1).toUpperCase(Locale.ROOT));
    return new SchemaObject(type, TableName.parse(head.group(2)), sql);
  }
}
