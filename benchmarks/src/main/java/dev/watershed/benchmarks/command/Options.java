package dev.watershed.benchmarks.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The options of a program: names with a value each, none of them twice. */
public final class Options {

  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Reads them; ends the process with 2 if they are wrong, with what is wrong and how it would be
   * right.
   *
   * @param needed names that have to be there
   * @param others names that may be
   */
  public static Options read(
      String[] arguments, String usage, Set<String> needed, Set<String> others) {
    try {
      return parse(arguments, needed, others);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage() + "\n" + usage);
      System.exit(2);
      throw wrong;
    }
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one is not known, has no value, comes twice or is missing
   */
  static Options parse(String[] arguments, Set<String> needed, Set<String> others) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      if (!needed.contains(name) && !others.contains(name)) {
        throw new IllegalArgumentException("what is " + name + "?");
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(name + " needs a value");
      }
      if (values.put(name, arguments[i + 1]) != null) {
        throw new IllegalArgumentException(name + " is given twice");
      }
    }
    Set<String> missing = new HashSet<>(needed);
    missing.removeAll(values.keySet());
    missing.stream()
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(name + " is missing");
            });
    return new Options(values);
  }

  /** Whether it was given. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value of one that is needed. */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException if it is none
   */
  public int number(String name, int otherwise) {
    return Math.toIntExact(longNumber(name, otherwise));
  }

  /**
   * A whole number that may be large.
   *
   * @throws IllegalArgumentException if it is none
   */
  public long longNumber(String name, long otherwise) {
    String value = values.get(name);
    try {
      return value == null ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": expected a whole number, not " + value, e);
    }
  }

  /**
   * One of two words.
   *
   * @throws IllegalArgumentException if it is neither {@code yes} nor {@code no}
   */
  public boolean yes(String name, boolean otherwise) {
    String value = text(name, otherwise ? "yes" : "no");
    if (!value.equals("yes") && !value.equals("no")) {
      throw new IllegalArgumentException(name + ": expected yes or no, not " + value);
    }
    return value.equals("yes");
  }
}
