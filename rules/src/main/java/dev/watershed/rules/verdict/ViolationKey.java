package dev.watershed.rules.verdict;

import java.util.Objects;

/**
 * What a violation is about, the same from run to run whatever the figures, and whatever a program
 * that maps objects to tables selects: a baseline knows it by this.
 *
 * @param rule the rule's name
 * @param service whose it is; empty if it is nobody's, or everybody's
 * @param table {@code schema.table}; empty if it is about none
 * @param detail the shape of a statement, the name of an index or a column; empty if the others say
 *     all
 */
public record ViolationKey(String rule, String service, String table, String detail)
    implements Comparable<ViolationKey> {

  private static final String SEPARATOR = ":";
  private static final int PARTS = 4;

  public ViolationKey {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(detail, "detail");
  }

  /** The key of what is about a service as a whole. */
  public static ViolationKey ofService(String rule, String service) {
    return new ViolationKey(rule, service, "", "");
  }

  /** The key of what is about everything. */
  public static ViolationKey ofFleet(String rule) {
    return new ViolationKey(rule, "", "", "");
  }

  /**
   * Reads the text of a key. A name with a colon in it does not come back as it was, but its text
   * does.
   *
   * @throws IllegalArgumentException if it names no rule
   */
  public static ViolationKey parse(String text) {
    String[] parts = text.split(SEPARATOR, PARTS);
    if (parts[0].isBlank() || text.endsWith(SEPARATOR)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no key; expected rule:service:table:detail, as check --format json has it");
    }
    return new ViolationKey(parts[0], part(parts, 1), part(parts, 2), part(parts, 3));
  }

  private static String part(String[] parts, int index) {
    return index < parts.length ? parts[index] : "";
  }

  /** {@code rule:service:table:detail}, without what is empty at its end. */
  public String text() {
    String all = String.join(SEPARATOR, rule, service, table, detail);
    int end = all.length();
    while (all.charAt(end - 1) == SEPARATOR.charAt(0)) {
      end--;
    }
    return all.substring(0, end);
  }

  @Override
  public int compareTo(ViolationKey other) {
    return text().compareTo(other.text());
  }

  @Override
  public String toString() {
    return text();
  }
}
