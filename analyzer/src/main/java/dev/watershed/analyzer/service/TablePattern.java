package dev.watershed.analyzer.service;

import java.util.regex.Pattern;

/**
 * Tables of a schema: {@code market.coupons}, {@code market.*}, {@code shared.booking_%}. Both
 * {@code *} and {@code %} stand for any run of characters; {@code _} stands for itself.
 *
 * @param schema the schema's pattern
 * @param table the table's pattern
 */
public record TablePattern(Glob schema, Glob table) {

  private static final Pattern FORM = Pattern.compile("([^.\\s]+)\\.([^.\\s]+)");

  /** Characters of names that a pattern cannot have, or that stand for others in it. */
  private static final Pattern UNSPELLED = Pattern.compile("[.\\s*%]");

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is not two names joined by a dot
   */
  public static TablePattern parse(String pattern) {
    var parts = FORM.matcher(pattern);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is no table pattern; expected schema.table, as in market.coupon_*");
    }
    return new TablePattern(glob(parts.group(1)), glob(parts.group(2)));
  }

  /**
   * The pattern of a table: its name, with {@code ?} for each character that a pattern cannot say.
   * It fits that table, and those whose names differ in such characters alone.
   */
  public static TablePattern naming(String schemaName, String tableName) {
    return new TablePattern(spelled(schemaName), spelled(tableName));
  }

  private static Glob spelled(String name) {
    return new Glob(UNSPELLED.matcher(name).replaceAll("?"));
  }

  private static Glob glob(String name) {
    return new Glob(name.replace('%', '*'));
  }

  /** The pattern in words, {@code schema.table}; any run of characters is {@code *}. */
  public String text() {
    return schema.pattern() + "." + table.pattern();
  }

  /** Whether it fits tables of one name alone. */
  public boolean exact() {
    return schema.exact() && table.exact();
  }

  /** How many characters stand for themselves: the more, the more specific the pattern. */
  public int literalCharacters() {
    return schema.literalCharacters() + table.literalCharacters();
  }

  /** Whether a table fits. */
  public boolean matches(String schemaName, String tableName) {
    return schema.matches(schemaName) && table.matches(tableName);
  }
}
